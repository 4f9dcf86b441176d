import { addDays } from '../../model/date.ts';
import {
  choose,
  type DateReading,
  edtfOf,
  fixed,
  readWeekday,
  readWeekend,
  seasonInterval,
  shiftMonth,
  weekInterval,
  yearOf,
} from './calendar.ts';
import { type DateContext, type DateHit, follows, keyAt, wordAt, yearOfToken } from './cursor.ts';
import { type DateUnit, VAGUE_AMOUNTS } from './words.ts';

interface Found {
  readonly last: number;
  readonly reading: DateReading;
}

/** Dates worked out from the release's: "today", "last week", "two years ago", "on Friday". Null without one. */
export function parseRelative(context: DateContext, index: number): DateHit | null {
  const { release } = context;
  if (!release) return null;
  const found =
    parseDay(context, index, release) ??
    parseWeekday(context, index, release) ??
    parseShifted(context, index, release) ??
    parsePeriod(context, index, release) ??
    parseAmount(context, index, release);
  if (!found) return null;
  const { last, reading } = found;
  return {
    first: index,
    last,
    reading,
    rule: 'date/relative',
    basis: 'RELATIVE',
    implied: ['YEAR'],
    named: false,
  };
}

/** "today", "tomorrow night", "this morning", "last night", "earlier today". */
function parseDay(context: DateContext, index: number, release: string): Found | null {
  const start =
    wordAt(context, index)?.part && wordAt(context, index + 1)?.day !== undefined ? index + 1 : index;
  const day = wordAt(context, start)?.day;
  if (day !== undefined) {
    const next = wordAt(context, start + 1);
    const last = next?.dayPart !== undefined && follows(context, start + 1) ? start + 1 : start;
    return { last, reading: fixed(addDays(release, day)) };
  }
  const shift = wordAt(context, index)?.shift;
  const part = follows(context, index + 1) ? wordAt(context, index + 1)?.dayPart : undefined;
  if (part === undefined || shift === undefined || shift > 0) return null;
  return { last: index + 1, reading: fixed(addDays(release, shift === 0 ? 0 : -1)) };
}

/** "Friday", "on Friday night", "last Friday", "next Tuesday", "Tuesday next week". */
function parseWeekday(context: DateContext, index: number, release: string): Found | null {
  const shift = wordAt(context, index)?.shift;
  const at = shift !== undefined && follows(context, index + 1) ? index + 1 : index;
  const day = wordAt(context, at)?.weekday;
  const token = context.tokens[at];
  if (day === undefined || token?.shape === 'LOWER') return null;
  let last = at;
  if (wordAt(context, at + 1)?.dayPart !== undefined && follows(context, at + 1)) last = at + 1;
  const week = weekAfter(context, last + 1);
  if (week) return { last: week.last, reading: fixed(addDays(monday(release, week.shift), day)) };
  if (at === index) return { last, reading: readWeekday(day, release) };
  const thisWeek = addDays(monday(release, 0), day);
  if (shift === 0) return { last, reading: fixed(thisWeek) };
  if (shift === 1) return { last, reading: fixed(addDays(thisWeek, 7)) };
  const { past } = readWeekday(day, release);
  return { last, reading: fixed(past === release ? addDays(past, -7) : past) };
}

/** "next week", "earlier this month", "late last year", "the end of this year", "this weekend", "next summer". */
function parseShifted(context: DateContext, index: number, release: string): Found | null {
  const shift = wordAt(context, index)?.shift;
  if (shift === undefined || !follows(context, index + 1) || context.tokens[index + 1]?.gap === 'COMMA')
    return null;
  const word = wordAt(context, index + 1);
  const reading = word && readShifted(word.unit, word.season, shift, release);
  if (!reading) return null;
  if (word.unit === 'YEAR' && keyAt(context, index) === 'following') return null;
  return { last: index + 1, reading };
}

function readShifted(
  unit: DateUnit | undefined,
  season: number | undefined,
  shift: number,
  release: string,
): DateReading | null {
  if (season !== undefined) return readSeason(season, shift, release);
  if (unit === 'WEEK') return fixed(weekInterval(release, shift));
  if (unit === 'MONTH') return fixed(shiftMonth(release, shift));
  if (unit === 'YEAR') return fixed(edtfOf(yearOf(release) + shift));
  if (unit !== 'WEEKEND') return null;
  const weekend = readWeekend(release);
  if (shift === 0) return weekend;
  const base = shift > 0 ? weekend.future : weekend.past;
  return fixed(base);
}

