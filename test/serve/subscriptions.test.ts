import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-sse';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/serve/server.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { View } from '../../src/store/store.ts';
import { runCli } from '../cli/run-cli.ts';
import { keptLog, openServer } from './harness.ts';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const SAMPLES = 'data/releases';
/** The release that comes while others are there already. */
const LATER = '2006-11-17-new-zealand-and-vietnam-develop-defence-relationship';

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Watched {
  readonly server: RunningServer;
  readonly polls: () => number;
  readonly db: string;
  readonly folder: string;
  /** Puts the later release into the folder. */
  readonly add: () => void;
}

/** A server over a store in a file that `ingest` has filled, in a process of its own, from a folder of releases. */
async function openWatched(): Promise<Watched> {
  const place = mkdtempSync(join(tmpdir(), 'beehive-live-'));
  closers.push(() => rmSync(place, { recursive: true, force: true }));
  const folder = mkdtempSync(join(place, 'releases-'));
  const others = readdirSync(SAMPLES).filter((name) => /^\d/.test(name) && !name.startsWith(LATER));
  for (const name of others.slice(0, 5)) copyFileSync(join(SAMPLES, name), join(folder, name));
  const path = join(place, 'graph.db');
  const db = `sqlite:${path}`;
  expect(await runCli('ingest', folder, '--db', db)).toMatchObject({ code: 0 });
  const store = await openSqliteStore(path, { readOnly: true });
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
  const add = () => copyFileSync(join(SAMPLES, `${LATER}.md`), join(folder, `${LATER}.md`));
  return { server, polls: () => polls, db, folder, add };
}

/** `ingest --watch` in a process of its own, once it watches. */
async function startWatching({ folder, db }: Watched): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN, 'ingest', folder, '--watch', '--db', db], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  closers.push(() => child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await expect.poll(() => said, { timeout: 30_000 }).toContain('watching for changes');
  return child;
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

interface EventMessage {
  readonly data: { readonly eventAdded: { readonly key: string; readonly type: string } };
}

/** The ways in which another process writes. */
const WRITERS: readonly (readonly [name: string, write: (watched: Watched) => Promise<unknown>])[] = [
  [
    '`ingest`',
    async (watched) => {
      watched.add();
      expect(await runCli('ingest', watched.folder, '--db', watched.db)).toMatchObject({ code: 0 });
    },
  ],
  [
    '`ingest --watch`',
    async (watched) => {
      const child = await startWatching(watched);
      watched.add();
      closers.push(async () => {
        child.kill('SIGTERM');
        expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(0);
      });
    },
  ],
];

describe('a subscription, while another process writes to the store', () => {
  it.each(WRITERS)(
    'tells new events and releases of %s as they can be read, each once, and those that its filter lists',
    async (_name, write) => {
      const watched = await openWatched();
      const { server } = watched;
      const events = subscribe(
        server,
        'subscription { eventAdded { key type evidence { quote release { slug } } } }',
      );
      const fitting = subscribe(
        server,
        'subscription { eventAdded(filter: { from: "2006-01-01", to: "2008-12-31" }) { key type } }',
      );
      const others = subscribe(server, 'subscription { eventAdded(filter: { to: "2000-12-31" }) { key } }');
      const releases = subscribe(server, 'subscription { releaseIngested { slug title } }');
      await Promise.all([events.open, fitting.open, others.open, releases.open]);
      await write(watched);
      for (const { messages } of [events, fitting, releases]) {
        await expect.poll(() => messages.length, { timeout: 20_000 }).toBeGreaterThan(0);
      }
      // All is of one revision, but comes one by one: until no message has come for a second.
      let seen = -1;
      const count = () => events.messages.length + fitting.messages.length;
      while (seen !== count()) {
        seen = count();
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
      const told = (events.messages as EventMessage[]).map(({ data }) => data.eventAdded);
      expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
      for (const event of told) {
        expect(event).toMatchObject({
          evidence: expect.arrayContaining([{ quote: expect.any(String), release: { slug: LATER } }]),
        });
      }
      const keys = (fitting.messages as EventMessage[]).map(({ data }) => data.eventAdded.key);
      expect(told.map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
      expect(keys.length).toBeLessThan(told.length);
      expect(others.messages).toEqual([]);
      expect(releases.messages).toEqual([
        {
          data: {
            releaseIngested: {
              slug: LATER,
              title: 'New Zealand and Vietnam to Develop Defence Relationship',
            },
          },
        },
      ]);
    },
    60_000,
  );

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
