import fc from 'fast-check';
import { getNamedType, isLeafType, isObjectType, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/graph/schema.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { estimateCost } from '../../src/serve/cost.ts';
import { createRunner } from '../../src/serve/run-operation.ts';
import { COST_HEADER } from '../../src/serve/yoga-limits.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { Store } from '../../src/store/store.ts';
import { openGraph } from '../graph/harness.ts';
import { makeWorld } from '../store/builder.ts';
import { keptLog, openServer } from './harness.ts';
import { queryOfEveryField, type Samples, samplesOf, selectionOf } from './queries.ts';

/** Objects of an answer, not counting those that only carry others. Every object has its type's name along. */
function countObjects(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countObjects(item), 0);
  if (value === null || typeof value !== 'object') return 0;
  const { __typename: name, ...rest } = value as Record<string, unknown>;
  const inner = countObjects(Object.values(rest));
  return inner + (/(?:Edge|Connection|^PageInfo)$/.test(String(name)) ? 0 : 1);
}

/** Stores of different kinds: a generated one with some of everything, the sample releases, and one of your own. */
const STORES: readonly (readonly [name: string, open: () => Promise<Store>])[] = [
  [
    'a generated graph',
    async () => {
      const size = { releases: 60, events: 150, countries: 9, ministers: 12, portfolios: 4, officials: 20 };
      const world = makeWorld(11, size);
      return (await openGraph(world.files, world.graph)).store;
    },
  ],
  [
    'the graph of the sample releases',
    async () => {
      const store = await openSqliteStore(':memory:');
      await ingest(store, ['data/releases'], { workers: 0 });
      return store;
    },
  ],
  // COST_DB=PATH tries the store of a whole corpus as well.
  ...(process.env.COST_DB
    ? [[process.env.COST_DB, () => openSqliteStore(process.env.COST_DB ?? '', { readOnly: true })] as const]
    : []),
];

const reached = new Set<string>();

describe.each(STORES)('the estimate of cost over %s', (_name, open) => {
  let store: Store;
  let samples: Samples = {};
  beforeAll(async () => {
    store = await open();
    samples = await samplesOf(store.view);
  }, 60_000);
  afterAll(() => store.close());

  /** How many objects the answer has and how many are reckoned; null for a query that no server would run. */
  async function measure(source: string) {
    const document = parse(source);
    if (validate(schema, document).length > 0) return null;
    const { requested } = estimateCost(schema, document, null, {});
    if (requested > 60_000) return null;
    const run = createRunner(store.view, keptLog().logger, 30_000);
    const { data, errors } = await run(document, {});
    // The root is no object of the answer, and has no type's name to say so.
    return { objects: countObjects(data) - (data ? 1 : 0), requested, errors };
  }

  it('is never below the number of objects that an answer holds', async () => {
    let valid = 0;
    let filled = 0;
    const query = schema.getQueryType();
    if (!query) throw new RangeError('expected a query type');
    await fc.assert(
      fc.asyncProperty(selectionOf(query, 3, samples), async (selection) => {
        const source = `{ ${selection} }`;
        const measured = await measure(source);
        if (!measured) return;
        valid += 1;
        const { objects, requested } = measured;
        if (objects > 5) filled += 1;
        expect([objects, requested, source]).toEqual([objects, Math.max(objects, requested), source]);
      }),
      { numRuns: 400, seed: 7 },
    );
    // A property that random queries hardly ever try would hold of anything.
    expect([valid > 250, filled > 60]).toEqual([true, true]);
  }, 120_000);

  it.each([1, 100])(
    'is not below it for any field, with pages of %i',
    async (size) => {
      for (const { name, source } of queryOfEveryField(samples, size)) {
        const measured = await measure(source);
        if (!measured) continue;
        const { objects, requested } = measured;
        expect([objects, requested, source]).toEqual([objects, Math.max(objects, requested), source]);
        reached.add(name);
      }
    },
    120_000,
  );
});

describe('the estimate of cost', () => {
  it('was held against every field that gives objects', () => {
    const all = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .filter(({ name }) => !name.startsWith('__') && name !== 'Subscription')
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => !isLeafType(getNamedType(field.type)))
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((name) => !reached.has(name))).toEqual([]);
  });

  it('counts every object that an edge has beside its node, and a node once for every name that it is asked by', () => {
    const cost = (source: string) => estimateCost(schema, parse(source), null, {}).requested;
    expect(cost('{ search(text: "a", first: 10) { edges { snippet { text } } } }')).toBe(10);
    expect(cost('{ search(text: "a", first: 10) { edges { snippet { text } node { id } } } }')).toBe(20);
    expect(cost('{ search(text: "a", first: 10) { edges { snippet { matches { start } } } } }')).toBe(410);
    // Facets stand beside the rows and do not grow with them.
    expect(cost('{ search(text: "a", first: 10) { kinds { count } edges { node { id } } } }')).toBe(16);
    expect(cost('{ events(first: 10) { edges { node { id } other: node { id } } } }')).toBe(20);
    expect(cost('{ events(first: 10) { edges { node { id } } others: edges { node { id } } } }')).toBe(20);
    expect(
      cost(
        '{ events(first: 10) { ...E } } fragment E on EventConnection { edges { node { date { edtf } } } }',
      ),
    ).toBe(20);
  });

  it('is told with the answer where the client asks for it, and not else', async () => {
    const server = await openServer();
    const asked = await server.post('{ events(first: 7) { edges { node { id } } } }', {
      headers: { [COST_HEADER]: '1' },
    });
    expect(await asked.json()).toMatchObject({ extensions: { cost: { requested: 7, limit: 50_000 } } });
    expect(await (await server.post('{ statistics { events } }')).json()).not.toHaveProperty('extensions');
    await server.close();
  });

  it('names the list to narrow, at any limit', async () => {
    const server = await openServer({ limits: { cost: 300 } });
    const answer = await server.post(
      '{ statistics { events } ministers(first: 20) { edges { node { events(first: 20) { edges { node { id } } } } } } }',
    );
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      errors: [
        {
          message: 'The answer can hold 421 objects; at most 300 are allowed; narrow `ministers.events`.',
          extensions: {
            code: 'QUERY_TOO_LARGE',
            cost: { requested: 421, limit: 300 },
            narrow: 'ministers.events',
          },
        },
      ],
    });
    await server.close();
  });
});
