import type { Token } from '../lexicon/tokens.ts';
import { addDays, isCalendarDate } from '../model/date.ts';
import type { DateRole, PhraseWords } from './phrase-words.ts';
import { dateOf, isYear, monthWindow, shiftDay, unitWindow, type Window, yearWindow } from './window.ts';

/** The phrase that dates are read from. */
export interface DateText {
  readonly phrase: string;
  readonly tokens: readonly Token[];
  /** By first token: what date words stand there, the longer first, with the last token of each. */
  readonly roles: ReadonlyMap<number, readonly { readonly role: DateRole; readonly last: number }[]>;
  readonly words: PhraseWords;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** A date as said; a month without its year waits for one. */
export interface Point {
  readonly window: Window;
  readonly last: number;
  /** The month that was said without a year, else null. */
  readonly bareMonth: number | null;
  /** "last month", "the past year", "this week": a stretch up to now, which "from" does not open. */
  readonly recent: boolean;
}

/** The last token of a date word of this role that starts here; -1 where there is none. */
export function roleAt(text: DateText, index: number, role: DateRole): number {
  return text.roles.get(index)?.find((found) => found.role === role)?.last ?? -1;
}

/**
 * The date that starts at a token: "9 November 2001", "May 2005", "2005-05-01", "1/5/2005", "2005", "the 1990s",
 * "last year", "3 months ago"; null where there is none. A month without a year is the latest that has begun.
 */
export function pointAt(text: DateText, index: number): Point | null {
  const start = skipThe(text, index);
  return (
    relativeAt(text, index) ??
    numericAt(text, start) ??
    monthAt(text, start) ??
    yearAt(text, start, start > index) ??
    (start === index ? null : relativeAt(text, start))
  );
}

function skipThe(text: DateText, index: number): number {
  return text.tokens[index]?.key === 'the' ? index + 1 : index;
}

function certain(window: Window, last: number, recent = false): Point {
  return { window, last, bareMonth: null, recent };
}

/** The number of a token of so many digits at most, without or with its ordinal ending; null where it is none. */
function numberOf(token: Token | undefined, digits: number): number | null {
  if (token?.shape !== 'NUMBER') return null;
  const match = /^(\d+)(?:st|nd|rd|th)?$/.exec(token.key);
  return match?.[1] !== undefined && match[1].length <= digits ? Number(match[1]) : null;
}

function yearOf(token: Token | undefined): number | null {
  if (token === undefined || !/^\d{4}$/.test(token.key)) return null;
  const year = Number(token.key);
  return isYear(year) ? year : null;
}

/** The character between a token and the one before, where there is just one. */
function signBefore(text: DateText, index: number): string {
  const token = text.tokens[index];
  const previous = text.tokens[index - 1];
  return token && previous ? text.phrase.slice(previous.end, token.start) : '';
}

/** "2005-05-01", "2005-05", "1/5/2005" (day first), "2005/06" (July to June). */
function numericAt(text: DateText, index: number): Point | null {
  const { tokens } = text;
  const [first, second, third] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const sign = signBefore(text, index + 1);
  const year = yearOf(first);
  if (year !== null && sign === '-' && second && /^\d{2}$/.test(second.key)) {
    const month = Number(second.key);
    if (third && /^\d{2}$/.test(third.key) && signBefore(text, index + 2) === '-') {
      const day = `${year}-${second.key}-${third.key}`;
      return isCalendarDate(day) ? certain({ from: day, to: day }, index + 2) : null;
    }
    return month >= 1 && month <= 12 ? certain(monthWindow(year, month), index + 1) : null;
  }
  if (year !== null && sign === '/' && second && Number(second.key) === (year + 1) % 100) {
    return certain({ from: `${year}-07-01`, to: `${year + 1}-06-30` }, index + 1);
  }
  const last = yearOf(third);
  if (sign !== '/' || signBefore(text, index + 2) !== '/' || last === null) return null;
  const [day, month] = [numberOf(first, 2), numberOf(second, 2)];
  return day === null || month === null ? null : dayPoint(last, month, day, index + 2);
}

function dayPoint(year: number, month: number, day: number, last: number): Point | null {
  if (month < 1 || month > 12) return null;
  const date = dateOf(year, month, day);
  return date.endsWith(`-${String(day).padStart(2, '0')}`) && day >= 1
    ? certain({ from: date, to: date }, last)
    : null;
}

/** "9 November 2001", "9th of November 2001", "November 9, 2001", "November 2001", "9 November", "November". */
function monthAt(text: DateText, index: number): Point | null {
  const { tokens, words, today } = text;
  const dayBefore = numberOf(tokens[index], 2);
  const of = tokens[index + 1]?.key === 'of' ? 1 : 0;
  const monthIndex = dayBefore === null ? index : index + 1 + of;
  const month = words.months.get(tokens[monthIndex]?.key ?? '');
  if (month === undefined) return null;
  const yearAfter = yearOf(tokens[monthIndex + 1]);
  if (dayBefore !== null) {
    const year = yearAfter ?? latestYear(today, month, dayBefore);
    return dayPoint(year, month, dayBefore, yearAfter === null ? monthIndex : monthIndex + 1);
  }
  if (yearAfter !== null) return certain(monthWindow(yearAfter, month), monthIndex + 1);
  const dayAfter = numberOf(tokens[monthIndex + 1], 2);
  const lastYear = yearOf(tokens[monthIndex + 2]);
  if (dayAfter !== null && lastYear !== null) return dayPoint(lastYear, month, dayAfter, monthIndex + 2);
  if (dayAfter !== null) {
    return dayPoint(latestYear(today, month, dayAfter), month, dayAfter, monthIndex + 1);
  }
  return {
    window: monthWindow(latestYear(today, month, 1), month),
    last: monthIndex,
    bareMonth: month,
    recent: false,
  };
}

/** The year of the latest such day that is not after today. */
function latestYear(today: string, month: number, day: number): number {
  const year = Number(today.slice(0, 4));
  return dateOf(year, month, day) <= today ? year : year - 1;
}

/** "2005", "1990s", "90s". "the 2009 tsunami" dates the tsunami: after "the" a year is no bound. */
function yearAt({ tokens }: DateText, index: number, articled: boolean): Point | null {
  const token = tokens[index];
  const year = yearOf(token);
  if (year !== null && articled) return null;
  if (year !== null) return certain(yearWindow(year), index);
  const decade = /^(\d{2})?(\d)0s$/.exec(token?.key ?? '');
  if (!decade) return null;
  const [, century, tens] = decade;
  const first = Number(`${century ?? (Number(tens) < 3 ? '20' : '19')}${tens}0`);
  return isYear(first) ? certain(yearWindow(first, first + 9), index) : null;
}

/** "today", "this month", "last year", "the past year", "last 5 years", "next two weeks", "3 years ago". */
function relativeAt(text: DateText, index: number): Point | null {
  const { tokens, words, today } = text;
  for (const [role, steps] of [
    ['today', 0],
    ['yesterday', -1],
    ['tomorrow', 1],
  ] as const) {
    const last = roleAt(text, index, role);
    if (last >= 0) return certain({ from: addDays(today, steps), to: addDays(today, steps) }, last);
  }
  const unitAt = (at: number) => words.units.get(tokens[at]?.key ?? '');
  const countAt = (at: number) => numberOf(tokens[at], 3) ?? words.numbers.get(tokens[at]?.key ?? '') ?? null;
  const count = countAt(index);
  const unitAfter = unitAt(index + 1);
  const ago = roleAt(text, index + 2, 'ago');
  if (count !== null && unitAfter && ago >= 0) return certain(unitWindow(today, unitAfter, -count), ago);
  for (const [role, steps] of [
    ['last', -1],
    ['rolling', -1],
    ['this', 0],
    ['next', 1],
  ] as const) {
    const last = roleAt(text, index, role);
    if (last < 0) continue;
    const unit = unitAt(last + 1);
    if (unit) {
      const window = role === 'rolling' ? span(today, -1, unit) : unitWindow(today, unit, steps);
      return certain(window, last + 1, steps <= 0);
    }
    const number = countAt(last + 1);
    const numbered = unitAt(last + 2);
    if (number !== null && numbered && steps !== 0) {
      return certain(span(today, steps * number, numbered), last + 2, steps < 0);
    }
    const month = words.months.get(tokens[last + 1]?.key ?? '');
    if (month !== undefined) {
      const year = latestYear(today, month, 1) + Math.max(0, steps);
      return certain(monthWindow(year, month), last + 1, steps <= 0);
    }
  }
  return null;
}

function span(today: string, count: number, unit: Parameters<typeof shiftDay>[1]): Window {
  const other = shiftDay(today, unit, count);
  return count < 0 ? { from: other, to: today } : { from: today, to: other };
}
