import { rmSync } from 'node:fs';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../../src/graph/context.ts';
import { schema } from '../../src/graph/schema.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { loadDocuments } from '../../src/serve/documents.ts';
import { openStore } from '../../src/store/open.ts';
import { sampleFolder } from '../ingest/corpus.ts';
import { makeFullSize } from './full-size.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** Tables that grow with the corpus; the others are few rows, and reading all of them is right. */
const LARGE =
  /Seq Scan on (release|release_text|release_link|release_fts|release_edge|decomposition|event|event_key|event_fts|event_edge|event_step|evidence|neighbour|change|problem)\b/;

describe('over a store of the size of the whole corpus', () => {
  let server: PostgresServer;
  let url: string;
  const documents = loadDocuments();
  /** The statements of each named document. */
  const statements = new Map<string, ReadonlySet<string>>();
  beforeAll(async () => {
    const folder = sampleFolder();
    server = await startPostgres();
    url = await server.makeDatabase();
    let told = new Set<string>();
    const store = await openStore(url, { create: true, onStatement: (sql) => told.add(sql.trim()) });
    await ingest(store, [folder], { workers: 0 });
    for (const { name, query, variables } of documents) {
      told = new Set();
      const contextValue = createContext(store.view, () => new Date('2026-01-31T00:00:00Z'));
      const { errors } = await graphql({ schema, source: query, variableValues: variables, contextValue });
      expect(errors).toBeUndefined();
      statements.set(name, told);
    }
    await store.close();
    rmSync(folder, { recursive: true });
    await makeFullSize(server, url);
  });
  afterAll(() => server.remove());

  /** The plan for any values, on disks without moving parts or on the planner's own assumption of slow ones. */
  const planOf = async (sql: string, pageCost: number): Promise<string> => {
    const settings = `set random_page_cost = ${pageCost}`;
    const explained = await server.execute(url, `${settings}; explain (generic_plan) ${sql}`);
    const [, { rows }] = explained as unknown as [unknown, { rows: { 'QUERY PLAN': string }[] }];
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it('reads a large table whole where there is no index, and has the size that is said', async () => {
    const plan = await planOf('select id from event where summary = $1', 4);
    expect(plan).toMatch(LARGE);
    expect(Number(/cost=[\d.]+\.\.([\d.]+)/.exec(plan)?.[1])).toBeGreaterThan(5_000);
  });

  it.each(documents.map(({ name }) => name))('finds the rows of %s by indexes', async (name) => {
    const asked = statements.get(name) ?? new Set();
    expect(asked.size).toBeGreaterThan(0);
    const unindexed: string[] = [];
    for (const sql of asked) {
      for (const pageCost of [1.1, 4]) {
        const plan = await planOf(sql, pageCost);
        if (LARGE.test(plan)) unindexed.push(`${sql}\n${plan}`);
      }
    }
    expect(unindexed).toEqual([]);
  });
});
