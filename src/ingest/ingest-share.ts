import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { JobQueue } from '../store/queue.ts';
import type { Store } from '../store/store.ts';
import { type IngestReport, linkChanges } from './ingest.ts';
import type { IngestOptions } from './options.ts';
import { type ReadReport, readChanges } from './read-changes.ts';
import type { Share } from './share.ts';

/** How often a process that has nothing to do looks whether another left something, in milliseconds. */
const LOOK_MS = 500;

/** What a job of reading says, put by a process of perhaps another machine. */
const readJob = z.object({
  paths: z.array(z.string()),
  number: z.int(),
  of: z.int(),
  prune: z.boolean(),
});

/** What a run of one of several processes did: its share, and those that it took over. */
export interface ShareReport extends IngestReport {
  /** Shares that nobody has read yet: who reads the last of them has the graph linked. */
  readonly missing: readonly number[];
}

/**
 * Reads one share of the files under `paths`, while other processes read theirs into the same store; when all shares
 * have been read since the last time, one of the processes links. Stays until nobody reads or links any more, and
 * takes over what a process that died left. All processes must find the files under the same paths and run the same
 * version of the program. Throws AppError CONFIG_INVALID where the store has no queue, and what ingesting throws.
 */
export async function ingestShare(
  store: Store,
  paths: readonly string[],
  share: Share,
  options: IngestOptions = {},
): Promise<ShareReport> {
  const queue = await store.openQueue();
  try {
    const job = { paths: paths.map((path) => resolve(path)), prune: options.prune ?? false, ...share };
    await queue.put('read', `${share.number}/${share.of}`, job);
    return await workOff(store, queue, options);
  } finally {
    await queue.close();
  }
}

async function workOff(store: Store, queue: JobQueue, options: IngestOptions): Promise<ShareReport> {
  const start = performance.now();
  const sum = { files: 0, changed: 0, unchanged: 0, skipped: 0, removed: 0 };
  const seconds = { read: 0, link: 0, store: 0 };
  let linked = false;
  let missing: readonly number[] = [];

  const read = async (data: object): Promise<void> => {
    const { paths, prune, ...share } = readJob.parse(data);
    const readStart = performance.now();
    const report = await readChanges(store.writer, paths, { ...options, prune }, share);
    for (const key of Object.keys(sum) as (keyof ReadReport)[]) sum[key] += report[key];
    seconds.read += (performance.now() - readStart) / 1000;
    missing = await queue.noteShare(share.number, share.of);
    if (missing.length > 0) return;
    // In this order: who dies between them leaves a job too many, and not one too few.
    await queue.put('link', 'all', {});
    await queue.forgetShares();
  };
  const link = async (): Promise<void> => {
    const report = await linkChanges(store.writer, options);
    linked ||= report.linked;
    seconds.link += report.link;
    seconds.store += report.store;
  };

  let waits = false;
  for (;;) {
    if ((await queue.work('read', read)) || (await queue.work('link', link))) continue;
    if (!(await queue.isBusy())) break;
    if (!waits) options.onWait?.();
    waits = true;
    await sleep(LOOK_MS);
  }
  const total = (performance.now() - start) / 1000;
  return { ...sum, linked, missing, seconds: { ...seconds, total } };
}
