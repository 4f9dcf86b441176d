import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { hashText } from './hash.ts';
import { stemOf } from './stem.ts';
import { type WordVector, wordVector } from './vectors.ts';

/** The kinds of word that rules and features ask for; a word may be of several. */
export const WORD_KINDS = [
  'future',
  'modal',
  'perfect',
  'pluperfect',
  'present',
  'past',
  'be',
  'negation',
  'cancelled',
  'hypothetical',
  'opinion',
  'habit',
  'ongoing',
  'speech',
  'subjects',
  'completed',
  'plan',
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** What is known of one folded word. */
export interface WordInfo {
  readonly stem: string;
  readonly stemHash: number;
  readonly wordHash: number;
  /** Bit `1 << WORD_KINDS.indexOf(kind)` for every kind that it is of. */
  readonly kinds: number;
  /** Undefined for rare words. */
  readonly vector: WordVector | undefined;
  /** How the word could be inflected as a verb. */
  readonly form: 'PAST' | 'ING' | 'OTHER';
}

const FILE = new URL('../../../data/lexicon/events-words.yaml', import.meta.url);
const lists = load(readFileSync(FILE, 'utf8')) as Record<WordKind, readonly string[]> & {
  readonly irregular: Readonly<Record<string, readonly string[]>>;
};

const bases = new Map<string, string>();
for (const [base, forms] of Object.entries(lists.irregular)) for (const form of forms) bases.set(form, base);

const kindsOf = new Map<string, number>();
WORD_KINDS.forEach((kind, index) => {
  for (const word of lists[kind]) kindsOf.set(word, (kindsOf.get(word) ?? 0) | (1 << index));
});

/** More distinct words than any real run has between two clearings; bounds the memory that hostile text can take. */
const MAX_CACHED_WORDS = 100_000;
const cache = new Map<string, WordInfo>();

/** The bit of a kind in `WordInfo.kinds`. */
export function bitOf(kind: WordKind): number {
  return 1 << WORD_KINDS.indexOf(kind);
}

/** What is known of a folded word (a token's `key`). Cached; pure in the word. */
export function wordInfo(key: string): WordInfo {
  return cache.get(key) ?? learn(key);
}

function learn(key: string): WordInfo {
  const irregular = bases.get(key);
  const stem = stemOf(irregular ?? key);
  const info: WordInfo = {
    stem,
    vector: wordVector(key),
    stemHash: hashText(stem),
    wordHash: hashText(key),
    kinds: kindsOf.get(key) ?? 0,
    form:
      irregular || (key.length > 4 && key.endsWith('ed'))
        ? 'PAST'
        : key.length > 5 && key.endsWith('ing')
          ? 'ING'
          : 'OTHER',
  };
  if (cache.size >= MAX_CACHED_WORDS) cache.clear();
  cache.set(key, info);
  return info;
}
