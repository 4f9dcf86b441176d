import { describe, expect, it } from 'vitest';
import { findOccurrences } from '../../src/link/occurrences.ts';
import { createQuoteWords } from '../../src/link/quote-words.ts';
import { findStatements } from '../../src/link/statements.ts';
import type { EventMention } from '../../src/model/decomposition.ts';
import { event, input, lexicon } from './builders.ts';

/** Quotes with nothing in common, where a case does not care. */
const QUOTES = ['The parties met.', 'Talks were held.', 'There was a discussion.'];

interface Told {
  readonly on: string;
  readonly event: Parameters<typeof event>[0];
  readonly quote?: string;
}

/** The occurrences that releases tell, one event a release unless `on` is the same, as lists of indexes. */
function occurrences(...told: readonly Told[]): number[][] {
  const byDay = Map.groupBy(told, ({ on }) => on);
  const corpus = [...byDay].map(([on, group]) =>
    input(on, {
      quotes: group.map((item) => item.quote ?? QUOTES[told.indexOf(item)] ?? ''),
      decomposition: {
        events: group.map((item): EventMention => event({ start: told.indexOf(item) * 100, ...item.event })),
      },
    }),
  );
  const codes = new Set(lexicon.countries.map((country) => country.code));
  const statements = findStatements(corpus, new Map(), {
    isCountry: (code) => codes.has(code),
    holderOf: () => null,
    officialIds: corpus.map(
      () =>
        new Map([
          ['downer', 'downer-aus'],
          ['smith', 'smith-aus'],
        ]),
    ),
  });
  return findOccurrences(statements, createQuoteWords(statements))
    .map((occurrence) => occurrence.map(({ mention }) => mention.start / 100))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

const goff = { countries: ['AUS'], ministers: ['phil-goff'] };
const visit = { type: 'VISIT', ...goff } as const;

const together: readonly (readonly [string, Told, Told])[] = [
  [
    'a planned visit and its report: one minister, one country, one day',
    {
      on: '2005-05-01',
      event: { ...visit, date: '2005-05-10', status: 'PLANNED' },
      quote: 'Phil Goff will visit Sydney.',
    },
    {
      on: '2005-05-11',
      event: { ...visit, date: '2005-05-10' },
      quote: 'Phil Goff returned from Sydney.',
    },
  ],
  [
    'a visit of some days and a day within them',
    {
      on: '2005-05-01',
      event: { ...visit, date: '2005-05-09/2005-05-14', status: 'PLANNED' },
      quote: 'Phil Goff will visit Sydney.',
    },
    {
      on: '2005-05-11',
      event: { ...visit, date: '2005-05-10' },
      quote: 'Phil Goff was in Sydney.',
    },
  ],
  [
    'a meeting with one official, though one release leaves the minister out',
    { on: '2005-05-10', event: { ...goff, officials: ['downer'] }, quote: 'Mr Goff met Alexander Downer.' },
    {
      on: '2005-05-11',
      event: { countries: ['AUS'], officials: ['downer'] },
      quote: 'Alexander Downer held talks.',
    },
  ],
  [
    'a plan that lists several meetings and the report of one of them',
    {
      on: '2005-05-01',
      event: { ...goff, countries: ['AUS', 'VNM'], officials: ['downer', 'smith'], status: 'PLANNED' },
      quote: 'Mr Goff will meet Alexander Downer and others.',
    },
    { on: '2005-05-11', event: { ...goff, officials: ['downer'] }, quote: 'Mr Goff met Alexander Downer.' },
  ],
  [
    'a visit that two hosts report',
    { on: '2005-05-10', event: { ...visit, officials: ['downer'] } },
    { on: '2005-05-10-b', event: { ...visit, ministers: ['annette-king'], officials: ['downer'] } },
  ],
  [
    'a trip of some days, whatever the words',
    { on: '2005-05-01', event: { ...visit, date: '2005-05-09/2005-05-14', status: 'PLANNED' } },
    { on: '2005-05-11', event: { ...visit, date: '2005-05-10' } },
  ],
  [
    'a planned visit of an official and a report without a date in the weeks after',
    {
      on: '2005-05-01',
      event: {
        type: 'VISIT',
        countries: ['AUS'],
        officials: ['downer'],
        date: '2005-05-10',
        status: 'PLANNED',
      },
      quote: 'Alexander Downer will visit Auckland.',
    },
    {
      on: '2005-05-12',
      event: { type: 'VISIT', countries: ['AUS'], officials: ['downer'], date: null },
      quote: 'The visit of Alexander Downer went well.',
    },
  ],
  [
    'a past day that two releases name by themselves',
    {
      on: '2011-03-01',
      event: { type: 'INCIDENT', date: '2011-02-22' },
      quote: 'The Christchurch earthquake last February left many central streets closed.',
    },
    {
      on: '2011-06-01',
      event: { type: 'INCIDENT', date: '2011-02-22' },
      quote: 'The Christchurch earthquake last February left forty schools closed.',
    },
  ],
  [
    'a day said and the day after, worked out',
    {
      on: '2005-05-01',
      event: { type: 'CONFERENCE', name: 'Forum', date: '2005-05-10', status: 'PLANNED' },
      quote: 'Leaders gather at the Forum.',
    },
    {
      on: '2005-05-11',
      event: { type: 'CONFERENCE', name: 'Forum', date: '2005-05-11', basis: 'RELATIVE' },
      quote: 'Leaders left the Forum.',
    },
  ],
  [
    'one text in two releases, with no one named',
    {
      on: '2005-05-10',
      event: { type: 'FUNDING' },
      quote: 'Workbase receives $270,000 for adult literacy programmes today.',
    },
    {
      on: '2005-05-10-b',
      event: { type: 'FUNDING' },
      quote: 'Workbase receives $270,000 for adult literacy programmes today.',
    },
  ],
  [
    'a named conference, its month and its day',
    {
      on: '2005-05-01',
      event: { type: 'CONFERENCE', name: 'East Asia Summit', date: '2005-12', status: 'PLANNED' },
      quote: 'The Prime Minister is at the East Asia Summit.',
    },
    {
      on: '2005-12-15',
      event: { type: 'CONFERENCE', name: 'East Asia summit', date: '2005-12-14' },
      quote: 'The East Asia Summit is over.',
    },
  ],
  [
    'one step of a bill',
    {
      on: '2005-05-10',
      event: { type: 'LEGISLATION', name: 'Fisheries Bill' },
      quote: 'The Fisheries Bill passed its third reading today.',
    },
    {
      on: '2005-05-12',
      event: { type: 'LEGISLATION', name: 'Fisheries Bill' },
      quote: 'The Fisheries Bill passed its third reading on Tuesday.',
    },
  ],
];

const apart: readonly (readonly [string, Told, Told])[] = [
  [
    'visits of one minister to one country in different weeks',
    { on: '2005-05-11', event: { ...visit, date: '2005-05-10' } },
    { on: '2005-06-11', event: { ...visit, date: '2005-06-10' } },
  ],
  [
    'visits of two ministers to one country on one day',
    { on: '2005-05-10', event: visit },
    { on: '2005-05-11', event: { ...visit, ministers: ['annette-king'] } },
  ],
  [
    'meetings of one minister with two officials of one country on one day',
    { on: '2005-05-10', event: { ...goff, officials: ['downer'] } },
    { on: '2005-05-11', event: { ...goff, officials: ['smith'] } },
  ],
  ['a visit and a meeting', { on: '2005-05-10', event: visit }, { on: '2005-05-11', event: goff }],
  ['two statements of one release', { on: '2005-05-10', event: visit }, { on: '2005-05-10', event: visit }],
  [
    'the annual meeting of two years',
    { on: '2005-05-10', event: { type: 'CONFERENCE', name: 'Forum', countries: ['AUS'], date: '2005-05' } },
    { on: '2006-05-10', event: { type: 'CONFERENCE', name: 'Forum', countries: ['AUS'], date: '2006-05' } },
  ],
  [
    'what is past and what a later release still plans',
    { on: '2005-05-09', event: { ...visit, date: '2005-05-08/2005-05-12', status: 'OCCURRED' } },
    { on: '2005-05-10', event: { ...visit, date: '2005-05-12', status: 'PLANNED' } },
  ],
  [
    'two domestic events without a proper name',
    { on: '2005-05-10', event: { type: 'FUNDING', ministers: ['phil-goff'] } },
    { on: '2005-05-11', event: { type: 'FUNDING', ministers: ['phil-goff'] } },
  ],
  [
    'two steps of a bill on one day',
    {
      on: '2005-05-10',
      event: { type: 'LEGISLATION', name: 'Fisheries Bill' },
      quote: 'The Fisheries Bill was introduced in the morning.',
    },
    {
      on: '2005-05-11',
      event: { type: 'LEGISLATION', name: 'Fisheries Bill' },
      quote: 'Parliament passed the Fisheries Bill under urgency last night.',
    },
  ],
  [
    'agreements with one country on one day that the words tell apart',
    {
      on: '2005-05-10',
      event: { ...goff, type: 'AGREEMENT' },
      quote: 'Ministers signed a film co-production treaty in Canberra.',
    },
    {
      on: '2005-05-11',
      event: { ...goff, type: 'AGREEMENT' },
      quote: 'A declaration on fisheries enforcement was concluded yesterday.',
    },
  ],
  [
    'grants that differ in their figures alone',
    {
      on: '2005-05-10',
      event: { type: 'FUNDING', ministers: ['phil-goff'] },
      quote: 'Industry New Zealand allocated $135,000 for the Regional Partnership Programme.',
    },
    {
      on: '2005-05-10-b',
      event: { type: 'FUNDING', ministers: ['phil-goff'] },
      quote: 'Industry New Zealand allocated $133,000 for the Regional Partnership Programme.',
    },
  ],
  [
    'one sentence that serves for two boards',
    {
      on: '2005-05-10',
      event: { type: 'APPOINTMENT', ministers: ['phil-goff'] },
      quote: 'Conservation Minister Sandra Lee announced appointments to the Otago Conservation Board.',
    },
    {
      on: '2005-05-10-b',
      event: { type: 'APPOINTMENT', ministers: ['phil-goff'] },
      quote: 'Conservation Minister Sandra Lee announced appointments to the Southland Conservation Board.',
    },
  ],
  [
    'headings that say nothing',
    { on: '2005-05-10', event: { type: 'LEGISLATION' }, quote: '10 May 2005 Media Statement' },
    { on: '2005-05-10-b', event: { type: 'LEGISLATION' }, quote: '10 May 2005 Media Statement' },
  ],
  [
    'a meeting of two and a later one with a third',
    { on: '2005-05-10', event: { ...goff, officials: ['downer'] }, quote: 'Mr Goff met Alexander Downer.' },
    {
      on: '2005-05-11',
      event: { ...goff, countries: ['AUS', 'VNM'], officials: ['downer'] },
      quote: 'Mr Goff met Alexander Downer and a third.',
    },
  ],
  [
    'a past day that two releases name, of things that share no word',
    {
      on: '2011-03-01',
      event: { type: 'INCIDENT', date: '2011-02-22' },
      quote: 'The Christchurch earthquake closed four schools.',
    },
    {
      on: '2011-06-01',
      event: { type: 'INCIDENT', date: '2011-02-22' },
      quote: 'A prisoner escaped near Rimutaka that evening.',
    },
  ],
  [
    'summits of one name three days and more apart',
    {
      on: '2005-05-01',
      event: { type: 'CONFERENCE', name: 'Forum', date: '2005-05-10', status: 'PLANNED' },
      quote: 'Leaders will come to the Forum.',
    },
    {
      on: '2005-05-02',
      event: { type: 'CONFERENCE', name: 'Forum', date: '2005-05-04', status: 'PLANNED' },
      quote: 'Officials will come to the Forum.',
    },
  ],
  [
    'events of no date',
    { on: '2005-05-10', event: { ...visit, date: null } },
    { on: '2005-05-11', event: { ...visit, date: null } },
  ],
  [
    'visits of one year',
    { on: '2005-05-10', event: { ...visit, date: '2005' } },
    { on: '2005-06-11', event: { ...visit, date: '2005' } },
  ],
];

describe('findOccurrences', () => {
  it.each(together)('joins %s', (_, a, b) => {
    expect(occurrences(a, b)).toEqual([[0, 1]]);
  });

  it.each(apart)('keeps apart %s', (_, a, b) => {
    expect(occurrences(a, b)).toEqual([[0], [1]]);
  });

  it('joins neither of two occurrences that fit equally', () => {
    expect(
      occurrences(
        { on: '2005-05-09', event: { ...goff, officials: ['downer'] } },
        { on: '2005-05-10', event: { ...goff, officials: ['smith'] } },
        { on: '2005-05-11', event: goff },
      ),
    ).toEqual([[0], [1], [2]]);
  });

  it('takes the statement of a release that is most like the occurrence', () => {
    expect(
      occurrences(
        { on: '2005-05-09', event: { ...goff, date: '2005-05-10' }, quote: 'Talks on lamb exports.' },
        { on: '2005-05-11', event: goff, quote: 'They discussed security.' },
        { on: '2005-05-11', event: goff, quote: 'Talks on lamb exports were held.' },
      ),
    ).toEqual([[0, 2], [1]]);
  });

  it('does not let a chain join what contradicts', () => {
    expect(
      occurrences(
        { on: '2005-05-09', event: { ...goff, officials: ['downer'] }, quote: 'He met the two ministers.' },
        { on: '2005-05-10', event: { ...goff, officials: ['downer', 'smith'] }, quote: 'He met ministers.' },
        { on: '2005-05-11', event: { ...goff, officials: ['smith'] }, quote: 'He met the ministers again.' },
      ),
    ).toEqual([[0, 1], [2]]);
  });
});
