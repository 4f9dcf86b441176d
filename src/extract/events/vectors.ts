import { readFileSync } from 'node:fs';

/** What the corpus teaches about a word: the company it keeps. */
export interface WordVector {
  /** Row in the table of vectors. */
  readonly row: number;
  /** How much the word tells: near 1 for rare words, near 0 for "the". */
  readonly weight: number;
  /** Classes of words that are used alike, from coarse to fine. */
  readonly coarse: number;
  readonly fine: number;
}

interface WordFile {
  readonly dimensions: number;
  /** Folded words, blank between, the commonest first. */
  readonly words: string;
  readonly counts: readonly number[];
  readonly coarse: readonly number[];
  readonly fine: readonly number[];
  /** Base64 of signed bytes, one row a word; a row has length 254. */
  readonly vectors: string;
}

const FILE = new URL('../../../data/models/words.json', import.meta.url);
const file = JSON.parse(readFileSync(FILE, 'utf8')) as WordFile;
// Bytes, not floats: a quarter of the memory to walk through, which is what the time goes into.
const table = bytesOf(file.vectors);

/** Length of a vector. */
export const DIMENSIONS = file.dimensions;

/** Words that are as common as this share of all have half the weight of rare ones. */
const HALF_WEIGHT_SHARE = 1e-3;

/** "the", "of" and the like: a third of all words, and next to nothing in a mean. */
const LEAST_WEIGHT = 0.3;

const byWord = new Map<string, WordVector>();
const total = file.counts.reduce((sum, count) => sum + count, 0);
file.words.split(' ').forEach((word, row) => {
  const share = (file.counts[row] ?? 0) / total;
  const weight = HALF_WEIGHT_SHARE / (HALF_WEIGHT_SHARE + share);
  byWord.set(word, { row, weight, coarse: file.coarse[row] ?? -1, fine: file.fine[row] ?? -1 });
});

/** What is known of a folded word; numbers stand for each other, years apart. Undefined for rare words. */
export function wordVector(key: string): WordVector | undefined {
  const first = key.charCodeAt(0);
  if (first >= 48 && first <= 57) return byWord.get(/^(?:19|20)\d\d$/.test(key) ? '<year>' : '<num>');
  return byWord.get(key);
}

/** Writes the direction of the weighted mean of word vectors to `out` from `offset` on: length 1, or all 0. */
export function writeMean(
  out: Float32Array,
  offset: number,
  vectors: readonly (WordVector | undefined)[],
  first: number,
  last: number,
): void {
  for (let at = first; at <= last; at++) {
    const word = vectors[at];
    if (!word || word.weight < LEAST_WEIGHT) continue;
    const base = word.row * DIMENSIONS;
    const { weight } = word;
    for (let d = 0; d < DIMENSIONS; d++) {
      out[offset + d] = (out[offset + d] as number) + weight * (table[base + d] as number);
    }
  }
  let square = 0;
  for (let at = offset; at < offset + DIMENSIONS; at++) square += (out[at] as number) * (out[at] as number);
  if (square === 0) return;
  const scale = 1 / Math.sqrt(square);
  for (let at = offset; at < offset + DIMENSIONS; at++) out[at] = (out[at] as number) * scale;
}

function bytesOf(base64: string): Int8Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
