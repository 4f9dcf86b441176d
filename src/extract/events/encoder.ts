import { boundsOf } from '../dates/bounds.ts';
import type { DateExpression } from '../dates/find-dates.ts';
import type { Clause } from './clauses.ts';
import type { Reading, Step } from './reading.ts';
import { DIMENSIONS, VOCABULARY_SIZE, wordAt, writeRow } from './vectors.ts';
import { WORD_KINDS, wordInfo } from './words.ts';

/**
 * Names and values, and words that the vocabulary lacks, stand for their class. A date's class says on which side of
 * the release's day it lies.
 */
export const ITEM_CLASSES = [
  'COUNTRY',
  'PLACE',
  'MINISTER',
  'OFFICIAL',
  'OFFICE',
  'MONEY',
  'NUMBER',
  'NAME',
  'UNKNOWN_OTHER',
  'UNKNOWN_PAST',
  'UNKNOWN_ING',
  'DATE_TODAY',
  'DATE_LONG_PAST',
  'DATE_PAST',
  'DATE_AROUND',
  'DATE_AHEAD',
  'DATE_FAR_AHEAD',
] as const;
export type ItemClass = (typeof ITEM_CLASSES)[number];

const CLASS_ROWS = new Map<ItemClass, number>(
  ITEM_CLASSES.map((name, index) => [name, VOCABULARY_SIZE + index]),
);
const FORMS = ['PAST', 'ING', 'OTHER'] as const;

/** Numbers that stand for an item: its word vector, what kinds of word it is, and its class. */
export const ITEM_DIMENSIONS = DIMENSIONS + WORD_KINDS.length + FORMS.length + ITEM_CLASSES.length;
/** How many different items there are. */
export const ITEM_COUNT = VOCABULARY_SIZE + ITEM_CLASSES.length;
/** An item is read together with its neighbours on both sides. */
export const WINDOW = 3;

/** The convolution: for every channel the weights of an item as left neighbour, as the middle, as right neighbour. */
export interface Convolution {
  readonly channels: number;
  /** `ITEM_DIMENSIONS` rows of `WINDOW * channels` numbers. */
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** A document as the convolution reads it: items row by row, sentence by sentence. */
export interface Items {
  /** The item's row: in the vocabulary or after it, one of ITEM_CLASSES. */
  readonly rows: Int32Array;
  /** For each sentence its first item; one entry more for the end. */
  readonly starts: Int32Array;
  /** For each token the item that it belongs to. */
  readonly itemOfToken: Int32Array;
}

/** The items of a document: its words, names and values in order. */
export function itemsOf(reading: Reading): Items {
  const rows: number[] = [];
  const starts = new Int32Array(reading.sentences.length + 1);
  const itemOfToken = new Int32Array(reading.words.length);
  for (const sentence of reading.sentences) {
    starts[sentence.index] = rows.length;
    let date = 0;
    for (const step of sentence.steps) {
      if (step.class === 'DATE') {
        while ((sentence.dates[date]?.lastToken ?? Number.POSITIVE_INFINITY) < step.firstToken) date++;
      }
      for (let token = step.firstToken; token <= step.lastToken; token++) itemOfToken[token] = rows.length;
      rows.push(rowOfStep(reading, step, sentence.dates[date]));
    }
  }
  starts[reading.sentences.length] = rows.length;
  return { rows: Int32Array.from(rows), starts, itemOfToken };
}

function rowOfStep(reading: Reading, step: Step, date: DateExpression | undefined): number {
  const word = reading.words[step.firstToken];
  if (step.class === 'DATE')
    return classRow(date ? dateClass(date, reading.document.release.date) : 'DATE_AROUND');
  if (step.class !== 'WORD' && step.class !== 'NAME' && step.class !== 'NUMBER') return classRow(step.class);
  if (word?.vector) return word.vector.row;
  if (step.class !== 'WORD') return classRow(step.class);
  return classRow(
    word?.form === 'PAST' ? 'UNKNOWN_PAST' : word?.form === 'ING' ? 'UNKNOWN_ING' : 'UNKNOWN_OTHER',
  );
}

/** The row of a class. */
export function classRow(name: ItemClass): number {
  return CLASS_ROWS.get(name) ?? 0;
}

function dateClass({ reading: { near } }: DateExpression, release: string | null): ItemClass {
  const bounds = boundsOf(near);
  if (!bounds || release === null) return 'DATE_AROUND';
  if (near === release) return 'DATE_TODAY';
  const year = Number(release.slice(0, 4));
  if (bounds.latest < release)
    return Number(bounds.latest.slice(0, 4)) < year - 1 ? 'DATE_LONG_PAST' : 'DATE_PAST';
  if (bounds.earliest > release)
    return Number(bounds.earliest.slice(0, 4)) > year + 1 ? 'DATE_FAR_AHEAD' : 'DATE_AHEAD';
  return 'DATE_AROUND';
}

/** Writes the `ITEM_DIMENSIONS` numbers of an item to `out`. */
export function writeItem(out: Float32Array, row: number): void {
  out.fill(0);
  if (row >= VOCABULARY_SIZE) {
    out[DIMENSIONS + WORD_KINDS.length + FORMS.length + row - VOCABULARY_SIZE] = 1;
    return;
  }
  writeRow(out, row);
  const { kinds, form } = wordInfo(wordAt(row));
  for (let kind = 0; kind < WORD_KINDS.length; kind++) if (kinds & (1 << kind)) out[DIMENSIONS + kind] = 1;
  out[DIMENSIONS + WORD_KINDS.length + FORMS.indexOf(form)] = 1;
}

/** Sums are whole multiples of this: integers add up faster than floats, and take half the memory. */
const UNIT = 1 / 2048;

/** Reads documents by a convolution; keeps what every item contributes, for most of a text is the same few words. */
export class Encoder {
  readonly convolution: Convolution;
  /** What each item contributes, row by row: one array for all, so that the innermost loop has only one to look into. */
  readonly #table: Int16Array;
  readonly #known = new Uint8Array(ITEM_COUNT);
  readonly #item = new Float32Array(ITEM_DIMENSIONS);

