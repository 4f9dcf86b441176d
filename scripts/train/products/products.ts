import { compile } from '../../compile-assemblyscript.ts';

type Multiply = (
  inputs: number,
  matrix: number,
  outputs: number,
  rows: number,
  inputSize: number,
  width: number,
  backward: 0 | 1,
) => void;

const PAGE = 65_536;
const compiled = new WebAssembly.Module(await compile('scripts/train/products/products.as.ts'));

/** Products of many rows with one matrix of weights and their slopes, four numbers at once; the bulk of a training. */
export class Products {
  readonly #inputSize: number;
  readonly #width: number;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #multiply: Multiply;
  #rows = 0;

  /** For rows of `inputSize` numbers and `inputSize` rows of `width` weights, a multiple of four. */
  constructor(inputSize: number, width: number) {
    this.#inputSize = inputSize;
    this.#width = width;
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.#multiply = exports.multiply as unknown as Multiply;
  }

  /** The outputs of inputs; `fill` writes the inputs of a row. Valid until the next call. */
  forward(
    weights: Float32Array,
    rows: number,
    fill: (row: Float32Array, index: number) => void,
  ): Float32Array {
    this.#reserve(rows);
    const inputs = this.#view(this.#inputsAt, rows * this.#inputSize);
    for (let row = 0; row < rows; row++) {
      fill(inputs.subarray(row * this.#inputSize, (row + 1) * this.#inputSize), row);
    }
    this.#view(0, weights.length).set(weights);
    const outputs = this.#view(this.#outputsAt, rows * this.#width).fill(0);
    this.#multiply(this.#inputsAt, 0, this.#outputsAt, rows, this.#inputSize, this.#width, 0);
    return outputs;
  }

  /** The slopes of the weights, of the inputs that `forward` had last. Valid until the next call. */
  backward(outputSlopes: Float32Array): Float32Array {
    this.#view(this.#outputsAt, outputSlopes.length).set(outputSlopes);
    const slopes = this.#view(0, this.#inputSize * this.#width).fill(0);
    this.#multiply(this.#inputsAt, 0, this.#outputsAt, this.#rows, this.#inputSize, this.#width, 1);
    return slopes;
  }

  /** The weights lie at 0, then the inputs, then the outputs. */
  get #inputsAt(): number {
    return this.#inputSize * this.#width * 4;
  }

  get #outputsAt(): number {
    return Math.ceil((this.#inputsAt + this.#rows * this.#inputSize * 4) / 16) * 16;
  }

  #view(address: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, address, length);
  }

  #reserve(rows: number): void {
    this.#rows = rows;
    const missing = this.#outputsAt + rows * this.#width * 4 - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
  }
}
