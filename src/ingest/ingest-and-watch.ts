import { AppError } from '../model/errors.ts';
import type { JobQueue } from '../store/queue.ts';
import type { Store } from '../store/store.ts';
import { type IngestReport, ingest } from './ingest.ts';
import type { IngestOptions } from './options.ts';
import { WHOLE } from './share.ts';
import { watchPaths } from './watch.ts';
import { putReading, workOff } from './work-off.ts';

/** How often a watch looks for runs that failed, or that another process left, in milliseconds. */
const LOOK_MS = 2_000;

/** Who hears of a watch's runs. */
export interface WatchReports {
  /** Told of every run in which something was done here. */
  onRun(report: IngestReport): Promise<void>;
  /** Told once, when the store is up to date for the first time. */
  onWatching(): void;
  /** Told of a run that failed, once for each thing that is wrong; it is tried again. */
  onFailure(error: AppError): void;
}

/**
 * Ingests now and after every change under `paths`, until `signal` says to end; a run that has begun is finished. What
 * can pass (another process that writes, a database that is away, a folder that is being moved) fails that run only,
 * but for the first, which must succeed.
 *
 * Where the store has a queue, the runs are jobs of it: of several processes that watch the same folder one does each,
 * another one takes over from one that dies, and a run that fails is tried again. Elsewhere it is with the next change.
 */
export async function ingestAndWatch(
  store: Store,
  paths: readonly string[],
  signal: AbortSignal,
  reports: WatchReports,
  options: IngestOptions = {},
): Promise<void> {
  const queue = await store.openQueue();
  const run = queue
    ? queuedRun(store, queue, paths, signal, options)
    : async (): Promise<IngestReport | null> => ingest(store, paths, options);
  let isFirst = true;
  let failure = '';
  const attempt = async (hasChanged: boolean): Promise<void> => {
    try {
      const report = await run(hasChanged);
      if (report) await reports.onRun(report);
      if (isFirst) reports.onWatching();
      isFirst = false;
      failure = '';
    } catch (error) {
      if (isFirst || !(error instanceof AppError)) throw error;
      if (error.message !== failure) reports.onFailure(error);
      failure = error.message;
    }
  };
  try {
    await watchPaths(paths, () => attempt(true), {
      signal,
      ...(queue && { idle: { everyMs: LOOK_MS, look: () => attempt(false) } }),
    });
  } finally {
    await queue?.close();
  }
}

/** A run by way of the queue: what changed is put there, and what waits is done; null where nothing was. */
function queuedRun(
  store: Store,
  queue: JobQueue,
  paths: readonly string[],
  signal: AbortSignal,
  options: IngestOptions,
): (hasChanged: boolean) => Promise<IngestReport | null> {
  // Stays so while the queue can't be reached.
  let isDue = false;
  return async (hasChanged) => {
    isDue ||= hasChanged;
    if (isDue) await putReading(queue, paths, WHOLE, options.prune ?? false);
    isDue = false;
    const report = await workOff(store, queue, options, signal);
    return report.jobs > 0 ? report : null;
  };
}
