import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { openStore } from '../../src/store/open.ts';
import { freshFolder, largeFolder } from './corpus.ts';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;

/** Starts `ingest` in a process of its own and kills it after `delayMs`; whether it was still running then. */
async function ingestAndKill(folder: string, db: string, delayMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN, 'ingest', folder, '--db', db], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), delayMs);
  const [, signal] = await once(child, 'exit');
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

describe('an ingest that is killed', () => {
  it('leaves a store that the next run completes to the same graph', { timeout: 180_000 }, async () => {
    const folder = largeFolder(40);
    const whole = await openStore(`sqlite:${join(freshFolder(), 'whole.db')}`, { create: true });
    const start = performance.now();
    await ingest(whole, [folder]);
    const wholeMs = performance.now() - start;
    const expected = await whole.view.digest();
    await whole.close();

    const db = `sqlite:${join(freshFolder(), 'killed.db')}`;
    // Three random moments of a run, starting up included; those of one call grow, for the work left shrinks.
    const moments = [0, 1, 2].map(() => Math.random() * (wholeMs + 500));
    const killed: boolean[] = [];
    for (const moment of moments) killed.push(await ingestAndKill(folder, db, moment));
    const store = await openStore(db, { create: true });
    try {
      const report = await ingest(store, [folder]);
      expect(report.files, `killed at ${moments.join(', ')} ms: ${killed.join(', ')}`).toBe(1640);
      expect(await store.view.digest()).toBe(expected);
    } finally {
      await store.close();
    }
  });
});
