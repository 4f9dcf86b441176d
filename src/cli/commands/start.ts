import { Command } from 'commander';
import { dbOption, readDbOption, withStore } from '../db.ts';
import { print } from '../print.ts';
import { printCounts } from '../report.ts';
import { ingestAndReport } from './ingest.ts';
import { type ServeFlags, serveOptions, serveUntilSignal } from './serve.ts';

/** `start [paths…]`: fills the store (with the sample releases if it is empty and nothing is named), then serves. */
export function startCommand(): Command {
  const command = new Command('start')
    .description('ingest the given folders (the sample releases if the store is empty), then serve')
    .argument('[paths...]', 'folders or files of releases');
  for (const option of [dbOption(), readDbOption(), ...serveOptions()]) command.addOption(option);
  return command.action(async (paths: string[], flags: ServeFlags) => {
    await withStore(flags.db, 'write', async (store) => {
      const { nodes } = await store.view.counts();
      const folders = paths.length === 0 && nodes.release === 0 ? ['data/releases'] : paths;
      if (folders.length > 0) await ingestAndReport(store, folders);
      else printCounts(await store.view.counts());
    });
    print();
    await serveUntilSignal(flags);
  });
}