  constructor(convolution: Convolution) {
    this.convolution = convolution;
    // One row more: what stands outside a sentence contributes nothing.
    this.#table = new Int16Array((ITEM_COUNT + 1) * WINDOW * convolution.channels);
  }

  /** What the convolution makes of a document whose title ends before sentence `firstBody`. Cost: `WINDOW * channels` additions an item. */
  encode(items: Items, firstBody: number): Encoding {
    const { channels } = this.convolution;
    const { rows, starts } = items;
    const table = this.#table;
    const width = WINDOW * channels;
    const nothing = ITEM_COUNT * width;
    const acts = new Int32Array(rows.length * channels);
    for (const row of rows) if (this.#known[row] === 0) this.#learn(row);
    for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
      const start = starts[sentence] as number;
      const end = starts[sentence + 1] as number;
      for (let item = start; item < end; item++) {
        let left = item > start ? (rows[item - 1] as number) * width : nothing;
        let middle = (rows[item] as number) * width + channels;
        let right = (item + 1 < end ? (rows[item + 1] as number) * width : nothing) + 2 * channels;
        const limit = (item + 1) * channels;
        for (let at = item * channels; at < limit; at++) {
          const sum = (table[left++] as number) + (table[middle++] as number) + (table[right++] as number);
          acts[at] = Math.max(sum, 0);
        }
      }
    }
    return new Encoding(items, acts, channels, firstBody);
  }

  /** Works out what an item contributes as left neighbour, as the middle (with the bias) and as right neighbour. */
  #learn(row: number): void {
    const { channels, kernel, bias } = this.convolution;
    const width = WINDOW * channels;
    const sums = new Float32Array(width);
    sums.set(bias, channels);
    writeItem(this.#item, row);
    for (let d = 0; d < ITEM_DIMENSIONS; d++) {
      const number = this.#item[d] as number;
      if (number === 0) continue;
      for (let at = 0; at < width; at++) {
        sums[at] = (sums[at] as number) + number * (kernel[d * width + at] as number);
      }
    }
    for (let at = 0; at < width; at++) {
      const units = Math.round((sums[at] as number) / UNIT);
      this.#table[row * width + at] = Math.max(-32_768, Math.min(32_767, units));
    }
    this.#known[row] = 1;
  }
}

/** What the convolution makes of a document: for any stretch the most that each channel saw in it. */
export class Encoding {
  readonly channels: number;
  readonly items: Items;
  /** In `UNIT`s. */
  readonly #acts: Int32Array;
  /** In `UNIT`s. One row a sentence, then one for the title. */
  readonly #pools: Int32Array;

