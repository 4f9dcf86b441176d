import type { TextTerm } from '../fold.ts';

/** Postgres takes no longer words, and nobody asks for longer ones. */
const MAX_WORD = 200;
/** Words past these have no places of their own in a tsvector: they are found, but not as part of a phrase. */
const MAX_PLACE = 16_383;
/** Bytes that a tsvector's words may have, well below Postgres' own limit of one megabyte. */
const MAX_BYTES = 800_000;

const SEPARATOR = /[^\p{L}\p{N}\p{Co}]/u;
/** All that is left of them once those beyond ASCII are spaces; a class of few characters is split by much faster. */
const ASCII_SEPARATORS = /[\0-\x2f\x3a-\x60\x7b-\x7f]+/;
const NOT_ASCII = /[^\0-\x7f]/gu;
const MARK = /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]/;
const folded = new Map<string, string>();

/**
 * The words of a text as SQLite's FTS5 takes them apart (https://sqlite.org/fts5.html, `unicode61 remove_diacritics
 * 2`): letters and digits, lower case, Latin letters without their marks; nothing else of a character is changed.
 */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(NOT_ASCII, foldOf)
    .toLowerCase()
    .split(ASCII_SEPARATORS)
    .filter((word) => word !== '')
    .map((word) => (word.length > MAX_WORD ? word.slice(0, MAX_WORD) : word));
}

function foldOf(character: string): string {
  let fold = folded.get(character);
  if (fold === undefined) {
    fold = foldCharacter(character);
    folded.set(character, fold);
  }
  return fold;
}

/** What stands for a character in words; a space where it parts them. */
function foldCharacter(character: string): string {
  // Marks that stand apart belong to the word around them.
  if (MARK.test(character)) return '';
  if (SEPARATOR.test(character)) return ' ';
  // By way of the upper case, which variants of a letter have in common; the dotless i is a letter of its own.
  const lower = (/[^\P{L}ı]/u.test(character) ? character.toUpperCase() : character).toLowerCase();
  const folded = [...lower].length === 1 ? lower : character;
  const [base = '', ...marks] = folded.normalize('NFD');
  return /[A-Za-z]/.test(base) && marks.length > 0 ? base : folded;
}

/** A text's words with their places, as Postgres reads a tsvector, and how many there are. */
export interface WordVector {
  readonly vector: string;
  readonly length: number;
}

/**
 * The words of texts one after the other, those of the first marked A where there are several; no phrase reaches from
 * one into the next. Each word stands once with all its places, which gives Postgres less to read.
 */
export function vectorOf(...texts: readonly string[]): WordVector {
  const places = new Map<string, string>();
  let place = 0;
  let length = 0;
  let bytes = 0;
  for (const [index, text] of texts.entries()) {
    const mark = index === 0 && texts.length > 1 ? 'A' : '';
    for (const word of wordsOf(text)) {
      length += 1;
      place += 1;
      bytes += word.length * 3;
      if (bytes >= MAX_BYTES && place >= MAX_PLACE) continue;
      const before = places.get(word);
      const here = `${Math.min(place, MAX_PLACE)}${mark}`;
      places.set(word, before === undefined ? here : `${before},${here}`);
    }
    place += 1;
  }
  return { vector: [...places].map(([word, at]) => `${word}:${at}`).join(' '), length };
}

/** One term as a tsquery: its words next to each other, the last one possibly only begun; null where it has none. */
export function queryOf({ words, prefix }: TextTerm): string | null {
  const parts = wordsOf(words).map((word) => `'${word}'`);
  return parts.length === 0 ? null : `${parts.join(' <-> ')}${prefix ? ':*' : ''}`;
}

/** All terms as one tsquery; null where nothing can match: a wanted term has no words. */
export function queryOfAll(terms: readonly TextTerm[]): string | null {
  const parts: string[] = [];
  for (const term of terms) {
    const query = queryOf(term);
    if (query !== null) parts.push(term.excluded ? `!(${query})` : `(${query})`);
    else if (!term.excluded) return null;
  }
  return parts.join(' & ');
}
