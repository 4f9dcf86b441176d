import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { hashId } from '../model/ids.ts';
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

/** What was done of the jobs that waited. */
export interface WorkReport extends IngestReport {
  /** How many jobs were done here. */
  readonly jobs: number;
  /** Shares that nobody has read yet: who reads the last of them has the graph linked. */
  readonly missing: readonly number[];
}

/** Puts the job of reading a share of the files under `paths`; nothing where the same job waits already. */
export async function putReading(
  queue: JobQueue,
  paths: readonly string[],
  share: Share,
  prune: boolean,
): Promise<void> {
  const job = { paths: paths.map((path) => resolve(path)), prune, ...share };
  await queue.put('read', `${share.number}/${share.of} ${hashId(...job.paths, String(prune))}`, job);
}

/**
 * Does the jobs that wait, whoever put them, and stays until nobody reads or links any more: what a process that died
 * leaves is taken over. Once `signal` says to end, others are not waited for. Throws what reading and linking throw;
 * the job waits again then.
 */
export async function workOff(
  store: Store,
  queue: JobQueue,
  options: IngestOptions,
  signal?: AbortSignal,
): Promise<WorkReport> {
  const start = performance.now();
  const sum = { files: 0, changed: 0, unchanged: 0, skipped: 0, removed: 0 };
  const seconds = { read: 0, link: 0, store: 0 };
  let jobs = 0;
  let linked = false;
  let missing: readonly number[] = [];

  const read = async (data: object): Promise<void> => {
    const { paths, prune, ...share } = readJob.parse(data);
    const readStart = performance.now();
    const report = await readChanges(store.writer, paths, { ...options, prune }, share);
    for (const key of Object.keys(sum) as (keyof ReadReport)[]) sum[key] += report[key];
    seconds.read += (performance.now() - readStart) / 1000;
    // Who reads all files says nothing of the shares that others may be reading.
    missing = share.of === 1 ? [] : await queue.noteShare(share.number, share.of);
    if (missing.length > 0) return;
    // In this order: who dies between them leaves a job too many, and not one too few.
    await queue.put('link', 'all', {});
    if (share.of > 1) await queue.forgetShares();
  };
  const link = async (): Promise<void> => {
    const report = await linkChanges(store.writer, options);
    linked ||= report.linked;
    seconds.link += report.link;
    seconds.store += report.store;
  };

  let waits = false;
  for (;;) {
    if ((await queue.work('read', read)) || (await queue.work('link', link))) {
      jobs += 1;
      continue;
    }
    if (signal?.aborted || !(await queue.isBusy())) break;
    if (!waits) options.onWait?.();
    waits = true;
    await sleep(LOOK_MS);
  }
  const total = (performance.now() - start) / 1000;
  return { ...sum, jobs, linked, missing, seconds: { ...seconds, total } };
}
