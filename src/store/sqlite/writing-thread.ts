import type { SQLInputValue } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { AppError, type AppErrorCode } from '../../model/errors.ts';
import type { Statements } from './statements.ts';

/** A statement with its values, null for one that is run as it is. */
export type Given = readonly [sql: string, values: readonly SQLInputValue[] | null];

/** What the thread answers to every list of statements. */
export type Answer =
  | { readonly failed: null }
  | { readonly failed: Error; readonly code: AppErrorCode | null };

/** Where the thread finds its store; plain data, for it goes there with the start. */
export interface Workplace {
  readonly path: string;
  readonly busyTimeoutMs: number;
}

/** What the thread holds is a few handfuls. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 48 };

/** Size of what is handed over at a time, in characters and numbers. */
const HANDFUL = 200_000;
/** Handfuls that may wait for the thread: a few, so that it never idles and what waits takes little memory. */
const MOST_WAITING = 8;

/**
 * Statements that a thread of its own runs, on a connection of its own: while it writes rows, the next are made. A
 * statement that fails is told of by the next `settle` or `finish`; those after it are not run.
 */
export class WritingThread implements Statements {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  #held: Given[] = [];
  #heldSize = 0;
  #waiting = 0;
  #failure: unknown = null;
  #wake: () => void = () => {};

  constructor(workplace: Workplace) {
    this.#worker = new Worker(new URL('./writing-worker.ts', import.meta.url), {
      workerData: workplace,
      resourceLimits: LIMITS,
    });
    this.#worker.on('message', (answer: Answer) => {
      this.#waiting -= 1;
      if (answer.failed) this.#failure ??= toError(answer.failed, answer.code);
      this.#wake();
    });
    this.#worker.on('error', (error) => {
      this.#failure ??= error;
      this.#wake();
    });
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        // Who waits for an answer would wait for ever.
        this.#failure ??= new Error('expected the writing thread to answer, got its end');
        this.#wake();
        resolve();
      });
    });
  }

  exec(sql: string): void {
    this.#give([sql, null]);
  }

  run(sql: string, ...values: readonly SQLInputValue[]): void {
    this.#give([sql, values]);
  }

  /** Waits until the thread is not far behind. Throws what a statement failed with. */
  async settle(): Promise<void> {
    await this.#until(MOST_WAITING);
  }

  /** Waits until all is run. Throws what a statement failed with. */
  async finish(): Promise<void> {
    this.#handOver();
    await this.#until(0);
  }

  /** Ends the thread; a transaction that it did not commit is rolled back. Idempotent. */
  async close(): Promise<void> {
    this.#worker.postMessage(null);
    await this.#ended;
  }

  #give(given: Given): void {
    this.#held.push(given);
    for (const value of given[1] ?? []) this.#heldSize += typeof value === 'string' ? value.length + 8 : 8;
    if (this.#heldSize >= HANDFUL) this.#handOver();
  }

  #handOver(): void {
    if (this.#held.length === 0) return;
    this.#worker.postMessage(this.#held);
    this.#waiting += 1;
    this.#held = [];
    this.#heldSize = 0;
  }

  async #until(waiting: number): Promise<void> {
    while (this.#waiting > waiting && this.#failure === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure !== null) throw this.#failure;
  }
}

/** Errors lose their class on the way between threads. */
function toError(error: Error, code: AppErrorCode | null): Error {
  return code === null ? error : new AppError(code, error.message, { cause: error });
}
