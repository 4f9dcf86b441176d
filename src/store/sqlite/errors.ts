import { AppError } from '../../model/errors.ts';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html). */
const BUSY = new Set([5, 6]);
const GONE = new Set([8, 10, 11, 13, 14, 26]);

/** The AppError of an error of node:sqlite where a person can do something about it, else the error itself. */
export function storeError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  const primary = typeof errcode === 'number' ? errcode & 0xff : -1;
  if (BUSY.has(primary)) {
    return new AppError(
      'STORE_LOCKED',
      `expected to write to ${path}, but another process is writing to it`,
      {
        cause: error,
      },
    );
  }
  if (GONE.has(primary) || (code === 'ERR_INVALID_STATE' && /not open/.test(error.message))) {
    return new AppError('STORE_UNAVAILABLE', `expected a store in ${path}, got: ${error.message}`, {
      cause: error,
    });
  }
  return error;
}
