// biome-ignore-all lint/style/noNonNullAssertion: where a test finds nothing it is to fail at once
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/model/date.ts';
import type { NamedRef } from '../../src/store/node-types.ts';
import type { Store } from '../../src/store/store.ts';
import { makeWorld } from './builder.ts';
import { countEvents } from './naive-analytics.ts';
import { countWays, hopsBetween, joins, namedRefs } from './naive-graph.ts';
import { fill, type MakePlace, type Place } from './place.ts';

/** Sparse, so that some nodes are several hops apart and some not joined at all. */
const WORLD = makeWorld(7, {
  ...{ releases: 60, events: 60, mentionsPerRelease: 0 },
  ...{ countries: 25, ministers: 20, portfolios: 12, officials: 25 },
});
const { graph } = WORLD;

/** What every engine tells of how nodes are joined. */
export function describeGraph(make: MakePlace): void {
  let place: Place;
  let store: Store;
  const statements: string[] = [];
  beforeAll(async () => {
    place = await make();
    store = await place.open({ create: true, onStatement: (sql) => statements.push(sql) });
    await fill(store, WORLD);
  });
  afterAll(() => place.remove());

  describe('relationship', () => {
    it('sums up the dealings with a country', async () => {
      const today = '2012-06-30';
      for (const { id } of graph.countries) {
        const relationship = (await store.view.relationship(id, today))!;
        const events = graph.events.filter(({ countries }) => countries.includes(id));
        const past = events
          .filter(({ date, status }) => date && date.earliest <= today && status !== 'CANCELLED')
          .sort((a, b) => (`${a.date!.earliest} ${a.id}` < `${b.date!.earliest} ${b.id}` ? -1 : 1));
        expect(relationship).toMatchObject({
          countryId: id,
          eventCount: events.length,
          undatedCount: events.filter(({ date }) => !date).length,
          types: countEvents(events, ['TYPE']).map(({ keys, count }) => ({ type: keys[0], count })),
        });
        expect(relationship.first?.id).toBe(past[0]?.id);
        expect(relationship.last?.id).toBe(past.at(-1)?.id);
        expect(relationship.years.reduce((sum, { count }) => sum + count, 0)).toBe(
          events.length - relationship.undatedCount,
        );
        expect(relationship.ministers).toEqual(
          countEvents(events, ['MINISTER'])
            .slice(0, 10)
            .map(({ keys, count }) => ({ id: keys[0], eventCount: count })),
        );
        const upcoming = events
          .filter(({ status, date }) => status === 'PLANNED' && (!date || date.latest > today))
          .map((event) => event.id);
        expect(relationship.upcoming.map((event) => event.id).sort()).toEqual(upcoming.sort());
        const gap = relationship.longestGap;
        const gaps = past.flatMap(({ date }) => {
          const before = past.filter((other) => other.date!.earliest < date!.earliest);
          const ends = before.map((other) => other.date!.latest).sort();
          return ends.length > 0 ? dayNumber(date!.earliest) - dayNumber(ends.at(-1)!) - 1 : [];
        });
        expect(gap?.days ?? 0).toBe(Math.max(0, ...gaps));
        if (gap) {
          expect(gap.days).toBe(dayNumber(gap.after.date!.earliest) - dayNumber(gap.before.date!.latest) - 1);
        }
      }
      expect(await store.view.relationship('nobody', today)).toBeNull();
    });
  });

  describe('paths', () => {
    it('are as short as can be, each hop with what shows it', async () => {
      const refs = namedRefs(graph);
      const lengths = new Set<number | null>();
      for (const [position, from] of refs.entries()) {
        const to = refs[(position * 7 + 3) % refs.length]!;
        if (from.kind === to.kind && from.id === to.id) continue;
        const distance = hopsBetween(graph, from, to);
        const { paths, cutOff } = await store.view.paths(from, to, 4, 5);
        expect(cutOff).toBe(false);
        if (distance === null || distance > 4) {
          expect(paths).toEqual([]);
          lengths.add(null);
          continue;
        }
        lengths.add(distance);
        expect(paths.length).toBeGreaterThan(0);
        expect(paths[0]!.length).toBe(distance);
        const longer = paths.map((path) => path.length);
        expect(longer).toEqual(longer.toSorted((a, b) => a - b));
        for (const path of paths) {
          expect(
            new Set([from, ...path.map((hop) => hop.to)].map(({ kind, id }) => `${kind} ${id}`)).size,
          ).toBe(path.length + 1);
          expect([path[0]!.from, path.at(-1)!.to]).toEqual([from, to]);
          for (const hop of path) expect(joins(graph, hop)).toBe(true);
        }
        const expected = await store.view.paths(from, to, distance, 5);
        expect(expected.paths).toEqual(paths.filter((path) => path.length === distance));
      }
      expect([...lengths]).toEqual(expect.arrayContaining([null, 1, 2, 3]));
    });

    it('are all there are, the shortest first, until there are as many as asked for', async () => {
      const refs = namedRefs(graph);
      const counted = new Set<number>();
      for (const [position, from] of refs.entries()) {
        const to = refs[(position * 5 + 11) % refs.length]!;
        if (from.kind === to.kind && from.id === to.id) continue;
        for (const maxHops of [2, 3, 4]) {
          const { paths } = await store.view.paths(from, to, maxHops, 50);
          const found = Map.groupBy(paths, (path) => path.length);
          let left = 50;
          for (let hops = 1; hops <= maxHops; hops += 1) {
            const ways = countWays(graph, from, to, hops);
            expect(found.get(hops)?.length ?? 0).toBe(Math.min(ways, left));
            left -= Math.min(ways, left);
            if (ways > 0) counted.add(hops);
          }
        }
      }
      expect([...counted].sort()).toEqual([1, 2, 3, 4]);
    });

    it('go through rarer nodes first, and there are at most as many as asked for', async () => {
      const figures = new Map(
        [...graph.countries, ...graph.ministers, ...graph.portfolios, ...graph.officials].map((node) => [
          node.id,
          node.eventCount + node.releaseCount,
        ]),
      );
      const refs = namedRefs(graph);
      let several = 0;
      for (const from of refs.slice(0, 20)) {
        for (const to of refs.slice(-40)) {
          const { paths } = await store.view.paths(from, to, 2, 50);
          const longer = paths.filter((path) => path.length === 2);
          if (longer.length < 2) continue;
          several += 1;
          const costs = longer.map((path) => figures.get(path[0]!.to.id)!);
          expect(costs).toEqual(costs.toSorted((a, b) => a - b));
          expect((await store.view.paths(from, to, 2, 2)).paths).toEqual(paths.slice(0, 2));
        }
      }
      expect(several).toBeGreaterThan(3);
    });

    it('end at the same node, at none, or at bounds', async () => {
      const c1 = { kind: 'country', id: 'c1' } as const;
      const nobody = { kind: 'minister', id: 'nobody' } as const;
      expect(await store.view.paths(c1, c1, 4, 5)).toEqual({ paths: [], cutOff: false });
      expect(await store.view.paths(c1, nobody, 4, 5)).toEqual({ paths: [], cutOff: false });
      await expect(store.view.paths(c1, nobody, 5, 5)).rejects.toThrow(RangeError);
      statements.length = 0;
      await store.view.paths(c1, { kind: 'official', id: 'o1' }, 4, 5);
      expect(statements.length).toBeLessThanOrEqual(6);
    });
  });

  describe('neighbourhood', () => {
    it('is the heaviest neighbours, theirs, and all edges among them', async () => {
      const name = ({ kind, id }: NamedRef) => `${kind} ${id}`;
      for (const depth of [1, 2] as const) {
        const found = (await store.view.neighbourhood({ kind: 'country', id: 'c1' }, depth, 12))!;
        expect(found.nodes[0]).toMatchObject({ id: 'c1', name: 'Countrý c1', depth: 0 });
        expect(found.nodes.length).toBeLessThanOrEqual(13);
        expect(Math.max(...found.nodes.map((node) => node.depth))).toBe(depth);
        const expected: string[] = [];
        for (const [at, a] of found.nodes.entries()) {
          for (const b of found.nodes.slice(at + 1)) {
            if (hopsBetween(graph, a, b) === 1) expected.push([name(a), name(b)].sort().join(' - '));
          }
        }
        const edges = found.edges.map(({ a, b }) => `${name(a)} - ${name(b)}`);
        expect(edges.toSorted()).toEqual(expected.sort());
        const weights = found.edges.map((edge) => edge.eventCount * 1000 + edge.releaseCount);
        expect(weights).toEqual(weights.toSorted((x, y) => y - x));
        statements.length = 0;
        await store.view.neighbourhood({ kind: 'country', id: 'c1' }, depth, 12);
        expect(statements.length).toBe(depth + 2);
      }
      expect(await store.view.neighbourhood({ kind: 'country', id: 'nobody' }, 1, 10)).toBeNull();
    });
  });
}
