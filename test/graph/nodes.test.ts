import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type TestGraph } from './harness.ts';
import { RELEASES, TALKS_ID } from './world.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.store.close());

const TALKS = RELEASES[0];

describe('a release', () => {
  it('holds what its file says, its text, and everything it decomposes into', async () => {
    const { release } = await graph.data<{ release: { text: string; mentions: Mention[] } }>(
      `{ release(id: "${TALKS.id}") { slug title date url path signedMinisters signedPortfolios attachments
        duplicateOf { slug } body text signers { slug } portfolios { slug } countries { code } ministers { slug }
        officials { slug } events(first: 5) { edges { node { key } } }
        mentions { kind start end quote rule release { slug }
          node { __typename ... on Country { code } ... on Minister { slug } ... on Official { name } } } } }`,
    );
    expect(release).toMatchObject({
      slug: TALKS.id,
      title: 'Defence talks in Hanoi',
      date: '2006-11-17',
      url: 'https://example.org/defence-talks-hanoi',
      path: '2006/2006-11-17-defence-talks-hanoi.md',
      signedMinisters: ['Hon Phil Goff'],
      signedPortfolios: ['Defence'],
      attachments: [],
      duplicateOf: null,
      body: TALKS.body,
      text: TALKS.text,
      signers: [{ slug: 'phil-goff' }],
      portfolios: [{ slug: 'defence' }],
      countries: [{ code: 'AUT' }, { code: 'VNM' }],
      ministers: [{ slug: 'phil-goff' }],
      officials: [{ slug: 'phung-quang-thanh-vnm' }],
      events: { edges: [{ node: { key: TALKS_ID } }] },
    });
    expect(release.mentions.map(({ kind, quote, node }) => [kind, quote, node])).toEqual([
      ['PLACE', 'Hanoi', { __typename: 'Country', code: 'VNM' }],
      ['MINISTER', 'Phil Goff', { __typename: 'Minister', slug: 'phil-goff' }],
      ['COUNTRY', 'Vietnamese', { __typename: 'Country', code: 'VNM' }],
      ['OFFICIAL', 'Phung Quang Thanh', { __typename: 'Official', name: 'Phung Quang Thanh' }],
    ]);
    for (const { start, end, quote } of release.mentions) expect(release.text.slice(start, end)).toBe(quote);
  });

  it('is found by its words, whatever the case and macrons', async () => {
    const search = async (filter: string) => {
      const answer = await graph.data<{ releases: { edges: { node: { title: string } }[] } }>(
        `{ releases(first: 9, filter: {${filter}}) { edges { node { title } } } }`,
      );
      return answer.releases.edges.map(({ node }) => node.title);
    };
    expect(await search('text: "maori FISHERIES"')).toEqual(['Trade talks in Canberra']);
    expect(await search('text: "cafe hue"')).toEqual(['Vietnam visit ends']);
    expect(await search('text: "\\"next week\\" trav*"')).toEqual(['Defence Minister to visit Vietnam']);
    expect(await search('text: "unheard"')).toEqual([]);
    const originals = ['Trade talks in Canberra', 'Defence talks in Hanoi'];
    expect(await search('text: "goff", duplicates: false')).toEqual(originals);
    expect(await search('text: "goff"')).toEqual([...originals, 'Trade talks again']);
    expect(await search('ministers: ["jonathan-coleman"], from: "2013-03-23"')).toEqual([
      'Vietnam visit ends',
    ]);
    expect(await search('portfolios: ["defence"], to: "2013-03-23"')).toEqual([
      'Defence Minister to visit Vietnam',
      'Defence talks in Hanoi',
    ]);
    expect(await search('officials: ["phung-quang-thanh-vnm"], countries: ["VN"]')).toEqual([
      'Defence talks in Hanoi',
    ]);
  });

  it('points to the earlier one that it repeats', async () => {
    expect(
      await graph.data('{ release(id: "2013-04-03-trade-talks-again") { date duplicateOf { title } } }'),
    ).toEqual({
      release: { date: null, duplicateOf: { title: 'Trade talks in Canberra' } },
    });
    expect(await graph.data('{ release(id: "1999-01-01-none") { title } }')).toEqual({ release: null });
  });
});

interface Mention {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly node: unknown;
}

