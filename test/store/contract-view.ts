// biome-ignore-all lint/style/noNonNullAssertion: where a test finds nothing it is to fail at once
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATE_PRECISIONS } from '../../src/model/date.ts';
import { EVENT_STATUSES, EVENT_TYPES } from '../../src/model/event.ts';
import type { NodeKind } from '../../src/model/graph.ts';
import type { EventFilter, Page, PageRequest, ReleaseFilter, SortKey, Store } from '../../src/store/store.ts';
import { makeWorld } from './builder.ts';
import { eventKeys, ministerKeys, releaseKeys } from './naive.ts';
import { FIRST_PAGE, fill, type MakePlace, type Place } from './place.ts';

const WORLD = makeWorld(42, {
  releases: 120,
  events: 300,
  countries: 5,
  ministers: 6,
  portfolios: 5,
  officials: 4,
});
const { graph, files } = WORLD;
const RUNS = { numRuns: 60, seed: 1 };

const subset = (ids: readonly string[]) => fc.subarray([...ids, 'nobody'], { maxLength: 3 });
const COUNTRIES = subset(graph.countries.map(({ id }) => id));
const MINISTERS = subset(graph.ministers.map(({ id }) => id));
const PORTFOLIOS = subset(graph.portfolios.map(({ id }) => id));
const OFFICIALS = subset(graph.officials.map(({ id }) => id));
const DAY = fc.constantFrom('2000-01-01', '2005-05-14', '2010-12-03', '2019-06-30');

/** Objects with some of the fields: few, for with many nothing is left to find. */
function some<T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  const names = Object.keys(fields) as (keyof T)[];
  return fc
    .subarray(names, { maxLength: 3 })
    .chain((kept) => fc.record(Object.fromEntries(kept.map((name) => [name, fields[name]])) as never));
}

const EVENT_FILTER = some<Required<EventFilter>>({
  countries: COUNTRIES,
  allCountries: COUNTRIES,
  ministers: MINISTERS,
  portfolios: PORTFOLIOS,
  officials: OFFICIALS,
  types: fc.subarray([...EVENT_TYPES]),
  statuses: fc.subarray([...EVENT_STATUSES]),
  precisions: fc.subarray([...DATE_PRECISIONS]),
  from: DAY,
  to: DAY,
  certainly: fc.boolean(),
  headline: fc.boolean(),
});
const RELEASE_FILTER = some<Required<Omit<ReleaseFilter, 'text'>>>({
  countries: COUNTRIES,
  ministers: MINISTERS,
  portfolios: PORTFOLIOS,
  officials: OFFICIALS,
  from: DAY,
  to: DAY,
  duplicates: fc.boolean(),
});
const LIMIT = fc.constantFrom(1, 7, 40, 100);

/** Walks a list page by page from one end to the other, checking what each page says of its sides. */
async function walk(
  fetch: (page: PageRequest) => Promise<Page<{ readonly id: string }>>,
  limit: number,
  backward: boolean,
): Promise<SortKey[]> {
  const keys: SortKey[] = [];
  let cursor: SortKey | null = null;
  for (let number = 0; ; number += 1) {
    const after: SortKey | null = backward ? null : cursor;
    const before: SortKey | null = backward ? cursor : null;
    const page: Page<{ readonly id: string }> = await fetch({ limit, backward, after, before, total: true });
    for (const { node, key } of page.rows) expect(key[1]).toBe(node.id);
    const found = page.rows.map(({ key }) => key);
    keys[backward ? 'unshift' : 'push'](...found);
    expect(backward ? page.hasNextPage : page.hasPreviousPage).toBe(number > 0);
    if (!(backward ? page.hasPreviousPage : page.hasNextPage)) {
      expect(page.totalCount).toBe(keys.length);
      return keys;
    }
    expect(found.length).toBe(limit);
    cursor = (backward ? found[0] : found.at(-1)) ?? null;
  }
}

