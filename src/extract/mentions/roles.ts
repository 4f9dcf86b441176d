import type { RoleName } from '../../lexicon/entry.ts';
import { type Document, ownerOf } from '../document.ts';

/** An office as a text names it: "Vietnamese Defence Minister", "Minister of Trade of the Republic of Korea". */
export interface RolePhrase {
  /** First and last token, the country before or after it included. */
  readonly firstToken: number;
  readonly lastToken: number;
  /** The office without country, as written. */
  readonly role: string;
  /** First and last token of the office without country. */
  readonly roleFirst: number;
  readonly roleLast: number;
  /** Alpha-3 code or organisation that it names; null where it names none. */
  readonly of: string | null;
  /** Whether it is said to be New Zealand's. */
  readonly home: boolean;
  readonly strong: boolean;
  /** Slugs of New Zealand portfolios that its field names; empty where it names none. */
  readonly slugs: readonly string[];
  readonly head: string;
}

const FIELD_JOINERS: ReadonlySet<string> = new Set(['and', 'of', 'for', 'the']);
const HOME_WORDS: ReadonlySet<string> = new Set(['nz', 'zealand', 'aotearoa', 'zealands']);
const ENVOYS =
  /^(ambassador|high commissioner|deputy high commissioner|acting high commissioner|consul|consul general|honorary consul|permanent representative|charge daffaires|envoy|special envoy|trade commissioner)$/;
const MAX_FIELD_WORDS = 14;

/** The document before its roles are known. */
type RolelessDocument = Omit<Document, 'roles'>;

interface Head {
  readonly first: number;
  readonly last: number;
  readonly entry: RoleName;
}

/** Every office that the text names, in order, not overlapping. */
export function findRoles(document: RolelessDocument): RolePhrase[] {
  const phrases: RolePhrase[] = [];
  let free = 0;
  for (const head of findHeads(document)) {
    if (head.first < free) continue;
    const phrase = readRole(document, head, free);
    phrases.push(phrase);
    free = phrase.lastToken + 1;
  }
  return phrases;
}

function findHeads(document: RolelessDocument): Head[] {
  const heads: Head[] = [];
  let free = 0;
  for (const match of document.matches) {
    if (match.firstToken < free) continue;
    const entry = match.values.find((value): value is RoleName => value.kind === 'ROLE');
    if (!entry) continue;
    heads.push({ first: match.firstToken, last: match.lastToken, entry });
    free = match.lastToken + 1;
  }
  return heads;
}

function readRole(document: RolelessDocument, head: Head, free: number): RolePhrase {
  const { tokens, text } = document;
  const slugs: string[] = [];
  let roleFirst = Math.max(free, fieldBefore(document, head, slugs));
  roleFirst = Math.max(free, skipPrefixes(document, roleFirst));
  const before = ownerBefore(document, roleFirst, free);
  const after = readAfter(document, head, slugs);
  const headText = tokens
    .slice(head.first, head.last + 1)
    .map((token) => token.key)
    .join(' ');
  const inside = document.nameAt[roleFirst];
  const bare =
    ownerOf(inside) !== null && inside && inside.lastToken < head.last ? inside.lastToken + 1 : roleFirst;
  const start = tokens[bare];
  const end = tokens[after.roleLast];
  const of =
    ENVOYS.test(headText) && after.preposition === 'to'
      ? before.of
      : (before.of ?? after.of ?? ownerInside(document, head));
  return {
    firstToken: before.first,
    lastToken: after.last,
    role: start && end ? text.slice(start.start, end.end).replace(/\s+/g, ' ') : headText,
    roleFirst,
    roleLast: after.roleLast,
    of: before.home ? null : of,
    home: before.home || tokens[roleFirst]?.key === 'associate' || (after.home && after.preposition !== 'to'),
    strong: head.entry.strength === 'STRONG',
    slugs,
    head: headText,
  };
}

