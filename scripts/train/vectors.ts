import { random } from './fit.ts';

const WINDOW = 5;
const NEGATIVES = 5;
const EPOCHS = 3;
const RATE = 0.03;
/** Words more common than this share are skipped the oftener the commoner they are. */
const COMMON_SHARE = 1e-4;
const TABLE_SIZE = 2 ** 22;
const SEED = 12_345;

/**
 * Vectors of length 1 for the words of the texts, row by row. `texts` are rows of the vocabulary in order of the
 * text, `counts` how often each row occurs, the commonest first.
 */
export function learnVectors(
  texts: readonly Int32Array[],
  counts: readonly number[],
  dimensions: number,
): Float32Array {
  const next = random(SEED);
  const size = counts.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const keep = counts.map((count) => {
    const ratio = COMMON_SHARE / (count / total);
    return Math.min(1, Math.sqrt(ratio) + ratio);
  });
  const table = samplingTable(counts);
  const inner = Float32Array.from({ length: size * dimensions }, () => (next() - 0.5) / dimensions);
  const outer = new Float32Array(size * dimensions);
  const gradient = new Float32Array(dimensions);
  let done = 0;

  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const text of texts) {
      const rate = RATE * Math.max(0.03, 1 - done++ / (EPOCHS * texts.length));
      const kept = text.filter((row) => next() < (keep[row] ?? 0));
      for (let at = 0; at < kept.length; at++) {
        const reach = 1 + Math.floor(next() * WINDOW);
        for (let other = Math.max(0, at - reach); other <= Math.min(kept.length - 1, at + reach); other++) {
          if (other !== at) learnPair((kept[at] ?? 0) * dimensions, kept[other] ?? 0, rate);
        }
      }
    }
  }
  return normalised(inner, dimensions);

  function learnPair(from: number, target: number, rate: number): void {
    gradient.fill(0);
    for (let sample = 0; sample <= NEGATIVES; sample++) {
      const row = sample === 0 ? target : (table[Math.floor(next() * TABLE_SIZE)] ?? 0);
      if (sample > 0 && row === target) continue;
      const to = row * dimensions;
      let dot = 0;
      for (let d = 0; d < dimensions; d++) dot += (inner[from + d] as number) * (outer[to + d] as number);
      const step = ((sample === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot))) * rate;
      for (let d = 0; d < dimensions; d++) {
        gradient[d] = (gradient[d] as number) + step * (outer[to + d] as number);
        outer[to + d] = (outer[to + d] as number) + step * (inner[from + d] as number);
      }
    }
    for (let d = 0; d < dimensions; d++)
      inner[from + d] = (inner[from + d] as number) + (gradient[d] as number);
  }
}

/** Rows in proportion to their counts to the power of 3/4. */
function samplingTable(counts: readonly number[]): Int32Array {
  const table = new Int32Array(TABLE_SIZE);
  const whole = counts.reduce((sum, count) => sum + count ** 0.75, 0);
  let row = 0;
  let share = (counts[0] ?? 0) ** 0.75 / whole;
  for (let at = 0; at < TABLE_SIZE; at++) {
    table[at] = row;
    if ((at + 1) / TABLE_SIZE > share && row < counts.length - 1) {
      row++;
      share += (counts[row] ?? 0) ** 0.75 / whole;
    }
  }
  return table;
}

function normalised(vectors: Float32Array, dimensions: number): Float32Array {
  const out = new Float32Array(vectors.length);
  for (let base = 0; base < vectors.length; base += dimensions) {
    let square = 0;
    for (let d = 0; d < dimensions; d++) square += (vectors[base + d] ?? 0) ** 2;
    const length = Math.sqrt(square) || 1;
    for (let d = 0; d < dimensions; d++) out[base + d] = (vectors[base + d] ?? 0) / length;
  }
  return out;
}
