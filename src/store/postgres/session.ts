import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type BulkTable, COLUMNS } from '../columns.ts';
import type { Tables } from '../tables.ts';
import type { Connection, Connections } from './connections.ts';
import { storeError } from './errors.ts';

/** Key of the advisory lock that a process holds while it writes; a number nobody else is likely to take. */
export const WRITE_LOCK = 4_912_730_116;

/** Characters of COPY's text that are sent at a time. */
const CHUNK = 262_144;

/**
 * How much of the words of new texts is gathered before they are brought into their index, many at a time; until then
 * a search reads through it.
 */
const WORDS_WAITING = '16MB';
/** Edges are sorted by their keys before they are written: those of the whole corpus fit. */
const SORTED_IN_MEMORY = '64MB';

type Value = string | number | null;

/** One transaction's connection. */
export interface Session {
  /** Runs a statement and gives its rows. */
  query<R extends pg.QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<readonly R[]>;
  /** Appends rows to a table by COPY; they must be new to it. */
  copy<T extends BulkTable>(table: T, rows: Iterable<Tables[T]>): Promise<void>;
  /** The same for any table, with the values of each row in the columns' order. */
  copyValues(table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): Promise<void>;
}

/**
 * Runs an action whole or not at all, alone among all writers of the database: the lock goes with the transaction, so
 * that a process that dies leaves none. Throws AppError STORE_LOCKED where another holds it for `busyTimeoutMs`.
 */
export async function transact<T>(
  connections: Connections,
  busyTimeoutMs: number,
  action: (session: Session) => Promise<T>,
): Promise<T> {
  const connection = await connections.connect();
  let broken = false;
  try {
    await connection.query('begin', []);
    await connection.query(
      `select set_config('lock_timeout', $1, true), set_config('statement_timeout', '0', true),
        set_config('gin_pending_list_limit', $2, true), set_config('work_mem', $3, true)`,
      [String(Math.max(1, busyTimeoutMs)), WORDS_WAITING, SORTED_IN_MEMORY],
    );
    await connection.query('select pg_advisory_xact_lock($1::bigint)', [WRITE_LOCK]);
    await connection.query(`set local lock_timeout = 0`, []);
    const result = await action(sessionOf(connection));
    await connection.query('commit', []);
    return result;
  } catch (error) {
    await connection.query('rollback', []).catch(() => {
      broken = true;
    });
    throw storeError(error, connections.place);
  } finally {
    connection.release(broken);
  }
}

function sessionOf(connection: Connection): Session {
  const copyValues: Session['copyValues'] = async (table, columns, rows) => {
    const chunks = chunksOf(rows);
    const first = chunks.next();
    if (first.done) return;
    const names = columns.map((column) => `"${column}"`).join(', ');
    const lines = Readable.from(withFirst(first.value, chunks), { objectMode: true, highWaterMark: 2 });
    await pipeline(lines, connection.client.query(copyFrom(`copy ${table} (${names}) from stdin`)));
  };
  return {
    async query<R extends pg.QueryResultRow>(sql: string, parameters: readonly unknown[] = []) {
      const { rows } = await connection.query<R>(sql, parameters);
      return rows;
    },
    copyValues,
    copy: (table, rows) => {
      const columns: readonly string[] = COLUMNS[table];
      return copyValues(table, columns, valuesOf(rows, columns));
    },
  };
}

function* valuesOf(rows: Iterable<object>, columns: readonly string[]): Generator<readonly Value[]> {
  for (const row of rows) {
    const byColumn = row as Readonly<Record<string, Value>>;
    yield columns.map((column) => byColumn[column] ?? null);
  }
}

/** Rows in COPY's text format (https://www.postgresql.org/docs/current/sql-copy.html), many to a chunk. */
function* chunksOf(rows: Iterable<readonly Value[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(escaped).join('\t')}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function* withFirst<T>(first: T, others: Iterable<T>): Generator<T> {
  yield first;
  yield* others;
}

const SPECIAL = /[\\\n\r\t\0]/;
const ALL_SPECIAL = /[\\\n\r\t\0]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  // No text of Postgres has it.
  '\0': '\uFFFD',
};

function escaped(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return SPECIAL.test(value) ? value.replace(ALL_SPECIAL, (sign) => ESCAPES[sign] ?? sign) : value;
}
