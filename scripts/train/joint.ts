import {
  type Convolution,
  classRow,
  ITEM_COUNT,
  ITEM_DIMENSIONS,
  type Items,
  WINDOW,
  writeItem,
} from '../../src/extract/events/encoder.ts';
import type { Head } from '../../src/extract/events/linear.ts';
import { random } from './fit.ts';
import { Products } from './products/products.ts';

/** One question about a stretch of a document, with its answer. */
export interface JointExample {
  /** Which head answers it. */
  readonly head: number;
  /** Ranges of items (half-open pairs) whose pooled channels the head sees, in order. */
  readonly ranges: readonly number[];
  readonly sparse: Int32Array;
  readonly label: number;
}

/** One document: its items and all that is asked of them. */
export interface JointDocument {
  readonly items: Items;
  readonly examples: readonly JointExample[];
}

export interface JointHead {
  readonly classes: number;
  readonly bits: number;
  readonly rate: number;
  /** How many ranges its examples have. */
  readonly ranges: number;
}

export interface JointSettings {
  readonly channels: number;
  readonly epochs: number;
  readonly denseRate: number;
  readonly wordDropout: number;
  readonly poolDropout: number;
  readonly heads: readonly JointHead[];
}

/** Documents that are learned from at once: most of their words are the same, and looked at once. */
const BATCH = 4;

/** The items of several documents one after the other; each example with the place where its document's begin. */
function together(batch: readonly JointDocument[]): {
  readonly rows: Int32Array;
  readonly starts: readonly number[];
  readonly examples: readonly (readonly [JointExample, number])[];
} {
  const rows: number[] = [];
  const starts: number[] = [];
  const examples: [JointExample, number][] = [];
  for (const { items, examples: own } of batch) {
    const base = rows.length;
    for (let at = 0; at + 1 < items.starts.length; at++) starts.push(base + (items.starts[at] as number));
    for (const row of items.rows) rows.push(row);
    for (const example of own) examples.push([example, base]);
  }
  starts.push(rows.length);
  return { rows: Int32Array.from(rows), starts, examples };
}

class Parameters {
  readonly values: Float32Array;
  readonly squares: Float32Array;
  readonly sums: Float32Array;
  constructor(size: number) {
    this.values = new Float32Array(size);
    this.squares = new Float32Array(size);
    this.sums = new Float32Array(size);
  }
  step(at: number, slope: number, rate: number): void {
    const sum = (this.squares[at] as number) + slope * slope;
    this.squares[at] = sum;
    this.values[at] = (this.values[at] as number) - (rate * slope) / (Math.sqrt(sum) + 1e-3);
  }
  stepAll(slopes: Float32Array | Float64Array, rate: number): void {
    for (let at = 0; at < slopes.length; at++) {
      const slope = slopes[at] as number;
      if (slope !== 0) this.step(at, slope, rate);
    }
  }
  addUp(): void {
    for (let at = 0; at < this.sums.length; at++)
      this.sums[at] = (this.sums[at] as number) + (this.values[at] as number);
  }
  settle(rounds: number): void {
    for (let at = 0; at < this.sums.length; at++) this.values[at] = (this.sums[at] as number) / rounds;
  }
}

