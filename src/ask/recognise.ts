import type { Token } from '../lexicon/tokens.ts';
import { dateAt } from './dates.ts';
import type { Found, Item, Meaning, SignKind } from './item.ts';
import { type PhraseText, signEnd } from './phrase-text.ts';
import type { PhraseWord } from './phrase-words.ts';
import { nameAt } from './recognise-names.ts';
import { officeAt } from './recognise-offices.ts';
import { ministerAt, officialAt } from './recognise-people.ts';
import { isYear } from './window.ts';

/** Cuts a phrase into items, each the longest thing that can be read at its place. */
export function recognise(text: PhraseText): readonly Item[] {
  const items: Item[] = [];
  for (let index = 0; index < text.tokens.length; ) {
    const item = itemAt(text, index, items.at(-1) ?? null);
    items.push(item);
    index = item.last + 1;
  }
  return items;
}

function itemAt(text: PhraseText, index: number, previous: Item | null): Item {
  const quote = text.quotes.get(index);
  if (quote) return { kind: 'TEXT', quoted: true, ...quote, first: index };
  const { meaning, last } = longest(text, index, previous);
  const start = text.tokens[index]?.start ?? 0;
  return { ...meaning, start, end: text.tokens[last]?.end ?? start, first: index, last };
}

/**
 * Of what can be read here the longest, of equals the first of this list: a date, a number of events, a kind, status or
 * order, an office, a country or fixed name, a minister, an official elsewhere, a small word.
 */
function longest(text: PhraseText, index: number, previous: Item | null): Found {
  const readers = [dateFoundAt, countAt, contentAt, officeAt, nameAt, ministerAt, officialAt, signAt];
  let best: Found = { meaning: { kind: 'LEFT' }, last: index };
  let found = false;
  for (const read of readers) {
    const candidate = read(text, index, previous);
    if (!candidate || crossesQuote(text, index, candidate.last)) continue;
    if (!found || candidate.last > best.last) best = candidate;
    found = true;
  }
  return best;
}

function crossesQuote(text: PhraseText, index: number, last: number): boolean {
  for (let at = index + 1; at <= last; at++) if (text.quotes.has(at)) return true;
  return false;
}

function dateFoundAt(text: PhraseText, index: number): Found | null {
  const date = dateAt(text, index);
  return date && { meaning: { kind: 'DATE', window: date.window }, last: date.last };
}

/** "latest 5", "top ten", "5 visits", "3 most recent". */
function countAt(text: PhraseText, index: number): Found | null {
  const order = orderAt(text, index);
  const ahead = order?.last ?? signEnd(text, index, 'LIMIT');
  if (ahead !== null) {
    const limit = text.words.units.has(text.tokens[ahead + 2]?.key ?? '')
      ? null
      : numberAt(text.tokens[ahead + 1], text);
    const descending = order?.word.descending ?? null;
    return limit === null ? null : { meaning: { kind: 'COUNT', limit, descending }, last: ahead + 1 };
  }
  const limit = numberAt(text.tokens[index], text);
  if (limit === null) return null;
  const next = orderAt(text, index + 1);
  if (next) return { meaning: { kind: 'COUNT', limit, descending: next.word.descending }, last: next.last };
  const counted =
    signEnd(text, index + 1, 'COUNTED') !== null || contentWord(text, index + 1, 'TYPE') !== null;
  return counted ? { meaning: { kind: 'COUNT', limit, descending: null }, last: index } : null;
}

function numberAt(token: Token | undefined, text: PhraseText): number | null {
  const number = /^\d{1,4}$/.test(token?.key ?? '')
    ? Number(token?.key)
    : text.words.counts.get(token?.key ?? '');
  return number === undefined || number < 1 || isYear(number) ? null : number;
}

type Word<K extends PhraseWord['kind']> = Extract<PhraseWord, { readonly kind: K }>;

function contentWord<K extends 'TYPE' | 'ORDER'>(
  text: PhraseText,
  index: number,
  kind: K,
): { readonly word: Word<K>; readonly last: number } | null {
  for (const { values, lastToken } of text.matches.get(index) ?? []) {
    const word = values.find((value): value is Word<K> => value.kind === kind);
    if (word) return { word, last: lastToken };
  }
  return null;
}

function orderAt(text: PhraseText, index: number) {
  return contentWord(text, index, 'ORDER');
}

/** Kinds of word that mean something by themselves, in order of precedence. */
const CONTENT = ['TEXT', 'UNANSWERABLE', 'TYPE', 'STATUS', 'HEADLINE', 'ORDER', 'TITLE'] as const;

function contentAt(text: PhraseText, index: number, previous: Item | null): Found | null {
  for (const { values, lastToken: last } of text.matches.get(index) ?? []) {
    for (const kind of CONTENT) {
      const word = values.find((value) => value.kind === kind);
      const meaning = word && meaningOf(word, text, index, last, previous);
      if (meaning) return { meaning, last };
    }
  }
  return null;
}

function meaningOf(
  word: PhraseWord,
  text: PhraseText,
  index: number,
  last: number,
  previous: Item | null,
): Meaning | null {
  switch (word.kind) {
    case 'TYPE':
    case 'STATUS':
    case 'HEADLINE':
      return word;
    case 'ORDER':
      return word.weak && !isFollowedByName(text, index, last, previous) ? null : word;
    case 'TEXT':
      return { kind: 'TEXT', quoted: false };
    case 'TITLE':
    case 'UNANSWERABLE':
      return { kind: word.kind };
    default:
      return null;
  }
}

/** "first visit" and "last Vietnam visit" order; "first home grants" does not. */
function isFollowedByName(text: PhraseText, index: number, last: number, previous: Item | null): boolean {
  if (last + 1 >= text.tokens.length) return index > 0;
  if (orderAt(text, last + 1)) return false;
  const { meaning } = longest(text, last + 1, previous);
  return meaning.kind !== 'LEFT' && meaning.kind !== 'TEXT';
}

/** Words that only say how others are meant. */
function signAt(text: PhraseText, index: number): Found | null {
  for (const { values, lastToken } of text.matches.get(index) ?? []) {
    const signs = new Set<SignKind>();
    for (const { kind } of values) if (isSign(kind)) signs.add(kind);
    if (signs.size > 0) return { meaning: { kind: 'SIGN', signs }, last: lastToken };
  }
  return null;
}

function isSign(kind: PhraseWord['kind']): kind is SignKind {
  return !CONTENT.some((content) => content === kind);
}
