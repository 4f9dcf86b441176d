import type { SQLInputValue } from 'node:sqlite';

/**
 * Where statements that write go. They run in the order in which they are given, by the connection itself or later by
 * a thread; so nothing may be read of what they write before the transaction ends.
 */
export interface Statements {
  /** Takes statements without parameters. */
  exec(sql: string): void;
  run(sql: string, ...values: readonly SQLInputValue[]): void;
}
