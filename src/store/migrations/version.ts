import { AppError } from '../../model/errors.ts';
import type { EngineDdl } from './ddl.ts';
import { migrations } from './migrations.ts';

/**
 * How many of the program's migrations a store has not had, of those that it says it had. Throws AppError
 * STORE_VERSION where it has had others.
 */
export function missingMigrations(ddl: EngineDdl, done: readonly string[], place: string): number {
  const own = Object.keys(migrations(ddl));
  const foreign = done.filter((name) => !own.includes(name));
  if (foreign.length > 0) {
    throw new AppError(
      'STORE_VERSION',
      `expected a store of this version of the program in ${place}, got a newer one ` +
        `(${foreign.join(', ')}); use a newer program`,
    );
  }
  return own.length - done.length;
}

/** Throws AppError STORE_VERSION where migrations are missing. */
export function checkVersion(ddl: EngineDdl, done: readonly string[], place: string): void {
  if (missingMigrations(ddl, done, place) === 0) return;
  throw new AppError(
    'STORE_VERSION',
    `expected a store of this version of the program in ${place}, got an older one; ingest again`,
  );
}