/** "Defence" of "Defence Minister", "Foreign Affairs and Trade" of "Foreign Affairs and Trade Minister". */
function fieldBefore(document: RolelessDocument, head: Head, slugs: string[]): number {
  if (head.entry.head !== 'MINISTER') return head.first;
  const { tokens } = document;
  let best = head.first;
  for (const match of matchesEndingAt(document, head.first - 1)) {
    for (const value of match.values) {
      if (value.kind !== 'FIELD') continue;
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

function skipPrefixes(document: RolelessDocument, from: number): number {
  let first = from;
  while (first > 0) {
    const previous = document.tokens[first - 1];
    if (!previous || previous.possessive || document.tokens[first]?.gap !== 'SPACE') break;
    if (!document.lexicon.words.rolePrefixes.has(previous.key)) break;
    first--;
  }
  return first;
}

/** The European Union of "European Commissioner". */
function ownerInside(document: RolelessDocument, head: Head): string | null {
  const name = document.nameAt[head.first];
  return name && name.lastToken <= head.last ? ownerOf(name) : null;
}

interface OwnerBefore {
  readonly first: number;
  readonly of: string | null;
  readonly home: boolean;
}

/** "Vietnamese", "Australia's new", "the EU" right before an office. */
function ownerBefore(document: RolelessDocument, roleFirst: number, free: number): OwnerBefore {
  const { tokens, nameAt } = document;
  let index = roleFirst - 1;
  const first = tokens[roleFirst];
  if (!first || (first.gap !== 'SPACE' && first.gap !== 'HYPHEN'))
    return { first: roleFirst, of: null, home: false };
  if (
    tokens[index]?.shape === 'LOWER' &&
    /^(new|current|newly|first|own|then|top|visiting|federal|based)$/.test(tokens[index]?.key ?? '')
  ) {
    index--;
  }
  const token = tokens[index];
  if (!token || index < free) return { first: roleFirst, of: null, home: false };
  if (token.shape !== 'LOWER' && HOME_WORDS.has(token.key)) return { first: roleFirst, of: null, home: true };
  const name = nameAt[index];
  const of = ownerOf(name);
  if (name && isPartOfBody(document, name.firstToken)) {
    return { first: roleFirst, of: null, home: HOME_WORDS.has(tokens[name.firstToken - 1]?.key ?? '') };
  }
  // "FIFA President", "PPTA President": a body that the lexicon does not know.
  if (!name && isAcronym(token.text, token.shape)) return { first: roleFirst, of: null, home: true };
  if (!name || of === null || name.lastToken !== index) return { first: roleFirst, of: null, home: false };
  return { first: Math.max(free, name.firstToken), of, home: false };
}

function isAcronym(text: string, shape: string): boolean {
  return shape === 'UPPER' && text.length >= 3 && text.length <= 6;
}

/** "Iwi Leaders Forum Chair", "New Zealand’s Johannesburg Representative": the owner is part of a longer name. */
function isPartOfBody(document: RolelessDocument, first: number): boolean {
  const token = document.tokens[first];
  const previous = document.tokens[first - 1];
  if (!token || !previous || token.gap !== 'SPACE') return false;
  if (HOME_WORDS.has(previous.key)) return true;
  if (document.nameAt[first]?.entry.kind !== 'ORGANISATION' || previous.possessive) return false;
  return (
    previous.shape === 'CAPITAL' &&
    document.sentences[document.sentenceOf[first] ?? 0]?.start !== previous.start
  );
}

interface After {
  readonly roleLast: number;
  readonly last: number;
  readonly of: string | null;
  readonly home: boolean;
  readonly preposition: string;
}

/** "of Defence", "for Trade and Industry", "of the Republic of Korea", "to New Zealand" after an office. */
function readAfter(document: RolelessDocument, head: Head, slugs: string[]): After {
  const { tokens, nameAt } = document;
  let roleLast = head.last;
  let last = head.last;
  let of: string | null = null;
  let home = false;
  let preposition = '';
  let index = head.last + 1;
  for (let part = 0; part < 3; part++) {
    const word = tokens[index];
    if (word?.gap !== 'SPACE' || !/^(of|for|to|in|on)$/.test(word.key)) break;
    const start = tokens[index + 1]?.key === 'the' ? index + 2 : index + 1;
    const name = nameAt[start];
    const owner = ownerOf(name);
    if (name && owner !== null && name.firstToken === start) {
      of ??= owner;
      last = skipBodyWords(document, name.lastToken);
      preposition ||= word.key;
      index = last + 1;
      continue;
    }
    const token = tokens[start];
    if (!token || token.shape === 'LOWER' || token.shape === 'NUMBER') break;
    if (HOME_WORDS.has(token.key) || (token.key === 'new' && tokens[start + 1]?.key === 'zealand')) {
      home = true;
      last = token.key === 'new' ? start + 1 : start;
      preposition ||= word.key;
      index = last + 1;
      continue;
    }
    if (preposition !== '' || word.key === 'in') break;
    const fieldLast = readField(document, start, slugs);
    if (fieldLast < start) break;
    roleLast = fieldLast;
    last = fieldLast;
    index = last + 1;
    if (tokens[last]?.possessive) break;
  }
  return { roleLast, last, of, home, preposition };
}

/** The "Congress" of "President of the New Caledonian Congress". */
function skipBodyWords(document: RolelessDocument, from: number): number {
  const { tokens, lexicon } = document;
  let last = from;
  for (
    let next = tokens[last + 1];
    next?.gap === 'SPACE' && next.shape !== 'LOWER';
    next = tokens[last + 1]
  ) {
    const isBodyWord = lexicon.words.commonWords.has(next.key) && !lexicon.words.titleWords.has(next.key);
    if (!isBodyWord || tokens[last]?.possessive) break;
    last++;
  }
  return last;
}

/** The last token of a field of government from a token on; before it where none begins there. */
function readField(document: RolelessDocument, start: number, slugs: string[]): number {
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
