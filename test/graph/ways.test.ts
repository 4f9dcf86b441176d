import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type TestGraph } from './harness.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.store.close());

const HOPS = `cutOff paths { length hops { from { __typename name } to { name } eventCount releaseCount
  event { summary } passage { quote } release { slug } } }`;

describe('paths', () => {
  it('gives the shortest ways between two nodes, each step with a passage that shows it', async () => {
    const { paths } = await graph.data<{ paths: { cutOff: boolean; paths: { hops: unknown[] }[] } }>(
      `{ paths(from: "Phil Goff", to: "jonathan-coleman", first: 1) { ${HOPS} } }`,
    );
    expect(paths).toEqual({
      cutOff: false,
      paths: [
        {
          length: 2,
          hops: [
            {
              from: { __typename: 'Minister', name: 'Phil Goff' },
              to: { name: 'Defence' },
              eventCount: 1,
              releaseCount: 1,
              event: { summary: 'Defence talks in Hanoi' },
              passage: { quote: 'met Vietnamese Defence Minister Phung Quang Thanh' },
              release: { slug: '2006-11-17-defence-talks-hanoi' },
            },
            {
              from: { __typename: 'Portfolio', name: 'Defence' },
              to: { name: 'Jonathan Coleman' },
              eventCount: 1,
              releaseCount: 1,
              event: { summary: 'Defence Minister to visit Vietnam' },
              passage: { quote: 'will travel to Vietnam next week' },
              release: { slug: '2013-03-22-defence-minister-visit-vietnam' },
            },
          ],
        },
      ],
    });
  });

  it('gives longer ways after the shortest, as many hops as are asked for', async () => {
    const query = `query ($most: Int!) {
      paths(from: "phung-quang-thanh-vnm", to: "AT", maxHops: $most) { cutOff paths { length } } }`;
    const lengths = async (most: number) => {
      const { paths } = await graph.data<{ paths: { cutOff: boolean; paths: { length: number }[] } }>(query, {
        most,
      });
      return [paths.cutOff, ...new Set(paths.paths.map(({ length }) => length))];
    };
    expect(await lengths(1)).toEqual([false, 1]);
    expect(await lengths(3)).toEqual([false, 1, 2, 3]);
  });

  it('shows a step by a release where no event joins the two', async () => {
    const query = `{ paths(from: "phung-quang-thanh-vnm", to: "AT", first: 1) { ${HOPS} } }`;
    expect(await graph.data(query)).toMatchObject({
      paths: {
        paths: [
          {
            length: 1,
            hops: [
              {
                eventCount: 0,
                event: null,
                passage: null,
                release: { slug: '2006-11-17-defence-talks-hanoi' },
              },
            ],
          },
        ],
      },
    });
  });

  it('is empty where there is no way that is short enough, and takes opaque ids too', async () => {
    const { country, official } = await graph.data<Record<string, { id: string }>>(
      '{ country(code: "AUS") { id } official(slug: "phung-quang-thanh-vnm") { id } }',
    );
    const query =
      'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxHops: 1) { cutOff paths { length } } }';
    expect(await graph.data(query, { from: country?.id, to: official?.id })).toEqual({
      paths: { cutOff: false, paths: [] },
    });
  });
});

interface Drawing {
  readonly nodes: readonly { key: string; kind: string; name: string; depth: number; node: unknown }[];
  readonly edges: readonly { source: string; target: string; eventCount: number }[];
}

describe('neighbourhood', () => {
  it('gives the nodes around a node and what joins them, for drawing', async () => {
    const { neighbourhood } = await graph.data<{ neighbourhood: Drawing }>(
      `{ neighbourhood(id: "VNM", limit: 3) { nodes { key kind name depth eventCount node { __typename id } }
        edges { source target eventCount releaseCount } } }`,
    );
    expect(neighbourhood.nodes.map(({ kind, name, depth }) => [kind, name, depth])).toEqual([
      ['COUNTRY', 'Vietnam', 0],
      ['PORTFOLIO', 'Defence', 1],
      ['MINISTER', 'Jonathan Coleman', 1],
      ['MINISTER', 'Phil Goff', 1],
    ]);
    const [vietnam, defence] = neighbourhood.nodes;
    expect(vietnam?.node).toEqual({ __typename: 'Country', id: vietnam?.key });
    expect(neighbourhood.edges).toHaveLength(5);
    expect(neighbourhood.edges[0]).toEqual({
      source: vietnam?.key,
      target: defence?.key,
      eventCount: 2,
      releaseCount: 2,
    });
  });

  it('goes two steps where asked to, and keeps to the heaviest edges', async () => {
    const { neighbourhood } = await graph.data<{ neighbourhood: Drawing }>(
      '{ neighbourhood(id: "AUS", depth: 2) { nodes { name depth } edges(first: 2) { eventCount } } }',
    );
    const far = neighbourhood.nodes.filter(({ depth }) => depth === 2).map(({ name }) => name);
    expect(far).toContain('Vietnam');
    expect(neighbourhood.edges).toHaveLength(2);
  });
});
