import { AppError } from '../model/errors.ts';
import type { OpenOptions } from './open-options.ts';
import { openSqliteStore } from './sqlite/open.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that a URL names: `sqlite:PATH` or a bare path, `postgres://user@host/database`. Throws AppError CONFIG_INVALID for another scheme,
 * else what opening the engine throws.
 */
export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(url) ?? [null, 'sqlite', url];
  const path = rest?.replace(/^\/\/(?=\/)/, '') ?? '';
  if (/^postgres(ql)?$/i.test(scheme ?? '')) {
    // Loaded when asked for, so that those who stay with SQLite don't wait for the driver.
    const { openPostgresStore } = await import('./postgres/open.ts');
    return openPostgresStore(url, options);
  }
  if (scheme?.toLowerCase() !== 'sqlite' || path === '') {
    // Only the scheme is repeated, for the rest may hold a password.
    throw new AppError(
      'CONFIG_INVALID',
      `expected sqlite:PATH, a path or postgres://… for the store, got "${scheme}:"`,
    );
  }
  return openSqliteStore(path, options);
}
