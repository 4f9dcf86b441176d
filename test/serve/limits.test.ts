import { getIntrospectionQuery, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/graph/schema.ts';
import { estimateCost } from '../../src/serve/cost.ts';
import { loadDocuments } from '../../src/serve/documents.ts';
import { DEFAULT_LIMITS } from '../../src/serve/limits.ts';
import { openServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

interface Failure {
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function refusal(
  query: string,
  variables?: unknown,
): Promise<[status: number, code: string, message: string]> {
  server.graph.statements.length = 0;
  const answer = await server.post(query, { variables });
  const { errors } = (await answer.json()) as Failure;
  expect(server.graph.statements).toEqual([]);
  return [answer.status, errors[0]?.extensions?.code ?? '', errors[0]?.message ?? ''];
}

/** Lists inside of lists, `levels` deep, of `size` each. */
function nest(levels: number, size: number): string {
  const field = (level: number): string =>
    level === 0
      ? 'id'
      : `${level % 2 ? 'events' : 'releases'}(first: ${size}) { edges { node { ${field(level - 1)} } } }`;
  return `{ ${field(levels)} }`;
}

describe('limits, all of them before anything is fetched', () => {
  it('refuse a query that goes too deep', async () => {
    expect(await refusal(nest(5, 1))).toEqual([
      400,
      'QUERY_TOO_DEEP',
      'The query is 16 levels deep; at most 14 are allowed.',
    ]);
  });

  it('refuse depth that hides in fragments', async () => {
    const hops = ['A', 'B', 'C', 'D', 'E'].map(
      (name, index, all) =>
        `fragment ${name} on Release { duplicateOf { duplicateOf { duplicateOf { ${index + 1 < all.length ? `...${all[index + 1]}` : 'id'} } } } }`,
    );
    const [status, code] = await refusal(`{ release(id: "x") { ...A } } ${hops.join(' ')}`);
    expect([status, code]).toEqual([400, 'QUERY_TOO_DEEP']);
  });

  it('refuse many aliases, written out or brought in by fragments', async () => {
    const aliases = Array.from(
      { length: 31 },
      (_, index) => `a${index}: __typename statistics${index}: statistics { events }`,
    );
    expect((await refusal(`{ ${aliases.join(' ')} }`)).slice(0, 2)).toEqual([400, 'TOO_MANY_ALIASES']);
    const doubled = ['A', 'B', 'C', 'D', 'E', 'F'].map((name, index, all) => {
      const next = all[index + 1];
      return `fragment ${name} on Query { ${next ? `...${next} ... on Query { ...${next} }` : 'x: statistics { events }'} }`;
    });
    expect((await refusal(`{ ...A } ${doubled.join(' ')}`)).slice(0, 2)).toEqual([400, 'TOO_MANY_ALIASES']);
  });

  it('refuse a document of too many tokens while it is read', async () => {
    const [status, , message] = await refusal(`{ ${'__typename '.repeat(2100)} }`);
    expect(status).toBe(400);
    expect(message).toContain('2000 tokens');
  });

  it('refuse an answer that can grow too large, sizes from variables included', async () => {
    const query =
      'query ($n: Int!) { events(first: $n) { edges { node { releases(first: $n) { edges { node { events(first: $n) { edges { node { id } } } } } } } } } }';
    const [status, code] = await refusal(query, { n: 100 });
    expect([status, code]).toEqual([400, 'QUERY_TOO_LARGE']);
    expect((await server.post(query, { variables: { n: 10 } })).status).toBe(200);
  });

  it('stand in no one’s way who fetches the schema', async () => {
    const answer = await server.post(
      getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }),
    );
    expect(answer.status).toBe(200);
  });
});

describe('the estimate of nodes', () => {
  it.each([
    ['{ events(first: 20) { edges { node { id } } } }', 20],
    ['{ events(first: 20) { edges { node { evidence { quote } } } } }', 20 + 20 * 40],
    ['{ events(last: 5) { edges { node { releases(first: 3) { edges { node { id } } } } } } }', 5 + 5 * 3],
    ['{ countries { edges { node { code } } } }', 100],
    ['{ minister(slug: "x") { name countries(first: 7) { totalCount } } }', 1 + 7],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    [
      '{ a: statistics { events } ...F } fragment F on Query { b: statistics { problems { count } } }',
      1 + 1 + 20,
    ],
    ['{ __schema { types { name } } }', 0],
  ])('of %s is %i', (query, expected) => {
    expect(estimateCost(schema, parse(query), null, {}).requested).toBe(expected);
  });

  it('leaves room for every named document', () => {
    for (const { name, query, variables } of loadDocuments()) {
      const nodes = estimateCost(schema, parse(query), null, variables).requested;
      expect([name, nodes < DEFAULT_LIMITS.cost / 2]).toEqual([name, true]);
    }
  });

  it('is made at once for fragments that double each other', () => {
    const fragments = Array.from({ length: 60 }, (_, index) =>
      index < 59
        ? `fragment F${index} on Query { ...F${index + 1} ... on Query { ...F${index + 1} } }`
        : `fragment F${index} on Query { statistics { events } }`,
    );
    const start = performance.now();
    expect(
      estimateCost(schema, parse(`{ ...F0 } ${fragments.join(' ')}`), null, {}).requested,
    ).toBeGreaterThan(1e15);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
