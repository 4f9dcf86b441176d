import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../store/builder.ts';
import { openGraph, type TestGraph } from './harness.ts';

let graph: TestGraph;
beforeAll(async () => {
  const size = { releases: 60, events: 90, countries: 7, ministers: 9, portfolios: 5, officials: 30 };
  const world = makeWorld(7, size);
  graph = await openGraph(world.files, world.graph);
});
afterAll(() => graph.store.close());

interface PageOf {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A list: where it hangs, with `ARGS` in the place of the paging arguments. */
const LISTS = [
  'events(ARGS orderBy: DATE_DESC)',
  'events(ARGS orderBy: DATE_ASC, filter: {countries: ["c1", "c2"]})',
  'events(ARGS filter: {portfolios: ["p1"], statuses: [PLANNED, OCCURRED]})',
  'releases(ARGS orderBy: DATE_ASC, filter: {duplicates: true})',
  'releases(ARGS filter: {text: "talks", ministers: ["m1", "m2"]})',
  'officials(ARGS orderBy: EVENTS_DESC)',
  'officials(ARGS orderBy: NAME_DESC, filter: {countries: ["c3", "c0"]})',
  'countries(ARGS orderBy: EVENTS_ASC)',
  'country(code: "c1") { list: events(ARGS orderBy: DATE_ASC) }',
  'country(code: "c1") { list: releases(ARGS) }',
  'minister(slug: "m1") { list: countries(ARGS) }',
  'portfolio(slug: "p1") { list: officials(ARGS) }',
] as const;

const FIELDS =
  '{ totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

async function page(list: string, args: string): Promise<PageOf> {
  const filled = list.replace('ARGS', `${args},`);
  const nested = filled.includes('{ list:');
  const query = nested ? filled.replace(/ \}$/, ` ${FIELDS} }`) : `list: ${filled} ${FIELDS}`;
  const data = await graph.data<Record<string, PageOf & { list: PageOf }>>(`{ ${query} }`);
  const value = Object.values(data)[0];
  if (!value) throw new Error('expected an answer');
  return nested ? value.list : value;
}

/** All ids of a list, walked in pages of `size` from one end to the other. */
async function walk(list: string, size: number, direction: 'forward' | 'backward'): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let turn = 0; turn < 200; turn += 1) {
    const [take, from] = direction === 'forward' ? ['first', 'after'] : ['last', 'before'];
    const part: PageOf = await page(list, `${take}: ${size}${cursor ? `, ${from}: "${cursor}"` : ''}`);
    const found = part.edges.map(({ node }) => node.id);
    ids.splice(direction === 'forward' ? ids.length : 0, 0, ...found);
    expect(direction === 'forward' ? part.pageInfo.hasPreviousPage : part.pageInfo.hasNextPage).toBe(
      turn > 0,
    );
    cursor = direction === 'forward' ? part.pageInfo.endCursor : part.pageInfo.startCursor;
    if (!(direction === 'forward' ? part.pageInfo.hasNextPage : part.pageInfo.hasPreviousPage)) return ids;
  }
  throw new Error('expected the walk to end');
}

describe('walking a list page by page', () => {
  it.each(LISTS)('gives exactly the whole of %s in either direction', async (list) => {
    const whole = await page(list, 'first: 100');
    const expected = whole.edges.map(({ node }) => node.id);
    expect(whole.totalCount).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(1);
    expect(new Set(expected).size).toBe(expected.length);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('forward', 'backward'),
        async (size, direction) => {
          expect(await walk(list, size, direction)).toEqual(expected);
        },
      ),
      {
        numRuns: 6,
        seed: 42,
        examples: [
          [1, 'forward'],
          [1, 'backward'],
          [expected.length, 'forward'],
        ],
      },
    );
  });

  it.each(LISTS)('cuts %s between two cursors', async (list) => {
    const { edges } = await page(list, 'first: 100');
    const [first, last] = [edges.at(0), edges.at(-1)];
    const between = await page(list, `first: 100, after: "${first?.cursor}", before: "${last?.cursor}"`);
    expect(between.edges).toEqual(edges.slice(1, -1));
  });
});
