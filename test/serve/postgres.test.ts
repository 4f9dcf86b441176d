import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDocuments } from '../../src/serve/documents.ts';
import { type RunningServer, startServer } from '../../src/serve/server.ts';
import { storeLog } from '../../src/serve/store-log.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { FILES, GRAPH } from '../graph/world.ts';
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts';
import { keptLog } from './harness.ts';

const LAST = GRAPH.events.at(-1);

describe('a server over Postgres', () => {
  const { logger, lines } = keptLog();
  let postgres: PostgresServer;
  let writer: Store;
  let reader: Store;
  let server: RunningServer;
  beforeAll(async () => {
    postgres = await startPostgres();
    const url = await postgres.makeDatabase();
    writer = await openStore(url, { create: true });
    await writer.writer.putFiles(FILES);
    const events = GRAPH.events.filter(({ id }) => id !== LAST?.id);
    await writer.writer.replaceGraph({ ...GRAPH, events, redirects: [] }, 'test');
    reader = await openStore(url, { readOnly: true, slowMs: 0, ...storeLog(logger) });
    // So seldom that what is told in time was told by the database.
    const options = { view: reader.view, logger, documents: loadDocuments(), pollMs: 600_000 };
    server = await startServer({ ...options, port: 0, graceMs: 500 });
  });
  afterAll(async () => {
    await server.close();
    await reader.close();
    await writer.close();
    await postgres.remove();
  });

  const ask = async (query: string) => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'trace-7' },
      body: JSON.stringify({ query }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const ready = async (): Promise<number> => (await fetch(`${server.url}/health/ready`)).status;

  it('logs slow statements under the request and with the name of the operation', async () => {
    await ask('query HowMany { statistics { events } }');
    await fetch(`${server.url}/q/the-latest-disasters.csv`);
    const slow = lines.filter(({ msg }) => msg === 'slow statement');
    expect(slow).toContainEqual(
      expect.objectContaining({
        requestId: 'trace-7',
        operation: 'HowMany',
        sql: expect.stringMatching(/^select 'node' as what/),
        durationMs: expect.any(Number),
      }),
    );
    expect(slow.map(({ operation }) => operation)).toContain('TheLatestDisasters');
  });

  it('tells subscribers of what another process wrote as soon as it can be read', async () => {
    const client = createClient({ url: `${server.url}/graphql`, retryAttempts: 0 });
    const messages = client.iterate({ query: 'subscription { eventAdded { summary } }' });
    const first = messages.next();
    // The connection that listens may come after the subscription; then it looks by itself once.
    await expect
      .poll(async () => {
        const { rows } = await postgres.execute(
          databaseOf(),
          `select count(*)::integer as count from pg_stat_activity where query = 'listen beehive_graph'`,
        );
        return rows[0].count;
      })
      .toBe(1);
    await writer.writer.replaceGraph(GRAPH, 'test');
    expect(JSON.parse(JSON.stringify(await first))).toMatchObject({
      value: { data: { eventAdded: { summary: LAST?.summary } } },
    });
    client.dispose();
  });

  it('answers 503 while the database is gone, is not ready, lives, and heals when it is back', async () => {
    expect(await ready()).toBe(200);
    await postgres.halt();
    const { status, body } = await ask('{ events(first: 1) { edges { cursor } } }');
    expect(status).toBe(503);
    expect(body.errors[0].extensions.code).toBe('STORE_UNAVAILABLE');
    expect(await ready()).toBe(503);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    await postgres.resume();
    await expect.poll(ready, { timeout: 20_000 }).toBe(200);
    expect((await ask('{ statistics { events } }')).body).toEqual({
      data: { statistics: { events: GRAPH.events.length } },
    });
    await expect(writer.view.counts()).resolves.toMatchObject({ evidence: expect.any(Number) });
  });

  const databaseOf = (): string => `postgres://postgres:of-the-tests@127.0.0.1:${postgres.port}/graph_1`;
});
