import type { Features, Head } from '../../src/extract/events/linear.ts';

/** One decision with its answer: features as hashes, and the index of the class. */
export interface Example {
  readonly features: Features;
  readonly label: number;
}

/** Several candidates of which the one at `label` is right. */
export interface Choice {
  readonly candidates: readonly Features[];
  readonly label: number;
}

export interface FitOptions {
  readonly classes: number;
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** Of the dense part. */
  readonly denseRate?: number;
}

/** A float model as it is trained; `quantise` makes it a Head. */
export interface Weights {
  readonly classes: number;
  readonly bits: number;
  readonly values: Float32Array;
  readonly dense: Float32Array;
}

/** Numbers from 0 to 1 that depend on the seed alone (xorshift32). */
export function random(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

/** Logistic regression by AdaGrad: one score for two classes (`classes` 1), else one score a class. */
export function fitClasses(examples: readonly Example[], options: FitOptions): Weights {
  const { classes, bits, epochs } = options;
  const step = stepper(options, examples[0]?.features.dense.length ?? 0);
  const scores = new Float64Array(Math.max(classes, 1));
  eachInRandomOrder(
    examples,
    epochs,
    ({ features, label }) => {
      step.score(features, scores);
      if (classes === 1) {
        scores[0] = 1 / (1 + Math.exp(-(scores[0] ?? 0))) - label;
      } else {
        normalise(scores);
        scores[label] = (scores[label] ?? 0) - 1;
      }
      step.update(features, scores);
    },
    step.average(epochs),
  );
  return { classes, bits, values: step.values, dense: step.dense };
}

/** A ranking model: softmax over the candidates of each choice, one shared set of weights. */
export function fitChoices(choices: readonly Choice[], options: Omit<FitOptions, 'classes'>): Weights {
  const { bits, epochs } = options;
  const step = stepper({ ...options, classes: 1 }, 0);
  const one = new Float64Array(1);
  eachInRandomOrder(
    choices,
    epochs,
    ({ candidates, label }) => {
      const scores = Float64Array.from(candidates, (features) => {
        step.score(features, one);
        return one[0] ?? 0;
      });
      normalise(scores);
      candidates.forEach((features, index) => {
        one[0] = (scores[index] ?? 0) - (index === label ? 1 : 0);
        step.update(features, one);
      });
    },
    step.average(epochs),
  );
  return { classes: 1, bits, values: step.values, dense: step.dense };
}

/** The model in bytes: the greatest weight becomes 127. */
export function quantise({ classes, bits, values, dense }: Weights): Head {
  let most = 1e-9;
  for (const value of values) most = Math.max(most, Math.abs(value));
  const scale = most / 127;
  return {
    classes,
    bits,
    scale,
    weights: Int8Array.from(values, (value) => Math.round(value / scale)),
    dense,
  };
}

function stepper({ classes, bits, rate, denseRate = 0 }: FitOptions, numbers: number) {
  const values = new Float32Array(2 ** bits * classes);
  const squares = new Float32Array(2 ** bits * classes);
  const dense = new Float32Array(numbers * classes);
  const denseSquares = new Float32Array(numbers * classes);
  const mask = 2 ** bits - 1;
  const sums = new Float32Array(values.length);
  const denseSums = new Float32Array(dense.length);
  return {
    values,
    dense,
    /** Makes the weights the mean of those after each epoch of the second half: steadier than the last alone. */
    average(epochs: number): (epoch: number) => void {
      const from = Math.floor(epochs / 2);
      return (epoch) => {
        if (epoch < from) return;
        addTo(sums, values);
        addTo(denseSums, dense);
        if (epoch < epochs - 1) return;
        values.set(sums.map((sum) => sum / (epochs - from)));
        dense.set(denseSums.map((sum) => sum / (epochs - from)));
      };
    },
    score(features: Features, into: Float64Array): void {
      into.fill(0);
      for (const feature of features.sparse) {
        const base = (feature & mask) * classes;
        for (let index = 0; index < classes; index++)
          into[index] = (into[index] ?? 0) + (values[base + index] ?? 0);
      }
      for (let d = 0; d < numbers; d++) {
        const number = features.dense[d] ?? 0;
        for (let index = 0; index < classes; index++) {
          into[index] = (into[index] ?? 0) + number * (dense[d * classes + index] ?? 0);
        }
      }
    },
    update(features: Features, gradient: Float64Array): void {
      for (const feature of features.sparse) {
        const base = (feature & mask) * classes;
        for (let index = 0; index < classes; index++)
          descend(values, squares, base + index, gradient[index] ?? 0, rate);
      }
      for (let d = 0; d < numbers; d++) {
        const number = features.dense[d] ?? 0;
        if (number === 0) continue;
        for (let index = 0; index < classes; index++) {
          descend(dense, denseSquares, d * classes + index, (gradient[index] ?? 0) * number, denseRate);
        }
      }
    },
  };
}

function addTo(sums: Float32Array, values: Float32Array): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (values[at] ?? 0);
}

/** One step of AdaGrad on one weight. */
function descend(
  weights: Float32Array,
  squares: Float32Array,
  at: number,
  slope: number,
  rate: number,
): void {
  const sum = (squares[at] ?? 0) + slope * slope;
  squares[at] = sum;
  weights[at] = (weights[at] ?? 0) - (rate * slope) / (Math.sqrt(sum) + 1e-3);
}

function normalise(scores: Float64Array): void {
  const most = Math.max(...scores);
  let sum = 0;
  for (let index = 0; index < scores.length; index++) {
    const power = Math.exp((scores[index] ?? 0) - most);
    scores[index] = power;
    sum += power;
  }
  for (let index = 0; index < scores.length; index++) scores[index] = (scores[index] ?? 0) / sum;
}

function eachInRandomOrder<T>(
  items: readonly T[],
  epochs: number,
  visit: (item: T) => void,
  afterEpoch: (epoch: number) => void,
): void {
  const order = items.map((_, index) => index);
  const next = random(20_250_101);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1));
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    for (const index of order) {
      const item = items[index];
      if (item !== undefined) visit(item);
    }
    afterEpoch(epoch);
  }
}
