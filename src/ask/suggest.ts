import { distance } from 'fastest-levenshtein';
import { type Token, tokenize } from '../lexicon/tokens.ts';
import { byCode } from '../model/ids.ts';
import type { Suggestion } from './interpretation.ts';
import type { NameBook } from './names.ts';

interface Known {
  /** Folded words run together. */
  readonly key: string;
  readonly words: number;
  readonly name: string;
}

const SUGGESTION_COUNT = 3;
const MIN_LENGTH = 5;
const MAX_WORDS = 3;
const INDEXES = new WeakMap<NameBook, ReadonlyMap<string, readonly Known[]>>();

/**
 * The stretches of a run of words that nothing reads which are spelt nearly like a name ("Vietman", "Phil Gof"), the
 * longest first; usual words that merely look like one ("malaria") are not.
 */
export function suggestNames(phrase: string, run: readonly Token[], book: NameBook): readonly Suggestion[] {
  const suggestions: Suggestion[] = [];
  for (let first = 0; first < run.length; ) {
    const found = suggestionAt(phrase, run, first, book);
    if (found) suggestions.push(found.suggestion);
    first += found?.size ?? 1;
  }
  return suggestions;
}

function suggestionAt(phrase: string, run: readonly Token[], first: number, book: NameBook) {
  for (let size = Math.min(MAX_WORDS, run.length - first); size > 0; size--) {
    const words = run.slice(first, first + size);
    const start = words[0]?.start ?? 0;
    const end = words.at(-1)?.end ?? start;
    if (words.every(({ key }) => isOrdinary(key, book))) continue;
    const names = nearNames(words.map(({ key }) => key).join(''), size, book);
    if (names.length > 0) {
      return { suggestion: { text: phrase.slice(start, end), start, end, names }, size };
    }
  }
  return null;
}

function isOrdinary(key: string, { words, lexicon }: NameBook): boolean {
  return words.ordinary.has(key) || lexicon.words.givenNames.has(key);
}

/** Up to three names of so many words that are nearly this key, nearest first; none where it is one itself. */
function nearNames(key: string, words: number, book: NameBook): readonly string[] {
  if (key.length < MIN_LENGTH) return [];
  const limit = key.length < 9 ? 1 : key.length < 13 ? 2 : 3;
  const letters = [...key].sort().join('');
  const nearest = new Map<string, number>();
  for (const known of indexOf(book).get(key.slice(0, 1)) ?? []) {
    if (known.words !== words || Math.abs(known.key.length - key.length) > limit) continue;
    if (known.key === key) return [];
    const edits = distance(key, known.key);
    // Swapped letters are one slip of the hand, not two.
    const far = edits === 2 && [...known.key].sort().join('') === letters ? 1 : edits;
    if (far <= limit && far < (nearest.get(known.name) ?? Number.POSITIVE_INFINITY)) {
      nearest.set(known.name, far);
    }
  }
  return [...nearest]
    .sort((a, b) => a[1] - b[1] || byCode(a[0], b[0]))
    .slice(0, SUGGESTION_COUNT)
    .map(([name]) => name);
}

/** Known names by first letter. */
function indexOf(book: NameBook): ReadonlyMap<string, readonly Known[]> {
  const made = INDEXES.get(book);
  if (made) return made;
  const known = book.known.map(({ form, name }): Known => {
    const words = tokenize(form);
    return { key: words.map(({ key }) => key).join(''), words: words.length, name };
  });
  const index = Map.groupBy(
    known.filter(({ key }) => key.length >= MIN_LENGTH - 1),
    ({ key }) => key.slice(0, 1),
  );
  INDEXES.set(book, index);
  return index;
}
