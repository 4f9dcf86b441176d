import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createContext } from '../../src/graph/context.ts';
import { schema } from '../../src/graph/schema.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { ingestShare } from '../../src/ingest/ingest-share.ts';
import { loadDocuments } from '../../src/serve/documents.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { sampleFolder } from '../ingest/corpus.ts';
import { freePort, PASSWORD, type PostgresServer, startPostgres } from './postgres-server.ts';

/**
 * The pooler is no npm package, so that `npm test` leaves this out and `npm run test:pgbouncer` runs it, where pgbouncer
 * is installed (Debian: apt-get install pgbouncer); elsewhere it fails.
 */
describe('a store behind pgbouncer, whose pool is by transaction,', () => {
  const folder = sampleFolder();
  let postgres: PostgresServer;
  let bouncer: ChildProcess;
  let place: string;
  let port: number;
  /** The digest of one ingest, and the store it is in, reached without a pooler. */
  let direct: Store;
  let expected: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    direct = await openStore(await postgres.makeDatabase(), { create: true });
    await ingest(direct, [folder], { workers: 0 });
    expected = await direct.view.digest();
    place = mkdtempSync(join(tmpdir(), 'beehive-pgbouncer-'));
    port = await freePort();
    writeFileSync(join(place, 'users.txt'), `"postgres" "${PASSWORD}"\n`);
    writeFileSync(join(place, 'pgbouncer.ini'), configuration(postgres.port, port, join(place, 'users.txt')));
    chmodSync(place, 0o755);
    // It refuses to run as root.
    const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
    bouncer = spawn('pgbouncer', [...user, join(place, 'pgbouncer.ini')], { stdio: 'ignore' });
    await vi.waitFor(() => reach(port), { timeout: 20_000 });
  });
  afterAll(async () => {
    bouncer.kill('SIGTERM');
    await once(bouncer, 'exit');
    await direct.close();
    await postgres.remove();
    for (const path of [folder, place]) rmSync(path, { recursive: true });
  });

  const pooled = async (parameters = '?pooler=transaction'): Promise<string> => {
    const url = new URL(await postgres.makeDatabase());
    url.port = String(port);
    return `${url}${parameters}`;
  };

  it('is filled and answers every named document as without one', async () => {
    const url = await pooled();
    const store = await openStore(url, { create: true });
    await ingest(store, [folder], { workers: 0 });
    expect(await store.view.digest()).toBe(expected);
    // Another process changes the connections under those who read: there are fewer than clients.
    const other = await openStore(url, { create: true });
    const again = ingest(other, [folder], { workers: 0, prune: true });
    const ask = async ({ view }: Store) => {
      const contextValue = createContext(view, () => new Date('2026-01-31T00:00:00Z'));
      return await Promise.all(
        loadDocuments().map(async ({ query, variables }) =>
          JSON.stringify(await graphql({ schema, source: query, contextValue, variableValues: variables })),
        ),
      );
    };
    const answersOf = await ask(store);
    expect(answersOf.join('')).not.toContain('"errors"');
    // What has changed is told under the store's own name.
    const named = (texts: readonly string[]) => texts.filter((text) => !text.includes('"changes"'));
    expect(named(answersOf)).toEqual(named(await ask(direct)));
    await again;
    await store.close();
    await other.close();
  }, 120_000);

  it('is filled by shares too, whose queue goes through the pooler', async () => {
    const url = await pooled();
    const stores = await Promise.all(
      [1, 2].map(() => openStore(url, { create: true, busyTimeoutMs: 60_000 })),
    );
    await Promise.all(
      stores.map((store, index) =>
        ingestShare(store, [folder], { number: index + 1, of: 2 }, { workers: 0 }),
      ),
    );
    expect(await stores[0]?.view.digest()).toBe(expected);
    for (const store of stores) await store.close();
  }, 120_000);

  it('is refused with a word of what to do where the URL does not say that there is one', async () => {
    await expect(openStore(await pooled(''), { create: true })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('add pooler=transaction'),
    });
  });
});

function configuration(server: number, port: number, users: string): string {
  return `[databases]
* = host=127.0.0.1 port=${server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = 3
max_client_conn = 100
`;
}

/** Throws where nobody listens. */
async function reach(port: number): Promise<void> {
  const socket = createConnection({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}
