import type { RoleName } from '../../lexicon/entry.ts';
import { type Document, ownerOf } from '../document.ts';

/** The document before its roles are known. */
export type RolelessDocument = Omit<Document, 'roles'>;

/** The head of an office's name: "Minister" of "Defence Minister". */
export interface Head {
  readonly first: number;
  readonly last: number;
  readonly entry: RoleName;
}

const FIELD_JOINERS: ReadonlySet<string> = new Set(['and', 'of', 'for', 'the']);
const MAX_FIELD_WORDS = 14;

/** "Defence" of "Defence Minister", "Foreign Affairs and Trade" of "Foreign Affairs and Trade Minister". */
export function fieldBefore(document: RolelessDocument, head: Head, slugs: string[]): number {
  if (head.entry.head !== 'MINISTER') return head.first;
  const { tokens } = document;
  let best = head.first;
  for (const match of matchesEndingAt(document, head.first - 1)) {
    for (const value of match.values) {
      if (value.kind !== 'FIELD') continue;
      // The "Wales" of "New South Wales Minister".
      if ((document.nameAt[match.firstToken]?.firstToken ?? match.firstToken) < match.firstToken) continue;
      // "foreign minister" has a field in lower case; "the trade Minister" has none.
      if (tokens[match.firstToken]?.shape === 'LOWER' && tokens[head.first]?.shape !== 'LOWER') continue;
      if (match.firstToken > best) continue;
      if (match.firstToken < best) slugs.length = 0;
      best = match.firstToken;
      if (value.slug) slugs.push(value.slug);
    }
  }
  return best;
}

function* matchesEndingAt(document: RolelessDocument, last: number) {
  if (document.tokens[last + 1]?.gap !== 'SPACE' || document.tokens[last]?.possessive) return;
  const low = last - MAX_FIELD_WORDS;
  for (let i = lowerBound(document, low); i < document.matches.length; i++) {
    const match = document.matches[i];
    if (!match || match.firstToken > last) return;
    if (match.lastToken === last) yield match;
  }
}

/** Index of the first match that begins at or after a token. */
function lowerBound(document: RolelessDocument, token: number): number {
  let low = 0;
  let high = document.matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.matches[middle]?.firstToken ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last token of a field of government from a token on; before it where none begins there. */
export function readField(document: RolelessDocument, start: number, slugs: string[]): number {
  const { tokens, lexicon } = document;
  let last = start - 1;
  for (let i = start; i < start + MAX_FIELD_WORDS; i++) {
    const token = tokens[i];
    if (!token || (i > start && ownerOf(document.nameAt[i] ?? undefined) !== null)) break;
    if (i > start && !['SPACE', 'HYPHEN', 'COMMA', 'OTHER'].includes(token.gap)) break;
    if (
      i > start &&
      token.gap === 'OTHER' &&
      !/^\s*[&/]\s*$/.test(document.text.slice(tokens[i - 1]?.end, token.start))
    )
      break;
    const field = longestField(document, i);
    if (field) {
      if (token.gap === 'COMMA' && !continuesList(document, field.last)) break;
      slugs.push(...field.slugs);
      last = field.last;
      i = field.last;
    } else if (
      token.shape !== 'LOWER' &&
      token.shape !== 'NUMBER' &&
      token.gap !== 'COMMA' &&
      lexicon.words.commonWords.has(token.key) &&
      !lexicon.words.titleWords.has(token.key)
    ) {
      last = i;
    } else if (!FIELD_JOINERS.has(token.key) || token.gap === 'COMMA' || token.shape !== 'LOWER') {
      return Math.max(last, unknownFieldEnd(document, start, i, last >= start));
    }
    if (tokens[last]?.possessive) break;
  }
  return last;
}

/**
 * The end of a field that the lexicon does not know, where a comma and a name follow: "Minister of Cooperative
 * Governance and Traditional Affairs, Thembisile Nkadimeng". Before the start where it cannot be told.
 */
function unknownFieldEnd(document: RolelessDocument, start: number, from: number, begun: boolean): number {
  const { tokens } = document;
  for (let i = from; i < start + MAX_FIELD_WORDS; i++) {
    const token = tokens[i];
    if (!token || token.shape === 'NUMBER') return -1;
    if (i > from && token.gap === 'COMMA') {
      const next = tokens[i + 1];
      const named = token.shape !== 'LOWER' && next?.gap === 'SPACE' && next.shape !== 'LOWER';
      const last = tokens[i - 1];
      // "Trade Jorge Bunster, Malaysian ...": what began as a field must end as one.
      const ends = last !== undefined && (!begun || document.lexicon.words.commonWords.has(last.key));
      return named && ends && last.shape !== 'LOWER' ? i - 1 : -1;
    }
    if (token.gap !== 'SPACE' && token.gap !== 'HYPHEN') return -1;
    if (token.shape === 'LOWER' && !FIELD_JOINERS.has(token.key)) return -1;
  }
  return -1;
}

function longestField(
  document: RolelessDocument,
  first: number,
): { readonly last: number; readonly slugs: string[] } | null {
  if (document.tokens[first]?.shape === 'LOWER') return null;
  for (let i = lowerBound(document, first); i < document.matches.length; i++) {
    const match = document.matches[i];
    if (!match || match.firstToken !== first) return null;
    const slugs: string[] = [];
    let found = false;
    for (const value of match.values) {
      if (value.kind !== 'FIELD') continue;
      found = true;
      if (value.slug) slugs.push(value.slug);
    }
    if (found) return { last: match.lastToken, slugs };
  }
  return null;
}

/** Whether after a field of a comma-list comes another comma or "and": "for Trade, Tourism and Investment". */
function continuesList(document: RolelessDocument, last: number): boolean {
  const next = document.tokens[last + 1];
  return next !== undefined && (next.gap === 'COMMA' || next.key === 'and');
}
