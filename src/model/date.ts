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

const DAY_MS = 86_400_000;
const PART = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether `date` is a day that the Gregorian calendar has, written `YYYY-MM-DD`. */
export function isCalendarDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && fromDayNumber(dayNumber(date)) === date;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD` date; NaN where it is none. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The `YYYY-MM-DD` of a day number; the empty string where it is out of range. */
export function fromDayNumber(day: number): string {
  const date = new Date(day * DAY_MS);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
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
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
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
  return { earliest: `${part}-01`, latest: `${part}-${String(lastDay).padStart(2, '0')}` };
}
