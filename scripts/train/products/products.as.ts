// AssemblyScript (https://www.assemblyscript.org): compiled when a training starts.

/** Bytes of one vector of four 32-bit numbers. */
const VECTOR: usize = 16;

/**
 * For each of `rows` inputs of `inputSize` numbers and a matrix of `inputSize` rows of `width` numbers. Forward, the
 * product of the input with the matrix (weights) is added to the input's row of `outputs`; backward, what those outputs
 * (slopes) give is added to the matrix. The first three arguments are addresses; `width` is a multiple of four.
 */
export function multiply(
  inputs: usize,
  matrix: usize,
  outputs: usize,
  rows: i32,
  inputSize: i32,
  width: i32,
  backward: bool,
): void {
  const bytes: usize = (width as usize) << 2;
  for (let row = 0; row < rows; row++) {
    for (let d = 0; d < inputSize; d++) {
      const input = load<f32>(inputs + ((d as usize) << 2));
      const weights = matrix + (d as usize) * bytes;
      if (input !== 0) add(backward ? weights : outputs, backward ? outputs : weights, input, bytes);
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
