import { AppError } from '../../model/errors.ts';

/** What a URL of a Postgres store says. */
export interface PostgresSettings {
  /** The URL for node-postgres, without our own parameters. */
  readonly connectionString: string;
  /** Host and database, for messages: no user, no password. */
  readonly place: string;
  /** Connections that one process reads with at most; further statements wait. */
  readonly poolSize: number;
  /** How long a statement of a reader may take, in milliseconds; 0 for ever. */
  readonly statementTimeoutMs: number;
  /** Whether statements are prepared once a connection; poolers that change the connection under us can't have that. */
  readonly prepares: boolean;
  /** Whether the server may be given settings when connecting, which most poolers refuse. */
  readonly pooled: boolean;
}

const DEFAULT_POOL_SIZE = 10;
const DEFAULT_STATEMENT_TIMEOUT_MS = 15_000;

/**
 * Reads `postgres://user@host:port/database` with the usual parameters of libpq (`sslmode`, `application_name`) and
 * our own: `pool` (connections), `statement_timeout` (milliseconds) and `pooler=transaction` behind pgbouncer and its
 * like, which turns prepared statements and settings of the connection off. Throws AppError CONFIG_INVALID.
 */
export function readSettings(url: string): PostgresSettings {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  // Nothing of the URL is repeated, for it may hold a password.
  if (!parsed) throw new AppError('CONFIG_INVALID', 'expected postgres://user@host:port/database');
  const take = (name: string): string | null => {
    const value = parsed.searchParams.get(name);
    parsed.searchParams.delete(name);
    return value;
  };
  const poolSize = wholeNumber('pool', take('pool'), DEFAULT_POOL_SIZE, 1);
  const statementTimeoutMs = wholeNumber(
    'statement_timeout',
    take('statement_timeout'),
    DEFAULT_STATEMENT_TIMEOUT_MS,
    0,
  );
  const pooler = take('pooler');
  if (pooler !== null && pooler !== 'transaction') {
    throw new AppError('CONFIG_INVALID', `expected pooler=transaction in the store's URL, got ${pooler}`);
  }
  const pooled = pooler !== null;
  return {
    connectionString: parsed.href,
    place: `${parsed.host || 'localhost'}${parsed.pathname}`,
    ...{ poolSize, statementTimeoutMs, pooled, prepares: !pooled },
  };
}

function wholeNumber(name: string, value: string | null, otherwise: number, least: number): number {
  if (value === null) return otherwise;
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number >= least) return number;
  throw new AppError(
    'CONFIG_INVALID',
    `expected a whole number from ${least} for ${name} in the store's URL, got ${value}`,
  );
}
