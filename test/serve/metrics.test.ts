import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer, type TestServer } from './harness.ts';

describe('/metrics', () => {
  let site: TestServer;
  beforeAll(async () => {
    site = await openServer({ pools: () => [{ server: 'primary', busy: 1, idle: 2, waiting: 0 }] });
  });
  afterAll(() => site.close());

  const metrics = async (): Promise<string> => (await site.get('/metrics')).text();
  /** Operations and statuses that were counted, with how often. */
  const counted = async (): Promise<Readonly<Record<string, number>>> => {
    const line = /^beehive_graph_request_duration_seconds_count\{operation="(\w+)",status="(\d+)"\} (\d+)$/gm;
    return Object.fromEntries(
      [...(await metrics()).matchAll(line)].map(([, name, status, count]) => [
        `${name} ${status}`,
        Number(count),
      ]),
    );
  };

  it('is in the text format of Prometheus, of this moment, and says what Node itself does', async () => {
    const answer = await site.get('/metrics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    // Every line is a comment, or a name with labels and a number.
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.filter((line) => !/^[a-z_\d]+(\{.*\})? [-+\d.eNaInf]+$/.test(line))).toEqual([]);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds [\d.e-]+$/m);
    expect(text).toMatch(/^beehive_graph_store_up 1$/m);
    expect(text).toMatch(/^beehive_graph_revision \d+$/m);
    expect(text).toContain('beehive_graph_pool_connections{server="primary",state="idle"} 2');
    expect((await fetch(`${site.server.url}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('counts requests by the names of documents, however they come, and all others under one', async () => {
    await site.post('query EventsOverTheYears { statistics { events } }');
    await site.get('/q/the-latest-disasters.json');
    for (let number = 0; number < 3; number += 1)
      await site.post(`query Own${number} { statistics { events } }`);
    await site.post('{ statistics { events } }');
    await site.post('{ nonsense }');
    await site.get('/nowhere');
    await expect.poll(counted).toMatchObject({
      'EventsOverTheYears 200': 1,
      'TheLatestDisasters 200': 1,
      'other 200': 3,
      'none 400': 1,
      'none 404': 1,
    });
    expect(await metrics()).not.toContain('Own');
  });

  it('says that the store is down where it does not answer', async () => {
    const other = await openServer();
    await other.graph.store.close();
    const text = await (await other.get('/metrics')).text();
    expect(text).toMatch(/^beehive_graph_store_up 0$/m);
    expect(text).not.toMatch(/^beehive_graph_revision /m);
    await other.server.close();
  });
});
