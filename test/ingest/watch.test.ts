import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { watchPaths } from '../../src/ingest/watch.ts';
import { freshFolder } from './corpus.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A watch of a fresh folder that counts its runs. */
async function openWatch(options: { quietMs?: number; mostMs?: number; work?: () => Promise<void> } = {}) {
  const folder = freshFolder();
  const stop = new AbortController();
  let runs = 0;
  let ended = false;
  const { work, ...times } = options;
  const done = watchPaths(
    [folder],
    async () => {
      runs += 1;
      await work?.();
    },
    { signal: stop.signal, quietMs: 40, ...times },
  ).finally(() => {
    ended = true;
  });
  closers.push(async () => {
    stop.abort();
    await done.catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  });
  await expect.poll(() => runs).toBe(1);
  return { folder, stop, done, runs: () => runs, ended: () => ended };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 250));

describe('a watch', () => {
  it('runs at once, and once after changes that follow each other', async () => {
    const { folder, runs } = await openWatch();
    for (const name of ['a.md', 'b.md', 'c.md']) writeFileSync(join(folder, name), name);
    await expect.poll(runs).toBe(2);
    await settled();
    expect(runs()).toBe(2);
    rmSync(join(folder, 'a.md'));
    await expect.poll(runs).toBe(3);
  });

  it('follows folders that come later, and files in them', async () => {
    const { folder, runs } = await openWatch();
    mkdirSync(join(folder, '2024', '05'), { recursive: true });
    await expect.poll(runs).toBe(2);
    await settled();
    const before = runs();
    writeFileSync(join(folder, '2024', '05', 'a.md'), 'a');
    await expect.poll(runs).toBeGreaterThan(before);
  });

  it('does not run for files that are no releases', async () => {
    const { folder, runs } = await openWatch();
    writeFileSync(join(folder, 'graph.db-wal'), 'x');
    writeFileSync(join(folder, 'a.txt'), 'x');
    await settled();
    expect(runs()).toBe(1);
  });

  it('runs again for what changed during a run, never two at once', async () => {
    let atOnce = 0;
    let most = 0;
    const watch = await openWatch({
      work: async () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((resolve) => setTimeout(resolve, 120));
        atOnce -= 1;
      },
    });
    writeFileSync(join(watch.folder, 'a.md'), 'a');
    await expect.poll(watch.runs).toBe(2);
    writeFileSync(join(watch.folder, 'b.md'), 'b');
    await expect.poll(watch.runs).toBe(3);
    expect(most).toBe(1);
  });

  it('is not put off for ever by changes that never pause', async () => {
    const { folder, runs } = await openWatch({ quietMs: 200, mostMs: 400 });
    const writing = setInterval(() => writeFileSync(join(folder, 'a.md'), String(Math.random())), 50);
    await expect.poll(runs, { timeout: 3000 }).toBeGreaterThan(1);
    clearInterval(writing);
  });

  it('ends when it is told to, after the run that has begun', async () => {
    let finished = 0;
    const watch = await openWatch({
      work: async () => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        finished += 1;
      },
    });
    watch.stop.abort();
    await watch.done;
    expect([finished, watch.runs()]).toEqual([1, 1]);
  });

  it('throws what a run throws', async () => {
    const stop = new AbortController();
    const failing = watchPaths([freshFolder()], () => Promise.reject(new RangeError('no')), {
      signal: stop.signal,
    });
    await expect(failing).rejects.toThrow(RangeError);
  });
});
