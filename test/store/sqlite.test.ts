import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { makeWorld } from './builder.ts';
import { describeStore } from './describe-store.ts';
import { fill, type Place } from './place.ts';

interface SqlitePlace extends Place {
  /** The plan of a statement, a step a line. */
  explain(sql: string): Promise<string>;
}

const makePlace = async (threadFrom?: number): Promise<SqlitePlace> => {
  const folder = mkdtempSync(join(tmpdir(), 'beehive-store-'));
  const path = join(folder, 'new folder', 'graph.db');
  const stores: Store[] = [];
  return {
    async open(options) {
      const store = await openStore(`sqlite:${path}`, {
        ...(threadFrom !== undefined && { threadFrom }),
        ...options,
      });
      stores.push(store);
      return store;
    },
    async execute(sql) {
      const database = new DatabaseSync(path);
      database.exec(sql);
      database.close();
    },
    async explain(sql) {
      const database = new DatabaseSync(path);
      const parameters = Array.from({ length: sql.split('?').length - 1 }, () => '');
      const steps = database.prepare(`explain query plan ${sql}`).all(...parameters);
      database.close();
      return steps.map(({ detail }) => detail).join('\n');
    },
    async lock() {
      const database = new DatabaseSync(path);
      database.exec('begin immediate');
      return async () => database.close();
    },
    async remove() {
      for (const store of stores) await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};

describeStore('SQLite', makePlace);
describeStore('SQLite, its graph written by a thread', () => makePlace(0));

describe('openStore', () => {
  it('refuses a scheme that it does not know, without repeating what may be a password', async () => {
    const opening = openStore('mysql://me:secret@host/db');
    await expect(opening).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await expect(opening).rejects.not.toThrow(/secret/);
    await expect(openStore('sqlite:')).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('refuses with STORE_UNAVAILABLE a file that is no database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beehive-store-'));
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'These are notes and no database at all, long enough to be looked at.'.repeat(20));
    for (const options of [{ create: true }, { readOnly: true }, {}]) {
      await expect(openStore(path, options)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    }
    rmSync(folder, { recursive: true });
  });

  it('makes a store in memory', async () => {
    const store = await openStore('sqlite::memory:', { create: true });
    await fill(
      store,
      makeWorld(1, { releases: 5, events: 9, countries: 2, ministers: 2, portfolios: 2, officials: 2 }),
    );
    expect((await store.view.counts()).nodes).toMatchObject({ release: 5, event: 9 });
    await store.close();
  });

  it('reads the newest events of a country from its edges in their order, and sorts nothing', async () => {
    const statements: string[] = [];
    const place = await makePlace();
    const store = await place.open({ create: true, onStatement: (sql) => statements.push(sql) });
    const page = { limit: 10, backward: false, after: null, before: null, total: false };
    const newest = { by: 'DATE', descending: true } as const;
    const filter = { countries: ['VNM'], portfolios: ['defence'], types: ['VISIT'] } as const;
    await store.view.page('event', filter, newest, page);
    await store.view.pagesOf({ kind: 'country', ids: ['VNM', 'AUS'] }, 'event', {}, newest, page);
    await store.view.page('event', { countries: ['VNM', 'AUS', 'FJI'] }, newest, page);
    expect(statements.length).toBe(3);
    for (const sql of statements) {
      const plan = await place.explain(sql);
      expect(plan).toMatch(/SEARCH x USING PRIMARY KEY \(kind=\? AND owner=\?\)/);
      expect(plan).not.toMatch(/TEMP B-TREE|SCAN [xy]/);
    }
    expect(await place.explain(statements[0] ?? '')).toMatch(
      /SEARCH y EXISTS USING PRIMARY KEY \(kind=\? AND owner=\? AND day=\? AND event_id=\?\)/,
    );
    await place.remove();
  });
});
