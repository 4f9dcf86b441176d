import { addDays } from '../../model/date.ts';
import { boundsOf } from '../dates/bounds.ts';
import type { DateExpression } from '../dates/find-dates.ts';
import type { Reading, SentenceReading } from './reading.ts';

const SPELLED = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const DURATION = /^(\d{1,2})$/;

/** "leaves tomorrow for a two-day visit" is two days from tomorrow; null where the sentence gives no such length. */
export function withDuration(reading: Reading, sentence: SentenceReading, edtf: string): string | null {
  if (edtf.length !== 10) return null;
  for (let at = sentence.first; at < sentence.last; at++) {
    if (reading.words[at + 1]?.stem !== 'day') continue;
    const joined = reading.document.tokens[at + 1]?.gap === 'HYPHEN';
    const key = reading.document.tokens[at]?.key ?? '';
    const days = SPELLED.indexOf(key) > 0 ? SPELLED.indexOf(key) : DURATION.test(key) ? Number(key) : 0;
    if (joined && days > 1 && days < 32) return `${edtf}/${addDays(edtf, days - 1)}`;
  }
  return null;
}

/** Days of the longest trip that is told by when it begins and when it ends. */
const LONGEST_TRIP = 31;

/**
 * "leaves tomorrow" and, elsewhere, "returns on 15 February" is the stretch between; null where the release names no
 * such day of return.
 */
export function withReturn(reading: Reading, edtf: string): string | null {
  if (edtf.length !== 10) return null;
  const latest = addDays(edtf, LONGEST_TRIP);
  for (const { past, future } of reading.returns) {
    for (const day of [future, past])
      if (day.length === 10 && day > edtf && day <= latest) return `${edtf}/${day}`;
  }
  return null;
}

/**
 * A date without a year takes that of a date said in full shortly before it, where this is not the year it was read
 * in: "tests began in March 1957. The second followed on 31 May". Null where nothing such goes before.
 */
export function withYearBefore(
  reading: Reading,
  sentence: SentenceReading,
  expression: DateExpression,
  edtf: string,
): string | null {
  if (!expression.implied.includes('YEAR') || expression.basis === 'RELATIVE') return null;
  for (let index = sentence.index; index >= Math.max(0, sentence.index - 2); index--) {
    const dates = reading.sentences[index]?.dates ?? [];
    for (const other of dates.toReversed()) {
      if (other.start >= expression.start || other.implied.length > 0 || other.named) continue;
      const year = other.reading.near.slice(0, 4);
      if (year === edtf.slice(0, 4)) return null;
      const moved = edtf.replace(/^\d{4}|(?<=\/)\d{4}/g, year);
      return boundsOf(moved) ? moved : null;
    }
  }
  return null;
}
