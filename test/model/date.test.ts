import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayNumber,
  daysInMonth,
  fromDayNumber,
  isCalendarDate,
  weekday,
} from '../../src/model/date.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.parse('0000-01-01T00:00:00Z') / DAY_MS;
const LAST = Date.parse('9999-12-31T00:00:00Z') / DAY_MS;

describe('days', () => {
  it('are those of the Gregorian calendar, each of the years 0 to 9999', () => {
    const wrong: string[] = [];
    for (let day = FIRST; day <= LAST; day++) {
      const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
      if (dayNumber(date) !== day || fromDayNumber(day) !== date) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it('are none outside of those years', () => {
    expect([FIRST - 1, LAST + 1, 0.5, Number.NaN].map(fromDayNumber)).toEqual(['', '', '', '']);
  });

  it.each([
    '',
    'x',
    '2021-02-29',
    '1900-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-04-31',
    '2021-4-30',
    '2021-04-300',
    '2021/04/30',
    '20x1-04-30',
  ])('has no day %j', (date) => {
    expect(dayNumber(date)).toBeNaN();
    expect(isCalendarDate(date)).toBe(false);
  });

  it('pass over the ends of months and leap years', () => {
    expect(addDays('2000-02-28', 2)).toBe('2000-03-01');
    expect(addDays('1900-03-01', -1)).toBe('1900-02-28');
    expect(weekday('2006-11-17')).toBe(4);
    expect([1, 2, 4, 12].map((month) => daysInMonth(2024, month))).toEqual([31, 29, 30, 31]);
  });
});
