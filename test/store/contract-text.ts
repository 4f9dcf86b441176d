import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { makeWorld } from './builder.ts';
import { ROOT } from './make-file.ts';
import { eventKeys } from './naive.ts';
import { FIRST_PAGE, fill, type MakePlace, type Place } from './place.ts';

/** So many releases that a word of most of them is looked for in another way than one of a few. */
const LARGE = makeWorld(7, {
  releases: 1300,
  events: 400,
  countries: 5,
  ministers: 6,
  portfolios: 5,
  officials: 4,
});
const TEXTS = [
  'title',
  'titl* 17',
  '17',
  '-title',
  'hanoi',
  '-hanoi -trade',
  'title -visits',
  'maori "trade talks"',
];
const NEWEST = { by: 'DATE', descending: true } as const;

/** Events by the texts of the releases that report them, on every engine. */
export function describeText(make: MakePlace): void {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await make();
    store = await place.open({ create: true });
    await fill(store, LARGE);
  });
  afterAll(() => place.remove());

  const { graph } = LARGE;
  const sourcesOf = ({ evidence }: (typeof graph.events)[number]) =>
    new Set(evidence.map(({ releaseId }) => releaseId));

  describe('text as a filter', () => {
    it('finds the events of the releases that have it, words of most releases and of few alike', async () => {
      const having = eventKeys(LARGE, { text: 'title' }, true).length;
      expect(having).toBeGreaterThan(graph.events.length * 0.8);
      expect(graph.events.filter((event) => sourcesOf(event).size > 1).length).toBeGreaterThan(50);
      for (const text of TEXTS) {
        for (const more of [
          {},
          { countries: ['c1', 'c2'] },
          { asOf: '2010-01-01' },
          { notTypes: ['VISIT' as const] },
        ]) {
          const filter = { text, ...more };
          const page = await store.view.page('event', filter, NEWEST, {
            ...FIRST_PAGE,
            limit: 100,
            total: true,
          });
          const all = eventKeys(LARGE, filter, true);
          expect([filter, page.rows.map(({ key }) => key)]).toEqual([filter, all.slice(0, 100)]);
          expect([filter, page.totalCount]).toEqual([filter, all.length]);
          const counted = await store.view.eventCounts(filter, ['TYPE'], 100);
          expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        }
      }
    });

    it('gives each of many parents its own', async () => {
      const ids = graph.ministers.map(({ id }) => id);
      for (const text of TEXTS) {
        const pages = await store.view.pagesOf({ kind: 'minister', ids }, 'event', { text }, NEWEST, {
          ...FIRST_PAGE,
          limit: 100,
        });
        const expected = ids.map((id) =>
          eventKeys(LARGE, { text }, true, { kind: 'minister', id }).slice(0, 100),
        );
        expect(pages.map(({ rows }) => rows.map(({ key }) => key))).toEqual(expected);
      }
    });

    it('follows a release that goes, before and after linking anew', async () => {
      const event = graph.events.find((one) => sourcesOf(one).size === 2);
      const [first, second] = event ? [...sourcesOf(event)] : [];
      const file = LARGE.files.find(({ release }) => release?.id === first);
      const left = LARGE.files.find(({ release }) => release?.id === second)?.release;
      if (!event || !file || !left) throw new TypeError('expected an event of two releases');
      await store.writer.removeFiles(ROOT, [file.path]);
      const word = left.text.match(/\p{L}{5,}/u)?.[0] ?? '';
      const ids = async (text: string): Promise<readonly string[]> => {
        const page = await store.view.page('event', { text }, NEWEST, { ...FIRST_PAGE, limit: 1000 });
        return page.rows.map(({ key }) => key[1]);
      };
      expect(await ids(word)).toContain(event.id);
      expect(await ids(`-${word}`)).not.toContain(event.id);
    });
  });
}
