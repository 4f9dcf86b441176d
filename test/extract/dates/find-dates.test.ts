import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateDirection, findDates, resolveDate } from '../../../src/extract/dates/find-dates.ts';
import { tokenize } from '../../../src/lexicon/tokens.ts';
import { addDays, edtfBounds } from '../../../src/model/date.ts';

/** A Friday. */
const RELEASE = '2006-11-17';

function read(text: string, direction: DateDirection = 'NEAR', release: string | null = RELEASE): string[] {
  return findDates(text, tokenize(text), release).map(
    (found) => `${text.slice(found.start, found.end)} = ${resolveDate(found, direction).edtf}`,
  );
}

describe('dates said in full', () => {
  it.each([
    ['on 17 November 2006', '17 November 2006 = 2006-11-17'],
    ['on November 17, 2006', 'November 17, 2006 = 2006-11-17'],
    ['on November 17 2006', 'November 17 2006 = 2006-11-17'],
    ['the 3rd of May 2005', '3rd of May 2005 = 2005-05-03'],
    ['the 22nd May 2005', '22nd May 2005 = 2005-05-22'],
    ['Friday, 17 November 2006', 'Friday, 17 November 2006 = 2006-11-17'],
    ['Saturday the 5th of March 2005', 'Saturday the 5th of March 2005 = 2005-03-05'],
    ['9 December, 2005', '9 December, 2005 = 2005-12-09'],
    ['Nov. 9, 2005', 'Nov. 9, 2005 = 2005-11-09'],
    ['29 February 2004', '29 February 2004 = 2004-02-29'],
    ['in May 2005', 'May 2005 = 2005-05'],
    ['in May of 2005', 'May of 2005 = 2005-05'],
    ['(May 2008)', 'May 2008 = 2008-05'],
    ['since 1999', '1999 = 1999'],
    ['the 2003 bombings', '2003 = 2003'],
    ['by mid-2006', '2006 = 2006'],
    ['towards the end of 2006', '2006 = 2006'],
    ['in early 2007', '2007 = 2007'],
    ['Wellington (1995) and Apia', '1995 = 1995'],
    ['in the 1950s', '1950s = 1950/1959'],
    ['the mid-1990s', '1990s = 1990/1999'],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('stretches of days, months and years', () => {
  it.each([
    ['15-19 September 2013', '15-19 September 2013 = 2013-09-15/2013-09-19'],
    ['15 – 19 September 2013', '15 – 19 September 2013 = 2013-09-15/2013-09-19'],
    ['from 22 to 28 April 2006', '22 to 28 April 2006 = 2006-04-22/2006-04-28'],
    ['between 22 and 28 April 2006', '22 and 28 April 2006 = 2006-04-22/2006-04-28'],
    ['10 and 11 November', '10 and 11 November = 2006-11-10/2006-11-11'],
    ['9, 10 and 11 November', '9, 10 and 11 November = 2006-11-09/2006-11-11'],
    ['November 13 and 14', 'November 13 and 14 = 2006-11-13/2006-11-14'],
    ['November 13-14, 2005', 'November 13-14, 2005 = 2005-11-13/2005-11-14'],
    ['May 26 to June 11, 2006', 'May 26 to June 11, 2006 = 2006-05-26/2006-06-11'],
    ['from 28 December to 5 January', '28 December to 5 January = 2006-12-28/2007-01-05'],
    ['28 December 2003 to 5 January 2004', '28 December 2003 to 5 January 2004 = 2003-12-28/2004-01-05'],
    [
      'Sunday 19 November to Saturday 2 December',
      'Sunday 19 November to Saturday 2 December = 2006-11-19/2006-12-02',
    ],
    ['during May and June 2006', 'May and June 2006 = 2006-05/2006-06'],
    ['between May and July 2005', 'May and July 2005 = 2005-05/2005-07'],
    ['July 2023 to June 2027', 'July 2023 to June 2027 = 2023-07/2027-06'],
    ['2001-2005', '2001-2005 = 2001/2005'],
    ['from 1981 to 1985', '1981 to 1985 = 1981/1985'],
    ['between 2012 and 2014', '2012 and 2014 = 2012/2014'],
    ['the 1948-49 airlift', '1948-49 = 1948/1949'],
    ['the 2005/06 financial year', '2005/06 = 2005-07/2006-06'],
    ['in 2005/06', '2005/06 = 2005/2006'],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('keeps two dates apart that are joined by "and"', () => {
    expect(read('on 1 August 2005 and 2 September 2005')).toEqual([
      '1 August 2005 = 2005-08-01',
      '2 September 2005 = 2005-09-02',
    ]);
    expect(read('in April 2005 and again in August 2005')).toEqual([
      'April 2005 = 2005-04',
      'August 2005 = 2005-08',
    ]);
    expect(read('visits in 2004 and 2006')).toEqual(['2004 = 2004', '2006 = 2006']);
  });
});

describe('dates worked out from the release', () => {
  it.each([
    ['met today', 'today = 2006-11-17'],
    ['arrives tonight', 'tonight = 2006-11-17'],
    ['left this morning', 'this morning = 2006-11-17'],
    ['this afternoon', 'this afternoon = 2006-11-17'],
    ['earlier today', 'earlier today = 2006-11-17'],
    ['fell yesterday', 'yesterday = 2006-11-16'],
    ['yesterday afternoon', 'yesterday afternoon = 2006-11-16'],
    ['voted overnight', 'overnight = 2006-11-16'],
    ['last night', 'last night = 2006-11-16'],
    ['leaves tomorrow', 'tomorrow = 2006-11-18'],
    ['tomorrow night', 'tomorrow night = 2006-11-18'],
    ['this week', 'this week = 2006-11-13/2006-11-19'],
    ['late this week', 'this week = 2006-11-13/2006-11-19'],
    ['last week', 'last week = 2006-11-06/2006-11-12'],
    ['early next week', 'next week = 2006-11-20/2006-11-26'],
    ['Tuesday next week', 'Tuesday next week = 2006-11-21'],
    ['on Tuesday of next week', 'Tuesday of next week = 2006-11-21'],
    ['Thursday last week', 'Thursday last week = 2006-11-09'],
    ['last Friday', 'last Friday = 2006-11-10'],
    ['last Wednesday', 'last Wednesday = 2006-11-15'],
    ['next Tuesday', 'next Tuesday = 2006-11-21'],
    ['this Saturday', 'this Saturday = 2006-11-18'],
    ['this month', 'this month = 2006-11'],
    ['later this month', 'this month = 2006-11'],
    ['last month', 'last month = 2006-10'],
    ['next month', 'next month = 2006-12'],
    ['this year', 'this year = 2006'],
    ['earlier this year', 'this year = 2006'],
    ['late last year', 'last year = 2005'],
    ['next year', 'next year = 2007'],
    ['by the end of next year', 'next year = 2007'],
    ['November last year', 'November last year = 2005-11'],
    ['in June this year', 'June this year = 2006-06'],
    ['10 December next year', '10 December next year = 2007-12-10'],
    ['this weekend', 'this weekend = 2006-11-18/2006-11-19'],
    ['last weekend', 'last weekend = 2006-11-11/2006-11-12'],
    ['two years ago', 'two years ago = 2004'],
    ['a year ago', 'a year ago = 2005'],
    ['15 months ago', '15 months ago = 2005-08'],
    ['three days ago', 'three days ago = 2006-11-14'],
    ['two weeks ago', 'two weeks ago = 2006-10-30/2006-11-05'],
    ['over the last four days', 'last four days = 2006-11-14/2006-11-17'],
    ['over the past three years', 'past three years = 2003/2006'],
    ['over the next 10 years', 'next 10 years = 2006/2016'],
    ['in the next six months', 'next six months = 2006-11/2007-05'],
    ['the first half of 2006', 'first half of 2006 = 2006-01/2006-06'],
    ['the second quarter of this year', 'second quarter of this year = 2006-04/2006-06'],
    ['the September 2006 quarter', 'September 2006 = 2006-09'],
    ['the September quarter', 'September quarter = 2006-07/2006-09'],
    ['in the year to 30 June 2012', 'year to 30 June 2012 = 2011-07/2012-06'],
    ['for the year ended December 2005', 'year ended December 2005 = 2005-01/2005-12'],
    ['next summer', 'next summer = 2006-12/2007-02'],
    ['last winter', 'last winter = 2006-06/2006-08'],
    ['in the summer of 2004', 'summer of 2004 = 2004-12/2005-02'],
    ['summer 2005/06', 'summer 2005/06 = 2005-12/2006-02'],
    ['spring 2005', 'spring 2005 = 2005-09/2005-11'],
    ['in the new year', 'new year = 2007'],
    ['by Christmas', 'Christmas = 2006-12'],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('finds none of them without the date of the release', () => {
    expect(read('met today, on Friday and last week, in May', 'NEAR', null)).toEqual([]);
    expect(read('signed in May 2005', 'NEAR', null)).toEqual(['May 2005 = 2005-05']);
  });
});

describe('what the direction decides', () => {
  it.each([
    ['on Monday', '2006-11-13', '2006-11-20'],
    ['on Friday', '2006-11-17', '2006-11-24'],
    ['on Friday night', '2006-11-17', '2006-11-24'],
    ['at the weekend', '2006-11-11/2006-11-12', '2006-11-18/2006-11-19'],
    ['in May', '2006-05', '2007-05'],
    ['in November', '2006-11', '2006-11'],
    ['in December', '2005-12', '2006-12'],
    ['early December', '2005-12', '2006-12'],
    ['mid-February', '2006-02', '2007-02'],
    ['on 15 October', '2006-10-15', '2007-10-15'],
    ['15-19 September', '2006-09-15/2006-09-19', '2007-09-15/2007-09-19'],
    ['on Anzac Day', '2006-04-25', '2007-04-25'],
    ['the December quarter', '2005-10/2005-12', '2006-10/2006-12'],
    ['the year to June', '2005-07/2006-06', '2006-07/2007-06'],
  ])('reads "%s" back as %s and ahead as %s', (text, past, future) => {
    const [found] = findDates(text, tokenize(text), RELEASE);
    expect([found?.reading.past, found?.reading.future]).toEqual([past, future]);
  });

  it('takes the year in which the weekday agrees', () => {
    expect(read('Tuesday 7 July', 'PAST')).toEqual(['Tuesday 7 July = 2006-07-07']);
    expect(read('Saturday 7 July', 'PAST')).toEqual(['Saturday 7 July = 2007-07-07']);
  });
});

describe('what is no date', () => {
  it.each([
    ['2000 people came'],
    ['a total of 2030 properties were infected'],
    ['$2005 was paid'],
    ['Theresa May and Mr March'],
    ['it may be so, they march on'],
    ['second reading'],
    ['a two-day visit'],
    ['three weeks of talks'],
    ['more than ten years ago'],
    ['several years ago'],
    ['in recent weeks'],
    ['every year'],
    ['per week'],
    ['1.5 percent'],
    ['room 2010a'],
    ['30 June 31 pages'.slice(8)],
    ['the night shift'],
    ['the sun and the sat nav'],
    ['New Year Honours'],
    ['0.2006 percent'],
    ['12 tonnes'],
    ['the last straw'],
    ['next of kin'],
    ['this is new'],
  ])('finds nothing in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('marks a year that is part of a name', () => {
    const named = (text: string): boolean[] =>
      findDates(text, tokenize(text), RELEASE).map((found) => found.named);
    expect(named('Budget 2014')).toEqual([true]);
    expect(named('Expo 2020 in Dubai')).toEqual([true]);
    expect(named('Vision 2020')).toEqual([true]);
    expect(named('the Resource Management Act 1991')).toEqual([true]);
    expect(named('the budget of 2014')).toEqual([false]);
  });

  it('knows the attacks of 11 September by the words around them', () => {
    expect(read('the September 11 attacks', 'PAST')).toEqual(['September 11 = 2001-09-11']);
    expect(read('open on September 11', 'PAST')).toEqual(['September 11 = 2006-09-11']);
    expect(read('the September 11 attacks', 'PAST', '1999-01-01')).toEqual(['September 11 = 1998-09-11']);
  });
});

describe('every date found', () => {
  const month = fc.constantFrom('January', 'February', 'May', 'June', 'September', 'December');
  const day = fc.integer({ min: 1, max: 31 }).map(String);
  const year = fc.integer({ min: 1990, max: 2030 }).map(String);
  const words = fc.constantFrom(
    'today',
    'last',
    'next',
    'this',
    'week',
    'year',
    'month',
    'Friday',
    'Sunday',
    'early',
    'to',
    'and',
    '-',
    'ago',
    'two',
    'three',
    'quarter',
    'half',
    'of',
    'first',
    'the',
    'in',
    'summer',
    'weekend',
    ',',
    'ended',
    'past',
    'days',
    'Christmas',
  );
  const texts = fc
    .array(fc.oneof(month, day, year, words), { minLength: 1, maxLength: 12 })
    .map((list) => list.join(' '));
  const releases = fc.integer({ min: 0, max: 11_000 }).map((days) => addDays('1996-01-01', days));

  it('has bounds in order, a span in the text, and no day that the text does not name', () => {
    fc.assert(
      fc.property(texts, releases, (text, release) => {
        let end = 0;
        for (const found of findDates(text, tokenize(text), release)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          end = found.end;
          for (const direction of ['PAST', 'FUTURE', 'NEAR'] as const) {
            const date = resolveDate(found, direction);
            const bounds = edtfBounds(date.edtf);
            expect(date.earliest <= date.latest).toBe(true);
            expect(bounds).toEqual({ earliest: date.earliest, latest: date.latest });
            if (
              /^(in )?(January|February|May|June|September|December)( \d{4})?$/.test(
                text.slice(found.start, found.end),
              )
            ) {
              expect(date.precision).toBe('MONTH');
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
