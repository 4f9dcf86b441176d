import { addDays, dayNumber, daysInMonth, weekday } from '../model/date.ts';
import type { DateUnit } from './phrase-words.ts';

/** A stretch of days, both included; null where it is open. */
export interface Window {
  readonly from: string | null;
  readonly to: string | null;
}

/** First and last year that a number can be. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

/** Whether four digits are a year that a question can be about. */
export function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** A calendar date; a month out of 1 to 12 moves the year, a day beyond the month's end becomes its last. */
export function dateOf(year: number, month: number, day: number): string {
  const shifted = year + Math.floor((month - 1) / 12);
  const inYear = ((((month - 1) % 12) + 12) % 12) + 1;
  const inMonth = Math.min(day, daysInMonth(shifted, inYear));
  return `${String(shifted).padStart(4, '0')}-${String(inYear).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`;
}

export function yearWindow(first: number, last = first): Window {
  return { from: dateOf(first, 1, 1), to: dateOf(last, 12, 31) };
}

export function monthWindow(year: number, month: number): Window {
  return { from: dateOf(year, month, 1), to: dateOf(year, month, 31) };
}

/** The calendar unit `steps` after the one that has the day: -1 and "year" give the year before. */
export function unitWindow(day: string, unit: DateUnit, steps: number): Window {
  const [year = 0, month = 0] = day.split('-').map(Number);
  switch (unit) {
    case 'day':
      return { from: addDays(day, steps), to: addDays(day, steps) };
    case 'week': {
      const monday = addDays(day, steps * 7 - weekday(day));
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'month':
      return monthWindow(year, month + steps);
    case 'year':
      return yearWindow(year + steps);
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + steps * 10;
      return yearWindow(first, first + 9);
    }
  }
}

/** The day `count` units after a day, before it where negative. */
export function shiftDay(day: string, unit: DateUnit, count: number): string {
  const [year = 0, month = 0, inMonth = 0] = day.split('-').map(Number);
  switch (unit) {
    case 'day':
      return addDays(day, count);
    case 'week':
      return addDays(day, count * 7);
    case 'month':
      return dateOf(year, month + count, inMonth);
    case 'year':
      return dateOf(year + count, month, inMonth);
    case 'decade':
      return dateOf(year + count * 10, month, inMonth);
  }
}

/** EDTF of a window, as short as it can be written; open ends as `..`. */
export function edtfOf({ from, to }: Window): string {
  if (from === null || to === null) return `${from ?? '..'}/${to ?? '..'}`;
  if (from === to) return from;
  const [year = '', month = ''] = from.split('-');
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  if (from === `${year}-${month}-01` && to === dateOf(Number(year), Number(month), 31))
    return `${year}-${month}`;
  return `${from}/${to}`;
}

/**
 * Two windows that one phrase asks for: what both allow where one of them is open ("since 2005", "before 2010"), all
 * of both where they meet ("2005 and 2006"); null where neither makes sense ("2005 and 2009").
 */
export function joinWindows(a: Window, b: Window): Window | null {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  const open = [a, b].some((window) => window.from === null || window.to === null);
  if (open) return from !== null && to !== null && from > to ? null : { from, to };
  const [first, second] = (a.from ?? '') <= (b.from ?? '') ? [a, b] : [b, a];
  if (dayNumber(second.from ?? '') > dayNumber(first.to ?? '') + 1) return null;
  return { from: first.from, to: later(first.to, second.to) };
}

function later(a: string | null, b: string | null): string | null {
  return a !== null && b !== null ? (a > b ? a : b) : (a ?? b);
}

function earlier(a: string | null, b: string | null): string | null {
  return a !== null && b !== null ? (a < b ? a : b) : (a ?? b);
}
