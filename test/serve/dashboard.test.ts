import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer, type TestServer } from './harness.ts';

const ROOT = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

interface Target {
  readonly expr?: string;
  readonly url?: string;
  readonly root_selector?: string;
  readonly columns?: readonly { readonly selector: string }[];
}
interface Panel {
  readonly title: string;
  readonly datasource: { readonly uid: string; readonly type: string };
  readonly targets: readonly Target[];
}
const { panels } = JSON.parse(text('docker/grafana/dashboards/beehive-graph.json')) as {
  readonly panels: readonly Panel[];
};
const targets = panels.flatMap((panel) => panel.targets.map((target) => ({ ...target, title: panel.title })));

/** What a path like `data.events.edges` or `keys.0` leads to. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], value);
}

describe('the dashboard of the monitoring profile', () => {
  let site: TestServer;
  beforeAll(async () => {
    site = await openServer({ pools: () => [{ server: 'primary', busy: 0, idle: 0, waiting: 0 }] });
    await site.get('/health/ready');
  });
  afterAll(() => site.close());

  it('asks for metrics that the server has', async () => {
    await expect
      .poll(async () => (await site.get('/metrics')).text())
      .toContain('beehive_graph_request_duration_seconds_count');
    const metrics = await (await site.get('/metrics')).text();
    const wanted = targets.flatMap(({ expr }) => expr?.match(/\b(beehive_graph|nodejs|process)_\w+/g) ?? []);
    expect(wanted.length).toBeGreaterThan(5);
    for (const name of wanted) expect(metrics).toMatch(new RegExp(`^${name}[ {]`, 'm'));
  });

  it('reads documents that the server has, at places of their answers', async () => {
    const read = targets.filter(({ url }) => url !== undefined);
    expect(read.length).toBe(3);
    for (const { title, url = '', root_selector = '', columns = [] } of read) {
      const answer = await site.get(url.replace('http://app:4000', ''));
      expect(answer.status, title).toBe(200);
      const rows = at(await answer.json(), root_selector);
      expect(rows, title).toBeInstanceOf(Array);
      for (const row of rows as unknown[]) {
        for (const { selector } of columns) expect(at(row, selector), selector).not.toBeUndefined();
      }
    }
  });

  it('names data sources that are provisioned, and files that compose mounts are there', () => {
    const provisioned = load(text('docker/grafana/provisioning/datasources/datasources.yml')) as {
      readonly datasources: readonly { readonly uid: string; readonly type: string }[];
    };
    const known = provisioned.datasources.map(({ uid, type }) => `${uid} ${type}`);
    for (const { datasource } of panels) expect(known).toContain(`${datasource.uid} ${datasource.type}`);
    const mounted = text('docker-compose.yml').match(/\.\/docker\/[\w./-]+/g) ?? [];
    expect(mounted.length).toBe(5);
    for (const path of mounted) expect(existsSync(new URL(path, ROOT)), path).toBe(true);
    expect(load(text('docker/prometheus.yml'))).toMatchObject({
      scrape_configs: expect.arrayContaining([expect.objectContaining({ job_name: 'beehive-graph' })]),
    });
  });
});
