import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Migrator } from 'kysely/migration';
import { AppError } from '../../model/errors.ts';
import type { Engine } from '../engine.ts';
import { migrations } from '../migrations/migrations.ts';
import { checkVersion, missingMigrations } from '../migrations/version.ts';
import type { OpenOptions } from '../open-options.ts';
import type { Store } from '../store.ts';
import { createView } from '../view/view.ts';
import { Database } from './database.ts';
import { SQLITE_DDL, sqliteEngine } from './engine.ts';
import { createWriter } from './writer.ts';

const MEMORY = ':memory:';
const DEFAULT_BUSY_TIMEOUT_MS = 5000;
const DEFAULT_THREAD_FROM = 20_000;

/**
 * Opens a store in a SQLite file. Reading and writing have a connection each, so that readers see the last committed
 * graph while another is written. `:memory:` gives a new store with one connection, for tests.
 * Throws AppError STORE_MISSING, STORE_VERSION, STORE_LOCKED or STORE_UNAVAILABLE.
 */
export async function openSqliteStore(path: string, options: OpenOptions = {}): Promise<Store> {
  const { readOnly = false, create = false, onStatement } = options;
  const { busyTimeoutMs = DEFAULT_BUSY_TIMEOUT_MS, threadFrom = DEFAULT_THREAD_FROM } = options;
  const inMemory = path === MEMORY;
  const file = inMemory ? path : resolve(path);
  if (!inMemory && !existsSync(file)) {
    if (readOnly || !create) {
      throw new AppError(
        'STORE_MISSING',
        `expected a store in ${file}, got no such file; ingest releases first`,
      );
    }
    makeFolder(dirname(file));
  }
  const opened: Database[] = [];
  const connect = (connection: ConstructorParameters<typeof Database>[1]): Database => {
    const database = new Database(file, connection);
    opened.push(database);
    return database;
  };
  const close = async (): Promise<void> => {
    // The writer last: only it can fold the write-ahead log into the file and remove it.
    for (const database of opened.toReversed()) database.close();
  };
  try {
    const onRead = onStatement && { onStatement };
    const writing = readOnly
      ? null
      : connect({ readOnly: false, mapped: false, busyTimeoutMs, ...(inMemory ? onRead : undefined) });
    const writingEngine = writing && sqliteEngine(writing);
    if (writing && writingEngine) await migrate(writing, writingEngine, create || inMemory);
    const reading =
      inMemory && writing ? writing : connect({ readOnly: true, mapped: readOnly, busyTimeoutMs, ...onRead });
    if (readOnly) checkVersion(SQLITE_DDL, migrationsOf(reading), reading.path);
    // In memory there is one connection only: a break would let readers see a graph half replaced.
    const pause = inMemory ? async () => {} : () => setImmediate();
    const writer =
      writing && writingEngine
        ? createWriter(writing, writingEngine, {
            pause,
            // Another connection would see another database.
            threadFrom: inMemory ? Number.POSITIVE_INFINITY : threadFrom,
            busyTimeoutMs,
          })
        : null;
    return {
      view: createView(inMemory && writingEngine ? writingEngine : sqliteEngine(reading, options)),
      get writer() {
        if (!writer) throw new TypeError('expected a store opened for writing, got one opened to read');
        return writer;
      },
      openQueue: async () => null,
      pools: () => [],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new AppError('STORE_UNAVAILABLE', `expected to make the folder ${folder} for a store`, { cause });
  }
}

/** Brings the tables up to date where `create` allows it, else only checks them. */
async function migrate(database: Database, engine: Engine, create: boolean): Promise<void> {
  if (create && missingMigrations(SQLITE_DDL, migrationsOf(database), database.path) > 0) {
    const migrator = new Migrator({
      db: engine.db,
      provider: { getMigrations: async () => ({ ...migrations(SQLITE_DDL) }) },
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    database.run(
      `insert or ignore into meta (key, value) values ('store', ?), ('revision', '0'), ('linked', '')`,
      randomBytes(4).toString('hex'),
    );
  }
  checkVersion(SQLITE_DDL, migrationsOf(database), database.path);
}

/** Names of the migrations that the store has had. */
function migrationsOf(database: Database): readonly string[] {
  const tables = database.all(`select name from sqlite_schema where name = 'kysely_migration'`);
  if (tables.length === 0) return [];
  return (database.all('select name from kysely_migration') as { name: string }[]).map(({ name }) => name);
}
