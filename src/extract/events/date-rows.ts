import type { EventStatus } from '../../model/event.ts';
import type { DateExpression } from '../dates/find-dates.ts';
import type { Clause } from './clauses.ts';
import { type DateCandidate, readingOf } from './date-candidates.ts';
import { NO_NUMBERS } from './linear.ts';
import type { Reading, SentenceReading } from './reading.ts';

/** Words between two dates of a row: "3-5 December), Vanuatu (" has three tokens at most. */
const MAX_TOKENS_BETWEEN = 2;

/**
 * The dates of a clause that stand in a row with one of them: of the same form, with hardly a word between. Just the
 * one where it stands alone.
 */
export function datesInRow(
  reading: Reading,
  { sentence, clause }: { readonly sentence: SentenceReading; readonly clause: Clause },
  expression: DateExpression,
  status: EventStatus,
): readonly DateCandidate[] {
  const own = sentence.dates.filter(
    (date) => date.firstToken >= clause.first && date.lastToken <= clause.last,
  );
  const at = own.indexOf(expression);
  if (at === -1) return [];
  const joined = (left: DateExpression | undefined, right: DateExpression | undefined): boolean => {
    if (
      !left ||
      !right ||
      left.reading.near.length !== right.reading.near.length ||
      left.named ||
      right.named
    )
      return false;
    const apart = right.firstToken - left.lastToken - 1;
    if (apart < 1 || apart > MAX_TOKENS_BETWEEN) return false;
    for (let token = left.lastToken + 1; token < right.firstToken; token++) {
      const { key = '', shape = 'LOWER' } = reading.document.tokens[token] ?? {};
      if (shape === 'LOWER' && key !== 'and' && key !== 'in') return false;
    }
    return reading.document.tokens[left.lastToken + 1]?.gap !== 'HYPHEN';
  };
  let first = at;
  let last = at;
  while (joined(own[first - 1], own[first])) first--;
  while (joined(own[last], own[last + 1])) last++;
  return own.slice(first, last + 1).map((date) => {
    const features = { sparse: [], dense: NO_NUMBERS };
    return { edtf: readingOf(date, status), basis: date.basis, expression: date, features };
  });
}
