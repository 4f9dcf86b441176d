import type { SQLInputValue } from 'node:sqlite';
import { type BulkTable, COLUMNS } from '../columns.ts';
import type { Tables } from '../tables.ts';
import type { Statements } from './statements.ts';

/** Places of one statement: well below SQLite's limit of 32,766, and past where more of them make it faster. */
const PLACES = 400;

/** Inserts rows of one table. */
export interface Inserter<R> {
  add(row: R): void;
  /** Writes what `add` still holds back; to be called before anything reads the table. */
  flush(): void;
}

/**
 * Inserts rows many at a time, for a row alone costs twice as much. The rows must be new to the table.
 */
export function inserter<T extends BulkTable>(statements: Statements, table: T): Inserter<Tables[T]> {
  const columns: readonly (keyof Tables[T] & string)[] = COLUMNS[table];
  const rowsAtOnce = Math.max(1, Math.floor(PLACES / columns.length));
  const places = `(${columns.map(() => '?').join(', ')})`;
  const statementFor = (rows: number): string =>
    `insert into ${table} (${columns.map(quoted).join(', ')}) values ${Array(rows).fill(places).join(', ')}`;
  const many = statementFor(rowsAtOnce);
  let values: SQLInputValue[] = [];
  let held = 0;
  const write = (): void => {
    if (held === 0) return;
    statements.run(held === rowsAtOnce ? many : statementFor(held), ...values);
    values = [];
    held = 0;
  };
  return {
    add(row) {
      for (const column of columns) values.push(row[column] as SQLInputValue);
      held += 1;
      if (held === rowsAtOnce) write();
    },
    flush: write,
  };
}

/** Some columns have names that are words of SQL. */
function quoted(column: string): string {
  return `"${column}"`;
}

/** A function that writes one row of a table, over the row of the same key where there is one. */
export function replacer<T extends BulkTable>(statements: Statements, table: T): (row: Tables[T]) => void {
  const columns: readonly (keyof Tables[T] & string)[] = COLUMNS[table];
  const sql = `insert or replace into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
  return (row) => {
    statements.run(sql, ...columns.map((column) => row[column] as SQLInputValue));
  };
}
