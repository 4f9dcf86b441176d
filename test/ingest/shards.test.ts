import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { isOfShare } from '../../src/ingest/share.ts';
import { openStore } from '../../src/store/open.ts';
import { type CliResult, runCli } from '../cli/run-cli.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { largeFolder } from './corpus.ts';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const SHARES = [1, 2, 3, 4];

describe('shares', () => {
  it('are disjoint, hold every file, and stay', () => {
    const paths = Array.from({ length: 1000 }, (_, index) => `2006/11/2006-11-17-release-${index}.md`);
    const numbers = paths.map((path) => SHARES.filter((number) => isOfShare({ number, of: 4 }, path)));
    expect(numbers.every(({ length }) => length === 1)).toBe(true);
    for (const number of SHARES) {
      const size = numbers.filter(([one]) => one === number).length;
      expect(size).toBeGreaterThan(200);
      expect(size).toBeLessThan(300);
    }
    expect(numbers.slice(0, 8).flat()).toMatchInlineSnapshot(`
      [
        4,
        4,
        2,
        2,
        3,
        3,
        1,
        2,
      ]
    `);
  });
});

describe('ingest --shard', () => {
  let postgres: PostgresServer;
  let folder: string;
  /** Of one ingest by one process. */
  let expected: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    folder = largeFolder(12);
    cpSync(new URL('../../data/releases/', import.meta.url), join(folder, 'samples'), { recursive: true });
    const whole = await openStore('sqlite::memory:', { create: true });
    await ingest(whole, [folder], { workers: 0 });
    expected = await whole.view.digest();
    await whole.close();
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await postgres.remove();
  });

  const argsOf = (number: number, db: string) => [
    ...['ingest', folder, '--db', db, '--shard', `${number}/4`, '--workers', '0'],
  ];
  const runAll = (numbers: readonly number[], db: string): Promise<CliResult[]> =>
    Promise.all(numbers.map((number) => runCli(...argsOf(number, db))));
  const digestOf = async (db: string): Promise<string> => (await runCli('digest', '--db', db)).stdout.trim();
  const linked = ({ stdout }: CliResult): boolean => /^linking$/m.test(stdout);

  it('gives the graph of one ingest from four processes at once, of which one links', async () => {
    const db = await postgres.makeDatabase();
    const results = await runAll(SHARES, db);
    expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(SHARES.map(() => [0, '']));
    expect(results.filter(linked).length).toBe(1);
    expect(await digestOf(db)).toBe(expected);
    const again = await runAll(SHARES, db);
    expect(again.filter(linked).length).toBe(0);
    expect(await digestOf(db)).toBe(expected);
  }, 240_000);

  it('takes over the share of a process that is killed in the middle', async () => {
    const db = await postgres.makeDatabase();
    const [first, ...others] = SHARES;
    const victim = spawn(process.execPath, [MAIN, ...argsOf(first ?? 1, db)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(victim, 'exit');
    await once(victim.stdout, 'data');
    victim.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    // Its lease has not ended yet: those that have read their own share wait for it.
    const results = await runAll(others, db);
    expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(others.map(() => [0, '']));
    expect(results.some(({ stdout }) => stdout.includes('waiting for other processes'))).toBe(true);
    expect(results.filter(linked).length).toBe(1);
    expect(await digestOf(db)).toBe(expected);
  }, 240_000);

  it('does not wait for shares that nobody has begun, and links with the last of them', async () => {
    const db = await postgres.makeDatabase();
    for (const number of [3, 1, 4]) {
      const result = await runCli(...argsOf(number, db));
      expect(result.code).toBe(0);
      expect(linked(result)).toBe(false);
      expect(result.stdout).toContain('the graph is linked when these shares are read too: ');
    }
    expect(linked(await runCli(...argsOf(2, db)))).toBe(true);
    expect(await digestOf(db)).toBe(expected);
  }, 240_000);

  it('is refused for SQLite, with --watch, and for what is no share', async () => {
    const sqlite = await runCli('ingest', '--db', 'sqlite::memory:', '--shard', '1/2');
    expect(sqlite).toMatchObject({ code: 2, stderr: expect.stringContaining('CONFIG_INVALID') });
    for (const share of ['0/4', '5/4', '2', 'x/y']) {
      expect(await runCli('ingest', '--shard', share)).toMatchObject({ code: 2 });
    }
    expect(await runCli('ingest', '--shard', '1/2', '--watch')).toMatchObject({ code: 2 });
  }, 120_000);
});
