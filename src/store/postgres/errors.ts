import { AppError } from '../../model/errors.ts';

/** Codes of Postgres and of sockets (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const GONE = new Set([
  ...['57P01', '57P02', '57P03', '53300', '28000', '28P01', '3D000', '42P01', '25006'],
  ...['53100', '53200', '58030', 'XX001', 'XX002'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENOENT'],
]);
/** What node-postgres says without a code. */
const GONE_WORDS =
  /connection terminated|connection error|timeout exceeded when trying to connect|after calling end|not queryable|connection ended/i;

/** Whether the server, or the way to it, is gone; the same may work on another server or later. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return GONE.has(code) || code.startsWith('08') || (code === '' && GONE_WORDS.test(error.message));
}

/** Whether the client stopped waiting for an answer, which the server may still be working out. */
export function isGivenUp(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** The AppError of an error of Postgres where a person can do something about it, else the error itself. */
export function storeError(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = codeOf(error);
  const options = { cause: error };
  if (code === '55P03') {
    return new AppError(
      'STORE_LOCKED',
      `expected to write to ${place}, but another process is writing to it`,
      options,
    );
  }
  if (code === '57014' || isGivenUp(error)) {
    return new AppError(
      'STORE_UNAVAILABLE',
      `expected an answer of ${place} in time, got none; see statement_timeout`,
      options,
    );
  }
  if (/unsupported startup parameter/.test(error.message)) {
    return new AppError(
      'CONFIG_INVALID',
      `expected Postgres itself in ${place}, got a pooler; add pooler=transaction to the store's URL`,
      options,
    );
  }
  if (isGone(error)) {
    return new AppError('STORE_UNAVAILABLE', `expected a store in ${place}, got: ${said(error)}`, options);
  }
  return error;
}

/** Several addresses of one host fail in one error without words of its own. */
function said(error: Error): string {
  return error.message || codeOf(error);
}

export function codeOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
