import type { SQLInputValue } from 'node:sqlite';
import type { Tables } from '../tables.ts';
import type { Database } from './database.ts';

type Row<T extends keyof Tables> = { readonly [C in keyof Tables[T]]: SQLInputValue };

/**
 * A function that inserts a row of a table, over the row of the same key where there is one. The statement is prepared
 * once, with one place for each of `columns`.
 */
export function inserter<T extends keyof Tables, C extends keyof Tables[T] & string>(
  database: Database,
  table: T,
  columns: readonly C[],
): (row: Pick<Tables[T], C> & Partial<Row<T>>) => void {
  const places = columns.map(() => '?').join(', ');
  const statement = database.statement(
    `insert or replace into ${table} (${columns.join(', ')}) values (${places})`,
  );
  return (row) => {
    const values = columns.map((column) => row[column] as SQLInputValue);
    statement.run(...values);
  };
}
