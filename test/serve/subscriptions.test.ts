import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createClient } from 'graphql-sse';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/serve/server.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { View } from '../../src/store/store.ts';
import { GRAPH, RELEASES } from '../graph/world.ts';
import { keptLog, openServer } from './harness.ts';

const run = promisify(execFile);
const WRITER = fileURLToPath(new URL('./writer-process.ts', import.meta.url));
const LAST = GRAPH.events.at(-1);
const LAST_RELEASE = RELEASES.at(-1);

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A server over a store in a file, to which another process has written. */
async function openWatched(): Promise<{
  server: RunningServer;
  polls: () => number;
  write: () => Promise<unknown>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'beehive-live-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'graph.db');
  await run(process.execPath, [WRITER, path, 'first']);
  const store = await openSqliteStore(path);
  closers.push(() => store.close());
  let polls = 0;
  const view: View = Object.create(store.view, {
    revision: {
      value: () => {
        polls += 1;
        return store.view.revision();
      },
    },
  });
  const { logger } = keptLog();
  const server = await startServer({ view, logger, documents: [], port: 0, pollMs: 30, graceMs: 500 });
  closers.push(() => server.close());
  return { server, polls: () => polls, write: () => run(process.execPath, [WRITER, path, 'second']) };
}

/** Messages of a subscription as they come. */
function subscribe(server: RunningServer, query: string) {
  let opened: () => void = () => {};
  const open = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const client = createClient({
    url: `${server.url}/graphql`,
    retryAttempts: 0,
    on: { connected: () => opened() },
  });
  closers.push(() => client.dispose());
  const messages: unknown[] = [];
  let isComplete = false;
  const stop = client.subscribe(
    { query },
    {
      next: (message) => void messages.push(JSON.parse(JSON.stringify(message))),
      error: (error) => void messages.push({ error: JSON.parse(JSON.stringify(error)) }),
      complete: () => {
        isComplete = true;
      },
    },
  );
  return { open, messages, stop, isComplete: () => isComplete };
}

describe('a subscription, while another process writes to the store', () => {
  it('tells new events and releases as they can be read, each once, and those that its filter lists', async () => {
    const { server, write } = await openWatched();
    const events = subscribe(
      server,
      'subscription { eventAdded { key summary evidence { release { slug } } } }',
    );
    const type = LAST?.type;
    const fitting = subscribe(
      server,
      `subscription { eventAdded(filter: { types: [${type}] }) { key type } }`,
    );
    const others = subscribe(server, `subscription { eventAdded(filter: { notTypes: [${type}] }) { key } }`);
    const releases = subscribe(server, 'subscription { releaseIngested { slug title } }');
    await Promise.all([events.open, fitting.open, others.open, releases.open]);
    await write();
    await expect.poll(() => events.messages.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(() => releases.messages.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(() => fitting.messages.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(events.messages).toEqual([
      { data: { eventAdded: expect.objectContaining({ key: LAST?.id, evidence: expect.anything() }) } },
    ]);
    expect(fitting.messages).toEqual([{ data: { eventAdded: { key: LAST?.id, type } } }]);
    expect(others.messages).toEqual([]);
    expect(releases.messages).toContainEqual({
      data: { releaseIngested: { slug: LAST_RELEASE?.id, title: LAST_RELEASE?.title } },
    });
  });

  it('tells what is wrong with its filter at once', async () => {
    const { server } = await openWatched();
    const wrong = subscribe(server, 'subscription { eventAdded(filter: { countries: ["Vietnm"] }) { key } }');
    await expect.poll(() => wrong.messages.length, { timeout: 5000 }).toBe(1);
    expect(JSON.stringify(wrong.messages)).toContain('UNKNOWN_COUNTRY');
  });

  it('is kept alive, costs nothing once the client has gone, and leaves nothing behind', async () => {
    const { server, polls } = await openWatched();
    const abort = new AbortController();
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      signal: abort.signal,
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'accept-encoding': 'gzip' },
      body: JSON.stringify({ query: 'subscription { releaseIngested { slug } }' }),
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    while (text.split(':\n\n').length < 3) text += new TextDecoder().decode((await reader.read()).value);
    await expect.poll(polls).toBeGreaterThan(2);
    abort.abort();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const then = polls();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(polls()).toBe(then);
  });

  it('says that the store is gone, and the server lives on', async () => {
    const { server, graph, close } = await openServer();
    closers.push(close);
    await graph.store.close();
    const events = subscribe(server, 'subscription { releaseIngested { slug } }');
    await expect
      .poll(() => events.messages.length + Number(events.isComplete()), { timeout: 5000 })
      .toBeGreaterThan(0);
    expect(JSON.stringify(events.messages)).not.toContain('closed');
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  });

  it('is refused like a query where it asks for too much', async () => {
    const { server, close } = await openServer({ limits: { cost: 20 } });
    closers.push(close);
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { eventAdded { evidence { quote } } }' }),
    });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('QUERY_TOO_LARGE')]);
  });

  it('ends when the server shuts down, within its grace', async () => {
    const { server } = await openWatched();
    const events = subscribe(server, 'subscription { eventAdded { key } }');
    await events.open;
    await server.close();
    await expect.poll(events.isComplete).toBe(true);
  });
});
