// AssemblyScript (https://www.assemblyscript.org): compiled when a training starts.

/** Bytes of one vector of four 32-bit numbers. */
const VECTOR: usize = 16;

/**
 * For each of `rows` inputs of `inputSize` numbers adds the product with `weights` (`inputSize` rows of `width`
 * numbers) to its row of `outputs`. All arguments but the last three are addresses; `width` is a multiple of four.
 */
export function forward(
  inputs: usize,
  weights: usize,
  outputs: usize,
  rows: i32,
  inputSize: i32,
  width: i32,
): void {
  const bytes: usize = (width as usize) << 2;
  for (let row = 0; row < rows; row++) {
    for (let d = 0; d < inputSize; d++) {
      const input = load<f32>(inputs + ((d as usize) << 2));
      if (input !== 0) add(outputs, weights + (d as usize) * bytes, input, bytes);
    }
    inputs += (inputSize as usize) << 2;
    outputs += bytes;
  }
}

/** Adds to `slopes` of the weights what the slopes of the outputs give; the other way round than `forward`. */
export function backward(
  inputs: usize,
  slopes: usize,
  outputs: usize,
  rows: i32,
  inputSize: i32,
  width: i32,
): void {
  const bytes: usize = (width as usize) << 2;
  for (let row = 0; row < rows; row++) {
    for (let d = 0; d < inputSize; d++) {
      const input = load<f32>(inputs + ((d as usize) << 2));
      if (input !== 0) add(slopes + (d as usize) * bytes, outputs, input, bytes);
    }
    inputs += (inputSize as usize) << 2;
    outputs += bytes;
  }
}

function add(to: usize, from: usize, factor: f32, bytes: usize): void {
  const factors = f32x4.splat(factor);
  for (let at: usize = 0; at < bytes; at += VECTOR) {
    v128.store(to + at, f32x4.add(v128.load(to + at), f32x4.mul(factors, v128.load(from + at))));
  }
}
