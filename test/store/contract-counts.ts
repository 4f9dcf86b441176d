import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNT_KEYS, SERIES_GROUPS, SERIES_INTERVALS } from '../../src/store/analytics.ts';
import type { EventFilter } from '../../src/store/filters.ts';
import type { Store } from '../../src/store/store.ts';
import { eventKeys } from './naive.ts';
import { countEvents, seriesOf } from './naive-analytics.ts';
import { fill, type MakePlace, type Place, WORLD } from './place.ts';

const FILTERS: readonly EventFilter[] = [
  {},
  { countries: ['c1', 'c2'] },
  { allCountries: ['c1'], notMinisters: ['m1'] },
  { from: '2005-01-01', to: '2009-12-31' },
  { text: 'hanoi' },
  { reportedFrom: '2010-01-01', headline: true },
  { countries: ['nobody'] },
];

/** Counts and series of every engine against what counting one by one gives. */
export function describeCounts(make: MakePlace): void {
  let place: Place;
  let store: Store;
  const statements: string[] = [];
  beforeAll(async () => {
    place = await make();
    store = await place.open({ create: true, onStatement: (sql) => statements.push(sql) });
    await fill(store, WORLD);
  });
  afterAll(() => place.remove());

  const matching = (filter: EventFilter) => {
    const ids = new Set(eventKeys(WORLD, filter, true).map(([, id]) => id));
    return WORLD.graph.events.filter(({ id }) => ids.has(id));
  };

  describe('counts', () => {
    it('of events by any one or two keys, for all events and for some', async () => {
      for (const filter of FILTERS) {
        const events = matching(filter);
        for (const first of COUNT_KEYS) {
          for (const second of [null, ...COUNT_KEYS]) {
            if (second === first) continue;
            const by = second ? [first, second] : [first];
            const expected = countEvents(events, by).slice(0, 1000);
            const label = `${JSON.stringify(filter)} ${by}`;
            expect(await store.view.eventCounts(filter, by, 1000), label).toEqual(expected);
          }
        }
      }
      expect(await store.view.eventCounts({}, ['COUNTRY'], 2)).toHaveLength(2);
    });

    it('take the status that was known on the day asked for', async () => {
      const asOf = '2008-01-01';
      const rows = await store.view.eventCounts({ asOf }, ['STATUS'], 10);
      for (const status of ['PLANNED', 'ONGOING', 'OCCURRED', 'CANCELLED'] as const) {
        const count = eventKeys(WORLD, { asOf, statuses: [status] }, true).length;
        expect(count).toBeGreaterThan(0);
        expect(rows.find(({ keys }) => keys[0] === status)?.count).toBe(count);
      }
    });

    it('are one statement each, and refuse what is out of bounds', async () => {
      statements.length = 0;
      await store.view.eventCounts({ countries: ['c1'] }, ['MINISTER', 'YEAR'], 10);
      expect(statements.length).toBe(1);
      await expect(store.view.eventCounts({}, [], 10)).rejects.toThrow(RangeError);
      await expect(store.view.eventCounts({}, ['TYPE', 'YEAR', 'STATUS'], 10)).rejects.toThrow(RangeError);
      await expect(store.view.eventCounts({}, ['TYPE'], 0)).rejects.toThrow(RangeError);
    });
  });

  describe('series', () => {
    it('count events by their first day, in every interval and group', async () => {
      for (const filter of FILTERS) {
        const events = matching(filter);
        for (const interval of SERIES_INTERVALS) {
          for (const groupBy of [null, ...SERIES_GROUPS]) {
            const series = await store.view.eventSeries(filter, interval, groupBy, 2);
            const expected = seriesOf(events, interval, groupBy, 2);
            const found = series.rows.filter(({ count }) => count > 0);
            const label = `${JSON.stringify(filter)} ${interval} ${groupBy}`;
            expect(
              Object.fromEntries(found.map(({ start, group, count }) => [`${start} ${group}`, count])),
              label,
            ).toEqual(expected.counts);
            expect(series).toMatchObject({
              undatedCount: expected.undatedCount,
              impreciseCount: expected.impreciseCount,
              gapsFilled: true,
            });
          }
        }
      }
    });

    it('have a row for every bucket and group, to the ends of the filter', async () => {
      const filter = { countries: ['c1'], from: '2003-02-01', to: '2004-11-30', certainly: true };
      const { rows } = await store.view.eventSeries(filter, 'MONTH', 'TYPE', 2);
      const starts = [...new Set(rows.map(({ start }) => start))];
      expect(starts.length).toBe(22);
      expect([starts[0], starts[11], starts[21]]).toEqual(['2003-02-01', '2004-01-01', '2004-11-01']);
      expect(starts).toEqual(starts.toSorted());
      const groups = rows.slice(0, rows.length / 22).map(({ group }) => group);
      expect(rows.map(({ group }) => group)).toEqual(starts.flatMap(() => groups));
      expect(groups.length).toBeLessThanOrEqual(3);
    });

    it('leave gaps open where they would be too many', async () => {
      const filter = { from: '0001-01-01', to: '9999-12-31' };
      const { rows, gapsFilled } = await store.view.eventSeries(filter, 'MONTH', null, 1);
      expect(gapsFilled).toBe(false);
      expect(rows.every(({ count }) => count > 0)).toBe(true);
    });
  });
}
