import type { ChangeLog } from './change-log.ts';
import type { Database } from './database.ts';
import type { Statements } from './statements.ts';

/** What the steps of replacing a graph share. */
export interface Replacing {
  /** What is read here is as it was before the graph is replaced. */
  readonly database: Database;
  readonly statements: Statements;
  /** Lets the rest of the process run where `done` rows since the last time make enough. */
  readonly breathe: (done: number) => Promise<void>;
  /** Day of each stored release, the empty string where it has none. */
  readonly days: ReadonlyMap<string, string>;
  /** Key of each stored release. */
  readonly keys: ReadonlyMap<string, number>;
  readonly changes: ChangeLog;
}

/** The hash that each row was written with, by id. */
export function hashesOf(
  database: Database,
  sql: string,
  ...parameters: readonly string[]
): Map<string, string> {
  const rows = database.all(sql, ...parameters) as { id: string; row_hash: string }[];
  return new Map(rows.map((row) => [row.id, row.row_hash]));
}

/** Replaces the content of a temporary table of ids. */
export function setTouched(statements: Statements, table: string, ids: Iterable<string>): void {
  statements.exec(
    `create temp table if not exists ${table} (id text primary key) without rowid; delete from ${table}`,
  );
  statements.run(`insert into ${table} (id) select value from json_each(?)`, JSON.stringify([...ids]));
}