function readSeason(season: number, shift: number, release: string): DateReading {
  const year = yearOf(release);
  const reading = choose(
    [year - 1, year, year + 1].map((candidate) => seasonInterval(candidate, season)),
    release,
  );
  return fixed(shift < 0 ? reading.past : shift > 0 ? reading.future : reading.near);
}

/** "first half of 2006", "second quarter of this year", "the December quarter", "the year to June", "summer 2005/06". */
function parsePeriod(context: DateContext, index: number, release: string): Found | null {
  const word = wordAt(context, index);
  if (word?.unit === 'WEEKEND') return { last: index, reading: readWeekend(release) };
  if (word?.unit === 'YEAR') return parseYearTo(context, index, release);
  if (word?.season !== undefined) return parseSeason(context, index, word.season);
  if (word?.month !== undefined && keyAt(context, index + 1) === 'quarter') {
    return parseMonthQuarter(context, index, word.month, release);
  }
  if (
    keyAt(context, index) === 'new' &&
    keyAt(context, index + 1) === 'year' &&
    keyAt(context, index - 1) === 'the'
  ) {
    const year = yearOf(release);
    return {
      last: index + 1,
      reading: { past: edtfOf(year), future: edtfOf(year + 1), near: edtfOf(year + 1) },
    };
  }
  return word?.ordinal === undefined ? null : parseFraction(context, index, word.ordinal, release);
}

function parseFraction(context: DateContext, index: number, ordinal: number, release: string): Found | null {
  const size = keyAt(context, index + 1) === 'half' ? 6 : keyAt(context, index + 1) === 'quarter' ? 3 : 0;
  if (size === 0 || keyAt(context, index + 2) !== 'of') return null;
  const year = yearFrom(context, index + 3, release);
  if (!year) return null;
  const part = size === 6 ? Math.min(ordinal, 2) : ordinal;
  const first = (part - 1) * size + 1;
  return {
    last: year.last,
    reading: fixed(`${edtfOf(year.year, first)}/${edtfOf(year.year, first + size - 1)}`),
  };
}

function parseMonthQuarter(
  context: DateContext,
  index: number,
  month: number,
  release: string,
): Found | null {
  if (month % 3 !== 0) return null;
  const year = yearFrom(context, index + 2, release);
  const quarter = (of: number): string => `${edtfOf(of, month - 2)}/${edtfOf(of, month)}`;
  if (year) return { last: year.last, reading: fixed(quarter(year.year)) };
  const now = yearOf(release);
  return { last: index + 1, reading: choose([now - 1, now, now + 1].map(quarter), release, true) };
}

/** "the year to June", "the year ended 30 June 2006": twelve months up to the end of that month. */
function parseYearTo(context: DateContext, index: number, release: string): Found | null {
  const link = keyAt(context, index + 1);
  if (link !== 'to' && link !== 'ended' && link !== 'ending') return null;
  let at = index + 2;
  if (keyAt(context, at) === 'the') at++;
  if (/^\d{1,2}(st|th)?$/.test(keyAt(context, at))) at++;
  const month = wordAt(context, at)?.month;
  if (month === undefined || context.tokens[at]?.shape === 'LOWER') return null;
  const year = yearFrom(context, at + 1, release);
  const span = (end: number): string => {
    const first = month === 12 ? edtfOf(end, 1) : edtfOf(end - 1, month + 1);
    return `${first}/${edtfOf(end, month)}`;
  };
  if (year) return { last: year.last, reading: fixed(span(year.year)) };
  const now = yearOf(release);
  return { last: at, reading: choose([now - 1, now, now + 1].map(span), release, true) };
}

