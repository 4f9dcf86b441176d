import { describe, expect, it } from 'vitest';
import { problem, readLines, readWith } from './file.ts';

const TITLE = 'expected a title, got';
const DATE = 'expected a calendar date YYYY-MM-DD from 1900 on, got';
const URL = 'expected an absolute http(s) address, got';

describe('a sound header', () => {
  it('gives every field and no problem', () => {
    const { release, problems } = readWith('attachments', 'attachments:', '  - terms-of-reference.pdf');
    expect(problems).toEqual([]);
    expect(release).toMatchObject({
      title: 'Goff in Hanoi',
      date: '2006-11-17',
      url: 'https://www.beehive.govt.nz/release/goff-hanoi',
      ministers: ['Phil Goff'],
      portfolios: ['Defence'],
      attachments: ['terms-of-reference.pdf'],
    });
  });

  it('has no attachments unless it names them', () => {
    const { release, problems } = readWith('title', 'title: A');
    expect(release?.attachments).toEqual([]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['runs of blanks become one', 'title: "A \u00a0  B\\tC "', 'A B C'],
    ['invisible characters go', 'title: "Go\u00adff in Ha\u200bnoi\ufeff"', 'Goff in Hanoi'],
    ['lines become one', 'title: |\n  Goff\n  in Hanoi', 'Goff in Hanoi'],
    ['misread quotes are respelt', 'title: "¡§Hanoi¡¨ talks"', '“Hanoi” talks'],
    ['combining macrons are composed', 'title: Ma\u0304ori', 'M\u0101ori'],
    ['quotes keep their form', `title: "Goff's \\"visit\\" – ‘done’"`, `Goff's "visit" – ‘done’`],
  ])('title: %s', (_, line, title) => {
    const { release, problems } = readWith('title', line);
    expect(release?.title).toBe(title);
    expect(problems).toEqual([]);
  });
});

describe('a field that is missing or wrong is null and reported, and the release is kept', () => {
  it.each([
    ['title', [], 'HEADER_FIELD_MISSING', `${TITLE} nothing`],
    ['title', ['title:'], 'HEADER_FIELD_MISSING', `${TITLE} nothing`],
    ['title', ['title: ""'], 'HEADER_FIELD_MISSING', `${TITLE} nothing`],
    ['title', ['title: "  "'], 'HEADER_FIELD_MISSING', `${TITLE} nothing`],
    ['title', ['title: "\u200b"'], 'HEADER_FIELD_INVALID', `${TITLE} '\u200b'`],
    ['title', ['title: [A, B]'], 'HEADER_FIELD_INVALID', `${TITLE} [ 'A', 'B' ]`],
    ['title', ['title: { A: B }'], 'HEADER_FIELD_INVALID', `${TITLE} { A: 'B' }`],
    ['url', [], 'HEADER_FIELD_MISSING', `${URL} nothing`],
    ['url', ['url: ""'], 'HEADER_FIELD_MISSING', `${URL} nothing`],
    ['url', ['url: /release/goff-hanoi'], 'HEADER_FIELD_INVALID', `${URL} '/release/goff-hanoi'`],
    ['url', ['url: javascript:alert(1)'], 'HEADER_FIELD_INVALID', `${URL} 'javascript:alert(1)'`],
    ['url', ['url: 17'], 'HEADER_FIELD_INVALID', `${URL} 17`],
    ['date', [], 'HEADER_FIELD_MISSING', `${DATE} nothing`],
    ['date', ['date:'], 'HEADER_FIELD_MISSING', `${DATE} nothing`],
    ['date', ['date: 2006-02-30'], 'HEADER_FIELD_INVALID', `${DATE} '2006-02-30'`],
    ['date', ['date: 2006-13-01'], 'HEADER_FIELD_INVALID', `${DATE} '2006-13-01'`],
    ['date', ['date: 2007-02-29'], 'HEADER_FIELD_INVALID', `${DATE} '2007-02-29'`],
    ['date', ['date: 0001-01-01'], 'HEADER_FIELD_INVALID', `${DATE} '0001-01-01'`],
    ['date', ['date: 2006-11'], 'HEADER_FIELD_INVALID', `${DATE} '2006-11'`],
    ['date', ['date: 17 November 2006'], 'HEADER_FIELD_INVALID', `${DATE} '17 November 2006'`],
    ['date', ['date: 2006-11-17 or later'], 'HEADER_FIELD_INVALID', `${DATE} '2006-11-17 or later'`],
    ['date', ['date: 20061117'], 'HEADER_FIELD_INVALID', `${DATE} 20061117`],
  ] as const)('%s: %j', (field, lines, code, message) => {
    const { release, problems } = readWith(field, ...lines);
    expect(release).toMatchObject({ id: '2006-11-17-goff-in-hanoi', [field]: null });
    expect(release?.text).toContain('Phil Goff met his counterpart.');
    expect(problems).toEqual([problem(code, field, message)]);
  });

  it('takes a number for a title, and says so', () => {
    const { release, problems } = readWith('title', 'title: 2006');
    expect(release?.title).toBe('2006');
    expect(problems).toEqual([
      problem('HEADER_FIELD_INVALID', 'title', 'expected a title as text, got 2006'),
    ]);
  });

  it('cuts a long value short in its message', () => {
    const { problems } = readWith('url', `url: ${'x'.repeat(500_000)}`);
    expect(problems[0]?.message).toHaveLength(URL.length + 82);
  });
});

describe.each(['ministers', 'portfolios'] as const)('%s', (field) => {
  const list = (got: string) =>
    problem('HEADER_FIELD_INVALID', field, `expected a list of names, got ${got}`);
  const name = (got: string) => problem('HEADER_FIELD_INVALID', field, `expected a name as text, got ${got}`);
  const nothing = problem('HEADER_FIELD_MISSING', field, 'expected a list of names, got nothing');

  it.each([
    ['are absent', [], [], [nothing]],
    ['are null', [`${field}:`], [], [nothing]],
    ['are an empty list', [`${field}: []`], [], []],
    ['are one string', [`${field}: Phil Goff`], ['Phil Goff'], [list("'Phil Goff'")]],
    ['are a number', [`${field}: 7`], ['7'], [list('7')]],
    ['have an empty entry', [`${field}: ["", A]`], ['A'], [name("''")]],
    ['have a blank entry', [`${field}: ["\u00a0", A]`], ['A'], [name("'\u00a0'")]],
    ['have a null', [`${field}: [~, A]`], ['A'], [name('null')]],
    ['have numbers', [`${field}: [2014, A]`], ['2014', 'A'], [name('2014')]],
    ['have a list', [`${field}: [[A, B], C]`], ['C'], [name("[ 'A', 'B' ]")]],
    ['have a mapping of two', [`${field}: [{ A: B, C: D }]`], [], [name("{ A: 'B', C: 'D' }")]],
    [
      'have a name with a colon that is not quoted',
      [`${field}:`, '  - Māori Crown Relations: Te Arawhiti', '  - Justice'],
      ['Māori Crown Relations: Te Arawhiti', 'Justice'],
      [name("{ 'Māori Crown Relations': 'Te Arawhiti' }")],
    ],
    [
      'are one name with a colon',
      [`${field}:`, '  Māori Crown Relations: Te Arawhiti'],
      ['Māori Crown Relations: Te Arawhiti'],
      [list("{ 'Māori Crown Relations': 'Te Arawhiti' }")],
    ],
    ['have blanks and junk', [`${field}: [" Phil \u00a0 Goff", "View PDF"]`], ['Phil Goff', 'View PDF'], []],
    ['name one twice', [`${field}: [A, A]`], ['A', 'A'], []],
  ])('%s: read leniently, and reported', (_, lines, expected, problems) => {
    const read = readWith(field, ...lines);
    expect(read.release?.[field]).toEqual(expected);
    expect(read.problems).toEqual(problems);
  });
});

it('reports everything that is wrong with a header, not only the first', () => {
  const { release, problems } = readLines('---', 'date: never', 'url: here', 'ministers: A', '---', 'Body');
  expect(release).not.toBeNull();
  expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
    'HEADER_FIELD_MISSING title',
    'HEADER_FIELD_INVALID date',
    'HEADER_FIELD_INVALID url',
    'HEADER_FIELD_INVALID ministers',
    'HEADER_FIELD_MISSING portfolios',
  ]);
});
