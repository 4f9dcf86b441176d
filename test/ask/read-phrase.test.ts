import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interpretation } from '../../src/ask/interpretation.ts';
import { readPhrase } from '../../src/ask/read-phrase.ts';
import {
  COUNTRIES,
  DATES,
  KINDS,
  MINISTERS,
  MISREAD,
  OFFICIALS,
  ORDERS,
  type PhraseCase,
  PORTFOLIOS,
  TEXTS,
} from './phrases.ts';
import { TODAY, VOCABULARY } from './vocabulary.ts';

const read = (phrase: string): Interpretation => readPhrase(phrase, { vocabulary: VOCABULARY, today: TODAY });

/** The lines that `PhraseCase` describes. */
function lines(reading: Interpretation): readonly string[] {
  const { parts, ignored, suggestions, order, limit, understood } = reading;
  return [
    ...parts.map(
      ({ reads, excluded, text, values }) =>
        `${reads}${excluded ? ' NOT' : ''} ${text} = ${values.join(' ')}`,
    ),
    ...ignored.map(({ text }) => `IGNORED ${text}`),
    ...suggestions.map(({ text, names }) => `DID YOU MEAN ${text} = ${names.join(', ')}`),
    ...(order.descending ? [] : ['OLDEST FIRST']),
    ...(limit === null ? [] : [`LIMIT ${limit}`]),
    ...(understood ? [] : ['NOT UNDERSTOOD']),
  ];
}

const TABLES: Readonly<Record<string, readonly PhraseCase[]>> = {
  'countries: any of a list, all that stand as a pair, and no look-alikes': COUNTRIES,
  'offices under every name of their lineage': PORTFOLIOS,
  'ministers by name, surname, title and possessive': MINISTERS,
  'officials elsewhere by name, by surname where it can be no other word, all who share one': OFFICIALS,
  'kinds of event and how far they have got': KINDS,
  'dates, said or counted from today': DATES,
  'orders and numbers of events': ORDERS,
  'words of the text': TEXTS,
  'misspellings, usual words and nothing at all': MISREAD,
};

for (const [name, cases] of Object.entries(TABLES)) {
  describe(`reads ${name}`, () => {
    it.each(cases)('%s', (phrase, filter, reading) => {
      const found = read(phrase);
      expect({ filter: found.filter, reading: lines(found) }).toEqual({ filter, reading });
      expect(found.text).toBe(filter.text ?? null);
    });
  });
}

describe('a reading', () => {
  it('says where each part stands', () => {
    expect(read('all Vietnam defence events since 2005').parts).toEqual([
      { text: 'Vietnam', start: 4, end: 11, reads: 'COUNTRY', values: ['VNM'], excluded: false },
      {
        text: 'defence',
        start: 12,
        end: 19,
        reads: 'PORTFOLIO',
        values: ['associate-minister-of-defence', 'defence'],
        excluded: false,
      },
      { text: 'since 2005', start: 27, end: 37, reads: 'DATE', values: ['2005-01-01/..'], excluded: false },
    ]);
  });

  it('is the same whatever the case and macrons', () => {
    for (const [phrase, other] of [
      ['Maori affairs bills in May 2005', 'MĀORI AFFAIRS BILLS IN MAY 2005'],
      ['visits to viet nam by phil goff', 'Visits to Viet Nam by Phil Goff'],
    ] as const) {
      expect(read(other).filter).toEqual(read(phrase).filter);
    }
  });

  it('asks for a surname that the graph does not have in the text', () => {
    const vocabulary = { ...VOCABULARY, ministers: [], officials: [] };
    expect(readPhrase('Goff meetings', { vocabulary, today: TODAY }).filter).toEqual({
      types: ['MEETING'],
      text: 'Goff',
    });
  });

  it('throws a RangeError on a day that is none', () => {
    expect(() => readPhrase('visits', { vocabulary: VOCABULARY, today: '2026-02-30' })).toThrow(RangeError);
  });

  it('reads 80 words and ignores the rest', () => {
    const phrase = `${'the '.repeat(80)}visits to Fiji`;
    expect(read(phrase)).toMatchObject({
      filter: {},
      parts: [],
      ignored: [{ text: 'visits to Fiji', start: 320 }],
    });
    expect(read(`${'the '.repeat(79)}visits`).filter).toEqual({ types: ['VISIT'] });
  });

  it('asks for twelve words of the text at most', () => {
    const words = [...'abcdefghijklmn'].map((letter) => `x${letter}x`);
    const { text, ignored } = read(words.join(' '));
    expect(text).toBe(words.slice(0, 12).join(' '));
    expect(ignored.map((piece) => piece.text)).toEqual(['xmx', 'xnx']);
  });
});

describe('whatever is typed', () => {
  const words = [
    ...[
      'Vietnam',
      'defence',
      'since',
      '2005',
      'between',
      'and',
      'not',
      'about',
      '"',
      'Goff',
      "Key's",
      'visits',
    ],
    ...[
      'latest',
      '5',
      'last',
      'May',
      '31',
      '/',
      '-',
      'first',
      'Vietman',
      'prime',
      'minister',
      'of',
      'the',
      '*',
      '–',
    ],
  ];
  const phrases = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((list) => list.join(' ')),
    fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((list) => list.join('')),
  );

  it('is read without an error into parts in order that do not overlap, with dates that are some', () => {
    fc.assert(
      fc.property(phrases, (phrase) => {
        const { parts, ignored, filter, text } = read(phrase);
        const pieces = [...parts, ...ignored].sort((a, b) => a.start - b.start);
        for (const [position, piece] of pieces.entries()) {
          expect(piece.text).toBe(phrase.slice(piece.start, piece.end));
          expect(piece.start).toBeLessThan(piece.end);
          expect(piece.start).toBeGreaterThanOrEqual(pieces[position - 1]?.end ?? 0);
        }
        for (const day of [filter.from, filter.to]) expect(day ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
        if (filter.from && filter.to) expect(filter.from <= filter.to).toBe(true);
        expect(filter.text ?? null).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['one word', 'x'.repeat(200_000)],
    ['quotation marks', '"'.repeat(200_000)],
    ['countries', 'Australia-'.repeat(20_000)],
    ['orders', 'first '.repeat(20_000)],
    ['misspellings', 'Austrelia Vietman '.repeat(10_000)],
    ['dates', 'between 2004 and '.repeat(10_000)],
  ])('is read in bounded time: %s', (_name, phrase) => {
    read('warm');
    const start = performance.now();
    read(phrase);
    expect(performance.now() - start).toBeLessThan(250);
  });
});
