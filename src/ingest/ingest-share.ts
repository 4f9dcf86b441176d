import { AppError } from '../model/errors.ts';
import type { Store } from '../store/store.ts';
import type { IngestOptions } from './options.ts';
import type { Share } from './share.ts';
import { putReading, type WorkReport, workOff } from './work-off.ts';

/**
 * Reads one share of the files under `paths`, while other processes read theirs into the same store; when all shares
 * have been read since the last time, one of the processes links. Stays until nobody reads or links any more, and
 * takes over what a process that died left; so the report is of its share and of those. All processes must find the
 * files under the same paths and run the same version of the program. Throws AppError CONFIG_INVALID where the store
 * has no queue, and what ingesting throws.
 */
export async function ingestShare(
  store: Store,
  paths: readonly string[],
  share: Share,
  options: IngestOptions = {},
): Promise<WorkReport> {
  const queue = await store.openQueue();
  if (!queue) {
    const message = "expected a store in Postgres to ingest shares into, got SQLite, which is one machine's";
    throw new AppError('CONFIG_INVALID', message);
  }
  try {
    await putReading(queue, paths, share, options.prune ?? false);
    return await workOff(store, queue, options);
  } finally {
    await queue.close();
  }
}
