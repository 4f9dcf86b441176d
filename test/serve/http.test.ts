import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer({ maxBodyBytes: 20_000 });
});
afterAll(() => server.close());

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

const GOFF = '{ minister(slug: "phil-goff") { name } }';

describe('the server', () => {
  it('answers queries by POST and by GET', async () => {
    const posted = await server.post(GOFF);
    expect(posted.status).toBe(200);
    expect(await posted.json()).toEqual({ data: { minister: { name: 'Phil Goff' } } });
    const got = await server.get(`/graphql?query=${encodeURIComponent(GOFF)}`);
    expect(await got.json()).toEqual({ data: { minister: { name: 'Phil Goff' } } });
  });

  it('listens on this machine alone where no host is given', () => {
    expect(server.server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('leads from the front page to GraphiQL, and says where the API is elsewhere', async () => {
    const front = await server.get('/');
    expect([front.status, front.headers.get('location')]).toEqual([302, '/graphql']);
    const page = await server.get('/graphql', { accept: 'text/html' });
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
    expect(await page.text()).toContain('<title>beehive-graph</title>');
    const nowhere = await server.get('/nowhere');
    expect(nowhere.status).toBe(404);
    expect(await nowhere.json()).toEqual({ error: 'There is nothing at /nowhere; the API is at /graphql.' });
  });

  it('tells that it lives and that it is ready', async () => {
    expect(await (await server.get('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await server.get('/health/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      status: 'ready',
      revision: await server.graph.store.view.revision(),
    });
    const posted = await fetch(`${server.server.url}/health/ready`, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('takes up the request id that it is given, makes one else, and logs it', async () => {
    const given = await server.post(GOFF, { headers: { 'x-request-id': 'trace-7' } });
    expect(given.headers.get('x-request-id')).toBe('trace-7');
    const made = await server.post(GOFF, { headers: { 'x-request-id': 'a b <script>' } });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await expect
      .poll(() => server.lines.find(({ requestId, msg }) => requestId === 'trace-7' && msg === 'request'))
      .toMatchObject({ method: 'POST', path: '/graphql', status: 200, finished: true });
  });

  it('lets pages of any origin read answers, without credentials', async () => {
    const answer = await server.post(GOFF, { headers: { origin: 'https://example.org' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('vary') ?? '').not.toMatch(/origin/i);
    expect(answer.headers.get('access-control-expose-headers')).toContain('x-request-id');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    const preflight = await fetch(`${server.server.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, OPTIONS');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
  });

  it('refuses bodies over the limit with status 413', async () => {
    const answer = await server.post(`{ a: __typename } # ${'x'.repeat(30_000)}`);
    expect(answer.status).toBe(413);
  });

  it('refuses batches and changes', async () => {
    const batch = await fetch(`${server.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: GOFF }, { query: GOFF }]),
    });
    expect(batch.status).toBe(400);
    const mutation = await server.post('mutation { drop }');
    expect(mutation.status).toBe(400);
  });

  it('gives errors that the asker can act on a code, beside what could be answered', async () => {
    const answer = await server.post(
      '{ a: country(code: "Vietnm") { name } b: country(code: "AU") { name } }',
    );
    expect(answer.status).toBe(200);
    const { data, errors } = (await answer.json()) as Answer;
    expect(data).toEqual({ a: null, b: { name: 'Australia' } });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('did you mean "Vietnam"?'),
        extensions: { code: 'UNKNOWN_COUNTRY' },
      },
    ]);
  });

  it('tags answers to GET by the state of the graph and sends none twice', async () => {
    const path = `/graphql?query=${encodeURIComponent(GOFF)}`;
    const first = await server.get(path);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[0-9a-f]{24}"$/);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const second = await server.get(path, { 'if-none-match': tag });
    expect([second.status, await second.text()]).toEqual([304, '']);
    const other = await server.get(`/graphql?query=${encodeURIComponent('{ statistics { events } }')}`, {
      'if-none-match': tag,
    });
    expect(other.status).toBe(200);
    const faulty = await server.get(
      `/graphql?query=${encodeURIComponent('{ country(code: "x") { name } }')}`,
    );
    expect(faulty.headers.get('etag')).toBeNull();
  });
});

describe('a server with a list of origins', () => {
  it('lets only their pages read answers', async () => {
    const closed = await openServer({ cors: ['https://example.org', 'https://example.net'] });
    const from = async (origin: string) => {
      const { headers } = await closed.post(GOFF, { headers: { origin } });
      return [headers.get('access-control-allow-origin'), /origin/i.test(headers.get('vary') ?? '')];
    };
    expect(await from('https://example.org')).toEqual(['https://example.org', true]);
    expect(await from('https://evil.example')).toEqual([null, true]);
    // A page in a sandbox.
    expect(await from('null')).toEqual([null, true]);
    await closed.close();
  });
});
