// biome-ignore-all lint/style/noNonNullAssertion: where a test finds nothing it is to fail at once
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NODE_KINDS, type NodeKind } from '../../src/model/graph.ts';
import type { Store } from '../../src/store/store.ts';
import { makeWorld } from './builder.ts';
import { ROOT } from './make-file.ts';
import { fill, type MakePlace, type Place } from './place.ts';

const SMALL = { releases: 20, events: 60, countries: 4, ministers: 4, portfolios: 4, officials: 4 };

/** The change log of every engine: what a mirror that follows it has. */
export function describeChanges(make: MakePlace): void {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await make();
    store = await place.open({ create: true });
  });
  afterEach(() => place.remove());

  /** A copy of all nodes by kind and id, kept by following changes a few at a time. */
  function mirror() {
    const nodes = new Map<string, unknown>();
    let cursor: number | null = null;
    return {
      nodes,
      async follow(): Promise<number> {
        let seen = 0;
        for (;;) {
          const page = await store.view.changes(cursor, 7);
          for (const { kind, id, action } of page.changes) {
            const [node] = action === 'UPSERT' ? await store.view.nodes(kind, [id]) : [null];
            if (node) nodes.set(`${kind} ${id}`, node);
            else nodes.delete(`${kind} ${id}`);
            seen += 1;
          }
          cursor = page.cursor;
          if (!page.hasMore) return seen;
        }
      },
    };
  }

  async function allNodes(ids: Readonly<Record<NodeKind, readonly string[]>>): Promise<Map<string, unknown>> {
    const all = new Map<string, unknown>();
    for (const kind of NODE_KINDS) {
      const nodes = await store.view.nodes(kind, ids[kind]);
      for (const [position, node] of nodes.entries()) all.set(`${kind} ${ids[kind][position]}`, node);
    }
    return all;
  }

  const idsOf = ({ graph }: ReturnType<typeof makeWorld>) => {
    const of = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);
    return {
      release: of(graph.releases),
      minister: of(graph.ministers),
      country: of(graph.countries),
      portfolio: of(graph.portfolios),
      official: of(graph.officials),
      event: of(graph.events),
    };
  };

  describe('changes', () => {
    it('give a mirror the same nodes, from the beginning and after every step', async () => {
      const before = makeWorld(1, SMALL);
      const after = makeWorld(2, { ...SMALL, events: 40, ministers: 3 });
      const early = mirror();
      await fill(store, before);
      await early.follow();
      expect(early.nodes).toEqual(await allNodes(idsOf(before)));
      const gone = before.files.slice(0, 12).map(({ path }) => path);
      await store.writer.removeFiles(ROOT, gone);
      await early.follow();
      await store.writer.removeFiles(
        ROOT,
        before.files.map(({ path }) => path),
      );
      await fill(store, after);
      await early.follow();
      const late = mirror();
      await late.follow();
      const expected = await allNodes(idsOf(after));
      expect(early.nodes).toEqual(expected);
      expect(late.nodes).toEqual(expected);
    });

    it('name each node once, and only those that changed', async () => {
      const world = makeWorld(3, SMALL);
      await fill(store, world);
      const { cursor } = await store.view.changes(null, 10_000);
      await store.writer.replaceGraph(world.graph, 'v2');
      await store.writer.putFiles(world.files.map((file) => ({ ...file, version: 'v2' })));
      await store.writer.replaceGraph(world.graph, 'v2');
      expect(await store.view.changes(cursor, 10)).toEqual({ changes: [], cursor, hasMore: false });
      const [first, second, ...rest] = world.graph.events;
      const changed = { ...first!, summary: 'Another' };
      await store.writer.replaceGraph({ ...world.graph, events: [changed, ...rest] }, 'v3');
      const { changes } = await store.view.changes(cursor, 10);
      expect(changes.map(({ kind, id, action }) => `${kind} ${id} ${action}`).sort()).toEqual(
        [`event ${first!.id} UPSERT`, `event ${second!.id} DELETE`].sort(),
      );
      const all = await store.view.changes(null, 10_000);
      const names = all.changes.map(({ kind, id }) => `${kind} ${id}`);
      expect(new Set(names).size).toBe(names.length);
      expect(all.changes.map(({ sequence }) => sequence)).toEqual(
        all.changes.map(({ sequence }) => sequence).toSorted((a, b) => a - b),
      );
    });
  });
}
