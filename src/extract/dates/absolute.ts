import { dayNumber, isCalendarDate } from '../../model/date.ts';
import { type DateReading, fixed, hasDay, type MonthDay, readYearless, stretch } from './calendar.ts';
import {
  type DateContext,
  type DateHit,
  dashed,
  dayOfMonth,
  follows,
  keyAt,
  wordAt,
  yearOfToken,
} from './cursor.ts';
import { FIXED_DAYS, KNOWN_DAY_SIGNS, KNOWN_DAYS, MONTH_SIGNS } from './words.ts';

interface Part {
  readonly at: MonthDay;
  readonly last: number;
}

/** Days and months of the calendar that begin at a token: "15-19 September", "May 26 to June 11", "in May 2005". */
export function parseCalendar(context: DateContext, index: number): DateHit | null {
  const start = skipWeekday(context, index);
  return (
    parseDayList(context, index, start) ??
    parseStretch(context, index, start) ??
    (start === index ? parseFixedDay(context, index) : null)
  );
}

/** "15-19 September", "15, 16 and 17 September", "November 13 and 14": days of one month in a row. */
function parseDayList(context: DateContext, first: number, start: number): DateHit | null {
  const { tokens } = context;
  const leading = monthAt(context, start);
  const from = leading ? start + 1 : start;
  const firstDay = dayOfMonth(tokens[from]);
  if (!firstDay || (leading && !follows(context, from))) return null;
  let lastDay = firstDay;
  let position = from;
  for (let count = 0; count < 6; count++) {
    const next = nextInList(context, position);
    const day = next > 0 ? dayOfMonth(tokens[next]) : 0;
    if (day <= lastDay || (count === 0 && !isRange(context, position, next) && day !== lastDay + 1)) break;
    lastDay = day;
    position = next;
  }
  if (lastDay === firstDay) return null;
  let month = leading;
  if (!leading) {
    const monthAfter = afterOf(context, position + 1);
    month = follows(context, monthAfter) ? monthAt(context, monthAfter) : 0;
    position = monthAfter;
  }
  if (!month || !hasDay(month, lastDay) || (leading && monthAt(context, position + 1))) return null;
  return withYear(context, first, position, { month, day: firstDay }, { month, day: lastDay });
}

/** One day or month, or two joined by "to": "28 December to 5 January", "May and June 2006". */
function parseStretch(context: DateContext, first: number, start: number): DateHit | null {
  const one = parsePart(context, start);
  if (!one) return null;
  const firstYear = yearAfter(context, one.last);
  if (firstYear && firstYear.year === 0) return null;
  const end = firstYear ? firstYear.last : one.last;
  const link = rangeLink(context, end + 1);
  const two = link ? parsePart(context, skipWeekday(context, link)) : null;
  if (
    two &&
    (two.at.day === null) === (one.at.day === null) &&
    isStretch(context, first, end + 1, one, two)
  ) {
    if (!firstYear) return withYear(context, first, two.last, one.at, two.at);
    const year = yearAfter(context, two.last);
    const edtf = year ? stretch(firstYear.year, one.at, year.year, two.at) : null;
    if (edtf && year) return hit(context, first, year.last, fixed(edtf), []);
  }
  return withYear(context, first, one.last, one.at, one.at);
}

/** "and" joins the ends of a stretch after "between", or two months in a row; else it joins two dates. */
function isStretch(context: DateContext, first: number, link: number, one: Part, two: Part): boolean {
  if (keyAt(context, link) !== 'and' || keyAt(context, first - 1) === 'between') return true;
  return one.at.day === null && (two.at.month - one.at.month + 12) % 12 === 1;
}

/** "Anzac Day", "Christmas", "New Year's Day". */
function parseFixedDay(context: DateContext, index: number): DateHit | null {
  const { release } = context;
  let phrase = keyAt(context, index);
  for (let last = index + 1; last <= index + 2 && follows(context, last); last++) {
    phrase += ` ${keyAt(context, last)}`;
    const [month, day] = FIXED_DAYS.get(phrase) ?? [];
    if (!month || !day) continue;
    return withYear(context, index, last, { month, day }, { month, day });
  }
  if (keyAt(context, index) !== 'christmas' || !release) return null;
  const sign = keyAt(context, index - 1);
  if (!MONTH_SIGNS.has(sign) || wordAt(context, index + 1)?.shift !== undefined) return null;
  if (context.tokens[index + 1]?.shape === 'CAPITAL' && follows(context, index + 1)) return null;
  return hit(context, index, index, readYearless(only(12), only(12), release), ['YEAR', 'DAY'], 'RELATIVE');
}

/** A day with its month in either order, or a month alone. */
function parsePart(context: DateContext, index: number): Part | null {
  const { tokens } = context;
  const day = dayOfMonth(tokens[index]);
  if (day) {
    const at = afterOf(context, index + 1);
    const month = follows(context, at) && tokens[at]?.gap !== 'COMMA' ? monthAt(context, at) : 0;
    return month && hasDay(month, day) ? { at: { month, day }, last: at } : null;
  }
  const month = monthAt(context, index);
  if (!month) return null;
  const nextDay = follows(context, index + 1) ? dayOfMonth(tokens[index + 1]) : 0;
  if (nextDay && hasDay(month, nextDay) && !monthAt(context, index + 2)) {
    return { at: { month, day: nextDay }, last: index + 1 };
  }
  return isMonthMeant(context, index) ? { at: { month, day: null }, last: index } : null;
}

