import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { storeError } from './errors.ts';

/** Distinct statement texts kept prepared; the least recently used goes first. */
const CACHE_SIZE = 400;

export interface DatabaseOptions {
  readonly readOnly: boolean;
  /** Whether to map the file into memory: for servers, which read all of it again and again. */
  readonly mapped: boolean;
  /** How long a statement waits for another connection's lock. */
  readonly busyTimeoutMs: number;
  /** Told of every statement before it runs. */
  readonly onStatement?: ((sql: string) => void) | undefined;
}

/**
 * One connection of node:sqlite in the shape that Kysely's SqliteDialect asks for, with its prepared statements
 * cached by text. Errors of the engine come as AppErrors where a person can do something about them.
 */
export class Database implements SqliteDatabase {
  readonly raw: DatabaseSync;
  readonly path: string;
  readonly #onStatement: ((sql: string) => void) | undefined;
  readonly #statements = new Map<string, StatementSync>();

  constructor(path: string, options: DatabaseOptions) {
    this.path = path;
    this.#onStatement = options.onStatement;
    this.raw = this.#guard(() => new DatabaseSync(path, { readOnly: options.readOnly }));
    this.#guard(() => {
      this.raw.exec(`pragma busy_timeout = ${options.busyTimeoutMs}`);
      if (!options.readOnly && path !== ':memory:') {
        // The page size takes effect in a new file only: texts and their words fill larger pages better.
        this.raw.exec('pragma page_size = 8192; pragma journal_mode = wal');
      }
      this.raw.exec(`
        pragma synchronous = normal;
        pragma foreign_keys = on;
        pragma temp_store = memory;
        pragma cache_size = -65536;
        pragma mmap_size = ${options.mapped ? 1_073_741_824 : 0};
      `);
    });
  }

  /** Runs statements that take no parameters and give no rows. */
  exec(sql: string): void {
    this.#guard(() => this.raw.exec(sql));
  }

  all(sql: string, ...parameters: readonly SQLInputValue[]): unknown[] {
    return this.#guard(() => this.statement(sql).all(...parameters));
  }

  run(sql: string, ...parameters: readonly SQLInputValue[]): number {
    return this.#guard(() => Number(this.statement(sql).run(...parameters).changes));
  }

  /** The prepared statement of a text: prepared once, then kept. */
  statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    this.#statements.delete(sql);
    const statement = known ?? this.#guard(() => this.raw.prepare(sql));
    this.#statements.set(sql, statement);
    if (this.#statements.size > CACHE_SIZE) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    return statement;
  }

  prepare(sql: string): SqliteStatement {
    this.#onStatement?.(sql);
    const statement = this.statement(sql);
    return {
      // A getter, for only Kysely's first look at a statement needs it.
      get reader() {
        return statement.columns().length > 0;
      },
      all: (parameters) => this.#guard(() => statement.all(...(parameters as SQLInputValue[]))),
      run: (parameters) => this.#guard(() => statement.run(...(parameters as SQLInputValue[]))),
      iterate: (parameters) => this.#guard(() => statement.iterate(...(parameters as SQLInputValue[]))),
    };
  }

  /** Idempotent. */
  close(): void {
    this.#statements.clear();
    if (this.raw.isOpen) this.raw.close();
  }

  #guard<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw storeError(error, this.path);
    }
  }
}
