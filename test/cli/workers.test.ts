import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeFolder } from '../ingest/corpus.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { runCli } from './run-cli.ts';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'beehive-workers-'));
const sqlite = `sqlite:${join(folder, 'graph.db')}`;
let postgres: PostgresServer;
let stores: Readonly<Record<'SQLite' | 'Postgres', string>>;
beforeAll(async () => {
  postgres = await startPostgres();
  stores = { SQLite: sqlite, Postgres: await postgres.makeDatabase() };
  for (const db of Object.values(stores)) await runCli('ingest', 'data/releases', '--db', db);
}, 240_000);
afterAll(async () => {
  await postgres.remove();
  rmSync(folder, { recursive: true });
});

/** `serve --workers 2` on a free port, with the lines of its log. */
async function serve(db: string) {
  const args = ['serve', '--db', db, '--port', '0', '--workers', '2', '--log', 'info'];
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const lines: { readonly pid: number; readonly msg: string }[] = [];
  let rest = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (part.startsWith('{')) lines.push(JSON.parse(part));
  });
  const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const url = /http:\S+(?=\/graphql)/.exec(said)?.[0] ?? '';
  const pids = (msg: string) => new Set(lines.filter((line) => line.msg === msg).map(({ pid }) => pid));
  return { child, ended, url, lines, pids };
}

const ready = async (url: string): Promise<number> =>
  (await fetch(`${url}/health/ready`, { headers: { connection: 'close' } })).status;

describe.each(['SQLite', 'Postgres'] as const)('serve --workers over %s', (engine) => {
  it('answers from several processes, replaces one that dies, and ends them all with exit code 0', async () => {
    const { child, ended, url, pids } = await serve(stores[engine]);
    await expect.poll(() => pids('listening').size, { timeout: 20_000 }).toBe(2);
    for (let number = 0; number < 8; number += 1) expect(await ready(url)).toBe(200);
    await expect.poll(() => pids('request').size).toBe(2);
    // Of all processes together, whichever answers.
    const answered = async (): Promise<string | undefined> => {
      const text = await (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text();
      return /_seconds_count\{operation="none",status="200"\} (\d+)/.exec(text)?.[1];
    };
    const before = Number(await answered());
    expect(before).toBeGreaterThanOrEqual(8);
    expect(Number(await answered())).toBeGreaterThanOrEqual(before + 1);
    const [victim] = pids('request');
    if (victim !== undefined) process.kill(victim, 'SIGKILL');
    await expect.poll(() => pids('listening').size, { timeout: 20_000 }).toBe(3);
    expect(pids('a worker died').size).toBe(1);
    expect(await ready(url)).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await expect(ready(url)).rejects.toThrow();
  }, 120_000);

  it('goes on answering from every process while another ingests, and then answers what came', async () => {
    const { child, ended, url, pids } = await serve(stores[engine]);
    await expect.poll(() => pids('listening').size, { timeout: 20_000 }).toBe(2);
    const releases = async (): Promise<unknown> => {
      const answer = await fetch(`${url}/graphql?query={statistics{releases}}`, {
        headers: { connection: 'close' },
      });
      return { status: answer.status, ...(await answer.json()) };
    };
    const before = await releases();
    const more = largeFolder(2);
    let isDone = false;
    const ingesting = runCli('ingest', more, '--db', stores[engine], '--workers', '0').finally(() => {
      isDone = true;
    });
    const answers: unknown[] = [];
    while (!isDone) answers.push(await releases());
    expect((await ingesting).code).toBe(0);
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.every((answer) => JSON.stringify(answer).startsWith('{"status":200,"data":'))).toBe(true);
    expect(answers[0]).toEqual(before);
    for (let number = 0; number < 4; number += 1) expect(await releases()).not.toEqual(before);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    rmSync(more, { recursive: true });
  }, 120_000);
});

describe('serve --workers', () => {
  it('says once what is wrong, and ends with 2', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { readonly port: number };
    const result = await runCli('serve', '--db', sqlite, '--port', String(port), '--workers', '3');
    expect(result.code).toBe(2);
    expect(result.stderr.match(/PORT_TAKEN/g)?.length).toBe(1);
    taken.close();
  }, 60_000);
});
