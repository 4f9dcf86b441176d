import { readFileSync } from 'node:fs';

/** What convolve.as.ts exports; addresses and counts in its order. */
type Convolve = (
  table: number,
  rows: number,
  starts: number,
  acts: number,
  pools: number,
  sentences: number,
  channels: number,
  outside: number,
) => void;

const compiled = new WebAssembly.Module(readFileSync(new URL('./convolve.wasm', import.meta.url)));

const PAGE = 65_536;
/** Numbers that one vector instruction works on. */
const LANES = 8;

/** The numbers of each item and the most of them in each sentence, a row of `stride` numbers for each. */
export interface Convolved {
  readonly acts: Int16Array;
  readonly pools: Int16Array;
}

/**
 * The innermost loop of extraction, in WebAssembly's vector instructions, which do eight additions at once and give the
 * same on every machine. Holds the table of what every row contributes; the rest of its memory is one document's.
 */
export class Kernel {
  /** Numbers of a row: `channels`, rounded up to whole vectors; those beyond stay 0. */
  readonly stride: number;
  readonly #outside: number;
  readonly #memory: WebAssembly.Memory;
  readonly #convolve: Convolve;
  readonly #tableSize: number;

  /** A table of `rows` rows of zeros, and one more for what stands outside a sentence. */
  constructor(rows: number, channels: number) {
    this.stride = Math.ceil(channels / LANES) * LANES;
    this.#outside = rows;
    this.#tableSize = aligned((rows + 1) * 3 * this.stride * 2);
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#tableSize / PAGE) });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.#convolve = exports.convolve as unknown as Convolve;
  }

  /** The numbers that a row contributes: as left neighbour, as the middle, as right neighbour. Valid until `run`. */
  rowOf(row: number): Int16Array {
    const width = 3 * this.stride;
    return new Int16Array(this.#memory.buffer, row * width * 2, width);
  }

  /** Convolves a document: the row of every item, and for every sentence its first item, with one entry more for the end. */
  run(rows: Int32Array, starts: Int32Array): Convolved {
    const { stride } = this;
    const sentences = starts.length - 1;
    const rowsAt = this.#tableSize;
    const startsAt = aligned(rowsAt + rows.byteLength);
    const actsAt = aligned(startsAt + starts.byteLength);
    const poolsAt = actsAt + rows.length * stride * 2;
    this.#reserve(poolsAt + sentences * stride * 2);
    const { buffer } = this.#memory;
    new Int32Array(buffer, rowsAt, rows.length).set(rows);
    new Int32Array(buffer, startsAt, starts.length).set(starts);
    this.#convolve(0, rowsAt, startsAt, actsAt, poolsAt, sentences, stride, this.#outside);
    return {
      acts: new Int16Array(buffer, actsAt, rows.length * stride).slice(),
      pools: new Int16Array(buffer, poolsAt, sentences * stride).slice(),
    };
  }

  #reserve(bytes: number): void {
    const missing = bytes - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
  }
}

function aligned(address: number): number {
  return Math.ceil(address / 16) * 16;
}
