import { type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTag } from '../../src/serve/etag.ts';
import { FILES, GRAPH } from '../graph/world.ts';
import { openServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer({ maxAgeSeconds: 60 });
});
afterAll(() => server.close());

/** An answer as it comes over the wire: fetch would unpack it. */
function raw(path: string, encoding: string): Promise<{ head: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${server.server.url}${path}`,
      { headers: { 'accept-encoding': encoding } },
      (head) => {
        const chunks: Buffer[] = [];
        head.on('data', (chunk: Buffer) => chunks.push(chunk));
        head.on('end', () => resolve({ head, body: Buffer.concat(chunks) }));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

const SCHEMA = `/graphql?query=${encodeURIComponent('{ __schema { types { name description } } }')}`;
const DOCUMENT = '/q/all-vietnam-defence-events.json';

describe('compression', () => {
  it.each([SCHEMA, DOCUMENT, '/openapi.json'])('sends %s as small as the client can read', async (path) => {
    const plain = await raw(path, 'identity');
    const gzip = await raw(path, 'gzip');
    const brotli = await raw(path, 'gzip, br');
    expect([plain, gzip, brotli].map(({ head }) => head.headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ]);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gzip.body.length).toBeLessThan(plain.body.length / 2);
    for (const { head } of [plain, gzip, brotli]) expect(head.headers.vary).toMatch(/accept-encoding/i);
    // Weak, so that one tag stands for all of them.
    expect(new Set([plain, gzip, brotli].map(({ head }) => head.headers.etag)).size).toBe(1);
  });

  it('leaves short answers as they are', async () => {
    expect((await raw('/health/live', 'gzip')).head.headers['content-encoding']).toBeUndefined();
  });
});

describe('HEAD', () => {
  it.each([SCHEMA, DOCUMENT, '/ministers/phil-goff', '/q/'])(
    'of %s is GET without the body',
    async (path) => {
      const get = await server.get(path);
      const head = await fetch(`${server.server.url}${path}`, { method: 'HEAD' });
      expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([
        200,
        '',
        get.headers.get('etag'),
      ]);
    },
  );
});

describe('what caches are told', () => {
  it('is how long they may keep an answer, and of errors that they may not', async () => {
    expect((await server.get(DOCUMENT)).headers.get('cache-control')).toBe('public, max-age=60');
    expect((await server.get(SCHEMA)).headers.get('cache-control')).toBe('public, max-age=60');
    const missing = await server.get('/ministers/nobody-at-all');
    expect([missing.headers.get('cache-control'), missing.headers.get('etag')]).toEqual(['no-store', null]);
  });

  it('is that answers differ by what the client takes', async () => {
    expect((await server.get(SCHEMA)).headers.get('vary')).toMatch(/accept(?!-)/i);
    expect((await server.get('/ministers/phil-goff')).headers.get('vary')).toMatch(/accept(?!-)/i);
  });

  it('changes with the graph, with the hour, and with nothing else', async () => {
    const tags = async () =>
      Promise.all(
        [SCHEMA, DOCUMENT, '/ministers/phil-goff'].map(async (path) =>
          (await server.get(path)).headers.get('etag'),
        ),
      );
    const before = await tags();
    expect(await tags()).toEqual(before);
    await server.graph.store.writer.putFiles(FILES.slice(0, 3));
    await server.graph.store.writer.replaceGraph({ ...GRAPH, events: GRAPH.events.slice(0, 1) }, 'test');
    const after = await tags();
    expect(after.map((tag, index) => tag === before[index])).toEqual([false, false, false]);
    const stale = await server.get(DOCUMENT, { 'if-none-match': before[1] ?? '' });
    expect(stale.status).toBe(200);
    const at = (time: string) => answerTag('r', 'q', new Date(time));
    expect(at('2026-01-01T00:10:00Z')).toBe(at('2026-01-01T00:50:00Z'));
    expect(at('2026-01-01T00:10:00Z')).not.toBe(at('2026-01-01T11:10:00Z'));
  });
});

describe('plain URLs for pages of other origins', () => {
  it('are open to all where nothing is said, also when asked beforehand', async () => {
    const answer = await server.get(DOCUMENT, { origin: 'https://example.org' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toContain('etag');
    const preflight = await fetch(`${server.server.url}${DOCUMENT}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ]);
  });

  it('are open to the origins of a list alone, or to none', async () => {
    const listed = await openServer({ cors: ['https://example.org'] });
    const from = async (origin: string) => {
      const { headers } = await listed.get(DOCUMENT, { origin });
      return [headers.get('access-control-allow-origin'), /origin/i.test(headers.get('vary') ?? '')];
    };
    expect(await from('https://example.org')).toEqual(['https://example.org', true]);
    expect(await from('https://evil.example')).toEqual([null, true]);
    await listed.close();
    const closed = await openServer({ cors: [] });
    const answer = await closed.get(DOCUMENT, { origin: 'https://example.org' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    await closed.close();
  });
});