/** What every engine's reading side does. */
export function describeView(make: MakePlace): void {
  let place: Place;
  let store: Store;
  const statements: string[] = [];
  beforeAll(async () => {
    place = await make();
    store = await place.open({ create: true, onStatement: (sql) => statements.push(sql) });
    await fill(store, WORLD);
  });
  afterAll(() => place.remove());

  describe('nodes', () => {
    it('gives every node as it was written, in the order of the ids, null where there is none', async () => {
      const lists = {
        minister: graph.ministers,
        country: graph.countries,
        portfolio: graph.portfolios,
        official: graph.officials,
        event: graph.events.map(({ evidence: _, ...event }) => event),
      };
      for (const kind of ['minister', 'country', 'portfolio', 'official', 'event'] as const) {
        const nodes = [...lists[kind]].reverse();
        const ids = ['nobody', ...nodes.map(({ id }) => id)];
        expect(await store.view.nodes(kind, ids)).toEqual([null, ...nodes]);
      }
    });

    it('gives releases with what they say and what linking made of it', async () => {
      const nodes = await store.view.nodes(
        'release',
        graph.releases.map(({ id }) => id),
      );
      for (const [position, link] of graph.releases.entries()) {
        const release = files.find((file) => file.release?.id === link.id)!.release!;
        const { id, title, date, url, path, hash, attachments } = release;
        const { duplicateOf, portfolios, signers } = link;
        expect(nodes[position]).toEqual({
          ...{ id, title, date, url, path, hash, attachments, duplicateOf, portfolios, signers },
          signedMinisters: release.ministers,
          signedPortfolios: release.portfolios,
        });
      }
    });

    it('gives the event that a merged one became', async () => {
      const { from, to } = graph.redirects[1]!;
      const [merged, event] = await store.view.nodes('event', [from, to]);
      expect(merged).toEqual(event);
      const [evidence, direct] = await store.view.evidenceOf([from, to]);
      expect(evidence).toEqual(direct);
    });

    it('gives evidence, mentions, terms and texts of each', async () => {
      const events = graph.events.map(({ id }) => id);
      expect(await store.view.evidenceOf(['none', ...events])).toEqual([
        [],
        ...graph.events.map(({ evidence }) => evidence),
      ]);
      const releases = graph.releases.map(({ id }) => id);
      expect(await store.view.mentionsOf(['none', ...releases])).toEqual([
        [],
        ...graph.releases.map(({ mentions }) => mentions),
      ]);
      const texts = await store.view.textsOf(['none', files[0]!.release!.id]);
      expect(texts).toEqual([null, { text: files[0]!.release!.text, body: files[0]!.release!.body }]);
      for (const kind of ['minister', 'portfolio'] as const) {
        const ids = (kind === 'minister' ? graph.ministers : graph.portfolios).map(({ id }) => id);
        const terms = await store.view.termsOf({ kind, ids });
        expect(terms.flat().length).toBe(graph.terms.length);
        for (const [position, list] of terms.entries()) {
          expect(list.map(({ first }) => first)).toEqual(list.map(({ first }) => first).sort());
          for (const term of list) {
            expect(term[`${kind}Id`]).toBe(ids[position]);
            expect(graph.terms).toContainEqual(term);
          }
        }
      }
    });

    it('holds the names in memory while the revision stays', async () => {
      const names = await store.view.names();
      expect(names).toEqual({
        countries: graph.countries,
        ministers: graph.ministers,
        portfolios: graph.portfolios,
      });
      expect(await store.view.names()).toBe(names);
    });

    it('counts everything', async () => {
      expect(await store.view.counts()).toEqual({
        nodes: { release: 120, minister: 6, country: 5, portfolio: 5, official: 4, event: 300 },
        evidence: graph.events.flatMap(({ evidence }) => evidence).length,
        mentions: graph.releases.flatMap(({ mentions }) => mentions).length,
        terms: graph.terms.length,
        problems: {
          BODY_EMPTY: files.flatMap(({ problems }) => problems).length,
          SIGNER_NOT_A_PERSON: 1,
        },
      });
    });
  });

  describe('pages', () => {
    it('give, one after another, exactly the events that match', async () => {
      await fc.assert(
        fc.asyncProperty(
          EVENT_FILTER,
          fc.boolean(),
          fc.boolean(),
          LIMIT,
          async (filter, descending, backward, limit) => {
            const order = { by: 'DATE', descending } as const;
            const keys = await walk((page) => store.view.page('event', filter, order, page), limit, backward);
            expect(keys).toEqual(eventKeys(WORLD, filter, descending));
          },
        ),
        RUNS,
      );
    });

    it('give, one after another, exactly the releases that match', async () => {
      await fc.assert(
        fc.asyncProperty(
          RELEASE_FILTER,
          fc.boolean(),
          fc.boolean(),
          LIMIT,
          async (filter, descending, backward, limit) => {
            const order = { by: 'DATE', descending } as const;
            const keys = await walk(
              (page) => store.view.page('release', filter, order, page),
              limit,
              backward,
            );
            expect(keys).toEqual(releaseKeys(WORLD, filter, descending));
          },
        ),
        RUNS,
      );
    });

    it('give ministers by name or number of events', async () => {
      for (const by of ['NAME', 'EVENTS'] as const) {
        for (const descending of [true, false]) {
          for (const filter of [{}, { name: 'm3' }, { portfolios: ['p1', 'p2'] }, { on: '2009-01-01' }]) {
            const order = { by, descending };
            const keys = await walk(
              (page) => store.view.page('minister', filter, order, page),
              2,
              !descending,
            );
            expect(keys).toEqual(ministerKeys(graph, filter, by, descending));
          }
        }
      }
    });

    it('of many parents are those of each parent alone', async () => {
      const parents: readonly [NodeKind, readonly string[]][] = [
        ['country', graph.countries.map(({ id }) => id)],
        ['minister', graph.ministers.map(({ id }) => id)],
        ['portfolio', graph.portfolios.map(({ id }) => id)],
        ['official', graph.officials.map(({ id }) => id)],
      ];
      const of = (kind: 'event' | 'release', ids: readonly string[]) =>
        fc.constantFrom(...parents, [kind === 'event' ? 'release' : 'event', ids] as const);
      const releases = graph.releases.map(({ id }) => id).slice(0, 30);
      const events = graph.events.map(({ id }) => id).slice(0, 30);
      await fc.assert(
        fc.asyncProperty(
          of('event', releases),
          EVENT_FILTER,
          of('release', events),
          RELEASE_FILTER,
          fc.boolean(),
          fc.boolean(),
          async (
            [eventParent, eventIds],
            eventFilter,
            [releaseParent, releaseIds],
            releaseFilter,
            descending,
            backward,
          ) => {
            const order = { by: 'DATE', descending } as const;
            const page = { ...FIRST_PAGE, limit: 5, backward, total: true };
            const lists = [
              {
                pages: await store.view.pagesOf(
                  { kind: eventParent, ids: eventIds },
                  'event',
                  eventFilter,
                  order,
                  page,
                ),
                keys: eventIds.map((id) =>
                  eventKeys(WORLD, eventFilter, descending, { kind: eventParent, id }),
                ),
              },
              {
                pages: await store.view.pagesOf(
                  { kind: releaseParent, ids: releaseIds },
                  'release',
                  releaseFilter,
                  order,
                  page,
                ),
                keys: releaseIds.map((id) =>
                  releaseKeys(WORLD, releaseFilter, descending, { kind: releaseParent, id }),
                ),
              },
            ];
            for (const { pages, keys } of lists) {
              expect(pages.map(({ rows }) => rows.map(({ key }) => key))).toEqual(
                keys.map((all) => (backward ? all.slice(-5) : all.slice(0, 5))),
              );
              expect(pages.map(({ totalCount }) => totalCount)).toEqual(keys.map(({ length }) => length));
            }
          },
        ),
        RUNS,
      );
    });

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

  describe('statements', () => {
    const order = { by: 'DATE', descending: true } as const;
    const page = { ...FIRST_PAGE, total: true };
    const many = Array.from({ length: 100 }, (_, position) => `c${position % 5}`);
    const releases = graph.releases.map(({ id }) => id).slice(0, 100);
    const events = graph.events.map(({ id }) => id).slice(0, 100);
    const calls: Readonly<Record<string, (count: number) => Promise<unknown>>> = {
      'nodes: 1': (count) => store.view.nodes('release', releases.slice(0, count)),
      'evidenceOf: 1': (count) => store.view.evidenceOf(events.slice(0, count)),
      'mentionsOf: 1': (count) => store.view.mentionsOf(releases.slice(0, count)),
      'textsOf: 1': (count) => store.view.textsOf(releases.slice(0, count)),
      'termsOf: 1': (count) => store.view.termsOf({ kind: 'minister', ids: many.slice(0, count) }),
      'pagesOf: 2': (count) =>
        store.view.pagesOf(
          { kind: 'country', ids: many.slice(0, count) },
          'event',
          { statuses: ['OCCURRED', 'PLANNED', 'ONGOING'], from: '2001-01-01' },
          order,
          { ...page, after: ['2018-01-01', 'x'] },
        ),
      'neighboursOf: 2': (count) =>
        store.view.neighboursOf({ kind: 'country', ids: many.slice(0, count) }, 'minister', page),
      'neighboursOf release: 2': (count) =>
        store.view.neighboursOf({ kind: 'release', ids: releases.slice(0, count) }, 'minister', page),
    };
    it.each(Object.keys(calls))('%s for 5 as for 100', async (name) => {
      const expected = Number(name.split(': ')[1]);
      for (const count of [5, 100]) {
        statements.length = 0;
        await calls[name]!(count);
        expect(statements.length).toBe(expected);
      }
    });

    it('are none for no ids', async () => {
      statements.length = 0;
      await store.view.nodes('event', []);
      await store.view.pagesOf({ kind: 'country', ids: [] }, 'event', {}, order, page);
      await store.view.neighboursOf({ kind: 'country', ids: [] }, 'minister', page);
      expect(statements).toEqual([]);
    });
  });
}
