import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const release = (title: string): string =>
  `---\ntitle: "${title}"\ndate: 2006-11-17\nurl: https://example.org/x\nministers:\n  - Hon A B\n---\n\nText of ${title}.\n`;

/** Three years, with one id in all of them, one bad file in two and a problem of its own in the first. */
const FILES: Readonly<Record<string, string>> = {
  '2005/2005-01-01-one.md': release('One'),
  '2005/2006-11-17-twice.md': release('The first').replace('date: 2006-11-17\n', ''),
  '2005/2007-02-02-bad.md': 'no header',
  '2006/2006-11-17-twice.md': release('The second'),
  '2006/2007-02-02-bad.md': 'no header',
  '2007/2006-11-17-twice.md': release('The third'),
  '2007/2007-07-07-two.md': release('Two'),
};

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'beehive-same-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const digestOf = (store: Store): Promise<string> => store.view.digest();

async function duplicates(store: Store): Promise<readonly string[]> {
  const page = { limit: 10, backward: false, after: null, before: null, total: false };
  const { rows } = await store.view.problems('RELEASE_DUPLICATE_ID', page);
  return rows.map(({ node }) => `${node.file}: ${node.message}`);
}

let server: PostgresServer;
/** A store with its tables, to be copied for each new one. */
let template: string;
beforeAll(async () => {
  server = await startPostgres();
  template = await server.makeDatabase();
  await (await openStore(template, { create: true })).close();
});
afterAll(() => server.remove());

/** How each engine makes a new store. */
const ENGINES: Readonly<Record<string, () => Promise<Store>>> = {
  SQLite: () => openStore('sqlite::memory:', { create: true }),
  Postgres: async () => openStore(await server.makeDatabase(template)),
};

describe.each(Object.entries(ENGINES))('the same files, on %s,', (_engine, makeStore) => {
  async function outcomeOf<T>(
    runs: readonly (readonly string[])[],
    read: (store: Store) => Promise<T>,
  ): Promise<T> {
    const store = await makeStore();
    for (const paths of runs) await ingest(store, paths);
    const result = await read(store);
    await store.close();
    return result;
  }

  it('give the same digest through one root, through its folders at once and one by one in any order', async () => {
    const folder = folderOf(FILES);
    const whole = await outcomeOf([[folder]], digestOf);
    const [a, b, c] = [join(folder, '2005'), join(folder, '2006'), join(folder, '2007')];
    for (const runs of [
      [[a, b, c]],
      [[c, a, b]],
      [[a], [b], [c]],
      [[c], [b], [a]],
      [[b, c], [a]],
      [[b], [c, a]],
      [[a], [folder], [c]],
      [[folder, b]],
      [[join(a, '2006-11-17-twice.md')], [folder]],
    ]) {
      expect(await outcomeOf(runs, digestOf), JSON.stringify(runs)).toBe(whole);
    }
    expect(await outcomeOf([[folderOf(FILES)]], digestOf)).toBe(whole);
  });

  it('give another digest when one of those that wait is gone or has another problem', async () => {
    const whole = await outcomeOf([[folderOf(FILES)]], digestOf);
    const { '2005/2006-11-17-twice.md': _, ...fewer } = FILES;
    expect(await outcomeOf([[folderOf(fewer)]], digestOf)).not.toBe(whole);
    const other = { ...FILES, '2005/2006-11-17-twice.md': 'no header' };
    expect(await outcomeOf([[folderOf(other)]], digestOf)).not.toBe(whole);
  });

  it('name the file that has the id, of all that could', async () => {
    const folder = folderOf(FILES);
    const taken = (path: string) => `expected one file of this name, got another at ${path}, which is taken`;
    const winner = '2007/2006-11-17-twice.md';
    expect(await outcomeOf([[folder]], duplicates)).toEqual([
      `2005/2006-11-17-twice.md: ${taken(winner)}`,
      `2006/2006-11-17-twice.md: ${taken(winner)}`,
    ]);
    const [a, b, c] = [join(folder, '2005'), join(folder, '2006'), join(folder, '2007')];
    const expected = ['a', 'b'].map(() => `2006-11-17-twice.md: ${taken(join(folder, winner))}`);
    expect(await outcomeOf([[c], [a], [b]], duplicates)).toEqual(expected);
    expect(await outcomeOf([[a], [b]], duplicates)).toEqual([
      `2006-11-17-twice.md: ${taken(join(b, '2006-11-17-twice.md'))}`,
    ]);
  });

  it('are reported no more when the file that had the id is gone', async () => {
    const folder = folderOf(FILES);
    const store = await makeStore();
    await ingest(store, [folder]);
    rmSync(join(folder, '2007'), { recursive: true });
    await ingest(store, [folder], { prune: true });
    expect((await duplicates(store)).length).toBe(1);
    const [node] = await store.view.nodes('release', ['2006-11-17-twice']);
    expect(node?.title).toBe('The second');
    rmSync(join(folder, '2005'), { recursive: true });
    await ingest(store, [folder], { prune: true });
    expect(await duplicates(store)).toEqual([]);
    expect(await store.view.digest()).toBe(await outcomeOf([[folder]], digestOf));
    await store.close();
  });
});