describe('from every node its neighbours are reached', () => {
  it('a minister: countries, officials, portfolios with weights; terms, events and releases', async () => {
    expect(
      await graph.data(`{ minister(slug: "phil-goff") { name aliases eventCount releaseCount firstSeen lastSeen
        countries(first: 5) { totalCount edges { eventCount releaseCount first last node { code } } }
        officials(first: 5) { edges { eventCount releaseCount first last node { slug } } }
        portfolios { edges { node { slug } } }
        terms { kind first last releaseCount portfolio { slug } minister { slug } }
        events(first: 5, filter: {portfolios: ["defence"]}) { totalCount edges { node { summary } } }
        releases(first: 5) { totalCount } } }`),
    ).toEqual({
      minister: {
        name: 'Phil Goff',
        aliases: ['Hon Phil Goff'],
        eventCount: 2,
        releaseCount: 3,
        firstSeen: '2006-11-17',
        lastSeen: '2013-04-02',
        countries: {
          totalCount: 3,
          edges: [
            {
              eventCount: 1,
              releaseCount: 1,
              first: '2006-11-17',
              last: '2006-11-17',
              node: { code: 'VNM' },
            },
            {
              eventCount: 1,
              releaseCount: 1,
              first: '2013-04-02',
              last: '2013-04-02',
              node: { code: 'AUS' },
            },
            {
              eventCount: 0,
              releaseCount: 1,
              first: '2006-11-17',
              last: '2006-11-17',
              node: { code: 'AUT' },
            },
          ],
        },
        officials: {
          edges: [
            {
              eventCount: 1,
              releaseCount: 1,
              first: '2006-11-17',
              last: '2006-11-17',
              node: { slug: 'phung-quang-thanh-vnm' },
            },
          ],
        },
        portfolios: { edges: [{ node: { slug: 'trade' } }, { node: { slug: 'defence' } }] },
        terms: [
          {
            kind: 'MINISTER',
            first: '2006-11-17',
            last: '2006-11-17',
            releaseCount: 1,
            portfolio: { slug: 'defence' },
            minister: { slug: 'phil-goff' },
          },
        ],
        events: { totalCount: 1, edges: [{ node: { summary: 'Defence talks in Hanoi' } }] },
        releases: { totalCount: 3 },
      },
    });
  });

  it('a country: ministers, officials, portfolios, events and releases', async () => {
    expect(
      await graph.data(`{ country(code: "Viet Nam") { code alpha2 name aliases
        ministers { edges { eventCount node { slug } } } officials(first: 3) { edges { node { slug } } }
        portfolios { edges { eventCount node { slug } } }
        events(first: 3, orderBy: DATE_ASC) { edges { node { summary } } } releases(last: 1) { edges { node { title } } } } }`),
    ).toEqual({
      country: {
        code: 'VNM',
        alpha2: 'VN',
        name: 'Vietnam',
        aliases: ['Viet Nam', 'Vietnamese'],
        ministers: {
          edges: [
            { eventCount: 1, node: { slug: 'jonathan-coleman' } },
            { eventCount: 1, node: { slug: 'phil-goff' } },
          ],
        },
        officials: { edges: [{ node: { slug: 'phung-quang-thanh-vnm' } }] },
        portfolios: {
          edges: [
            { eventCount: 2, node: { slug: 'defence' } },
            { eventCount: 1, node: { slug: 'associate-defence' } },
          ],
        },
        events: {
          edges: [
            { node: { summary: 'Defence talks in Hanoi' } },
            { node: { summary: 'Defence Minister to visit Vietnam' } },
          ],
        },
        releases: { edges: [{ node: { title: 'Defence talks in Hanoi' } }] },
      },
    });
  });

  it('a portfolio: its office, associates, lineage and holders', async () => {
    expect(
      await graph.data(`{ a: portfolio(slug: "Defence (Associate)") { slug office { slug associates { slug } } }
        b: portfolio(slug: "trade") { office { slug } lineage { slug } terms { first } }
        c: portfolio(slug: "defence") { terms { minister { name } first } countries { edges { node { code } } } } }`),
    ).toEqual({
      a: {
        slug: 'associate-defence',
        office: { slug: 'defence', associates: [{ slug: 'associate-defence' }] },
      },
      b: { office: null, lineage: [{ slug: 'trade' }, { slug: 'trade-negotiations' }], terms: [] },
      c: {
        terms: [
          { minister: { name: 'Phil Goff' }, first: '2006-11-17' },
          { minister: { name: 'Jonathan Coleman' }, first: '2013-03-22' },
        ],
        countries: { edges: [{ node: { code: 'VNM' } }, { node: { code: 'AUT' } }] },
      },
    });
  });

  it('an official: country, roles, ministers, events', async () => {
    expect(
      await graph.data(`{ official(slug: "phung-quang-thanh-vnm") { name role organisation roles { role first last }
        country { code } ministers { edges { node { slug } } } events(first: 1) { edges { node { key } } } } }`),
    ).toEqual({
      official: {
        name: 'Phung Quang Thanh',
        role: 'Defence Minister',
        organisation: null,
        roles: [{ role: 'Defence Minister', first: '2006-11-17', last: '2006-11-17' }],
        country: { code: 'VNM' },
        ministers: { edges: [{ node: { slug: 'phil-goff' } }] },
        events: { edges: [{ node: { key: TALKS_ID } }] },
      },
    });
  });
});

