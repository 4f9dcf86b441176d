import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { freshFolder, largeFolder, sampleFolder } from './corpus.ts';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const READING = /^reading /m;
const LINKING = /^linking$/m;

describe('ingest --watch into Postgres', () => {
  let postgres: PostgresServer;
  let many: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    many = largeFolder(8);
  });
  afterAll(async () => {
    rmSync(many, { recursive: true });
    await postgres.remove();
  });

  const closers: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  const watchedFolder = (): string => {
    const folder = sampleFolder();
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };
  const open = async (url: string): Promise<Store> => {
    const store = await openStore(url, { create: true });
    closers.push(store.close);
    return store;
  };

  /** Copies a folder to another place, where it is all at once. */
  const bring = (from: string, to: string): void => {
    const aside = freshFolder();
    cpSync(from, aside, { recursive: true });
    renameSync(aside, to);
  };

  /** A watch in a process of its own, with what it has said since `said` was emptied. */
  async function watch(folder: string, url: string) {
    const args = ['ingest', folder, '--db', url, '--watch', '--workers', '0'];
    const child: ChildProcess = spawn(process.execPath, [MAIN, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    closers.push(async () => {
      child.kill('SIGKILL');
      await ended;
    });
    const watcher = { child, ended, said: '' };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        watcher.said += chunk;
      });
    }
    await expect.poll(() => watcher.said, { timeout: 60_000 }).toContain('watching for changes');
    return watcher;
  }

  /** What one ingest of the folder gives. */
  async function digestOf(folder: string): Promise<string> {
    const store = await open('sqlite::memory:');
    await ingest(store, [folder], { workers: 0 });
    return store.view.digest();
  }
  const digestIn = async ({ view }: Store): Promise<string | null> =>
    (await view.isLinked()) ? view.digest() : null;

  it('has one of two that watch the same folder do each run, and the other take over when it is killed', async () => {
    const folder = watchedFolder();
    const url = await postgres.makeDatabase();
    const store = await open(url);
    const watchers = [await watch(folder, url), await watch(folder, url)];
    for (const watcher of watchers) watcher.said = '';
    bring(join(many, '1950'), join(folder, '1950'));
    const expected = await digestOf(folder);
    await expect.poll(() => digestIn(store), { timeout: 60_000 }).toBe(expected);
    const read = () => watchers.map(({ said }) => /: (?!0)([\d,]+) read/.exec(said)?.[1] ?? '');
    await expect.poll(() => read().join('')).not.toBe('');
    expect(read().filter((number) => number !== '')).toHaveLength(1);
    expect(watchers.filter(({ said }) => LINKING.test(said))).toHaveLength(1);

    for (const watcher of watchers) watcher.said = '';
    bring(many, join(folder, 'more'));
    await expect.poll(() => watchers.some(({ said }) => READING.test(said)), { timeout: 30_000 }).toBe(true);
    const busy = watchers.findIndex(({ said }) => READING.test(said));
    const [victim, other] = [watchers[busy], watchers[1 - busy]];
    victim?.child.kill('SIGKILL');
    expect(await victim?.ended).toEqual([null, 'SIGKILL']);
    await expect.poll(() => digestIn(store), { timeout: 120_000 }).toBe(await digestOf(folder));
    expect(other?.said).toMatch(LINKING);
    other?.child.kill('SIGTERM');
    expect(await other?.ended).toEqual([0, null]);
  }, 300_000);

  it('tries a run again that failed for the database was restarted, and hears of what changed meanwhile', async () => {
    const folder = watchedFolder();
    const url = await postgres.makeDatabase();
    const watcher = await watch(folder, url);
    watcher.said = '';
    bring(many, join(folder, 'more'));
    await expect.poll(() => watcher.said, { timeout: 30_000 }).toMatch(READING);
    await postgres.halt();
    bring(join(many, '1950'), join(folder, 'late'));
    await expect.poll(() => watcher.said, { timeout: 30_000 }).toContain('STORE_UNAVAILABLE');
    expect(watcher.child.exitCode).toBeNull();
    await postgres.resume();
    const store = await open(url);
    const expected = await digestOf(folder);
    await expect.poll(() => digestIn(store), { timeout: 120_000 }).toBe(expected);
    watcher.child.kill('SIGTERM');
    expect(await watcher.ended).toEqual([0, null]);
  }, 300_000);
});
