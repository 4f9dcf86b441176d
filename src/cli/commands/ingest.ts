import { Command } from 'commander';
import { ingest } from '../../ingest/ingest.ts';
import type { Counts, Store } from '../../store/store.ts';
import { dbOption, withStore } from '../db.ts';
import { DataProblems } from '../exit.ts';
import { showProgress } from '../progress.ts';
import { printReport } from '../report.ts';

interface Options {
  readonly db: string;
  readonly prune?: boolean;
  readonly strict?: boolean;
  readonly workers?: number;
}

/** `ingest [paths…]`: reads, extracts, links and stores what changed. */
export function ingestCommand(): Command {
  return new Command('ingest')
    .description('read, extract, link and store the releases under the given folders; only what changed')
    .argument('[paths...]', 'folders or files of releases', ['data/releases'])
    .addOption(dbOption())
    .option('--prune', 'remove what came from files that are gone from these folders')
    .option('--workers <number>', 'threads that read and extract (default: all cores)', Number.parseInt)
    .option('--strict', 'end with exit code 3 where the data has problems')
    .action(async (paths: string[], options: Options) => {
      const counts = await withStore(options.db, 'write', (store) => ingestAndReport(store, paths, options));
      const problems = Object.values(counts.problems).reduce((sum, number) => sum + number, 0);
      if (options.strict && problems > 0) throw new DataProblems(problems);
    });
}

/** Ingests with progress and prints the report; gives the counts after. */
export async function ingestAndReport(
  store: Store,
  paths: readonly string[],
  options: Pick<Options, 'prune' | 'workers'> = {},
): Promise<Counts> {
  const progress = showProgress();
  try {
    const report = await ingest(store, paths, { ...progress, ...options });
    progress.finish();
    const counts = await store.view.counts();
    printReport(report, counts);
    return counts;
  } finally {
    progress.finish();
  }
}
