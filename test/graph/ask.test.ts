import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filterText } from '../../src/graph/filter-text.ts';
import { openGraph, type TestGraph } from './harness.ts';
import { MEETING_ID, TALKS_ID, VISIT_ID } from './world.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.store.close());

interface Answer {
  readonly interpretation: { readonly filterText: string; readonly orderBy: string };
  readonly events: { readonly edges: readonly { readonly node: { readonly key: string } }[] };
}

describe('ask', () => {
  it('says how it read a phrase, word by word and as a filter, and gives the events', async () => {
    const query = `{ ask(phrase: "all Vietnam defence events since 2005") {
      interpretation { phrase understood filterText orderBy limit
        parts { text start end reads values excluded } ignored { text } suggestions { text names }
        filter { countries { code } allCountries { code } portfolios { slug } ministers { slug } types from to within text } }
      events { totalCount edges { node { key } } } } }`;
    expect(await graph.data(query)).toEqual({
      ask: {
        interpretation: {
          phrase: 'all Vietnam defence events since 2005',
          understood: true,
          filterText:
            '{countries: ["VNM"], portfolios: ["associate-defence", "defence"], from: "2005-01-01"}',
          orderBy: 'DATE_DESC',
          limit: null,
          parts: [
            { text: 'Vietnam', start: 4, end: 11, reads: 'COUNTRY', values: ['VNM'], excluded: false },
            {
              text: 'defence',
              start: 12,
              end: 19,
              reads: 'PORTFOLIO',
              values: ['associate-defence', 'defence'],
              excluded: false,
            },
            {
              text: 'since 2005',
              start: 27,
              end: 37,
              reads: 'DATE',
              values: ['2005-01-01/..'],
              excluded: false,
            },
          ],
          ignored: [],
          suggestions: [],
          filter: {
            countries: [{ code: 'VNM' }],
            allCountries: null,
            portfolios: [{ slug: 'associate-defence' }, { slug: 'defence' }],
            ministers: null,
            types: null,
            from: '2005-01-01',
            to: null,
            within: 'POSSIBLY',
            text: null,
          },
        },
        events: { totalCount: 2, edges: [{ node: { key: VISIT_ID } }, { node: { key: TALKS_ID } }] },
      },
    });
  });

  it.each([
    ['meetings last year', '2007-05-01', [TALKS_ID]],
    ['meetings last year', '2009-05-01', []],
    ['meetings by Phil Goff not in Vietnam', '2020-01-01', [MEETING_ID]],
    ['oldest 1 events in Vietnam', '2020-01-01', [TALKS_ID]],
    ['events about fisheries', '2020-01-01', [MEETING_ID]],
  ])('"%s" asked on %s gives what its own filter gives', async (phrase, today, expected) => {
    const query = `query ($phrase: String!, $today: Date) { ask(phrase: $phrase, today: $today) {
      interpretation { filterText orderBy } events { edges { node { key } } } } }`;
    const { ask } = await graph.data<{ ask: Answer }>(query, { phrase, today });
    expect(ask.events.edges.map(({ node }) => node.key)).toEqual(expected);
    const { filterText, orderBy } = ask.interpretation;
    const { events } = await graph.data<Answer>(
      `{ events(filter: ${filterText}, orderBy: ${orderBy}, first: 9) { edges { node { key } } } }`,
    );
    expect(events.edges.slice(0, expected.length)).toEqual(ask.events.edges);
  });

  it('suggests near names, and gives its reading where there are no events to give', async () => {
    const result = await graph.run(
      '{ ask(phrase: "Vietman") { interpretation { understood ignored { text } suggestions { text names } } events { totalCount } } }',
    );
    expect(JSON.parse(JSON.stringify(result.data))).toEqual({
      ask: {
        interpretation: {
          understood: false,
          ignored: [{ text: 'Vietman' }],
          suggestions: [{ text: 'Vietman', names: ['Vietnam'] }],
        },
        events: null,
      },
    });
    expect(result.errors?.[0]?.extensions).toEqual({
      code: 'BAD_PHRASE',
      name: 'Vietman',
      suggestions: ['Vietnam'],
    });
  });

  it('gives pages whose cursors are those of the same list of events', async () => {
    const { ask } = await graph.data<{ ask: { events: { pageInfo: { endCursor: string } } } }>(
      '{ ask(phrase: "events in Vietnam") { events(first: 1) { pageInfo { endCursor } } } }',
    );
    const after = ask.events.pageInfo.endCursor;
    const next = { edges: [{ node: { key: TALKS_ID } }] };
    expect(
      await graph.data(
        `{ ask(phrase: "Vietnamese events") { events(first: 1, after: "${after}") { edges { node { key } } } }
          events(filter: {countries: ["VNM"]}, first: 1, after: "${after}") { edges { node { key } } } }`,
      ),
    ).toEqual({ ask: { events: next }, events: next });
  });
});

describe('a filter as text', () => {
  it('is what the API takes: enums bare, texts quoted, certainty as within', () => {
    expect(
      filterText({
        types: ['VISIT', 'AID'],
        countries: ['VNM'],
        certainly: true,
        headline: false,
        text: '"a b" c*',
      }),
    ).toBe(
      '{types: [VISIT, AID], countries: ["VNM"], within: CERTAINLY, headline: false, text: "\\"a b\\" c*"}',
    );
    expect(filterText({})).toBe('{}');
  });
});
