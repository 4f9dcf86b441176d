import { boundsOf } from '../dates/bounds.ts';
import type { DateExpression } from '../dates/find-dates.ts';
import type { Clause } from './clauses.ts';
import { type Convolved, Kernel } from './convolve/kernel.ts';
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
  return { rows: new Int32Array(rows), starts, itemOfToken };
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

/** Sums are whole multiples of this, so that eight of them fit a vector. */
const UNIT = 1 / 2048;

/** Reads documents by a convolution; keeps what every item contributes, for most of a text is the same few words. */
export class Encoder {
  readonly convolution: Convolution;
  readonly #kernel: Kernel;
  readonly #known = new Uint8Array(ITEM_COUNT);
  readonly #item = new Float32Array(ITEM_DIMENSIONS);

  constructor(convolution: Convolution) {
    this.convolution = convolution;
    this.#kernel = new Kernel(ITEM_COUNT, convolution.channels);
  }

  /** What the convolution makes of a document whose title ends before sentence `firstBody`. */
  encode(items: Items, firstBody: number): Encoding {
    for (const row of items.rows) if (this.#known[row] === 0) this.#learn(row);
    const convolved = this.#kernel.run(items.rows, items.starts);
    return new Encoding(items, convolved, this.convolution.channels, this.#kernel.stride, firstBody);
  }

  /** Works out what an item contributes as left neighbour, as the middle (with the bias) and as right neighbour. */
  #learn(row: number): void {
    const { channels, kernel, bias } = this.convolution;
    const { stride } = this.#kernel;
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
    const out = this.#kernel.rowOf(row);
    for (let side = 0; side < WINDOW; side++) {
      for (let channel = 0; channel < channels; channel++) {
        const units = Math.round((sums[side * channels + channel] as number) / UNIT);
        out[side * stride + channel] = Math.max(-32_768, Math.min(32_767, units));
      }
    }
    this.#known[row] = 1;
  }
}

/** What the convolution makes of a document: for any stretch the most that each channel saw in it. */
export class Encoding {
  readonly channels: number;
  readonly items: Items;
  /** Numbers of a row. */
  readonly #stride: number;
  /** In `UNIT`s, a row an item. */
  readonly #acts: Int16Array;
  /** In `UNIT`s, a row a sentence. */
  readonly #pools: Int16Array;
  /** In `UNIT`s, of the title. */
  readonly #title: Int16Array;

  constructor(items: Items, { acts, pools }: Convolved, channels: number, stride: number, firstBody: number) {
    this.items = items;
    this.channels = channels;
    this.#stride = stride;
    this.#acts = acts;
    this.#pools = pools;
    this.#title = this.#most(pools, 0, firstBody);
  }

  /** Writes what `sentenceRanges` says: `RANGES * channels` numbers. */
  writeSentence(out: Float32Array, index: number, firstBody: number): void {
    this.#copy(out, 0, this.#pools, index);
    if (index > firstBody) this.#copy(out, 1, this.#pools, index - 1);
    else out.fill(0, this.channels, 2 * this.channels);
    this.#copy(out, 2, this.#title, 0);
  }

  /** Writes what `clauseRanges` says: `RANGES * channels` numbers, to an array of zeros. */
  writeClause(out: Float32Array, index: number, clause: Clause): void {
    const { itemOfToken } = this.items;
    if (clause.count === 1) this.#copy(out, 0, this.#pools, index);
    else {
      const first = itemOfToken[clause.first] as number;
      const last = itemOfToken[clause.last] as number;
      this.#copy(out, 0, this.#most(this.#acts, first, last + 1), 0);
    }
    this.#copy(out, 1, this.#pools, index);
    this.#copy(out, 2, this.#title, 0);
  }

  /** Writes what `reportRanges` says: `RANGES * channels` numbers, to an array of zeros. */
  writeReport(out: Float32Array, firstBody: number): void {
    const sentences = this.items.starts.length - 1;
    this.#copy(out, 0, this.#title, 0);
    if (firstBody < sentences) this.#copy(out, 1, this.#pools, firstBody);
    if (firstBody + 1 < sentences) this.#copy(out, 2, this.#pools, firstBody + 1);
  }

  #copy(out: Float32Array, position: number, rows: Int16Array, row: number): void {
    const { channels } = this;
    const from = row * this.#stride;
    for (let channel = 0; channel < channels; channel++) {
      out[position * channels + channel] = (rows[from + channel] as number) * UNIT;
    }
  }

  /** The most of each channel in some rows; zeros where there are none. */
  #most(rows: Int16Array, from: number, to: number): Int16Array {
    const stride = this.#stride;
    const most = new Int16Array(stride);
    for (let base = from * stride; base < to * stride; base += stride) {
      for (let channel = 0; channel < stride; channel++) {
        const act = rows[base + channel] as number;
        if (act > (most[channel] as number)) most[channel] = act;
      }
    }
    return most;
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
