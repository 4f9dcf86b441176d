import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type TestGraph } from './harness.ts';
import { GRAPH, MEETING_ID } from './world.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.store.close());

interface Changes {
  readonly cursor: string;
  readonly hasMore: boolean;
  readonly changes: readonly {
    readonly cursor: string;
    readonly action: string;
    readonly kind: string;
    readonly nodeId: string;
    readonly node: { readonly id: string } | null;
  }[];
}

async function changes(since: string | null, first: number): Promise<Changes> {
  const query = `query ($since: String, $first: Int!) { changes(since: $since, first: $first) {
    cursor hasMore changes { cursor action kind nodeId node { id } } } }`;
  return (await graph.data<{ changes: Changes }>(query, { since, first })).changes;
}

async function allSince(since: string | null): Promise<Changes['changes']> {
  const found: Changes['changes'][number][] = [];
  for (let cursor = since; ; ) {
    const page = await changes(cursor, 3);
    found.push(...page.changes);
    cursor = page.cursor;
    if (!page.hasMore) return found;
  }
}

describe('changes', () => {
  it('gives every node from the beginning, each once and as it is', async () => {
    const all = await allSince(null);
    const nodes = GRAPH.releases.length + GRAPH.ministers.length + GRAPH.countries.length;
    const others = GRAPH.portfolios.length + GRAPH.officials.length + GRAPH.events.length;
    expect(new Set(all.map(({ nodeId }) => nodeId)).size).toBe(nodes + others);
    expect(all.map(({ action, node, nodeId }) => [action, node?.id === nodeId])).toEqual(
      all.map(() => ['UPSERT', true]),
    );
  });

  it('gives after a cursor only what came later, and nothing where nothing did', async () => {
    const { cursor } = await changes(null, 1000);
    expect(await changes(cursor, 10)).toEqual({ cursor, hasMore: false, changes: [] });
    const events = GRAPH.events.filter(({ id }) => id !== MEETING_ID);
    await graph.store.writer.replaceGraph({ ...GRAPH, events }, 'test 2');
    const later = await allSince(cursor);
    expect(later.map(({ action, kind, nodeId, node }) => [action, kind, nodeId, node])).toContainEqual([
      'DELETE',
      'EVENT',
      Buffer.from(`Event:${MEETING_ID}`).toString('base64url'),
      null,
    ]);
    expect(later.length).toBeLessThan(5);
  });
});
