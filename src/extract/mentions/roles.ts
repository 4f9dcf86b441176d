import type { RoleName } from '../../lexicon/entry.ts';
import { ownerOf, type RolePhrase } from '../document.ts';
import { fieldBefore, type Head, type RolelessDocument, readField } from './role-fields.ts';
import { ownerBefore, ownerInside } from './role-owners.ts';

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
    if (!entry || isPartOfName(document, match.firstToken)) continue;
    heads.push({ first: match.firstToken, last: match.lastToken, entry });
    free = match.lastToken + 1;
  }
  return heads;
}

/** The "Prince" of "Prince of Wales", the "King" of "Annette King", the "speaker" of "a Spanish speaker". */
function isPartOfName({ nameAt, tokens }: RolelessDocument, index: number): boolean {
  const kind = nameAt[index]?.entry.kind;
  if (kind === 'BLOCKER' || kind === 'MINISTER') return true;
  return tokens[index]?.key === 'speaker' && tokens[index]?.shape === 'LOWER';
}

function readRole(document: RolelessDocument, head: Head, free: number): RolePhrase {
  const { tokens, text } = document;
  const slugs: string[] = [];
  let roleFirst = Math.max(free, fieldBefore(document, head, slugs));
  roleFirst = Math.max(free, skipPrefixes(document, roleFirst));
  const before = ownerBefore(document, head, roleFirst, free);
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
    document.lexicon.words.envoys.has(headText) && (after.preposition === 'to' || after.preposition === 'in')
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
  if (
    tokens[head.last]?.key === 'commander' &&
    tokens[index]?.gap === 'SPACE' &&
    nameAt[index]?.firstToken === index
  ) {
    of = ownerOf(nameAt[index]);
    if (of !== null) last = skipBodyWords(document, nameAt[index]?.lastToken ?? index);
  }
  for (let part = 0; part < 3; part++) {
    const word = tokens[index];
    if (word?.gap !== 'SPACE' || !/^(of|for|to|in|on)$/.test(word.key)) break;
    const start = tokens[index + 1]?.key === 'the' ? index + 2 : index + 1;
    const name = nameAt[start];
    const owner = ownerOf(name);
    if (name && owner !== null && name.firstToken === start) {
      of ??= owner;
      last = skipHome(document, skipBodyWords(document, name.lastToken));
      preposition ||= word.key;
      index = last + 1;
      continue;
    }
    const token = tokens[start];
    if (!token || token.shape === 'LOWER' || token.shape === 'NUMBER') break;
    if (
      document.lexicon.words.homeWords.has(token.key) ||
      (token.key === 'new' && tokens[start + 1]?.key === 'zealand')
    ) {
      home = true;
      last = token.key === 'new' ? start + 1 : start;
      preposition ||= word.key;
      index = last + 1;
      continue;
    }
    if (word.key === 'in' || word.key === 'on') {
      // "the Samoan Consul-General in Auckland"
      last = start;
      index = last + 1;
      continue;
    }
    if (preposition !== '') break;
    const fieldLast = readField(document, start, slugs);
    if (fieldLast < start) break;
    roleLast = fieldLast;
    last = fieldLast;
    index = last + 1;
    if (tokens[last]?.possessive) break;
  }
  return { roleLast, last, of, home, preposition };
}

/** The "and New Zealand" of "Prime Ministers of the Netherlands and New Zealand". */
function skipHome({ tokens }: RolelessDocument, last: number): number {
  const isHome =
    tokens[last + 1]?.key === 'and' && tokens[last + 2]?.key === 'new' && tokens[last + 3]?.key === 'zealand';
  return isHome ? last + 3 : last;
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
