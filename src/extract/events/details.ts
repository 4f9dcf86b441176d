import type { Span } from '../../model/span.ts';
import type { MentionedDocument } from '../document.ts';
import type { ClauseCandidate } from './candidates.ts';
import type { Reading } from './reading.ts';

/** Words before a capitalised stretch that make it the place of what is said. */
const PLACE_SIGNS = new Set(['in', 'at', 'to', 'near', 'from']);
/** Words that may stand inside a name. */
const NAME_LINKS = new Set(['of', 'and', 'the', 'for', 'on', 'de', 'la']);
const MAX_NAME_TOKENS = 9;

/** Slugs of the offices that a span names without a person, in order of mention. */
export function officesOf(document: MentionedDocument, span: Span): string[] {
  const offices = new Set<string>();
  for (const mention of document.mentions) {
    if (mention.kind === 'OFFICE' && span.start <= mention.start && mention.end <= span.end)
      offices.add(mention.target);
  }
  return [...offices];
}

/** The most exact place of a clause as written ("Hanoi"), else of its sentence; null where none is given. */
export function placeOf(reading: Reading, { clause, sentence }: ClauseCandidate): string | null {
  return (
    placeIn(reading, clause.first, clause.last) ??
    (clause.count > 1 ? placeIn(reading, sentence.first, sentence.last) : null)
  );
}

function placeIn(reading: Reading, first: number, last: number): string | null {
  const { document } = reading;
  let country: string | null = null;
  const from = document.tokens[first]?.start ?? 0;
  const to = document.tokens[last]?.end ?? 0;
  for (const mention of document.mentions) {
    if (mention.start < from || mention.end > to) continue;
    if (mention.kind === 'PLACE') return document.text.slice(mention.start, mention.end);
  }
  for (let at = first; at < last; at++) {
    if (!PLACE_SIGNS.has(document.tokens[at]?.key ?? '')) continue;
    const end = capitalsFrom(reading, at + 1, last);
    if (end < at + 1) continue;
    const start = document.tokens[at + 1]?.start ?? 0;
    const mention = document.mentions.find((one) => one.start <= start && start < one.end);
    if (mention && mention.kind !== 'COUNTRY') continue;
    const text = document.text.slice(start, document.tokens[end]?.end);
    if (mention) country ??= text;
    else if (isPlaceLike(reading, at + 1, end)) return text;
  }
  return country;
}

/** A date, a year or an acronym after "in" is no place. */
function isPlaceLike(reading: Reading, first: number, last: number): boolean {
  const { document, dates } = reading;
  const token = document.tokens[first];
  if (!token || token.shape === 'UPPER' || token.shape === 'NUMBER') return false;
  return last - first < 4 && !dates.some((date) => date.firstToken <= first && first <= date.lastToken);
}

/** Index of the last token of the capitalised words that begin at `from`; `from - 1` where there are none. */
function capitalsFrom(reading: Reading, from: number, last: number): number {
  const { tokens } = reading.document;
  let end = from - 1;
  for (let at = from; at <= last; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.gap !== 'SPACE' && token.gap !== 'HYPHEN')) break;
    if (token.shape === 'LOWER' || token.shape === 'NUMBER') break;
    end = at;
  }
  return end;
}

/** The proper name of the occurrence: capitalised words that end with a trigger noun ("APEC Leaders' Meeting"). */
export function nameOf(reading: Reading, { clause }: ClauseCandidate): string | null {
  const { tokens, text } = reading.document;
  for (const trigger of clause.triggers) {
    if (!trigger.senses.some((sense) => sense.form === 'NOUN')) continue;
    const last = tokens[trigger.lastToken];
    if (!last || last.shape === 'LOWER') continue;
    let first = trigger.lastToken;
    for (let at = first - 1; at >= clause.first && trigger.lastToken - at < MAX_NAME_TOKENS; at--) {
      const token = tokens[at];
      const next = tokens[at + 1];
      if (!token || !next || (next.gap !== 'SPACE' && next.gap !== 'HYPHEN')) break;
      if (token.shape !== 'LOWER') first = at;
      else if (!NAME_LINKS.has(token.key)) break;
    }
    if (first < trigger.lastToken && first > clause.first)
      return text.slice(tokens[first]?.start ?? 0, last.end);
  }
  return null;
}
