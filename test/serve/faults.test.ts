import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer } from '../../src/serve/server.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { FILES, GRAPH } from '../graph/world.ts';
import { makeWorld } from '../store/builder.ts';
import { keptLog, openServer } from './harness.ts';

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Failure {
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

async function ask(url: string, query: string) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'trace-1' },
    body: JSON.stringify({ query }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Failure };
}

describe('a server whose store is gone', () => {
  it('says so with status 503 and without details, is not ready, and lives', async () => {
    const server = await openServer();
    closers.push(() => server.close());
    await server.graph.store.close();
    for (const query of ['{ statistics { events } }', '{ events(first: 1) { edges { cursor } } }']) {
      const { status, headers, body } = await ask(server.server.url, query);
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('5');
      expect(body.errors[0]).toMatchObject({
        message: 'The graph cannot be read at the moment; try again in a while.',
        extensions: { code: 'STORE_UNAVAILABLE' },
      });
    }
    expect(server.lines.filter(({ msg }) => msg === 'store unavailable')[0]).toMatchObject({
      requestId: 'trace-1',
    });
    const ready = await server.get('/health/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'store unavailable', code: 'STORE_UNAVAILABLE' });
    expect((await server.get('/health/live')).status).toBe(200);
  });
});

describe('a server that meets an error nobody foresaw', () => {
  it('masks it, and logs it whole under the request id', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beehive-faults-'));
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'graph.db');
    const store = await openSqliteStore(path, { create: true });
    closers.push(() => store.close());
    await store.writer.putFiles(FILES);
    await store.writer.replaceGraph(GRAPH, 'test');
    const damage = new DatabaseSync(path);
    damage.exec('alter table evidence rename to spoilt');
    damage.close();
    const { logger, lines } = keptLog();
    const server = await startServer({ view: store.view, logger, documents: [], port: 0 });
    closers.push(() => server.close());
    const { status, body } = await ask(
      server.url,
      '{ events(first: 1) { totalCount edges { node { evidence { quote } } } } }',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: { events: { totalCount: 3, edges: [{ node: { evidence: null } }] } },
    });
    expect(body.errors[0]).toMatchObject({
      message: "Something went wrong on the server; the server's log has it under request id trace-1.",
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(JSON.stringify(body)).not.toContain('no such table');
    const logged = lines.find(({ msg }) => msg === 'unexpected error');
    expect(logged).toMatchObject({
      requestId: 'trace-1',
      err: { message: expect.stringContaining('no such table') },
    });
  });
});

describe('a server with a time limit', () => {
  it('ends a query that takes longer, with status 503', async () => {
    const size = { releases: 200, events: 600, countries: 9, ministers: 30, portfolios: 4, officials: 100 };
    const world = makeWorld(4, size);
    const store = await openSqliteStore(':memory:');
    closers.push(() => store.close());
    await store.writer.putFiles(world.files);
    await store.writer.replaceGraph(world.graph, 'test');
    const server = await startServer({
      view: store.view,
      logger: keptLog().logger,
      documents: [],
      port: 0,
      timeoutMs: 1,
    });
    closers.push(() => server.close());
    const { status, body } = await ask(
      server.url,
      '{ officials(first: 100) { edges { node { events(first: 5) { edges { node { evidence { release { slug } } } } } } } } }',
    );
    expect(status).toBe(503);
    expect(body.errors).toMatchObject([
      { message: 'The query took longer than 1 ms; ask for less at once.', extensions: { code: 'TIMEOUT' } },
    ]);
  });
});

describe('starting', () => {
  it('says which port is taken', async () => {
    const first = await openServer();
    closers.push(() => first.close());
    const { port } = first.server;
    const second = startServer({
      view: first.graph.store.view,
      logger: keptLog().logger,
      documents: [],
      port,
    });
    await expect(second).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: `expected port ${port} on 127.0.0.1 to be free, got another program there; give another with --port`,
    });
  });

  it.each([
    [{ port: 70_000 }, 'expected a port from 0 to 65535, got 70000'],
    [{ host: '203.0.113.7', port: 0 }, 'expected an address of this machine to listen on, got 203.0.113.7'],
  ])('refuses %j', async (options, message) => {
    const { graph, close } = await openServer();
    closers.push(close);
    const start = startServer({
      view: graph.store.view,
      logger: keptLog().logger,
      documents: [],
      ...options,
    });
    await expect(start).rejects.toMatchObject({ code: 'CONFIG_INVALID', message });
  });
});
