import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATE_PRECISIONS } from '../../src/model/date.ts';
import { EVENT_STATUSES, EVENT_TYPES } from '../../src/model/event.ts';
import type { NodeKind } from '../../src/model/graph.ts';
import type { EventFilter, ReleaseFilter } from '../../src/store/filters.ts';
import type { Store } from '../../src/store/store.ts';
import { eventKeys, ministerKeys, releaseKeys } from './naive.ts';
import { FIRST_PAGE, fill, type MakePlace, type Place, WORLD } from './place.ts';
import { walk } from './walk.ts';

const { graph } = WORLD;
const RUNS = { numRuns: 100, seed: 1 };

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

const WORDS = fc.constantFrom('hanoi', '"trade talks"', 'budg*', 'maori -visits', '-cafe -trade', '...');
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
  text: WORDS,
  allMinisters: MINISTERS,
  notCountries: COUNTRIES,
  notMinisters: MINISTERS,
  notOfficials: OFFICIALS,
  notPortfolios: PORTFOLIOS,
  notTypes: fc.subarray([...EVENT_TYPES]),
  reportedFrom: DAY,
  reportedTo: DAY,
  asOf: DAY,
  upcoming: fc.boolean(),
  unreported: fc.boolean(),
}).map(({ upcoming, unreported, ...filter }): EventFilter => {
  // These two need a day on which they are to hold.
  if (filter.asOf === undefined) return filter;
  return {
    ...filter,
    ...(upcoming === undefined ? {} : { upcoming }),
    ...(unreported === undefined ? {} : { unreported }),
  };
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

/** Pages of every list against what looking at everything gives, for filters drawn at random. */
export function describePages(make: MakePlace): void {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await make();
    store = await place.open({ create: true });
    await fill(store, WORLD);
  });
  afterAll(() => place.remove());

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
    }, 120_000);

    it('give events as known on a day', async () => {
      const days = fc.constantFrom('2003-01-01', '2009-06-30', '2014-12-31', '2030-01-01');
      const known = fc.record(
        {
          statuses: fc.subarray([...EVENT_STATUSES], { minLength: 1 }),
          upcoming: fc.boolean(),
          unreported: fc.boolean(),
          countries: COUNTRIES,
          reportedFrom: days,
        },
        { requiredKeys: [] },
      );
      const order = { by: 'DATE', descending: true } as const;
      await fc.assert(
        fc.asyncProperty(known, days, async (rest, asOf) => {
          const filter = { ...rest, asOf };
          const keys = await walk((page) => store.view.page('event', filter, order, page), 40, false);
          expect(keys).toEqual(eventKeys(WORLD, filter, true));
        }),
        RUNS,
      );
      const upcoming = eventKeys(WORLD, { asOf: '2009-06-30', upcoming: true }, true);
      const unreported = eventKeys(WORLD, { asOf: '2009-06-30', unreported: true }, true);
      expect(Math.min(upcoming.length, unreported.length)).toBeGreaterThan(2);
      await expect(store.view.page('event', { upcoming: true }, order, FIRST_PAGE)).rejects.toThrow(
        RangeError,
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
  });
}
