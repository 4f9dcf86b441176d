import { readdirSync, readFileSync } from 'node:fs';
import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, resolveDate } from '../../../src/extract/dates/find-dates.ts';
import { createExtractor } from '../../../src/extract/extractor.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { tokenize } from '../../../src/lexicon/tokens.ts';
import { addDays, type EventDate } from '../../../src/model/date.ts';
import { readRelease } from '../../../src/read/read-release.ts';

const SAMPLES = new URL('../../../data/releases/', import.meta.url);

/** First and last day that an EDTF string can mean, as a library says that is none of ours; throws where it is not of level 0. */
function boundsByLibrary(string: string): { readonly first: string; readonly last: string } {
  const parsed = edtf(string, { level: 0 });
  const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return { first: dayOf(parsed.min), last: dayOf(parsed.max) };
}

function expectSound(date: EventDate): void {
  const { first, last } = boundsByLibrary(date.edtf);
  expect(date.earliest <= date.latest, `${date.edtf}: ${date.earliest} to ${date.latest}`).toBe(true);
  expect(first <= date.earliest && date.latest <= last, `${date.edtf} holds its bounds`).toBe(true);
  expect([date.earliest, date.latest], `${date.edtf} says no more than its bounds`).toEqual([first, last]);
  if (date.precision === 'DAY') expect(date.earliest).toBe(date.latest);
  if (date.precision === 'WEEK') expect(addDays(date.earliest, 6)).toBe(date.latest);
}

const pick = (...words: readonly string[]) => fc.constantFrom(...words);
const say = (...parts: readonly (string | fc.Arbitrary<string>)[]) =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((list) => list.join(' '));

const day = fc.integer({ min: 1, max: 31 }).map((number) => `${number}`);
const dayOf = fc.tuple(day, pick('', 'st', 'nd', 'rd', 'th')).map(([number, sign]) => number + sign);
const month = pick(
  ...['January', 'February', 'Feb', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['Sept', 'September', 'October', 'November', 'Nov.', 'December', 'Dec'],
);
const year = fc.integer({ min: 1901, max: 2060 }).map((number) => `${number}`);
const weekday = pick('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday');
const shift = pick(
  'last',
  'this',
  'next',
  'this coming',
  'the past',
  'the following',
  'later this',
  'earlier this',
);
const unit = pick(
  'day',
  'week',
  'fortnight',
  'month',
  'year',
  'decade',
  'weekend',
  'quarter',
  'summer',
  'winter',
);
const amount = pick('a', 'two', 'three', 'six', 'ten', 'a few', 'several', '12', '45', '400', '1200');
const season = pick('summer', 'autumn', 'winter', 'spring');
const stretch = pick('-', '–', 'to', 'and', 'until', '/');

/** Phrases as releases have them, and the same with days that no month has and ends that lie before their beginning. */
const phrase = fc.oneof(
  say('on', dayOf, month, year),
  say(weekday, ',', dayOf, month),
  say(month, day, ',', year),
  say(month, dayOf),
  say('from', dayOf, stretch, dayOf, month, year),
  say('from', dayOf, month, stretch, dayOf, month),
  say('from', dayOf, month, year, stretch, dayOf, month, year),
  say('from', month, dayOf, stretch, dayOf, ',', year),
  say(month, stretch, month, year),
  say(month, year, stretch, month, year),
  say('from', year, stretch, year),
  fc.tuple(year, day).map(([first, second]) => `${first}/${second.padStart(2, '0')}`),
  say(dayOf, ',', dayOf, 'and', dayOf, month),
  say(pick('in', 'by', 'by mid', 'early in', 'late', 'since', 'at the end of', 'the year to'), month, year),
  say(pick('in', 'by mid-', 'early', 'towards the end of', 'since', 'Budget', 'the year ended June'), year),
  fc.integer({ min: 190, max: 205 }).map((decade) => `the ${decade}0s`),
  say(shift, unit),
  say(shift, weekday, pick('', 'morning', 'night')),
  say(shift, month),
  say(
    amount,
    pick('days', 'weeks', 'months', 'years', 'decades'),
    pick('ago', 'from now', 'earlier', 'later'),
  ),
  say('in the', pick('next', 'last', 'past', 'coming'), amount, pick('days', 'weeks', 'months', 'years')),
  say('the', pick('first', 'second', 'third', 'last', 'final'), pick('quarter', 'half', 'week'), 'of', year),
  say('the', pick('March', 'June', 'September', 'December'), 'quarter', pick('', '2009', '2031')),
  say(pick('in', 'last', 'next', 'this', 'over'), season, pick('', '2012', 'of 1999', '2010/11')),
  say(pick('the 2008/09', 'the 1999-2000', 'this', 'next', 'last'), 'financial year'),
  pick(
    'today',
    'yesterday',
    'overnight',
    'tomorrow',
    'tonight',
    'this morning',
    'at the weekend',
    'a week ago',
  ),
  say(
    pick('Christmas Day', 'Anzac Day', 'Waitangi Day', "New Year's Day", 'Boxing Day', 'Easter'),
    pick('', '2004'),
  ),
  fc.tuple(day, day, year).map((parts) => parts.join('/')),
  fc.tuple(year, day, day).map((parts) => parts.map((part) => part.padStart(2, '0')).join('-')),
);

/** Any day of the corpus' years and around; the last days of February and of the year oftener. */
const releaseDay = fc.oneof(
  fc.integer({ min: 0, max: 14_000 }).map((days) => addDays('1990-01-01', days)),
  fc
    .tuple(
      fc.integer({ min: 1992, max: 2028 }),
      pick('02-28', '02-29', '03-01', '03-31', '06-30', '12-31', '01-01'),
    )
    .map(([number, rest]) => `${number}-${rest}`)
    .filter((date) => addDays(date, 0) === date),
);

describe('bounds of dates', () => {
  it('are in order and within the EDTF string, for phrases of every form on any day', () => {
    let count = 0;
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 3 }), releaseDay, (phrases, release) => {
        const text = phrases.join(', and ');
        for (const found of findDates(text, tokenize(text), release)) {
          for (const direction of ['PAST', 'FUTURE', 'NEAR'] as const) {
            expectSound(resolveDate(found, direction));
            count += 1;
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(count, 'most phrases are read as dates').toBeGreaterThan(9000);
  });

  it('are so without the day of a release too', () => {
    fc.assert(
      fc.property(phrase, (text) => {
        for (const found of findDates(text, tokenize(text), null)) expectSound(resolveDate(found, 'NEAR'));
      }),
      { numRuns: 1000 },
    );
  });

  it('are so for every date of an event in the sample releases, whatever day these are released on', () => {
    const extract = createExtractor(loadLexicon());
    const releases = readdirSync(SAMPLES)
      .filter((file) => /^\d.*\.md$/.test(file))
      .flatMap((file) => readRelease(readFileSync(new URL(file, SAMPLES)), file).release ?? []);
    const dates = releases.flatMap((release) =>
      [release.date, '2004-02-29', '2019-12-31'].flatMap((date) =>
        extract({ ...release, date }).events.flatMap((event) => event.date ?? []),
      ),
    );
    for (const date of dates) expectSound(date);
    expect(dates.length).toBeGreaterThan(300);
  });
});
