// biome-ignore-all lint/style/noNonNullAssertion: where a test finds nothing it is to fail at once
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NODE_KINDS } from '../../src/model/graph.ts';
import type { SearchHit } from '../../src/store/analytics.ts';
import type { Store } from '../../src/store/store.ts';
import { eventKeys, releaseKeys } from './naive.ts';
import { hasWords, plain } from './naive-known.ts';
import { FIRST_PAGE, fill, type MakePlace, type Place, WORLD } from './place.ts';

const { graph, files } = WORLD;
const PAGE = { ...FIRST_PAGE, limit: 100 };
const QUERIES = ['hanoi', '"trade talks"', 'budg*', 'maori -visits', 'MĀORI café', '-cafe trade', 'summary'];

/** Search of every engine: what is found, how it is ordered and shown. */
export function describeSearch(make: MakePlace): void {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await make();
    store = await place.open({ create: true });
    await fill(store, WORLD);
  });
  afterAll(() => place.remove());

  const releases = files.map(({ release }) => release!);
  const wordsOf = ({ summary, name, place: at, evidence }: (typeof graph.events)[number]) =>
    [summary, name, at, ...evidence.map(({ quote }) => quote)].join(' \n ');
  const allHits = async (text: string, kinds: readonly ('event' | 'release')[], filter = {}) => {
    const hits: SearchHit[] = [];
    for (let after: SearchHit['key'] | null = null; ; ) {
      const page = await store.view.search(text, kinds, filter, { ...PAGE, after });
      hits.push(...page.hits);
      if (!page.hasNextPage) return hits;
      after = page.hits.at(-1)!.key;
    }
  };

  describe('search', () => {
    it('finds the releases and events that have the words, best first', async () => {
      for (const query of QUERIES) {
        const expected = [
          ...releases.filter(({ text }) => hasWords(text, query)).map(({ id }) => `release ${id}`),
          ...graph.events.filter((event) => hasWords(wordsOf(event), query)).map(({ id }) => `event ${id}`),
        ];
        const hits = await allHits(query, ['release', 'event']);
        expect(hits.map(({ kind, id }) => `${kind} ${id}`).sort(), query).toEqual(expected.sort());
        const scores = hits.map(({ key }) => Number(key[0]));
        expect(scores).toEqual(scores.toSorted((a, b) => a - b));
      }
    });

    it('keeps to the filter, and to events where a type is asked for', async () => {
      const filter = { countries: ['c1'], from: '2003-01-01', to: '2015-12-31' };
      const ids = new Set(
        [...eventKeys(WORLD, filter, true), ...releaseKeys(WORLD, filter, true)].map(([, id]) => id),
      );
      const expected = [
        ...releases.filter(({ id, text }) => ids.has(id) && hasWords(text, 'hanoi')),
        ...graph.events.filter((event) => ids.has(event.id) && hasWords(wordsOf(event), 'hanoi')),
      ].map(({ id }) => id);
      expect(expected.length).toBeGreaterThan(3);
      const hits = await allHits('hanoi', ['release', 'event'], filter);
      expect(hits.map(({ id }) => id).sort()).toEqual(expected.sort());
      const visits = await allHits('hanoi', ['release', 'event'], { types: ['VISIT'] });
      expect(visits.map(({ kind }) => kind)).not.toContain('release');
      const types = new Map(graph.events.map(({ id, type }) => [id, type]));
      expect(new Set(visits.map(({ id }) => types.get(id)))).toEqual(new Set(['VISIT']));
    });

    it('puts names first, the whole name before a beginning, whatever macrons and case', async () => {
      const { hits, kinds } = await store.view.search('maori', NODE_KINDS, {}, PAGE);
      const portfolios = graph.portfolios.length;
      expect(
        hits.slice(0, portfolios).every(({ kind, title }) => kind === 'portfolio' && /^Māori p/.test(title)),
      );
      expect(hits[portfolios]!.kind).not.toBe('portfolio');
      expect(kinds.find(({ kind }) => kind === 'portfolio')).toEqual({
        kind: 'portfolio',
        count: portfolios,
      });
      const [country] = (await store.view.search('country c2', NODE_KINDS, {}, PAGE)).hits;
      expect(country).toMatchObject({
        ...{ kind: 'country', id: 'c2', title: 'Countrý c2' },
        snippet: {
          text: 'Countrý c2',
          matches: [
            { start: 0, end: 7 },
            { start: 8, end: 10 },
          ],
        },
      });
      const [alias] = (await store.view.search('hon m3', NODE_KINDS, {}, PAGE)).hits;
      expect(alias).toMatchObject({ kind: 'minister', id: 'm3' });
    });

    it('shows where the words stand', async () => {
      const hits = await allHits('"trade talks" hanoi', ['release', 'event']);
      expect(hits.length).toBeGreaterThan(5);
      for (const { snippet } of hits) {
        const found = snippet.matches.map(({ start, end }) => plain(snippet.text.slice(start, end)));
        expect(found.length).toBeGreaterThan(0);
        for (const words of found) expect(['trade talks', 'hanoi']).toContain(words);
      }
    });

    it('counts what it finds by kind, type, year and country', async () => {
      const page = await store.view.search('hanoi', ['release', 'event'], {}, { ...PAGE, limit: 1 });
      const events = graph.events.filter((event) => hasWords(wordsOf(event), 'hanoi'));
      const found = releases.filter(({ text }) => hasWords(text, 'hanoi'));
      expect(page.kinds).toEqual([
        { kind: 'release', count: found.length },
        { kind: 'event', count: events.length },
      ]);
      const tally = (values: readonly string[]) =>
        Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([key, all]) => [key, all.length]));
      const asObject = (facets: typeof page.types) =>
        Object.fromEntries(facets.map(({ key, count }) => [key, count]));
      expect(asObject(page.types)).toEqual(tally(events.map(({ type }) => type)));
      expect(asObject(page.years)).toEqual(
        tally([
          ...events.flatMap(({ date }) => date?.earliest.slice(0, 4) ?? []),
          ...found.flatMap(({ date }) => date?.slice(0, 4) ?? []),
        ]),
      );
      const links = new Map(graph.releases.map((link) => [link.id, link.countries.map(({ id }) => id)]));
      expect(asObject(page.countries)).toEqual(
        tally([
          ...events.flatMap(({ countries }) => countries),
          ...found.flatMap(({ id }) => links.get(id) ?? []),
        ]),
      );
      expect(page.bounded).toBe(false);
    });

    it('pages in both directions', async () => {
      const all = (await allHits('hanoi', ['release', 'event'])).map(({ id }) => id);
      const middle = await store.view.search('hanoi', ['release', 'event'], {}, { ...PAGE, limit: 5 });
      expect(middle).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
      const request = { ...PAGE, limit: 3, backward: true, before: middle.hits[4]!.key };
      const back = await store.view.search('hanoi', ['release', 'event'], {}, request);
      expect(back.hits.map(({ id }) => id)).toEqual(all.slice(1, 4));
      expect(back).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    });

    it('takes any text, and finds nothing for one that asks for nothing', async () => {
      const nasty = [
        '"',
        '*',
        '-',
        '" OR "',
        'a NEAR/2 b',
        '{title}: x',
        "'",
        '\0',
        'x\0y',
        'AND',
        'NOT',
        '-x',
        '(((',
        '^a',
      ];
      const letter = fc.constantFrom(...'aē-*"^:(){}+\'\0 \u{1E900}½ﬁ\u0301\uD800NOT');
      const text = fc.oneof(
        fc.constantFrom(...nasty),
        fc.string({ unit: letter }),
        fc.string({ unit: 'binary' }),
      );
      await fc.assert(
        fc.asyncProperty(text, async (query) => {
          const page = await store.view.search(query, NODE_KINDS, {}, PAGE);
          for (const { snippet } of page.hits) {
            for (const { start, end } of snippet.matches)
              expect(start < end && end <= snippet.text.length).toBe(true);
          }
          await store.view.page('release', { text: query }, { by: 'DATE', descending: true }, FIRST_PAGE);
          await store.view.page('event', { text: query }, { by: 'DATE', descending: true }, FIRST_PAGE);
        }),
        { numRuns: 150, seed: 2 },
      );
      for (const query of ['', '...', '-hanoi', '"!"', 'x '.repeat(50_000)]) {
        expect((await store.view.search(query, NODE_KINDS, {}, PAGE)).hits).toEqual([]);
      }
    });
  });
}
