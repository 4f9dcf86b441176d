/** What a model judges: features by their hashes, and numbers that every candidate has. */
export interface Features {
  readonly sparse: readonly number[];
  /** Empty where the model has no weights for numbers. */
  readonly dense: Float32Array;
}

/**
 * One linear model: `classes` weights for each of `2 ** bits` slots of hashed features, as bytes times `scale`, and
 * `classes` weights for each number of the dense part.
 */
export interface Head {
  readonly classes: number;
  readonly bits: number;
  readonly scale: number;
  readonly weights: Int8Array;
  readonly dense: Float32Array;
}

export const NO_NUMBERS: Float32Array = new Float32Array(0);

/** The score of every class: the sum of its weights over the features. */
export function scoresOf(head: Head, { sparse, dense }: Features): number[] {
  const { classes, weights } = head;
  const mask = 2 ** head.bits - 1;
  // Indices stay in range by construction; the assertions spare a check in the innermost loops of extraction. One class at
  // a time keeps the sum over features in a register; of the numbers many are zero, and each is looked at once.
  const scores = new Array<number>(classes);
  for (let index = 0; index < classes; index++) {
    let sum = 0;
    for (let at = 0; at < sparse.length; at++) {
      sum += weights[((sparse[at] as number) & mask) * classes + index] as number;
    }
    scores[index] = sum * head.scale;
  }
  for (let at = 0, row = 0; at < dense.length; at++, row += classes) {
    const number = dense[at] as number;
    if (number === 0) continue;
    for (let index = 0; index < classes; index++) {
      scores[index] = (scores[index] as number) + number * (head.dense[row + index] as number);
    }
  }
  return scores;
}

/** The score of a model with one class. */
export function scoreOf(head: Head, { sparse, dense }: Features): number {
  const { weights, dense: denseWeights } = head;
  const mask = 2 ** head.bits - 1;
  let sum = 0;
  for (let at = 0; at < sparse.length; at++) sum += weights[(sparse[at] as number) & mask] as number;
  sum *= head.scale;
  for (let at = 0; at < dense.length; at++) sum += (dense[at] as number) * (denseWeights[at] as number);
  return sum;
}

/** The probability of every class (softmax of the scores). */
export function distribution(head: Head, features: Features): number[] {
  return softmax(scoresOf(head, features));
}

/** Scores as probabilities that sum to 1. */
export function softmax(scores: readonly number[]): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  const powers = new Array<number>(scores.length);
  let sum = 0;
  for (let index = 0; index < powers.length; index++) {
    const power = Math.exp((scores[index] as number) - most);
    powers[index] = power;
    sum += power;
  }
  for (let index = 0; index < powers.length; index++) powers[index] = (powers[index] as number) / sum;
  return powers;
}

/** The probability that a score stands for. */
export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** Index of the greatest number, the first of equals; -1 where there is none. */
export function argmax(values: readonly number[]): number {
  let best = -1;
  values.forEach((value, index) => {
    if (best === -1 || value > (values[best] ?? 0)) best = index;
  });
  return best;
}
