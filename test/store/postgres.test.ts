import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { WRITE_LOCK } from '../../src/store/postgres/session.ts';
import type { Store } from '../../src/store/store.ts';
import { describeStore } from './describe-store.ts';
import type { Place } from './place.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

let server: PostgresServer;
/** A database with all tables and nothing in them, which is copied faster than made. */
let template: string;
beforeAll(async () => {
  server = await startPostgres();
  template = await server.makeDatabase();
  await (await openStore(template, { create: true })).close();
});
afterAll(() => server.remove());

const makePlace = async (): Promise<Place> => {
  let made: Promise<string> | undefined;
  const database = (from?: string) => {
    made ??= server.makeDatabase(from);
    return made;
  };
  const stores: Store[] = [];
  return {
    async open(options) {
      const store = await openStore(await database(options?.create ? template : undefined), options);
      stores.push(store);
      return store;
    },
    async execute(sql) {
      await server.execute(await database(), sql);
    },
    async lock() {
      const client = new pg.Client({ connectionString: await database() });
      await client.connect();
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1::bigint)', [WRITE_LOCK]);
      return () => client.end();
    },
    async remove() {
      for (const store of stores) await store.close();
      await server.dropDatabase(await database());
    },
  };
};

describeStore('Postgres', makePlace);
