import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import type { PoolState } from '../store.ts';
import { isGivenUp, isGone, storeError } from './errors.ts';
import type { PostgresSettings } from './settings.ts';

/** How long a statement waits for a free connection, and a connection for the server. */
const CONNECT_TIMEOUT_MS = 5_000;
/** Distinct statement texts prepared; further ones run unprepared. */
const MOST_PREPARED = 300;

/** `bigint`, which counts and keys are: all of them far below 2^53. */
const INT8 = 20;
const types: pg.CustomTypesConfig = {
  // Typed as the parser of one type among many, which no single signature has.
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Connections to one server, in the shape that Kysely's PostgresDialect asks for. */
export interface Connections extends PostgresPool {
  readonly place: string;
  connect(): Promise<Connection>;
  /** How many there are at this moment. */
  state(): Omit<PoolState, 'server'>;
}

/** One connection taken from its pool; to be given back with `release`. */
export interface Connection extends PostgresPoolClient {
  /** For what node-postgres' own client is needed: copying, listening. */
  readonly client: pg.PoolClient;
}

/** Opens no connection yet: the first statement does. Errors come as AppErrors where a person can do something. */
export function createConnections(
  settings: PostgresSettings,
  onTrouble: (error: unknown) => void,
): Connections {
  const { poolSize, statementTimeoutMs } = settings;
  const limits: pg.PoolConfig = settings.pooled
    ? // What a pooler can't be told, the client ends by itself.
      { query_timeout: statementTimeoutMs || undefined }
    : { statement_timeout: statementTimeoutMs || undefined, fallback_application_name: 'beehive-graph' };
  const pool = new pg.Pool({
    connectionString: settings.connectionString,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    types,
    keepAlive: true,
    ...limits,
  });
  // An idle connection that breaks is replaced when the next one is needed.
  pool.on('error', onTrouble);
  const names = new Map<string, string>();
  const nameOf = (sql: string): string | undefined => {
    if (!settings.prepares) return undefined;
    const known = names.get(sql);
    if (known !== undefined || names.size >= MOST_PREPARED) return known;
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
  const connected = new WeakMap<pg.PoolClient, Connection>();
  return {
    place: settings.place,
    options: {},
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw storeError(error, settings.place);
      });
      let connection = connected.get(client);
      if (!connection) {
        connection = wrap(client, settings.place, nameOf);
        connected.set(client, connection);
      }
      return connection;
    },
    state: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    async end() {
      if (!pool.ended && !pool.ending) await pool.end();
    },
  };
}

function wrap(client: pg.PoolClient, place: string, nameOf: (sql: string) => string | undefined): Connection {
  // Without a listener, a connection that breaks while it is taken would end the process; its statements tell.
  client.on('error', () => {});
  let isBroken = false;
  const query = async <R>(sql: string, parameters: readonly unknown[] = []) => {
    const name = parameters.length > 0 ? nameOf(sql) : undefined;
    try {
      const result = await client.query({
        text: sql,
        values: parameters.map(withoutNul),
        ...(name && { name }),
      });
      return result as unknown as PostgresQueryResult<R>;
    } catch (error) {
      // One that was given up on is still at its statement, and no use to the next who takes it.
      isBroken ||= isGone(error) || isGivenUp(error);
      throw storeError(error, place);
    }
  };
  return {
    client,
    // Cursors, the other way to call it, are never asked for.
    query: query as Connection['query'],
    release: (destroy) => client.release(isBroken || destroy),
  };
}

/** Postgres takes no NUL characters; where one is looked for, nothing is to be found. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
  return Array.isArray(value) ? value.map(withoutNul) : value;
}
