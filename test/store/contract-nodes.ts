// biome-ignore-all lint/style/noNonNullAssertion: where a test finds nothing it is to fail at once
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { FIRST_PAGE, fill, type MakePlace, type Place, WORLD } from './place.ts';

const { graph, files } = WORLD;

/** How every engine gives nodes and what hangs on them, and with how many statements. */
export function describeNodes(make: MakePlace): void {
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
        officials: graph.officials,
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