  constructor(items: Items, acts: Int32Array, channels: number, firstBody: number) {
    this.items = items;
    this.channels = channels;
    this.#acts = acts;
    const { starts } = items;
    const sentences = starts.length - 1;
    this.#pools = new Int32Array((sentences + 1) * channels);
    for (let index = 0; index < sentences; index++) {
      this.#pool(this.#pools, index * channels, starts[index] as number, starts[index + 1] as number);
    }
    this.#pool(this.#pools, sentences * channels, 0, starts[firstBody] as number);
  }

  /** Writes what `sentenceRanges` says: `RANGES * channels` numbers. */
  writeSentence(out: Float32Array, index: number, firstBody: number): void {
    this.#copy(out, 0, index);
    if (index > firstBody) this.#copy(out, 1, index - 1);
    else out.fill(0, this.channels, 2 * this.channels);
    this.#copy(out, 2, this.items.starts.length - 1);
  }

  /** Writes what `clauseRanges` says: `RANGES * channels` numbers, to an array of zeros. */
  writeClause(out: Float32Array, index: number, clause: Clause): void {
    const { itemOfToken } = this.items;
    if (clause.count === 1) this.#copy(out, 0, index);
    else {
      const { channels } = this;
      const pool = new Int32Array(channels);
      this.#pool(pool, 0, itemOfToken[clause.first] as number, (itemOfToken[clause.last] as number) + 1);
      for (let channel = 0; channel < channels; channel++) out[channel] = (pool[channel] as number) * UNIT;
    }
    this.#copy(out, 1, index);
    this.#copy(out, 2, this.items.starts.length - 1);
  }

  /** Writes what `reportRanges` says: `RANGES * channels` numbers, to an array of zeros. */
  writeReport(out: Float32Array, firstBody: number): void {
    const sentences = this.items.starts.length - 1;
    this.#copy(out, 0, sentences);
    if (firstBody < sentences) this.#copy(out, 1, firstBody);
    if (firstBody + 1 < sentences) this.#copy(out, 2, firstBody + 1);
  }

  #copy(out: Float32Array, position: number, row: number): void {
    const { channels } = this;
    for (let channel = 0; channel < channels; channel++) {
      out[position * channels + channel] = (this.#pools[row * channels + channel] as number) * UNIT;
    }
  }

  #pool(out: Int32Array, offset: number, from: number, to: number): void {
    const { channels } = this;
    const acts = this.#acts;
    for (let base = from * channels; base < to * channels; base += channels) {
      for (let channel = 0; channel < channels; channel++) {
        const act = acts[base + channel] as number;
        if (act > (out[offset + channel] as number)) out[offset + channel] = act;
      }
    }
  }
}

/** The items that the question "does this sentence state an event" looks at: its own, those before it, the title's. */
export function sentenceRanges({ starts }: Items, index: number, firstBody: number): readonly number[] {
  const own = starts[index] ?? 0;
  const before = index > firstBody ? (starts[index - 1] ?? 0) : own;
  return [own, starts[index + 1] ?? own, before, own, 0, starts[firstBody] ?? 0];
}

/** The items that questions about a clause look at: its own, its sentence's, the title's. */
export function clauseRanges(
  { starts, itemOfToken }: Items,
  index: number,
  clause: Clause,
  firstBody: number,
): readonly number[] {
  const first = itemOfToken[clause.first] ?? 0;
  const last = itemOfToken[clause.last] ?? -1;
  return [first, last + 1, starts[index] ?? 0, starts[index + 1] ?? 0, 0, starts[firstBody] ?? 0];
}

/** The items that the question what a release exists to report looks at: the title's and those of the first two sentences. */
export function reportRanges({ starts }: Items, firstBody: number): readonly number[] {
  const end = starts.at(-1) ?? 0;
  const [lead = end, second = end, third = end] = starts.slice(firstBody, firstBody + 3);
  return [0, lead, lead, second, second, third];
}

/** How many ranges each of them gives. */
export const RANGES = 3;