describe('lists of the named kinds', () => {
  it.each([
    ['countries(orderBy: EVENTS_DESC) { edges { node { name: code } } }', ['VNM', 'AUS', 'AUT']],
    ['countries(filter: {name: "viet"}) { edges { node { name: code } } }', ['VNM']],
    ['ministers(orderBy: NAME_DESC) { edges { node { name: slug } } }', ['phil-goff', 'jonathan-coleman']],
    [
      'ministers(filter: {portfolios: ["defence"], on: "2013-03-22"}) { edges { node { name: slug } } }',
      ['jonathan-coleman'],
    ],
    ['portfolios(first: 2) { edges { node { name: slug } } }', ['associate-defence', 'defence']],
    [
      'officials(first: 1, filter: {name: "phung", countries: ["VNM"]}) { edges { node { name } } }',
      ['Phung Quang Thanh'],
    ],
    ['officials(first: 1, filter: {countries: ["AUS"]}) { edges { node { name } } }', []],
  ])('%s', async (list, names) => {
    const data = await graph.data<Record<string, { edges: { node: { name: string } }[] }>>(`{ ${list} }`);
    expect(Object.values(data)[0]?.edges.map(({ node }) => node.name)).toEqual(names);
  });
});

describe('node and nodes', () => {
  it('give back any node by its id, in the order asked for, with its type', async () => {
    const found = await graph.data<Record<string, { id: string }>>(`{
      a: country(code: "VNM") { id } b: minister(slug: "phil-goff") { id } c: portfolio(slug: "trade") { id }
      d: official(slug: "phung-quang-thanh-vnm") { id } e: event(id: "${TALKS_ID}") { id } f: release(id: "${TALKS.id}") { id } }`);
    const ids = Object.values(found).map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    const types = ['Country', 'Minister', 'Portfolio', 'Official', 'Event', 'Release'];
    expect(await graph.data('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids })).toEqual({
      nodes: ids.map((id, position) => ({ __typename: types[position], id })),
    });
    expect(
      await graph.data('query ($id: ID!) { node(id: $id) { ... on Event { summary } } }', { id: ids[4] }),
    ).toEqual({
      node: { summary: 'Defence talks in Hanoi' },
    });
  });

  it('give null for a node that is not there, and refuse more than 100 at once', async () => {
    const gone = Buffer.from('Event:0000000000000000').toString('base64url');
    expect(await graph.data(`{ node(id: "${gone}") { id } nodes(ids: ["${gone}"]) { id } }`)).toEqual({
      node: null,
      nodes: [null],
    });
    const many = Array.from({ length: 101 }, () => gone);
    expect(await graph.errors('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: many })).toEqual([
      { code: 'BAD_INPUT', message: 'Query.nodes: takes at most 100 ids, got 101.' },
    ]);
  });
});

describe('problems and statistics', () => {
  it('lists what is wrong with the files, of one kind or of all', async () => {
    const problems = '{ totalCount edges { node { code file field message release { title } } } }';
    const answer =
      await graph.data(`{ all: problems(first: 9) { totalCount } one: problems(first: 9, code: FILE_EMPTY) ${problems}
      signer: problems(first: 1, code: SIGNER_NOT_A_PERSON) ${problems} }`);
    expect(answer).toEqual({
      all: { totalCount: 2 },
      one: {
        totalCount: 1,
        edges: [
          {
            node: {
              code: 'FILE_EMPTY',
              file: '2013/broken.md',
              field: null,
              message: 'expected text, got none',
              release: null,
            },
          },
        ],
      },
      signer: {
        totalCount: 1,
        edges: [
          {
            node: {
              code: 'SIGNER_NOT_A_PERSON',
              file: '2013/2013-04-02-trade-talks-canberra.md',
              field: 'ministers',
              message: 'expected a person, got "Office"',
              release: { title: 'Trade talks in Canberra' },
            },
          },
        ],
      },
    });
  });

  it('counts the graph', async () => {
    expect(
      await graph.data(`{ statistics { releases events ministers countries portfolios officials evidence mentions terms
        problems { code count } revision } }`),
    ).toEqual({
      statistics: {
        releases: 5,
        events: 3,
        ministers: 2,
        countries: 3,
        portfolios: 4,
        officials: 1,
        evidence: 4,
        mentions: 4,
        terms: 2,
        problems: [
          { code: 'FILE_EMPTY', count: 1 },
          { code: 'SIGNER_NOT_A_PERSON', count: 1 },
        ],
        revision: await graph.store.view.revision(),
      },
    });
  });
});
