import { rmSync } from 'node:fs';
import { graphql } from 'graphql';
import { expect, it } from 'vitest';
import { createContext } from '../../src/graph/context.ts';
import { schema } from '../../src/graph/schema.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { loadDocuments } from '../../src/serve/documents.ts';
import { openStore } from '../../src/store/open.ts';
import { sampleFolder } from '../ingest/corpus.ts';
import { startPostgres } from './postgres-server.ts';

/** Tables that grow with the corpus; the others are few rows, and reading all of them is right. */
const LARGE =
  /Seq Scan on (release|release_text|release_link|release_fts|release_edge|decomposition|event|event_key|event_fts|event_edge|event_step|evidence|neighbour|change|problem)\b/;
/** The whole store is counted, which the front page asks for. */
const COUNTS = /^select 'node' as what/;

it('every statement of the named documents finds its rows by an index of Postgres', async () => {
  const folder = sampleFolder();
  const server = await startPostgres();
  const url = await server.makeDatabase();
  const statements = new Set<string>();
  const store = await openStore(url, { create: true, onStatement: (sql) => statements.add(sql.trim()) });
  await ingest(store, [folder], { workers: 0 });
  statements.clear();
  for (const { query, variables } of loadDocuments()) {
    const contextValue = createContext(store.view, () => new Date('2026-01-31T00:00:00Z'));
    const { errors } = await graphql({ schema, source: query, variableValues: variables, contextValue });
    expect(errors).toBeUndefined();
  }
  await store.close();
  expect(statements.size).toBeGreaterThan(30);
  // The sample is so small that reading a table whole is cheapest: where that is said to be dear and a plan has it all
  // the same, there is no index to read instead.
  const planOf = async (sql: string): Promise<string> => {
    const explained = await server.execute(url, `set enable_seqscan = off; explain (generic_plan) ${sql}`);
    const [, { rows }] = explained as unknown as [unknown, { rows: { 'QUERY PLAN': string }[] }];
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  expect(await planOf('select id from event where summary = $1')).toMatch(LARGE);
  const unindexed: string[] = [];
  for (const sql of statements) {
    const plan = COUNTS.test(sql) ? '' : await planOf(sql);
    if (LARGE.test(plan)) unindexed.push(`${sql}\n${plan}`);
  }
  expect(unindexed).toEqual([]);
  await server.remove();
  rmSync(folder, { recursive: true });
});
