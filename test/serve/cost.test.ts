import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/graph/schema.ts';
import { estimateCost } from '../../src/serve/cost.ts';
import { COST_HEADER } from '../../src/serve/yoga-limits.ts';
import { openGraph, type TestGraph } from '../graph/harness.ts';
import { makeWorld } from '../store/builder.ts';
import { openServer } from './harness.ts';

/** Objects of an answer, not counting those that only carry others. Every object has its type's name along. */
function countObjects(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countObjects(item), 0);
  if (value === null || typeof value !== 'object') return 0;
  const { __typename: name, ...rest } = value as Record<string, unknown>;
  const inner = countObjects(Object.values(rest));
  return inner + (/(?:Edge|Connection|^PageInfo)$/.test(String(name)) ? 0 : 1);
}

/** Values for the arguments that a field needs, out of what the data has. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  samples: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<string> | null {
  const parts: fc.Arbitrary<string>[] = [];
  for (const argument of field.args) {
    const { name } = argument;
    if (name === 'first') {
      parts.push(fc.integer({ min: 1, max: 30 }).map((size) => `first: ${size}`));
    } else if (isRequiredArgument(argument)) {
      const values = samples[`${field.name}.${name}`] ?? samples[name];
      if (!values?.length) return null;
      parts.push(fc.constantFrom(...values).map((value) => `${name}: ${value}`));
    }
  }
  return parts.length === 0
    ? fc.constant('')
    : fc.tuple(...parts).map((written) => `(${written.join(', ')})`);
}

/** Random selections of a type, at most `depth` levels of objects deep. */
function selectionOf(
  type: GraphQLNamedType,
  depth: number,
  samples: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<string> {
  if (isUnionType(type) || isInterfaceType(type)) {
    // One type alone: fields of one name and different types may not stand beside each other.
    return fc
      .constantFrom(...schema.getPossibleTypes(type))
      .chain((chosen) =>
        selectionOf(chosen, depth, samples).map((inner) => `__typename ... on ${chosen.name} { ${inner} }`),
      );
  }
  if (!isObjectType(type)) return fc.constant('__typename');
  const all = Object.values((type as GraphQLObjectType).getFields());
  const choices = all.flatMap((field) => {
    const named = getNamedType(field.type);
    const args = argumentsOf(field, samples);
    if (args === null) return [];
    if (isLeafType(named)) return [args.map((written) => `${field.name}${written}`)];
    if (depth === 0) return [];
    // Edges and their nodes take no level of their own, else hardly a random query would reach any.
    const cost = /^(?:edges|node|rows)$/.test(field.name) ? 0 : 1;
    return [
      fc
        .tuple(args, selectionOf(named, depth - cost, samples))
        .map(([written, inner]) => `${field.name}${written} { ${inner} }`),
    ];
  });
  if (choices.length === 0) return fc.constant('__typename');
  return fc
    .uniqueArray(fc.nat({ max: choices.length - 1 }), { minLength: 1, maxLength: 4 })
    .chain((picked) => fc.tuple(...picked.map((index) => choices[index] as fc.Arbitrary<string>)))
    .map((parts) => `__typename ${parts.join(' ')}`);
}

let graph: TestGraph;
let samples: Readonly<Record<string, readonly string[]>> = {};
beforeAll(async () => {
  const size = { releases: 60, events: 150, countries: 9, ministers: 12, portfolios: 4, officials: 20 };
  const world = makeWorld(11, size);
  graph = await openGraph(world.files, world.graph);
  const quoted = (list: readonly { readonly id: string }[]) =>
    list.slice(0, 8).map(({ id }) => JSON.stringify(id));
  const { countries, ministers, portfolios, officials, events, releases } = world.graph;
  const ids = [
    ...countries.slice(0, 3).map(({ id }) => `Country:${id}`),
    ...events.slice(0, 3).map(({ id }) => `Event:${id}`),
    ...releases.slice(0, 3).map(({ id }) => `Release:${id}`),
  ].map((id) => JSON.stringify(Buffer.from(id).toString('base64url')));
  samples = {
    'minister.slug': quoted(ministers),
    'portfolio.slug': quoted(portfolios),
    'official.slug': quoted(officials),
    'country.code': quoted(countries),
    'relationship.country': quoted(countries),
    'event.id': quoted(events),
    'release.id': quoted(releases),
    'node.id': ids,
    'nodes.ids': [`[${ids.join(', ')}]`, `[${ids.slice(0, 2).join(', ')}]`],
    'neighbourhood.id': ids.slice(0, 3),
    'paths.from': ids.slice(0, 3),
    'paths.to': ids.slice(0, 3),
    'search.text': ['"the"', '"a*"'],
    'ask.phrase': ['"all events"', '"visits"'],
    'eventSeries.interval': ['YEAR', 'MONTH'],
    'eventCounts.by': ['[COUNTRY]', '[YEAR, TYPE]'],
  };
}, 60_000);
afterAll(() => graph.store.close());

describe('the estimate of cost', () => {
  it('is never below the number of objects that an answer holds', async () => {
    let valid = 0;
    let filled = 0;
    const query = schema.getQueryType();
    if (!query) throw new RangeError('expected a query type');
    await fc.assert(
      fc.asyncProperty(selectionOf(query, 3, samples), async (selection) => {
        const source = `{ ${selection} }`;
        const document = parse(source);
        if (validate(schema, document).length > 0) return;
        valid += 1;
        const { requested } = estimateCost(schema, document, null, {});
        if (requested > 60_000) return;
        const { data } = await graph.run(source);
        // The root is no object of the answer.
        const objects = countObjects(data) - (data ? 1 : 0);
        if (objects > 5) filled += 1;
        expect([objects, requested, source]).toEqual([objects, Math.max(objects, requested), source]);
      }),
      { numRuns: 400, seed: 7 },
    );
    // A property that random queries hardly ever try would hold of anything.
    expect([valid > 300, filled > 60]).toEqual([true, true]);
  }, 120_000);

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
