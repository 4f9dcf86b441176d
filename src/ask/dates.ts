import { addDays, isCalendarDate } from '../model/date.ts';
import { type DateText, type Point, pointAt, roleAt } from './date-points.ts';
import { monthWindow, type Window, yearWindow } from './window.ts';

/** A date read from a phrase, and its last token. */
export interface ReadWindow {
  readonly window: Window;
  readonly last: number;
}

/**
 * The date expression that starts at a token: "since 2005", "before 1999", "between 2004 and 2008", "in May 2005",
 * "2004–08", "last 5 years"; null where there is none. A bare month counts only after "in", "since" and the like, for
 * "may" and "march" are words as well. "after" and "before" leave out the whole date that they name.
 */
export function dateAt(text: DateText, index: number): ReadWindow | null {
  const found =
    rangeAt(text, index) ??
    boundedAt(text, index) ??
    afterRole(text, index, 'in', true) ??
    afterRole(text, index, 'of', false) ??
    plainAt(text, index, false);
  return found && isPossible(found.window.from) && isPossible(found.window.to) ? found : null;
}

/** "last 900 decades" ends in a year that the calendar does not have. */
function isPossible(day: string | null): boolean {
  return day === null || isCalendarDate(day);
}

function afterRole(text: DateText, index: number, role: 'in' | 'of', bareMonths: boolean): ReadWindow | null {
  const last = roleAt(text, index, role);
  return last < 0 ? null : plainAt(text, last + 1, bareMonths);
}

/** "between A and B", "from A to B", "A to B", "A–B". */
function rangeAt(text: DateText, index: number): ReadWindow | null {
  const between = roleAt(text, index, 'between');
  const inside = roleAt(text, index, 'in');
  const start = between >= 0 ? between + 1 : inside >= 0 ? inside + 1 : index;
  const first = pointAt(text, start);
  if (!first) return null;
  const join = roleAt(text, first.last + 1, 'join');
  const dash = text.tokens[first.last + 1]?.gap;
  const isAnd = text.tokens[first.last + 1]?.key === 'and';
  const second =
    join >= 0 && (between >= 0 || !isAnd)
      ? pointAt(text, join + 1)
      : isDash(text, first.last + 1, dash)
        ? (shortYearAt(text, first) ?? pointAt(text, first.last + 1))
        : null;
  if (!second || (between < 0 && first.bareMonth !== null && second.bareMonth !== null)) return null;
  const { from } = borrowYear(first, second).window;
  const { to } = second.window;
  if (from === null || to === null || from > to) return null;
  return { window: { from, to }, last: second.last };
}

function isDash(text: DateText, index: number, gap: string | undefined): boolean {
  if (gap === 'HYPHEN') return true;
  const between = text.phrase.slice(text.tokens[index - 1]?.end ?? 0, text.tokens[index]?.start ?? 0);
  return /^ ?[-–—] ?$/.test(between);
}

/** The "08" of "2004–08". */
function shortYearAt({ tokens }: DateText, first: Point): Point | null {
  const token = tokens[first.last + 1];
  const year = /^\d{4}$/.test(tokens[first.last]?.key ?? '') ? Number(tokens[first.last]?.key) : null;
  if (year === null || !token || !/^\d{2}$/.test(token.key)) return null;
  const last = Math.floor(year / 100) * 100 + Number(token.key);
  return last > year
    ? { window: yearWindow(last), last: first.last + 1, bareMonth: null, recent: false }
    : null;
}

/** "between March and May 2005": the first month is of the second's year. */
function borrowYear(first: Point, second: Point): Point {
  if (first.bareMonth === null || second.window.to === null || second.bareMonth !== null) return first;
  return { ...first, window: monthWindow(Number(second.window.to.slice(0, 4)), first.bareMonth) };
}

/** "since A", "from A", "after A", "before A", "until A". */
function boundedAt(text: DateText, index: number): ReadWindow | null {
  for (const role of ['since', 'from', 'after', 'before', 'until'] as const) {
    const last = roleAt(text, index, role);
    const point = last < 0 ? null : pointAt(text, last + 1);
    if (!point) continue;
    const { from, to } = point.window;
    switch (role) {
      case 'since':
      case 'from': {
        const suffix = roleAt(text, point.last + 1, 'onwards');
        // "headlines from last month" are those of that month.
        if (role === 'from' && point.recent && suffix < 0) return { window: point.window, last: point.last };
        return { window: { from, to: null }, last: Math.max(point.last, suffix) };
      }
      case 'after':
        return { window: { from: to && addDays(to, 1), to: null }, last: point.last };
      case 'before':
        return { window: { from: null, to: from && addDays(from, -1) }, last: point.last };
      case 'until':
        return { window: { from: null, to }, last: point.last };
    }
  }
  return null;
}

/** A date, and what may follow it: "2005 onwards", "2005 or earlier". */
function plainAt(text: DateText, index: number, bareMonths: boolean): ReadWindow | null {
  const point = pointAt(text, index);
  if (!point || (point.bareMonth !== null && !bareMonths)) return null;
  const onwards = roleAt(text, point.last + 1, 'onwards');
  if (onwards >= 0) return { window: { from: point.window.from, to: null }, last: onwards };
  const earlier = roleAt(text, point.last + 1, 'orEarlier');
  if (earlier >= 0) return { window: { from: null, to: point.window.to }, last: earlier };
  return { window: point.window, last: point.last };
}
