import type { Token } from '../../lexicon/tokens.ts';
import type { DateReading } from './calendar.ts';
import { type DateWord, dateWord } from './words.ts';

/** The text under reading, and the day from which relative dates are counted. */
export interface DateContext {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** `YYYY-MM-DD`; null where the release has none, which leaves only dates that are said in full. */
  readonly release: string | null;
}

/** What a parser found from a token on. */
export interface DateHit {
  /** Indexes of the first and last token covered. */
  readonly first: number;
  readonly last: number;
  readonly reading: DateReading;
  readonly rule: string;
  readonly basis: 'EXPLICIT' | 'RELATIVE';
  /** Parts of the date that the text leaves to the release's date. */
  readonly implied: readonly ('YEAR' | 'MONTH' | 'DAY')[];
  /** Whether the year is part of a name ("Budget 2014"). */
  readonly named: boolean;
}

/** The folded word at an index, '' outside the text or over a line break from `from`. */
export function keyAt(context: DateContext, index: number): string {
  return context.tokens[index]?.key ?? '';
}

/** The date meaning of the word at an index. */
export function wordAt(context: DateContext, index: number): DateWord | undefined {
  const token = context.tokens[index];
  return token && dateWord(token.key);
}

/** Whether the token follows the one before it within a phrase: blanks, a hyphen, a comma or the dot of "Nov." */
export function follows(context: DateContext, index: number): boolean {
  const token = context.tokens[index];
  if (!token) return false;
  if (token.gap === 'SPACE' || token.gap === 'HYPHEN' || token.gap === 'COMMA') return true;
  const previous = context.tokens[index - 1];
  return token.gap === 'DOT' && previous !== undefined && previous.end - previous.start <= 4;
}

/** What stands between a token and the one before it, without blanks. */
export function between(context: DateContext, index: number): string {
  const token = context.tokens[index];
  const previous = context.tokens[index - 1];
  return token && previous ? context.text.slice(previous.end, token.start).trim() : '';
}

/** Whether the token is joined to the one before it by a dash, blanks or not. */
export function dashed(context: DateContext, index: number): boolean {
  const mark = between(context, index);
  return mark.length === 1 && /[-\u2010-\u2015]/.test(mark);
}

/** The day of the month that a token is ("3", "3rd", "22nd"); 0 for any other. */
export function dayOfMonth(token: Token | undefined): number {
  if (token?.shape !== 'NUMBER') return 0;
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token.key);
  const day = match ? Number(match[1]) : 0;
  return day <= 31 ? day : 0;
}

/** The year that a token is, four digits from 1800 to 2100; 0 for any other. */
export function yearOfToken(token: Token | undefined): number {
  if (token?.shape !== 'NUMBER' || token.end - token.start !== 4) return 0;
  const year = Number(token.key);
  return year >= 1800 && year <= 2100 ? year : 0;
}