function parseSeason(context: DateContext, index: number, season: number): Found | null {
  const next = keyAt(context, index + 1) === 'of' ? index + 2 : index + 1;
  const year = follows(context, next) ? yearOfToken(context.tokens[next]) : 0;
  if (!year) return null;
  const tail = context.tokens[next + 1];
  const slash =
    tail?.gap === 'OTHER' && /^\d\d$/.test(tail.key) && context.text.charAt(tail.start - 1) === '/';
  return { last: slash ? next + 1 : next, reading: fixed(seasonInterval(year, season)) };
}

/** "two years ago", "over the past four days", "in the next three years", "within six months". */
function parseAmount(context: DateContext, index: number, release: string): Found | null {
  const ago = amountAt(context, index);
  if (ago && keyAt(context, ago.last + 1) === 'ago') {
    if (VAGUE_AMOUNTS.has(keyAt(context, index - 1))) return null;
    const edtf = agoOf(ago.unit, ago.amount, release);
    return edtf ? { last: ago.last + 1, reading: fixed(edtf) } : null;
  }
  const shift = wordAt(context, index)?.shift;
  const span = shift === undefined || shift === 0 ? null : amountAt(context, index + 1);
  if (!span || shift === undefined || keyAt(context, index - 1) === 'a') return null;
  const edtf = spanOf(span.unit, span.amount * shift, release);
  return edtf ? { last: span.last, reading: fixed(edtf) } : null;
}

function amountAt(
  context: DateContext,
  index: number,
): { amount: number; unit: DateUnit; last: number } | null {
  const token = context.tokens[index];
  if (!token) return null;
  const number = token.shape === 'NUMBER' && /^\d{1,3}$/.test(token.key) ? Number(token.key) : undefined;
  const amount = wordAt(context, index)?.amount ?? number;
  const unit = follows(context, index + 1) ? wordAt(context, index + 1)?.unit : undefined;
  return amount !== undefined && unit !== undefined ? { amount, unit, last: index + 1 } : null;
}

function agoOf(unit: DateUnit, amount: number, release: string): string | null {
  switch (unit) {
    case 'DAY':
      return addDays(release, -amount);
    case 'WEEK':
      return weekInterval(release, -amount);
    case 'FORTNIGHT':
      return weekInterval(release, -2 * amount);
    case 'MONTH':
      return shiftMonth(release, -amount);
    case 'YEAR':
      return edtfOf(yearOf(release) - amount);
    case 'DECADE':
      return edtfOf(yearOf(release) - 10 * amount);
    case 'WEEKEND':
      return null;
  }
}

/** A stretch from or up to the release: days and weeks to the day, months to the month, years to the year. */
function spanOf(unit: DateUnit, amount: number, release: string): string | null {
  const order = (other: string, own: string): string => (amount < 0 ? `${other}/${own}` : `${own}/${other}`);
  switch (unit) {
    case 'DAY':
      return Math.abs(amount) < 2 ? null : order(addDays(release, amount - Math.sign(amount)), release);
    case 'WEEK':
      return order(addDays(release, amount * 7), release);
    case 'FORTNIGHT':
      return order(addDays(release, amount * 14), release);
    case 'MONTH':
      return order(shiftMonth(release, amount), release.slice(0, 7));
    case 'YEAR':
      return order(edtfOf(yearOf(release) + amount), release.slice(0, 4));
    case 'DECADE':
      return order(edtfOf(yearOf(release) + 10 * amount), release.slice(0, 4));
    case 'WEEKEND':
      return null;
  }
}

function weekAfter(context: DateContext, index: number): { shift: number; last: number } | null {
  const at = keyAt(context, index) === 'of' ? index + 1 : index;
  const shift = follows(context, index) ? wordAt(context, at)?.shift : undefined;
  return shift !== undefined && wordAt(context, at + 1)?.unit === 'WEEK' ? { shift, last: at + 1 } : null;
}

function yearFrom(
  context: DateContext,
  index: number,
  release: string,
): { year: number; last: number } | null {
  if (!follows(context, index)) return null;
  const year = yearOfToken(context.tokens[index]);
  if (year) return { year, last: index };
  const shift = wordAt(context, index)?.shift;
  if (shift === undefined || wordAt(context, index + 1)?.unit !== 'YEAR') return null;
  return { year: yearOf(release) + shift, last: index + 1 };
}

function monday(release: string, shift: number): string {
  return weekInterval(release, shift).slice(0, 10);
}
