import { Command, InvalidArgumentError } from 'commander';
import { ingest } from '../../ingest/ingest.ts';
import { ingestAndWatch, type WatchReports } from '../../ingest/ingest-and-watch.ts';
import { ingestShare } from '../../ingest/ingest-share.ts';
import type { IngestOptions } from '../../ingest/options.ts';
import type { Share } from '../../ingest/share.ts';
import { AppError } from '../../model/errors.ts';
import type { Counts, Store } from '../../store/store.ts';
import { dbOption, withStore } from '../db.ts';
import { DataProblems } from '../exit.ts';
import { print, printError } from '../print.ts';
import { showProgress } from '../progress.ts';
import { printReport } from '../report.ts';

interface Options {
  readonly db: string;
  readonly prune?: boolean;
  readonly strict?: boolean;
  readonly workers?: number;
  readonly watch?: boolean;
  readonly shard?: Share;
}

/** Other processes store their batches between ours, and one of them the whole graph. */
const SHARED_BUSY_MS = 1_800_000;

/** `ingest [paths…]`: reads, extracts, links and stores what changed. */
export function ingestCommand(): Command {
  return new Command('ingest')
    .description('read, extract, link and store the releases under the given folders; only what changed')
    .argument('[paths...]', 'folders or files of releases', ['data/releases'])
    .addOption(dbOption())
    .option('--prune', 'remove what came from files that are gone from these folders')
    .option('--workers <number>', 'threads that read and extract (default: all cores)', Number.parseInt)
    .option('--watch', 'stay, and ingest again after every change of a file, until SIGTERM or Ctrl+C')
    .option(
      '--shard <number/of>',
      'read only this of several shares into one Postgres store, as other machines do theirs',
      share,
    )
    .option('--strict', 'end with exit code 3 where the data has problems')
    .action(async (paths: string[], options: Options) => {
      const { shard } = options;
      if (shard && options.watch) {
        throw new AppError('CONFIG_INVALID', 'expected --shard or --watch, got both');
      }
      if (options.watch) return await watchAndReport(paths, options);
      const counts = shard
        ? await withStore(
            options.db,
            'write',
            (store) => ingestShareAndReport(store, paths, shard, options),
            {
              busyTimeoutMs: SHARED_BUSY_MS,
            },
          )
        : await withStore(options.db, 'write', (store) => ingestAndReport(store, paths, options));
      const problems = Object.values(counts.problems).reduce((sum, number) => sum + number, 0);
      if (options.strict && problems > 0) throw new DataProblems(problems);
    });
}

/** Ingests now and after every change, and prints the report of every run that did something. */
async function watchAndReport(paths: readonly string[], { db, ...options }: Options): Promise<void> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  const signals = ['SIGTERM', 'SIGINT'] as const;
  // Once: a second signal has its usual effect.
  for (const signal of signals) process.once(signal, onSignal);
  const progress = showProgress();
  const reports = (store: Store): WatchReports => ({
    async onRun(report) {
      progress.finish();
      printReport(report, await store.view.counts());
    },
    onWatching: () => print('watching for changes; Ctrl+C ends it.'),
    onFailure(error) {
      progress.finish();
      printError(`${error.message} (${error.code}); trying again, or with the next change`);
    },
  });
  try {
    await withStore(
      db,
      'write',
      (store) =>
        ingestAndWatch(store, paths, stop.signal, reports(store), { ...progress, ...readingOf(options) }),
      // SQLite would stand still as long; of a server, others may be writing what they read.
      /^postgres/i.test(db) ? { busyTimeoutMs: SHARED_BUSY_MS } : {},
    );
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}

/** Ingests with progress and prints the report; gives the counts after. */
export async function ingestAndReport(
  store: Store,
  paths: readonly string[],
  options: Pick<Options, 'prune' | 'workers'> = {},
): Promise<Counts> {
  const progress = showProgress();
  try {
    const report = await ingest(store, paths, { ...progress, ...readingOf(options) });
    progress.finish();
    const counts = await store.view.counts();
    printReport(report, counts);
    return counts;
  } finally {
    progress.finish();
  }
}

async function ingestShareAndReport(
  store: Store,
  paths: readonly string[],
  shard: Share,
  options: Options,
): Promise<Counts> {
  const progress = showProgress();
  try {
    const onWait = (): void => {
      progress.finish();
      print('waiting for other processes, or for the leases of those that died, of three minutes at most');
    };
    const report = await ingestShare(store, paths, shard, { ...progress, onWait, ...readingOf(options) });
    progress.finish();
    const counts = await store.view.counts();
    printReport(report, counts);
    if (report.missing.length > 0 && !(await store.view.isLinked())) {
      print(
        `the graph is linked when these shares are read too: ${report.missing.join(', ')} of ${shard.of}`,
      );
    }
    return counts;
  } finally {
    progress.finish();
  }
}

function readingOf({ prune, workers }: Pick<Options, 'prune' | 'workers'>): IngestOptions {
  return { ...(prune && { prune }), ...(workers !== undefined && { workers }) };
}

function share(value: string): Share {
  const [, number = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).map(Number);
  if (number < 1 || number > of) throw new InvalidArgumentError('expected a share such as 2/4.');
  return { number, of };
}
