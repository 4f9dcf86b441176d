import { addDays, dayNumber, daysInMonth, isCalendarDate, weekday } from '../../model/date.ts';
import { boundsOf } from './bounds.ts';

/**
 * One expression read three ways: as past, as future, and as whichever lies nearest to the release's date.
 * All three are EDTF level 0 and equal where the text says enough.
 */
export interface DateReading {
  readonly past: string;
  readonly future: string;
  readonly near: string;
}

/** A day of the calendar or one of its parts; `day` null is a whole month. */
export interface MonthDay {
  readonly month: number;
  readonly day: number | null;
}

/** A reading that is the same in every direction. */
export function fixed(edtf: string): DateReading {
  return { past: edtf, future: edtf, near: edtf };
}

/** The EDTF string of a year, month or day. */
export function edtfOf(year: number, month?: number | null, day?: number | null): string {
  const digits = String(year).padStart(4, '0');
  if (!month) return digits;
  return day ? `${digits}-${pad(month)}-${pad(day)}` : `${digits}-${pad(month)}`;
}

/** Whether the month has the day; a leap year is given the benefit of the doubt. */
export function hasDay(month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(2000, month);
}

/** A month or day without a year, or a stretch of them, read against the release's date. */
export function readYearless(first: MonthDay, last: MonthDay, release: string): DateReading {
  const year = yearOf(release);
  const over = last.month < first.month ? 1 : 0;
  const candidates: string[] = [];
  for (const candidate of [year - 1, year, year + 1]) {
    const edtf = stretch(candidate, first, candidate + over, last);
    if (edtf) candidates.push(edtf);
  }
  return choose(candidates, release);
}

/** The EDTF of a stretch of days or months; null where one of its ends does not exist. */
export function stretch(firstYear: number, first: MonthDay, lastYear: number, last: MonthDay): string | null {
  const start = edtfOf(firstYear, first.month, first.day);
  const end = edtfOf(lastYear, last.month, last.day);
  if ((first.day && !isCalendarDate(start)) || (last.day && !isCalendarDate(end))) return null;
  if (start === end) return start;
  return start < end ? `${start}/${end}` : null;
}

/** The weekday nearest to the release in each direction; the release's own day counts as past, not as future. */
export function readWeekday(day: number, release: string): DateReading {
  const back = (weekday(release) - day + 7) % 7;
  const past = addDays(release, -back);
  const future = addDays(release, back === 0 ? 7 : 7 - back);
  return { past, future, near: back <= 3 ? past : future };
}

/** Monday to Sunday of the week that is `weeks` after the release's. */
export function weekInterval(release: string, weeks: number): string {
  const monday = addDays(release, weeks * 7 - weekday(release));
  return `${monday}/${addDays(monday, 6)}`;
}

/** The Saturday and Sunday nearest to the release in each direction; a release of that weekend is in it. */
export function readWeekend(release: string): DateReading {
  const day = weekday(release);
  const saturday = addDays(release, 5 - day);
  const future = `${saturday}/${addDays(saturday, 1)}`;
  if (day >= 5) return fixed(future);
  const past = `${addDays(saturday, -7)}/${addDays(saturday, -6)}`;
  return { past, future, near: day <= 1 ? past : future };
}

/** Year and month of the release moved by months, as EDTF. */
export function shiftMonth(release: string, months: number): string {
  const index = yearOf(release) * 12 + monthOf(release) - 1 + months;
  return edtfOf(Math.floor(index / 12), (index % 12) + 1);
}

/** Three months from the season's first, in the southern hemisphere: summer runs from December over the new year. */
export function seasonInterval(year: number, firstMonth: number): string {
  const end = firstMonth + 2;
  const last = end > 12 ? edtfOf(year + 1, end - 12) : edtfOf(year, end);
  return `${edtfOf(year, firstMonth)}/${last}`;
}

/**
 * The reading in each direction among a few candidates in the order of time. What is read as past has begun by the
 * release's date, or where `over` is set has ended by then.
 */
export function choose(candidates: readonly string[], release: string, over = false): DateReading {
  let past = '';
  let future = '';
  let near = '';
  let nearest = Number.POSITIVE_INFINITY;
  for (const edtf of candidates) {
    const bounds = boundsOf(edtf);
    if (!bounds) continue;
    if ((over ? bounds.latest : bounds.earliest) <= release) past = edtf;
    if (future === '' && bounds.latest >= release) future = edtf;
    const away =
      bounds.latest < release
        ? dayNumber(release) - dayNumber(bounds.latest)
        : Math.max(0, dayNumber(bounds.earliest) - dayNumber(release));
    if (away < nearest) {
      nearest = away;
      near = edtf;
    }
  }
  return { past: past || near, future: future || near, near };
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: string): number {
  return Number(date.slice(5, 7));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