/** Puts the year to a stretch: the one that follows, one that "last year" names, or the nearest. */
function withYear(
  context: DateContext,
  first: number,
  last: number,
  from: MonthDay,
  to: MonthDay,
): DateHit | null {
  const year = yearAfter(context, last);
  if (year && year.year > 0) {
    const over = to.month < from.month ? 1 : 0;
    const edtf = stretch(year.year - over, from, year.year, to);
    return edtf ? hit(context, first, year.last, fixed(edtf), []) : null;
  }
  if (!context.release) return null;
  const known = knownDay(context, last, from);
  if (known) return hit(context, first, last, fixed(known), ['YEAR']);
  const reading = readYearless(from, to, context.release);
  return reading.near ? hit(context, first, last, byWeekday(context, first, reading), ['YEAR']) : null;
}

/** "Friday 7 July": of the years around, the one in which the seventh is a Friday, where just one reading agrees. */
function byWeekday(context: DateContext, first: number, reading: DateReading): DateReading {
  const weekday = wordAt(context, first)?.weekday;
  if (weekday === undefined || reading.past === reading.future) return reading;
  const fits = [reading.past, reading.future].filter(
    (edtf) => isCalendarDate(edtf) && (((dayNumber(edtf) + 3) % 7) + 7) % 7 === weekday,
  );
  return fits.length === 1 && fits[0] ? fixed(fits[0]) : reading;
}

function knownDay(context: DateContext, last: number, at: MonthDay): string | null {
  const phrase = `${keyAt(context, last - 1)} ${keyAt(context, last)}`;
  const known = at.day ? KNOWN_DAYS.get(phrase) : undefined;
  if (!known || !context.release || context.release < known) return null;
  for (let next = last + 1; next <= last + 3; next++) {
    if (KNOWN_DAY_SIGNS.has(keyAt(context, next))) return known;
  }
  return null;
}

/** A year right after a month: "2005", "this year", "last year"; year 0 where it is one that cannot be told. */
function yearAfter(context: DateContext, last: number): { year: number; last: number } | null {
  const { tokens, release } = context;
  let next = last + 1;
  if (!follows(context, next)) return null;
  if (keyAt(context, next) === 'of' || keyAt(context, next) === 'in') next++;
  const year = yearOfToken(tokens[next]);
  if (year) return { year, last: next };
  const shift = wordAt(context, next)?.shift;
  if (shift !== undefined && wordAt(context, next + 1)?.unit === 'YEAR' && release) {
    return { year: Number(release.slice(0, 4)) + shift, last: next + 1 };
  }
  return null;
}

function hit(
  context: DateContext,
  first: number,
  last: number,
  reading: DateReading,
  implied: DateHit['implied'],
  basis: DateHit['basis'] = 'EXPLICIT',
): DateHit {
  const year = wordAt(context, last)?.unit === 'YEAR';
  return {
    first,
    last,
    reading,
    rule: 'date/calendar',
    basis: year ? 'RELATIVE' : basis,
    implied,
    named: false,
  };
}

/** The month's number where the token is one, capital first; 0 otherwise. */
function monthAt(context: DateContext, index: number): number {
  const token = context.tokens[index];
  if (!token || token.shape === 'LOWER' || token.shape === 'NUMBER') return 0;
  return wordAt(context, index)?.month ?? 0;
}

/** A month without a day: unmistakable by name ("November"), by a year after it, or by the word before it. */
function isMonthMeant(context: DateContext, index: number): boolean {
  if (yearAfter(context, index)) return true;
  const next = context.tokens[index + 1];
  const nameGoesOn = next !== undefined && next.gap === 'SPACE' && next.shape === 'CAPITAL';
  if (nameGoesOn && !wordAt(context, index + 1)?.month) return false;
  if (wordAt(context, index)?.ambiguous !== true) return true;
  return MONTH_SIGNS.has(keyAt(context, index - 1)) || wordAt(context, index - 1)?.month !== undefined;
}

function only(month: number): MonthDay {
  return { month, day: null };
}

/** Steps over "Friday" or "Friday the" before a day of the month. */
function skipWeekday(context: DateContext, index: number): number {
  if (wordAt(context, index)?.weekday === undefined || !follows(context, index + 1)) return index;
  const next = keyAt(context, index + 1) === 'the' ? index + 2 : index + 1;
  return dayOfMonth(context.tokens[next]) || monthAt(context, next) ? next : index;
}

/** Steps over the "of" of "3rd of May". */
function afterOf(context: DateContext, index: number): number {
  return keyAt(context, index) === 'of' ? index + 1 : index;
}

/** Index of the next item of a list of days after `index`; 0 where none follows. */
function nextInList(context: DateContext, index: number): number {
  const next = index + 1;
  const key = keyAt(context, next);
  if (key === 'and' || key === 'to' || key === 'until') return skipWeekday(context, next + 1);
  if (dashed(context, next)) return next;
  return context.tokens[next]?.gap === 'COMMA' ? next : 0;
}

function isRange(context: DateContext, index: number, next: number): boolean {
  const key = keyAt(context, index + 1);
  if (key === 'to' || key === 'until' || dashed(context, index + 1)) return true;
  return key === 'and' && keyAt(context, index - 1) === 'between' && next > 0;
}

/** Index after the word or dash that joins two ends of a stretch; 0 where there is none. */
function rangeLink(context: DateContext, index: number): number {
  const key = keyAt(context, index);
  if (key === 'to' || key === 'until' || key === 'and' || key === 'till' || key === 'through') {
    return follows(context, index) ? index + 1 : 0;
  }
  return dashed(context, index) ? index : 0;
}
