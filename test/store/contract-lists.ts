// biome-ignore-all lint/style/noNonNullAssertion: where a test finds nothing it is to fail at once
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eventKeys } from './naive.ts';
import { FIRST_PAGE, fill, type MakePlace, type Place, WORLD } from './place.ts';
import { walk } from './walk.ts';

const { graph, files } = WORLD;

/** What every engine lists beside plain pages: between cursors, by text, neighbours and problems. */
export function describeLists(make: MakePlace): void {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await make();
    store = await place.open({ create: true });
    await fill(store, WORLD);
  });
  afterAll(() => place.remove());

  describe('lists', () => {
    it('begin after a cursor and end before another', async () => {
      const order = { by: 'DATE', descending: true } as const;
      const all = eventKeys(WORLD, {}, true);
      const page = await store.view.page('event', {}, order, {
        ...FIRST_PAGE,
        limit: 100,
        after: all[10]!,
        before: all[15]!,
      });
      expect(page.rows.map(({ key }) => key)).toEqual(all.slice(11, 15));
      expect(page).toMatchObject({ hasNextPage: false, hasPreviousPage: true, totalCount: null });
    });

    it('find releases by words, phrases and beginnings, whatever their case and macrons', async () => {
      const order = { by: 'DATE', descending: true } as const;
      const releases = files.map(({ release }) => release!);
      const ids = async (text: string) => {
        const page = await store.view.page('release', { text }, order, { ...FIRST_PAGE, limit: 100 });
        return page.rows.map(({ key }) => key[1]).sort();
      };
      const having = (pattern: RegExp) =>
        releases
          .filter(({ text }) => pattern.test(text))
          .map(({ id }) => id)
          .sort()
          .slice(0);
      for (const [query, pattern] of [
        ['"title of 17"', /Title of 17\n/],
        ['"MAORI trade talks"', /Māori trade talks/],
        ['"cafe budg', /café budget budg /],
        [
          '"signs hanoi budget" "Hanoi visits māori"',
          /signs Hanoi budget.*Hanoi visits Māori|Hanoi visits Māori.*signs Hanoi budget/,
        ],
        ['17', /Title of 17\n/],
        ['") AND title: NEAR(', /^never$/],
      ] as const) {
        expect(await ids(query), query).toEqual(having(pattern));
      }
      expect((await ids('titl*')).length).toBe(Math.min(100, having(/^Title/).length));
      expect(await ids('titl')).toEqual([]);
    });

    it('list neighbours, most joined first, and for a release the nodes that it names', async () => {
      const [page] = await store.view.neighboursOf({ kind: 'country', ids: ['c1'] }, 'minister', FIRST_PAGE);
      const expected = graph.ministers
        .map(({ id }) => {
          const releases = graph.releases.filter(
            (link) =>
              link.countries.some((country) => country.id === 'c1') &&
              [...link.signers, ...link.named].includes(id),
          );
          const days = releases
            .flatMap((link) => files.find(({ release }) => release?.id === link.id)?.release?.date ?? [])
            .sort();
          const events = graph.events.filter(
            (event) => event.countries.includes('c1') && event.ministers.includes(id),
          );
          return {
            id,
            eventCount: events.length,
            releaseCount: releases.length,
            first: days[0] ?? null,
            last: days.at(-1) ?? null,
          };
        })
        .filter(({ eventCount, releaseCount }) => eventCount + releaseCount > 0)
        .sort(
          (a, b) => b.eventCount - a.eventCount || b.releaseCount - a.releaseCount || (a.id < b.id ? 1 : -1),
        );
      expect(page!.rows.map(({ node: { node, ...figures } }) => ({ id: node.id, ...figures }))).toEqual(
        expected,
      );

      const [m1] = await store.view.neighboursOf({ kind: 'country', ids: ['c1'] }, 'minister', FIRST_PAGE, {
        name: graph.ministers[0]!.name,
      });
      const called = graph.ministers.filter(({ name, aliases }) =>
        [name, ...aliases].some((form) => form.includes(graph.ministers[0]!.name)),
      );
      expect(m1!.rows.map(({ key }) => key[1]).sort()).toEqual(
        called.map(({ id }) => id).filter((id) => expected.some((row) => row.id === id)),
      );

      const link = graph.releases.find(({ countries }) => countries.length > 1)!;
      const [named] = await store.view.neighboursOf(
        { kind: 'release', ids: [link.id] },
        'country',
        FIRST_PAGE,
      );
      expect(named!.rows.map(({ key }) => key[1]).sort()).toEqual(link.countries.map(({ id }) => id));

      const parent = { kind: 'country', ids: ['c1'] } as const;
      const keys = await walk(
        async (request) => {
          const [one] = await store.view.neighboursOf(parent, 'minister', request);
          return { ...one!, rows: one!.rows.map(({ key, node }) => ({ key, node: node.node })) };
        },
        2,
        true,
      );
      expect(keys.map(([, id]) => id)).toEqual(expected.map(({ id }) => id));
    });

    it('list problems by file, and those of one code', async () => {
      const all = await store.view.problems(null, { ...FIRST_PAGE, limit: 100, total: true });
      const problems = [...files.flatMap((file) => file.problems), ...graph.problems];
      expect(all.totalCount).toBe(problems.length);
      expect(all.rows.map(({ node }) => node.file)).toEqual(problems.map(({ file }) => file).sort());
      const some = await store.view.problems('BODY_EMPTY', { ...FIRST_PAGE, limit: 100 });
      expect(some.rows.length).toBe(problems.length - 1);
      for (const { node } of some.rows) {
        expect(node.releaseId).toBe(files.find(({ path }) => path === node.file)?.release?.id);
      }
    });
  });
}
