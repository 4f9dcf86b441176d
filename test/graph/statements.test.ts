import { describe, expect, it } from 'vitest';
import { makeWorld } from '../store/builder.ts';
import { openGraph, type TestGraph } from './harness.ts';
import { RELEASES, VISIT_ID } from './world.ts';

const PLANNED_ID = RELEASES[1].id;

function toGlobalId(id: string): string {
  return Buffer.from(id).toString('base64url');
}

const VIETNAM = `query ($first: Int!) { events(filter: {countries: ["c0", "c1", "c2", "c3", "c4", "c5"], portfolios: ["p0"]}, first: $first) {
  totalCount
  edges { cursor node { id type status headline summary place
    date { edtf earliest latest precision basis }
    countries { code name } ministers { slug name } officials { name role } portfolios { slug name }
    evidence { quote start end rule release { id title date url } } } }
  pageInfo { hasNextPage endCursor } } }`;

const NESTED = `query ($first: Int!) { officials(first: $first) { totalCount edges { node {
  country { name }
  ministers(first: 3) { edges { eventCount node { name events(first: 2) { edges { node { key } } } } } }
  events(first: 4, orderBy: DATE_ASC, filter: {from: "2001-01-01"}) {
    totalCount
    edges { node { summary countries { code } officials { slug }
      steps { status date release { slug signers { slug } } }
      releases(last: 2) { edges { node { slug mentions { quote node { __typename } } countries { code } } } } } }
    pageInfo { hasNextPage } }
  releases(last: 3) { edges { node { title text } } } } } } }`;

/** Statements of a query, asked twice so that what is kept between requests is kept. */
async function count(
  graph: TestGraph,
  query: string,
  first: number,
): Promise<{ count: number; rows: number }> {
  await graph.data(query, { first });
  graph.statements.length = 0;
  const data = await graph.data<Record<string, { edges: unknown[] }>>(query, { first });
  return { count: graph.statements.length, rows: Object.values(data)[0]?.edges.length ?? 0 };
}

describe('the number of statements', () => {
  const size = { releases: 300, events: 900, countries: 6, ministers: 30, portfolios: 4, officials: 120 };

  it('of the query for all events of a country and a portfolio is the same for few and for many', async () => {
    const graph = await openGraph(...pairOf(makeWorld(1, size)));
    const few = await count(graph, VIETNAM, 5);
    const many = await count(graph, VIETNAM, 100);
    expect([few.rows, many.rows > 50]).toEqual([5, true]);
    expect(many.count).toBe(few.count);
    expect(many.count).toBeLessThanOrEqual(6);
  });

  it('of a nested query with paging inside each parent is the same for 5 and for 100 parents', async () => {
    const graph = await openGraph(...pairOf(makeWorld(2, size)));
    const few = await count(graph, NESTED, 5);
    const many = await count(graph, NESTED, 100);
    expect([few.rows, many.rows]).toEqual([5, 100]);
    expect(many.count).toBe(few.count);
    expect(many.count).toBeLessThanOrEqual(21);
  });

  it('of a list under each parent is one whatever its filter: words, days of knowledge, what must and must not be', async () => {
    const world = makeWorld(4, { ...size, ministers: 60 });
    const graph = await openGraph(world.files, world.graph);
    const filters = [
      'countries: ["c1"]',
      'allCountries: ["c1", "c2"], notTypes: [AID]',
      'notCountries: ["c1"], notPortfolios: ["p1"], notMinisters: ["m3"], notOfficials: ["o1"]',
      'text: "talks", from: "2001-01-01", within: CERTAINLY',
      'asOf: "2003-01-01", upcoming: false, reportedFrom: "2000-01-01"',
      'asOf: "2003-01-01", unreported: true',
    ];
    const found = [];
    for (const filter of filters) {
      graph.statements.length = 0;
      const { ministers } = await graph.data<{
        ministers: { edges: { node: { events: { edges: unknown[] } } }[] };
      }>(
        `{ ministers(first: 50) { edges { node { events(filter: {${filter}}, first: 5) { edges { node { key } } } } } } }`,
      );
      const pages = graph.statements.filter((sql) => sql.includes('event_edge'));
      expect([ministers.edges.length, pages.length]).toEqual([50, 1]);
      // Names, the page of ministers, that of events, and what stands on each.
      expect(graph.statements.length).toBeLessThanOrEqual(5);
      found.push(ministers.edges.reduce((sum, { node }) => sum + node.events.edges.length, 0) > 0);
    }
    expect(found.filter((some) => some).length).toBeGreaterThan(3);
  });

  it('of the nodes beside each parent is one whatever its filter, and they are those of the whole list that fit', async () => {
    const graph = await openGraph(...pairOf(makeWorld(5, size)));
    type Beside = {
      ministers: {
        edges: {
          node: {
            officials: {
              totalCount: number;
              edges: { node: { slug: string; country: { code: string } | null } }[];
            };
          };
        }[];
      };
    };
    const query = (args: string) =>
      `{ ministers(first: 50) { edges { node { officials(${args}) { totalCount edges { node { slug country { code } } } } } } } }`;
    const whole = await graph.data<Beside>(query('first: 100'));
    graph.statements.length = 0;
    const some = await graph.data<Beside>(query('first: 100, filter: {countries: ["c1"]}'));
    expect(graph.statements.filter((sql) => sql.includes('neighbour')).length).toBe(1);
    const expected = whole.ministers.edges.map(({ node }) =>
      node.officials.edges.map((edge) => edge.node).filter(({ country }) => country?.code === 'c1'),
    );
    expect(some.ministers.edges.map(({ node }) => node.officials.edges.map((edge) => edge.node))).toEqual(
      expected,
    );
    expect(some.ministers.edges.map(({ node }) => node.officials.totalCount)).toEqual(
      expected.map((list) => list.length),
    );
    expect(expected.flat().length).toBeGreaterThan(10);
  });

  it('of nodes fetched by id is one a type and hop, however often and by which way an id is asked for', async () => {
    const graph = await openGraph();
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Event {
      evidence { release { slug duplicateOf { slug } } event { key } } } }
      event(id: "${VISIT_ID}") { key } release(id: "${PLANNED_ID}") { title } }`;
    const ids = [`Event:${VISIT_ID}`, `Release:${PLANNED_ID}`, `Event:${VISIT_ID}`, 'Country:VNM'];
    graph.statements.length = 0;
    const { nodes } = await graph.data<{ nodes: { id: string }[] }>(query, { ids: ids.map(toGlobalId) });
    expect(nodes.map(({ id }) => id)).toEqual(ids.map(toGlobalId));
    const asked = (table: string) => graph.statements.filter((sql) => sql.includes(table)).length;
    // Releases twice: once by the ids given, once for the one that only the evidence names.
    expect([asked('join event e on'), asked('join release r on'), graph.statements.length]).toEqual([
      1, 2, 5,
    ]);
  });

  it('grows by none where totalCount is not asked for, and the count is not made', async () => {
    const graph = await openGraph(...pairOf(makeWorld(3, size)));
    await graph.data('{ events(first: 3) { edges { cursor } } }');
    expect(graph.statements.filter((sql) => /count\(/i.test(sql))).toEqual([]);
  });
});

function pairOf({ files, graph }: ReturnType<typeof makeWorld>) {
  return [files, graph] as const;
}