/** Trains a convolution and the heads that read it, together, by AdaGrad. Deterministic. */
export function fitJoint(
  documents: readonly JointDocument[],
  settings: JointSettings,
  onEpoch: (epoch: number, loss: readonly number[]) => void = () => {},
): { readonly convolution: Convolution; readonly heads: readonly Head[] } {
  const { channels: H, epochs } = settings;
  const W = WINDOW * H;
  const next = random(977);
  const kernel = new Parameters(ITEM_DIMENSIONS * W);
  const bias = new Parameters(H);
  const spread = Math.sqrt(1 / 8);
  for (let at = 0; at < kernel.values.length; at++) kernel.values[at] = (next() - 0.5) * 2 * spread;
  const heads = settings.heads.map(({ classes, bits, ranges }) => ({
    sparse: new Parameters(2 ** bits * classes),
    dense: new Parameters(ranges * H * classes),
  }));
  for (const { dense } of heads)
    for (let at = 0; at < dense.values.length; at++) dense.values[at] = (next() - 0.5) * 0.1;
  const all = [kernel, bias, ...heads.flatMap(({ sparse, dense }) => [sparse, dense])];
  const order = documents.map((_, index) => index);
  const from = Math.floor(epochs / 2);
  const place = new Int32Array(ITEM_COUNT).fill(-1);
  const unknown = classRow('UNKNOWN_OTHER');
  const products = new Products(ITEM_DIMENSIONS, W);
  const biasSlopes = new Float32Array(H);
  const denseSlopes = heads.map(({ dense }) => new Float32Array(dense.values.length));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1));
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    const loss = heads.map(() => 0);
    const counts = heads.map(() => 0);
    const rate = settings.denseRate;
    for (let at = 0; at < order.length; at += BATCH) {
      learn(
        order.slice(at, at + BATCH).flatMap((index) => documents[index] ?? []),
        loss,
        counts,
        rate,
      );
    }
    if (epoch >= from) for (const one of all) one.addUp();
    onEpoch(
      epoch,
      loss.map((sum, head) => sum / Math.max(1, counts[head] ?? 1)),
    );
  }
  for (const one of all) one.settle(epochs - from);
  return {
    convolution: { channels: H, kernel: kernel.values, bias: bias.values },
    heads: heads.map(({ sparse, dense }, index) => {
      const { classes = 1, bits = 0 } = settings.heads[index] ?? {};
      let most = 1e-9;
      for (const value of sparse.values) most = Math.max(most, Math.abs(value));
      const scale = most / 127;
      return {
        classes,
        bits,
        scale,
        weights: Int8Array.from(sparse.values, (value) => Math.round(value / scale)),
        dense: dense.values,
      };
    }),
  };

  function learn(batch: readonly JointDocument[], loss: number[], counts: number[], rate: number): void {
    const items = together(batch);
    const n = items.rows.length;
    const rows = items.rows.map((row) =>
      settings.wordDropout > 0 && next() < settings.wordDropout ? unknown : row,
    );
    const unique: number[] = [];
    const placeOf = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      const row = rows[i] as number;
      if (place[row] === -1) {
        place[row] = unique.length;
        unique.push(row);
      }
      placeOf[i] = place[row] as number;
    }
    for (const row of unique) place[row] = -1;
    const U = unique.length;
    const projections = products.forward(kernel.values, U, (input, u) =>
      writeItem(input, unique[u] as number),
    );
    const acts = new Float32Array(n * H);
    for (let sentence = 0; sentence + 1 < items.starts.length; sentence++) {
      const start = items.starts[sentence] as number;
      const end = items.starts[sentence + 1] as number;
      for (let i = start; i < end; i++) {
        const middle = (placeOf[i] as number) * W + H;
        const left = i > start ? (placeOf[i - 1] as number) * W : -1;
        const right = i + 1 < end ? (placeOf[i + 1] as number) * W + 2 * H : -1;
        for (let h = 0; h < H; h++) {
          let z = (bias.values[h] as number) + (projections[middle + h] as number);
          if (left >= 0) z += projections[left + h] as number;
          if (right >= 0) z += projections[right + h] as number;
          acts[i * H + h] = Math.max(z, 0);
        }
      }
    }
    // Most stretches are asked about more than once.
    const pools = new Map<number, Pool>();
    const poolOf = (from: number, to: number): Pool => {
      const key = from * (n + 1) + to;
      const known = pools.get(key);
      if (known) return known;
      const pool = poolOver(acts, H, from, to);
      pools.set(key, pool);
      return pool;
    };
    const actSlopes = new Float32Array(n * H);
    let touched = false;
    for (const slopes of denseSlopes) slopes.fill(0);
    const scores = new Float64Array(32);
    for (const [{ head, ranges, sparse, label }, base] of items.examples) {
      const { classes, bits, rate: sparseRate } = settings.heads[head] as JointHead;
      const parameters = heads[head] as (typeof heads)[number];
      const slopesOfHead = denseSlopes[head] as Float32Array;
      const count = ranges.length / 2;
      const x = new Float32Array(count * H);
      const argmax = new Int32Array(count * H).fill(-1);
      const keep = 1 - settings.poolDropout;
      for (let r = 0; r < count; r++) {
        const pool = poolOf(base + (ranges[2 * r] as number), base + (ranges[2 * r + 1] as number));
        x.set(pool.most, r * H);
        argmax.set(pool.items, r * H);
        for (let h = 0; h < H; h++) {
          const at = r * H + h;
          if ((x[at] as number) === 0) continue;
          if (next() >= keep) {
            x[at] = 0;
            argmax[at] = -1;
          } else x[at] = (x[at] as number) / keep;
        }
      }
      const mask = 2 ** bits - 1;
      scores.fill(0, 0, classes);
      for (const feature of sparse) {
        const base = (feature & mask) * classes;
        for (let c = 0; c < classes; c++)
          scores[c] = (scores[c] as number) + (parameters.sparse.values[base + c] as number);
      }
      for (let d = 0; d < x.length; d++) {
        const value = x[d] as number;
        if (value === 0) continue;
        for (let c = 0; c < classes; c++)
          scores[c] = (scores[c] as number) + value * (parameters.dense.values[d * classes + c] as number);
      }
      if (classes === 1) {
        const p = 1 / (1 + Math.exp(-(scores[0] as number)));
        loss[head] = (loss[head] as number) - Math.log(Math.max(1e-9, label ? p : 1 - p));
        scores[0] = p - label;
      } else {
        let most = Number.NEGATIVE_INFINITY;
        for (let c = 0; c < classes; c++) most = Math.max(most, scores[c] as number);
        let sum = 0;
        for (let c = 0; c < classes; c++) {
          scores[c] = Math.exp((scores[c] as number) - most);
          sum += scores[c] as number;
        }
        for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) / sum;
        loss[head] = (loss[head] as number) - Math.log(Math.max(1e-9, scores[label] as number));
        scores[label] = (scores[label] as number) - 1;
      }
      counts[head] = (counts[head] as number) + 1;
      for (const feature of sparse) {
        const base = (feature & mask) * classes;
        for (let c = 0; c < classes; c++) parameters.sparse.step(base + c, scores[c] as number, sparseRate);
      }
      for (let d = 0; d < x.length; d++) {
        const value = x[d] as number;
        if (value === 0) continue;
        let back = 0;
        for (let c = 0; c < classes; c++) {
          const slope = scores[c] as number;
          back += slope * (parameters.dense.values[d * classes + c] as number);
          slopesOfHead[d * classes + c] = (slopesOfHead[d * classes + c] as number) + slope * value;
        }
        const i = argmax[d] as number;
        if (i >= 0) {
          const at = i * H + (d % H);
          actSlopes[at] = (actSlopes[at] as number) + back / keep;
          touched = true;
        }
      }
    }
    heads.forEach(({ dense }, index) => {
      dense.stepAll(denseSlopes[index] as Float32Array, rate);
    });
    if (!touched) return;
    const projectionSlopes = new Float32Array(U * W);
    biasSlopes.fill(0);
    for (let sentence = 0; sentence + 1 < items.starts.length; sentence++) {
      const start = items.starts[sentence] as number;
      const end = items.starts[sentence + 1] as number;
      for (let i = start; i < end; i++) {
        const middle = (placeOf[i] as number) * W + H;
        const left = i > start ? (placeOf[i - 1] as number) * W : -1;
        const right = i + 1 < end ? (placeOf[i + 1] as number) * W + 2 * H : -1;
        for (let h = 0; h < H; h++) {
          const slope = actSlopes[i * H + h] as number;
          if (slope === 0) continue;
          biasSlopes[h] = (biasSlopes[h] as number) + slope;
          projectionSlopes[middle + h] = (projectionSlopes[middle + h] as number) + slope;
          if (left >= 0) projectionSlopes[left + h] = (projectionSlopes[left + h] as number) + slope;
          if (right >= 0) projectionSlopes[right + h] = (projectionSlopes[right + h] as number) + slope;
        }
      }
    }
    kernel.stepAll(products.backward(projectionSlopes), rate);
    bias.stepAll(biasSlopes, rate);
  }
}

/** The most that each channel saw in a stretch of items, and in which item; -1 where it saw nothing. */
interface Pool {
  readonly most: Float32Array;
  readonly items: Int32Array;
}

function poolOver(acts: Float32Array, channels: number, from: number, to: number): Pool {
  const most = new Float32Array(channels);
  const items = new Int32Array(channels).fill(-1);
  for (let item = from; item < to; item++) {
    for (let channel = 0; channel < channels; channel++) {
      const act = acts[item * channels + channel] as number;
      if (act > (most[channel] as number)) {
        most[channel] = act;
        items[channel] = item;
      }
    }
  }
  return { most, items };
}
