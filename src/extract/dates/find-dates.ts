import type { Token } from '../../lexicon/tokens.ts';
import { type DateBasis, type EventDate, eventDate } from '../../model/date.ts';
import type { Span } from '../../model/span.ts';
import { parseCalendar } from './absolute.ts';
import { boundsOf } from './bounds.ts';
import type { DateReading } from './calendar.ts';
import { type DateContext, type DateHit, dayOfMonth } from './cursor.ts';
import { parseRelative } from './relative.ts';
import { dateWord } from './words.ts';
import { parseYear } from './years.ts';

/** Which way a date without a year, or a bare weekday, is to be read. */
export type DateDirection = 'PAST' | 'FUTURE' | 'NEAR';

/** One expression of time in a text and what it can mean. */
export interface DateExpression extends Span {
  /** Indexes of the first and last token covered. */
  readonly firstToken: number;
  readonly lastToken: number;
  /** EDTF level 0 for each direction. */
  readonly reading: DateReading;
  readonly basis: Exclude<DateBasis, 'RELEASE'>;
  /** Parts that the text does not say and that come from the release's date. */
  readonly implied: readonly ('YEAR' | 'MONTH' | 'DAY')[];
  /** Whether the year belongs to a name: "Budget 2014" names a budget, not the time of what is said of it. */
  readonly named: boolean;
  readonly rule: string;
}

/**
 * Every expression of time, in order, not overlapping. Relative ones need the release's date (`YYYY-MM-DD`).
 * "Mr Goff leaves tomorrow" in a release of 2005-05-14 gives `tomorrow`, 2005-05-15 in every direction.
 */
export function findDates(
  text: string,
  tokens: readonly Token[],
  release: string | null,
): readonly DateExpression[] {
  const context: DateContext = { text, tokens, release };
  const found: DateExpression[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token || !mayStart(token)) continue;
    const hit = parseRelativeFirst(context, index);
    if (!hit || !isValid(hit.reading)) continue;
    const start = tokens[hit.first]?.start ?? 0;
    const end = tokens[hit.last]?.end ?? start;
    const { first: firstToken, last: lastToken, ...rest } = hit;
    found.push({ start, end, firstToken, lastToken, ...rest });
    index = hit.last;
  }
  return found;
}

/** What an expression means in a direction. */
export function resolveDate(expression: DateExpression, direction: DateDirection): EventDate {
  const { reading } = expression;
  const edtf = direction === 'PAST' ? reading.past : direction === 'FUTURE' ? reading.future : reading.near;
  return eventDate(edtf, expression.basis);
}

/** A quarter named by its month and a shifted weekday begin with words that are dates by themselves. */
function parseRelativeFirst(context: DateContext, index: number): DateHit | null {
  const token = context.tokens[index];
  if (token?.shape === 'NUMBER') {
    return dayOfMonth(token)
      ? (parseCalendar(context, index) ?? parseRelative(context, index))
      : (parseYear(context, index) ?? parseRelative(context, index));
  }
  const word = token && dateWord(token.key);
  if (word?.month !== undefined && context.tokens[index + 1]?.key === 'quarter')
    return parseRelative(context, index);
  const calendar = word !== undefined && word.calendar === true ? parseCalendar(context, index) : null;
  return calendar ?? parseRelative(context, index);
}

function mayStart(token: Token): boolean {
  if (token.shape === 'NUMBER') return token.end - token.start <= 5;
  return dateWord(token.key)?.starter === true;
}

function isValid(reading: DateReading): boolean {
  return [reading.past, reading.future, reading.near].every((edtf) => boundsOf(edtf) !== null);
}
