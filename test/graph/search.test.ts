import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { highlight } from '../../src/graph/snippet.ts';
import { openGraph, type TestGraph } from './harness.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.store.close());

interface Found {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly kind: string; readonly title: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function search(text: string, args = ''): Promise<Found> {
  const query = `query ($text: String!) { search(text: $text ${args}) {
    totalCount edges { cursor kind title } pageInfo { hasNextPage endCursor } } }`;
  return (await graph.data<{ search: Found }>(query, { text })).search;
}

describe('search', () => {
  it('finds words with and without macrons, marks them, and counts what it found', async () => {
    for (const text of ['maori', 'Māori', 'MĀORI fisheries', '"maori fisheries"', 'fisher*']) {
      const { totalCount, edges } = await search(text);
      expect([totalCount, edges[0]?.kind, edges[0]?.title]).toEqual([
        1,
        'RELEASE',
        'Trade talks in Canberra',
      ]);
    }
    expect(
      await graph.data(`{ search(text: "maori") { bounded kinds { kind count } years { key count }
        countries { key label count } types { key count }
        edges { snippet { text matches { start end } highlighted } node { ... on Release { slug } } } } }`),
    ).toEqual({
      search: {
        bounded: false,
        kinds: [
          { kind: 'RELEASE', count: 1 },
          { kind: 'MINISTER', count: 0 },
          { kind: 'COUNTRY', count: 0 },
          { kind: 'PORTFOLIO', count: 0 },
          { kind: 'OFFICIAL', count: 0 },
          { kind: 'EVENT', count: 0 },
        ],
        years: [{ key: '2013', count: 1 }],
        countries: [{ key: 'AUS', label: 'Australia', count: 1 }],
        types: [],
        edges: [
          {
            snippet: {
              text: 'Canberra  Phil Goff meets his Australian counterpart on the Māori fisheries treaty.',
              matches: [{ start: 60, end: 65 }],
              highlighted:
                'Canberra  Phil Goff meets his Australian counterpart on the <mark>Māori</mark> fisheries treaty.',
            },
            node: { slug: '2013-04-02-trade-talks-canberra' },
          },
        ],
      },
    });
  });

  it('finds people, offices and countries by the beginnings of their names, before all else', async () => {
    expect((await search('defen')).edges.map(({ kind, title }) => [kind, title]).slice(0, 2)).toEqual([
      ['PORTFOLIO', 'Defence'],
      ['PORTFOLIO', 'Associate Defence'],
    ]);
    expect((await search('goff', 'kinds: [MINISTER, COUNTRY]')).edges.map(({ title }) => title)).toEqual([
      'Phil Goff',
    ]);
    expect((await search('goff', 'kinds: [EVENT], filter: {countries: ["AUS"]}')).totalCount).toBe(0);
  });

  it('is walked page by page', async () => {
    const whole = await search('talks');
    const titles: string[] = [];
    let after: string | null = null;
    do {
      const page: Found = await search('talks', `first: 1${after ? `, after: "${after}"` : ''}`);
      titles.push(...page.edges.map(({ title }) => title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(titles).toEqual(whole.edges.map(({ title }) => title));
    expect(titles.length).toBe(whole.totalCount);
    expect(titles.length).toBeGreaterThan(2);
    const cursor = whole.edges[0]?.cursor;
    expect(await graph.errors(`{ search(text: "talk", after: "${cursor}") { totalCount } }`)).toMatchObject([
      { code: 'BAD_CURSOR' },
    ]);
  });

  it.each([
    '"',
    '*',
    '-',
    'a AND (b',
    'NEAR(a, b)',
    'title:x OR ^y {',
    "'; drop table release; --",
    '\u0000',
    '"" "" *',
    'release_fts MATCH',
    ' ',
  ])('cannot be broken by %j', async (text) => {
    expect((await search(text)).totalCount).toBe(0);
  });
});

describe('a snippet as HTML', () => {
  it('escapes everything but its marks', () => {
    const text = '<b>Tom & "Jerry"</b>';
    expect(highlight({ text, matches: [{ start: 3, end: 6 }] })).toBe(
      '&lt;b&gt;<mark>Tom</mark> &amp; &quot;Jerry&quot;&lt;/b&gt;',
    );
    expect(highlight({ text: 'none', matches: [] })).toBe('none');
  });
});
