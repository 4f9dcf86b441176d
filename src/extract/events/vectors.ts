import { readFileSync } from 'node:fs';

/** What the corpus teaches about a word: the company it keeps. */
export interface WordVector {
  /** Row in the table of vectors. */
  readonly row: number;
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

const byWord = new Map<string, WordVector>();
const words = file.words.split(' ');
words.forEach((word, row) => {
  byWord.set(word, { row, coarse: file.coarse[row] ?? -1, fine: file.fine[row] ?? -1 });
});

/** What is known of a folded word; numbers stand for each other, years apart. Undefined for rare words. */
export function wordVector(key: string): WordVector | undefined {
  const first = key.charCodeAt(0);
  if (first >= 48 && first <= 57) return byWord.get(/^(?:19|20)\d\d$/.test(key) ? '<year>' : '<num>');
  return byWord.get(key);
}

/** How many words have a vector. */
export const VOCABULARY_SIZE = words.length;

/** The word of a row. */
export function wordAt(row: number): string {
  return words[row] ?? '';
}

/** Writes the vector of a row to the first `DIMENSIONS` numbers of `out`; it has length 2. */
export function writeRow(out: Float32Array, row: number): void {
  for (let d = 0; d < DIMENSIONS; d++) out[d] = (table[row * DIMENSIONS + d] as number) / 127;
}

function bytesOf(base64: string): Int8Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
