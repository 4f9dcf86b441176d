import { availableParallelism } from 'node:os';
import pMap from 'p-map';
import { Piscina } from 'piscina';
import { sha256 } from '../model/ids.ts';
import type { IngestedFile, KnownFile, Writer } from '../store/writer.ts';
import type { IngestOptions } from './options.ts';
import { readingVersion } from './pipeline-version.ts';
import { type Plan, planRun } from './plan.ts';
import { type BatchResult, type FileBatch, processFiles } from './process-files.ts';
import { isOfShare, type Share, WHOLE } from './share.ts';

/** Files a worker takes at once: enough to make the hand-over cheap, few enough for a smooth progress bar. */
const BATCH_SIZE = 256;
/**
 * A worker lives on some 40 MB; without limits it lets garbage pile up to many times that, and all of them together
 * are what a run's peak of memory is made of. A text of the longest size that is read fits several times over.
 */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 };

/** Below this many files, starting worker threads costs more than they bring. */
const MIN_FILES_FOR_WORKERS = 400;

/** What reading did. */
export interface ReadReport {
  /** Files looked at. */
  readonly files: number;
  /** Releases read anew, for they were new, changed, or read by another version of the program. */
  readonly changed: number;
  readonly unchanged: number;
  /** Files that are no release, reported as problems. */
  readonly skipped: number;
  readonly removed: number;
}

/**
 * Reads and extracts what changed under `paths`, or a share of it, and stores it batch by batch, each atomic. Throws
 * AppError (PATH_NOT_FOUND, STORE_*); bad data becomes Problems.
 */
export async function readChanges(
  writer: Writer,
  paths: readonly string[],
  options: IngestOptions,
  share: Share = WHOLE,
): Promise<ReadReport> {
  const plan = planRun(paths, share);
  options.onPhase?.('read', plan.files.length);
  const read = await readFiles(writer, plan, options);
  const removed = options.prune ? await prune(writer, plan, share) : 0;
  return { files: plan.files.length + plan.refused.length, ...read, removed };
}

async function readFiles(
  writer: Writer,
  plan: Plan,
  options: IngestOptions,
): Promise<{ readonly changed: number; readonly unchanged: number; readonly skipped: number }> {
  const version = readingVersion();
  const known = new Map<string, ReadonlyMap<string, KnownFile>>();
  for (const root of plan.roots) known.set(root, await writer.knownFiles(root));

  const refused = plan.refused.map(({ root, problem }): IngestedFile => {
    const hash = sha256(problem.message);
    return {
      root,
      path: problem.file,
      hash,
      version,
      release: null,
      decomposition: null,
      problems: [problem],
    };
  });
  const newlyRefused = refused.filter(({ root, path, hash }) => known.get(root)?.get(path)?.hash !== hash);
  if (newlyRefused.length > 0) await writer.putFiles(newlyRefused);

  let done = 0;
  const counts = {
    changed: 0,
    unchanged: refused.length - newlyRefused.length,
    skipped: newlyRefused.length,
  };
  const pool = createPool(options.workers ?? defaultWorkers(plan.files.length));
  try {
    // Three batches a worker, so that none waits for the store.
    await pMap(
      batches(plan, known, version),
      async (batch) => {
        const { files, unchanged } = await pool.run(batch);
        if (files.length > 0) await writer.putFiles(files);
        const skipped = files.filter(({ release }) => release === null).length;
        counts.changed += files.length - skipped;
        counts.skipped += skipped;
        counts.unchanged += unchanged;
        done += batch.files.length;
        options.onProgress?.(done);
      },
      { concurrency: pool.workers * 3 },
    );
  } finally {
    await pool.close();
  }
  return counts;
}

function* batches(
  plan: Plan,
  known: ReadonlyMap<string, ReadonlyMap<string, KnownFile>>,
  version: string,
): Generator<FileBatch> {
  for (const root of plan.roots) {
    const files = plan.files
      .filter((file) => file.root === root)
      .map(({ path }) => {
        const file = known.get(root)?.get(path);
        return { path, known: file?.version === version ? file.hash : null };
      });
    for (let at = 0; at < files.length; at += BATCH_SIZE) {
      yield { folder: root, version, files: files.slice(at, at + BATCH_SIZE) };
    }
  }
}

async function prune(writer: Writer, plan: Plan, share: Share): Promise<number> {
  let removed = 0;
  const kept = new Set(plan.files.map(({ root, path }) => `${root}\0${path}`));
  for (const { root, problem } of plan.refused) kept.add(`${root}\0${problem.file}`);
  for (const root of plan.roots) {
    const gone = [...(await writer.knownFiles(root)).keys()].filter(
      (path) => isOfShare(share, path) && !kept.has(`${root}\0${path}`),
    );
    if (gone.length > 0) await writer.removeFiles(root, gone);
    removed += gone.length;
  }
  return removed;
}

interface Pool {
  readonly workers: number;
  readonly run: (batch: FileBatch) => Promise<BatchResult>;
  readonly close: () => Promise<void>;
}

function createPool(workers: number): Pool {
  if (workers === 0) return { workers: 1, run: async (batch) => processFiles(batch), close: async () => {} };
  const piscina = new Piscina<FileBatch, BatchResult>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: WORKER_LIMITS,
  });
  return { workers, run: (batch) => piscina.run(batch), close: () => piscina.destroy() };
}

function defaultWorkers(fileCount: number): number {
  return fileCount < MIN_FILES_FOR_WORKERS ? 0 : availableParallelism();
}
