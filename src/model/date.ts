/** How exact a date is. A month is never turned into a day. */
export type DatePrecision = 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | 'INTERVAL';
export const DATE_PRECISIONS: readonly DatePrecision[] = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'INTERVAL'];

/** EXPLICIT: the text says it; RELATIVE: worked out from the release's date; RELEASE: the announcement itself. */
export type DateBasis = 'EXPLICIT' | 'RELATIVE' | 'RELEASE';
export const DATE_BASES: readonly DateBasis[] = ['EXPLICIT', 'RELATIVE', 'RELEASE'];

/** When an event happened or will happen, no more exact than the text is. */
export interface EventDate {
  /** EDTF level 0 (ISO 8601-2:2019): `2006-11-17`, `2005-05`, `2007` or `2013-09-15/2013-09-19`. */
  readonly edtf: string;
  /** First calendar day that it can mean, `YYYY-MM-DD`. */
  readonly earliest: string;
  /** Last calendar day that it can mean, `YYYY-MM-DD`; never before `earliest`. */
  readonly latest: string;
  readonly precision: DatePrecision;
  readonly basis: DateBasis;
}

const PART = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether `date` is a day that the Gregorian calendar has, written `YYYY-MM-DD`. */
export function isCalendarDate(date: string): boolean {
  return !Number.isNaN(dayNumber(date));
}

// Days and dates by whole numbers, for a text's dates are compared thousands of times (Howard Hinnant, "chrono-Compatible
// Low-Level Date Algorithms", 2013): years begin in March, so that the day which some of them have more is their last,
// and an era of 400 years always has as many days.
const HYPHEN = 45;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468;
const ERA_DAYS = 146_097;

/** Days since 1970-01-01 of a `YYYY-MM-DD` date; NaN where it is none. */
export function dayNumber(date: string): number {
  if (date.length !== 10 || date.charCodeAt(4) !== HYPHEN || date.charCodeAt(7) !== HYPHEN) return Number.NaN;
  const [year, month, day] = [digits(date, 0, 4), digits(date, 5, 2), digits(date, 8, 2)];
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + daysBefore((month + 9) % 12) + day - 1 - EPOCH;
}

/** The `YYYY-MM-DD` of a day number; the empty string where it is none of the years 0 to 9999. */
export function fromDayNumber(day: number): string {
  const days = day + EPOCH;
  const era = Math.floor(days / ERA_DAYS);
  const dayOfEra = days - era * ERA_DAYS;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month > 2 ? 0 : 1);
  if (!Number.isInteger(day) || year < 0 || year > 9999) return '';
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfYear - daysBefore(marchMonth) + 1)}`;
}

/** Days from the first of March to the first of a month, March being 0. */
function daysBefore(marchMonth: number): number {
  return Math.floor((153 * marchMonth + 2) / 5);
}

/** The number that some digits make; NaN where one is none. */
function digits(text: string, start: number, count: number): number {
  let number = 0;
  for (let at = start; at < start + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
  }
  return number;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** The calendar date `days` later (earlier where negative). */
export function addDays(date: string, days: number): string {
  return fromDayNumber(dayNumber(date) + days);
}

/** Day of the week, Monday 0 to Sunday 6. */
export function weekday(date: string): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}

/** Number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** First and last day that one EDTF level 0 date or interval can mean; null where it is not one. */
export function edtfBounds(edtf: string): { readonly earliest: string; readonly latest: string } | null {
  const parts = edtf.split('/');
  if (parts.length > 2) return null;
  const first = partBounds(parts[0] ?? '');
  const last = partBounds(parts.at(-1) ?? '');
  if (!first || !last || first.earliest > last.latest) return null;
  return { earliest: first.earliest, latest: last.latest };
}

/**
 * The EventDate of an EDTF string: bounds computed, precision read from its form (an interval that is exactly
 * Monday to Sunday has precision WEEK). Throws a RangeError on what is not EDTF level 0.
 */
export function eventDate(edtf: string, basis: DateBasis): EventDate {
  const bounds = edtfBounds(edtf);
  if (!bounds) throw new RangeError(`expected an EDTF level 0 date or interval, got "${edtf}"`);
  return { edtf, ...bounds, precision: precisionOf(edtf, bounds.earliest, bounds.latest), basis };
}

function precisionOf(edtf: string, earliest: string, latest: string): DatePrecision {
  if (edtf.includes('/')) {
    return weekday(earliest) === 0 && dayNumber(latest) - dayNumber(earliest) === 6 ? 'WEEK' : 'INTERVAL';
  }
  return edtf.length === 4 ? 'YEAR' : edtf.length === 7 ? 'MONTH' : 'DAY';
}

function partBounds(part: string): { readonly earliest: string; readonly latest: string } | null {
  const match = PART.exec(part);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (!month) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return null;
  if (day) return isCalendarDate(part) ? { earliest: part, latest: part } : null;
  const lastDay = daysInMonth(Number(year), monthNumber);
  return { earliest: `${part}-01`, latest: `${part}-${twoDigits(lastDay)}` };
}
