import { Option } from 'commander';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';

/** Where the graph stands when nothing else is said. */
export const DEFAULT_DB = 'sqlite:var/beehive.db';

/** `--db`, else DATABASE_URL, else `var/beehive.db` below the current folder. */
export function dbOption(): Option {
  return new Option('--db <url>', 'the store: sqlite:PATH or postgres://USER@HOST/DATABASE')
    .env('DATABASE_URL')
    .default(DEFAULT_DB);
}

/** Opens a store, runs `work` and closes it whatever happens. */
export async function withStore<T>(
  url: string,
  mode: 'read' | 'write',
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = mode === 'write' ? await openStore(url, { create: true }) : await openForReading(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Opens a store that must be there, for a server that only reads. */
export function openForReading(url: string): Promise<Store> {
  return openStore(url, { readOnly: true });
}
