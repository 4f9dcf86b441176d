import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { WRITE_LOCK } from '../../src/store/postgres/session.ts';
import type { Store } from '../../src/store/store.ts';
import { describeStore } from './describe-store.ts';
import { fill, type Place, WORLD } from './place.ts';
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

describe('openStore, of a Postgres URL', () => {
  it('makes one store where several processes open an empty database at once', async () => {
    const url = await server.makeDatabase();
    const stores = await Promise.all([1, 2, 3].map(() => openStore(url, { create: true })));
    const revisions = await Promise.all(stores.map(({ view }) => view.revision()));
    expect(revisions[0]).toMatch(/^[0-9a-f]{8}-0$/);
    expect(new Set(revisions).size).toBe(1);
    for (const store of stores) await store.close();
  });

  it('takes settings of its own, and refuses those that are none without repeating a password', async () => {
    const url = await server.makeDatabase(template);
    const store = await openStore(`${url}?pool=1&statement_timeout=9000&pooler=transaction`);
    await fill(store, WORLD);
    expect((await Promise.all([store.view.counts(), store.view.counts()]))[1]?.nodes.release).toBe(120);
    await store.close();
    for (const [parameters, said] of [
      ['pool=0', 'expected a whole number from 1 for pool'],
      ['statement_timeout=soon', 'expected a whole number from 0 for statement_timeout'],
      ['pooler=session', 'expected pooler=transaction'],
    ] as const) {
      const opening = openStore(`postgres://me:secret@127.0.0.1/graph?${parameters}`);
      await expect(opening).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining(said),
      });
      await expect(opening).rejects.not.toThrow(/secret/);
    }
  });

  it('says STORE_UNAVAILABLE where no server is, and STORE_MISSING where the database is not', async () => {
    const nowhere = openStore('postgres://me:secret@127.0.0.1:1/graph', { create: true });
    await expect(nowhere).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(nowhere).rejects.not.toThrow(/secret/);
    const missing = openStore(template.replace(/[^/]+$/, 'nothing_here'), { create: true });
    await expect(missing).rejects.toMatchObject({ code: 'STORE_MISSING' });
  });

  it.each(['', '&pooler=transaction'])(
    'ends a statement that takes longer than the store allows%s',
    async (pooler) => {
      const url = await server.makeDatabase(template);
      const store = await openStore(`${url}?statement_timeout=1000&pool=1${pooler}`);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      // Nothing can be read while another holds the table.
      await client.query('begin');
      await client.query('lock table evidence');
      await expect(store.view.counts()).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('in time'),
      });
      await expect(store.view.revision()).resolves.toMatch(/-0$/);
      await client.end();
      expect((await store.view.counts()).evidence).toBe(0);
      await store.close();
    },
  );
});
