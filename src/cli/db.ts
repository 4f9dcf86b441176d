import { Option } from 'commander';
import { openStore } from '../store/open.ts';
import type { OpenOptions } from '../store/open-options.ts';
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
  options: OpenOptions = {},
): Promise<T> {
  const store =
    mode === 'write' ? await openStore(url, { ...options, create: true }) : await openForReading(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** `--read-db`, else DATABASE_READ_URL: a replica that a server reads from. */
export function readDbOption(): Option {
  return new Option('--read-db <url>', 'a Postgres replica to read from while it answers').env(
    'DATABASE_READ_URL',
  );
}

/** Opens a store that must be there, for those who only read. */
export function openForReading(url: string, options: OpenOptions = {}): Promise<Store> {
  return openStore(url, { ...options, readOnly: true });
}
