import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { AppError } from '../../model/errors.ts';
import type { Engine } from '../engine.ts';
import { migrations } from '../migrations/migrations.ts';
import { checkVersion, missingMigrations } from '../migrations/version.ts';
import type { OpenOptions } from '../open-options.ts';
import type { PoolState, Store } from '../store.ts';
import { createView } from '../view/view.ts';
import { type Connections, createConnections } from './connections.ts';
import { POSTGRES_DDL } from './ddl.ts';
import { postgresEngine } from './engine.ts';
import { codeOf } from './errors.ts';
import { createListener } from './listener.ts';
import { withFallback } from './replica.ts';
import { WRITE_LOCK } from './session.ts';
import { type PostgresSettings, readSettings } from './settings.ts';
import { createWriter } from './writer.ts';

const DEFAULT_BUSY_TIMEOUT_MS = 5000;
/** The longest that Postgres takes, 24 days. */
const LONGEST_TIMEOUT_MS = 2_147_483_647;

/**
 * Opens a store in a Postgres database, which must be there. Readers and the writer have connections of their own.
 * Throws AppError CONFIG_INVALID, STORE_MISSING, STORE_VERSION, STORE_LOCKED or STORE_UNAVAILABLE.
 */
export async function openPostgresStore(url: string, options: OpenOptions = {}): Promise<Store> {
  const { readOnly = false, create = false, busyTimeoutMs = DEFAULT_BUSY_TIMEOUT_MS } = options;
  const settings = readSettings(url);
  const { onTrouble = () => {} } = options;
  const primary = connectionsOf(settings, onTrouble);
  const reading = options.readUrl
    ? withFallback(connectionsOf(readSettings(options.readUrl), onTrouble), primary, onTrouble)
    : primary;
  // The writer's own reads are of the whole store, and may take long. Their limit is said all the same: a pooler that
  // the URL does not tell of refuses it at once, and not a writer's prepared statements in the middle.
  const statementTimeoutMs = settings.pooled ? 0 : LONGEST_TIMEOUT_MS;
  const writing = readOnly
    ? null
    : connectionsOf({ ...settings, poolSize: 2, statementTimeoutMs }, onTrouble);
  const listener = createListener(settings, onTrouble);
  const close = async (): Promise<void> => {
    await listener.close();
    await reading.end();
    await writing?.end();
  };
  try {
    const writingEngine = writing && postgresEngine(writing);
    const engine = postgresEngine(watched(reading, options.onStatement), options);
    await prepare(writingEngine ?? postgresEngine(primary), settings, create && writingEngine !== null);
    const writer = writing && writingEngine ? createWriter(writing, writingEngine, busyTimeoutMs) : null;
    const pools = (): readonly PoolState[] => [
      { server: 'primary', ...primary.state() },
      ...(reading === primary ? [] : [{ server: 'replica' as const, ...reading.state() }]),
    ];
    return {
      view: createView(engine, listener.watch),
      get writer() {
        if (!writer) throw new TypeError('expected a store opened for writing, got one opened to read');
        return writer;
      },
      async openQueue() {
        // Loaded when asked for: only those who ingest together need it.
        const { openQueue } = await import('./queue.ts');
        return openQueue(settings, onTrouble);
      },
      pools,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function connectionsOf(
  settings: PostgresSettings,
  onTrouble: NonNullable<OpenOptions['onTrouble']>,
): Connections {
  return createConnections(settings, (error) => onTrouble(`a connection to ${settings.place} broke`, error));
}

/** Brings the tables up to date where `create` allows it, else only checks them. */
async function prepare(engine: Engine, settings: PostgresSettings, create: boolean): Promise<void> {
  const { place } = settings;
  const done = await migrationsOf(engine, place);
  if (!create) {
    if (!done) throw missing(place);
    checkVersion(POSTGRES_DDL, done, place);
    return;
  }
  if (missingMigrations(POSTGRES_DDL, done ?? [], place) > 0) await migrate(engine);
}

/** Runs the migrations that are missing in one transaction; of several processes one does, the others wait for it. */
async function migrate(engine: Engine): Promise<void> {
  await engine.db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${WRITE_LOCK}::bigint)`.execute(db);
    await sql`select set_config('statement_timeout', '0', true)`.execute(db);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => ({ ...migrations(POSTGRES_DDL) }) },
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    await sql`insert into meta (key, value) values ('store', ${randomBytes(4).toString('hex')}), ('revision', '0'),
      ('linked', '') on conflict do nothing`.execute(db);
  });
}

/** Names of the migrations that the store has had; null where there is no store. */
async function migrationsOf(engine: Engine, place: string): Promise<readonly string[] | null> {
  try {
    const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(
      engine.db,
    );
    return rows.map(({ name }) => name);
  } catch (error) {
    const { cause } = error as { readonly cause?: unknown };
    if (codeOf(cause) === '42P01') return null;
    if (codeOf(cause) === '3D000') throw missing(place, cause);
    throw error;
  }
}

function missing(place: string, cause?: unknown): AppError {
  const message = `expected a store in ${place}, got none; make the database and ingest releases first`;
  return new AppError('STORE_MISSING', message, { cause });
}

/** The same connections, whose statements are told before they run. */
function watched(connections: Connections, onStatement: OpenOptions['onStatement']): Connections {
  if (!onStatement) return connections;
  return {
    ...connections,
    async connect() {
      const connection = await connections.connect();
      const query = (text: string, parameters: readonly unknown[]) => {
        onStatement(text);
        return connection.query(text, parameters);
      };
      return { ...connection, query: query as typeof connection.query };
    },
  };
}
