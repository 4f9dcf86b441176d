/** What one reader has waiting, in order. Reading waits for more until it is ended. */
export class Mailbox<T> implements AsyncIterable<T> {
  readonly #capacity: number;
  #waiting: T[] = [];
  #isEnded = false;
  #wake: () => void = () => {};

  /** At most `capacity` letters wait. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Adds a letter; false, and the end of it all, where the reader has let too many wait. */
  put(letter: T): boolean {
    if (this.#isEnded) return false;
    if (this.#waiting.length >= this.#capacity) {
      this.end();
      return false;
    }
    this.#waiting.push(letter);
    this.#wake();
    return true;
  }

  /** The reader gets what waits, then no more. */
  end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    while (true) {
      const letters = this.#waiting;
      this.#waiting = [];
      yield* letters;
      if (this.#waiting.length > 0) continue;
      if (this.#isEnded) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
