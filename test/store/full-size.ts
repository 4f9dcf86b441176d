import { readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { PostgresServer } from './postgres-server.ts';

/** How large the tables and indexes of the whole corpus' store are, as `scripts/store-statistics.ts` prints it. */
interface StoreStatistics {
  readonly relations: readonly {
    readonly name: string;
    readonly pages: number;
    readonly rows: number;
    readonly visible: number;
  }[];
  readonly columns: readonly {
    /** `table.column` */
    readonly column: string;
    readonly nulls: number;
    readonly width: number;
    readonly distinct: number;
    readonly correlation: number | null;
  }[];
}

const BLOCK = 8192;

/**
 * Makes a store with a few releases look to Postgres' planner as that of the whole corpus. The planner goes by the
 * length of the files, for which holes of empty pages do, and by the statistics of tables and columns, which Postgres
 * 18 takes from outside. The server halts for a moment; nothing tidies the store up afterwards.
 */
export async function makeFullSize(server: PostgresServer, url: string): Promise<void> {
  const { relations, columns }: StoreStatistics = JSON.parse(
    readFileSync(new URL('full-size.json', import.meta.url), 'utf8'),
  );
  await server.execute(url, 'alter system set autovacuum = off');
  const paths = await ask(url, async (client) => {
    const { rows } = await client.query(
      `select relname as name, pg_relation_filepath(oid) as path from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'i') and relname not like 'kysely%'`,
    );
    return new Map(rows.map(({ name, path }): [string, string] => [name, path]));
  });
  const missing = [...paths.keys()].filter((name) => !relations.some((relation) => relation.name === name));
  if (missing.length > 0) throw new Error(`expected statistics of ${missing}; print full-size.json anew`);
  await server.halt();
  for (const { name, pages } of relations) {
    const file = join(server.data, paths.get(name) ?? '');
    if (statSync(file).size < pages * BLOCK) truncateSync(file, pages * BLOCK);
  }
  await server.resume();
  await ask(url, async (client) => {
    for (const { name, pages, rows, visible } of relations) {
      await client.query(
        `select pg_restore_relation_stats('schemaname', 'public', 'relname', $1::text, 'relpages', $2::integer,
          'reltuples', $3::real, 'relallvisible', $4::integer)`,
        [name, pages, rows, visible],
      );
    }
    for (const { column: place, nulls, width, distinct, correlation } of columns) {
      const [table, column] = place.split('.');
      await client.query(`select pg_clear_attribute_stats('public', $1, $2, false)`, [table, column]);
      await client.query(
        `select pg_restore_attribute_stats('schemaname', 'public', 'relname', $1::text, 'attname', $2::text,
          'inherited', false, 'null_frac', $3::real, 'avg_width', $4::integer, 'n_distinct', $5::real
          ${correlation === null ? '' : `, 'correlation', ${correlation}::real`})`,
        [table, column, nulls, width, distinct],
      );
    }
  });
}

async function ask<T>(url: string, action: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await action(client);
  } finally {
    await client.end();
  }
}
