const ROUNDS = 20;

/** The class of each row by spherical k-means; it starts from rows spread over the commoner half. */
export function classesOf(vectors: Float32Array, dimensions: number, count: number): Int32Array {
  const size = vectors.length / dimensions;
  const centres = new Float32Array(count * dimensions);
  for (let index = 0; index < count; index++) {
    const row = Math.floor((index * size) / count / 2);
    centres.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
  }
  const classes = new Int32Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    for (let row = 0; row < size; row++) classes[row] = nearest(row * dimensions);
    centres.fill(0);
    for (let row = 0; row < size; row++) {
      const base = (classes[row] ?? 0) * dimensions;
      for (let d = 0; d < dimensions; d++) {
        centres[base + d] = (centres[base + d] as number) + (vectors[row * dimensions + d] as number);
      }
    }
    for (let base = 0; base < centres.length; base += dimensions) {
      const length = Math.hypot(...centres.subarray(base, base + dimensions)) || 1;
      for (let d = 0; d < dimensions; d++) centres[base + d] = (centres[base + d] as number) / length;
    }
  }
  return classes;

  function nearest(from: number): number {
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < count; index++) {
      let dot = 0;
      for (let d = 0; d < dimensions; d++) {
        dot += (vectors[from + d] as number) * (centres[index * dimensions + d] as number);
      }
      if (dot > most) {
        most = dot;
        best = index;
      }
    }
    return best;
  }
}
