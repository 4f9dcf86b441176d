/** A request that asks for too much, and what the server should say. */
export interface Attack {
  readonly name: string;
  /** The body as it is sent; `type` is JSON where it is left out. */
  readonly body: string;
  readonly type?: string;
  /** `extensions.code` of the first error; null where the body is refused before it is read as a request. */
  readonly code: string | null;
  readonly status?: number;
  /** Part of the message. */
  readonly message: string;
}

const json = (query: string, variables?: unknown): string => JSON.stringify({ query, variables });
const times = (count: number, make: (index: number) => string, separator = ' '): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(separator);

/** Lists inside of lists. */
function nest(levels: number, size: number): string {
  const field = (level: number): string =>
    level === 0
      ? 'id'
      : `${level % 2 ? 'events' : 'releases'}(first: ${size}) { edges { node { ${field(level - 1)} } } }`;
  return `{ ${field(levels)} }`;
}

const doubling = (count: number, leaf: string): string =>
  times(count, (index) =>
    index + 1 < count
      ? `fragment F${index} on Query { ...F${index + 1} ... on Query { ...F${index + 1} } }`
      : `fragment F${index} on Query { ${leaf} }`,
  );

const TYPE_NEST = (levels: number): string =>
  levels === 0 ? 'name' : `fields { name type { ${TYPE_NEST(levels - 1)} } }`;

/** One request of each kind that servers of GraphQL have been brought down with. */
export const ATTACKS: readonly Attack[] = [
  { name: 'a megabyte of braces', body: json('{'.repeat(1_000_000)), code: null, status: 413, message: '' },
  { name: 'a megabyte of JSON arrays', body: '['.repeat(1_000_000), code: null, status: 413, message: '' },
  {
    name: 'a quarter of a megabyte of braces',
    body: json('{'.repeat(248_000)),
    code: 'QUERY_TOO_LONG',
    message: '248000 characters; at most 50000',
  },
  {
    name: 'a quarter of a megabyte of fields',
    body: json(`{ ${'a '.repeat(124_000)} }`),
    code: 'QUERY_TOO_LONG',
    message: 'characters',
  },
  {
    name: 'a quarter of a megabyte of nested fields',
    body: json('{a'.repeat(124_000)),
    code: 'QUERY_TOO_LONG',
    message: 'characters',
  },
  {
    name: 'a quarter of a megabyte of opening brackets',
    body: json(`{ nodes(ids: ${'['.repeat(245_000)}`),
    code: 'QUERY_TOO_LONG',
    message: 'characters',
  },
  {
    name: 'braces up to the limit of characters',
    body: json('{'.repeat(49_000)),
    code: 'QUERY_TOO_DEEP',
    message: 'nests more than 200 brackets',
  },
  {
    name: 'brackets up to the limit of characters',
    body: json(`{ nodes(ids: ${'['.repeat(49_000)}`),
    code: 'QUERY_TOO_DEEP',
    message: 'brackets in each other',
  },
  {
    name: 'fields up to the limit of characters',
    body: json(`{ ${'a '.repeat(24_000)} }`),
    code: 'TOO_MANY_TOKENS',
    message: '2000 tokens',
  },
  {
    name: 'a quarter of a megabyte in one string',
    body: json(`{ country(code: "${'x'.repeat(245_000)}") { name } }`),
    code: 'QUERY_TOO_LONG',
    message: 'characters',
  },
  {
    name: 'a quarter of a megabyte of comments',
    body: json(`${'#\n'.repeat(80_000)}{ __typename }`),
    code: 'QUERY_TOO_LONG',
    message: 'characters',
  },
  {
    name: 'a megabyte of comments at once',
    body: json('#'.repeat(1_000_000)),
    code: null,
    status: 413,
    message: '',
  },
  {
    name: 'a quarter of a megabyte of JSON arrays',
    body: '['.repeat(248_000),
    code: 'BAD_REQUEST',
    message: 'more than 10000 brackets',
  },
  {
    name: 'a quarter of a megabyte of quotation marks in a string without end',
    body: `{"query":"${'\\"'.repeat(120_000)}`,
    code: 'BAD_REQUEST',
    message: 'invalid JSON',
  },
  {
    name: 'a quarter of a megabyte of JSON that is none',
    body: 'x'.repeat(248_000),
    code: 'BAD_REQUEST',
    message: 'invalid JSON',
  },
  {
    name: 'fields nested a hundred deep',
    body: json(`{ ${'a { '.repeat(100)} b ${'}'.repeat(101)}`),
    code: 'QUERY_TOO_DEEP',
    message: 'levels deep; at most 14',
  },
  {
    name: 'depth that hides in fragments',
    body: json(
      `{ release(id: "x") { ...F0 } } ${times(60, (index) => `fragment F${index} on Release { duplicateOf { ${index < 59 ? `...F${index + 1}` : 'id'} } }`)}`,
    ),
    code: 'QUERY_TOO_DEEP',
    message: '62 levels deep',
  },
  {
    name: 'fragments that double each other',
    body: json(`{ ...F0 } ${doubling(60, 'statistics { events }')}`),
    code: 'TOO_MANY_FIELDS',
    message: 'fragments spread',
  },
  {
    name: 'a ring of fragments',
    body: json(
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }',
    ),
    code: 'FRAGMENT_RING',
    message: 'The fragment "A" spreads itself',
  },
  {
    name: 'many rings of fragments',
    body: json(
      `{ __typename } ${times(100, (index) => `fragment F${index} on Query { ...F${(index + 1) % 100} ...F${(index * 7) % 100} }`)}`,
    ),
    code: 'FRAGMENT_RING',
    message: 'spreads itself',
  },
  {
    name: 'an alias bomb',
    body: json(`{ ${times(250, (index) => `a${index}: statistics { events }`)} }`),
    code: 'TOO_MANY_ALIASES',
    message: '250 aliases; at most 30',
  },
  {
    name: 'one field over and over',
    body: json(`{ ${times(1900, () => '__typename')} }`),
    code: 'TOO_MANY_FIELDS',
    message: '1900 fields',
  },
  {
    name: 'one list over and over, with all that is in it',
    body: json(`{ ${times(130, () => 'events(first: 1) { edges { node { id } } }')} }`),
    code: 'TOO_MANY_FIELDS',
    message: 'at most 500',
  },
  {
    name: 'one list over and over, within the limit of fields',
    body: json(`{ ${times(124, () => 'events(first: 1) { edges { node { id } } }')} }`),
    code: 'TOO_MANY_REPEATS',
    message: 'parts of the same object more than 2000 times over',
  },
  {
    name: 'one list over and over, each in a fragment of its own',
    body: json(
      `{ ${times(70, (index) => `...F${index}`)} } ${times(70, (index) => `fragment F${index} on Query { events(first: 1) { edges { node { id } } } }`)}`,
    ),
    code: 'TOO_MANY_REPEATS',
    message: 'parts of the same object more than 2000 times over',
  },
  {
    name: 'lists over and over inside of lists over and over',
    body: json(`{ ${times(22, () => `events(first: 1) { ${times(7, () => 'edges { node { id } }')} }`)} }`),
    code: 'TOO_MANY_REPEATS',
    message: 'parts of the same object more than 2000 times over',
  },
  {
    name: 'directives on one field',
    body: json(`{ __typename ${times(450, () => '@skip(if: false)')} }`),
    code: 'TOO_MANY_TOKENS',
    message: '2000 tokens',
  },
  {
    name: 'unknown directives',
    body: json(`{ __typename ${times(900, () => '@a')} }`),
    code: 'TOO_MANY_DIRECTIVES',
    message: '900 directives',
  },
  {
    name: 'many operations',
    body: json(times(300, (index) => `query Q${index} { __typename }`)),
    code: 'TOO_MANY_OPERATIONS',
    message: '300 operations',
  },
  {
    name: 'introspection in rings',
    body: json(`{ __schema { types { ${TYPE_NEST(12)} } } }`),
    code: 'TOO_MUCH_INTROSPECTION',
    message: 'nests 12 lists of the schema',
  },
  {
    name: 'introspection in rings of fragments',
    body: json(
      `{ __schema { types { ...A } } } ${times(10, (index) => `fragment ${'ABCDEFGHIJ'[index]} on __Type { fields { type { ${index < 9 ? `...${'BCDEFGHIJ'[index]}` : 'name'} } } }`)}`,
    ),
    code: 'TOO_MUCH_INTROSPECTION',
    message: 'nests 10 lists of the schema',
  },
  {
    name: 'introspection over and over',
    body: json(`{ ${times(20, (index) => `a${index}: __schema { types { name } }`)} }`),
    code: 'TOO_MUCH_INTROSPECTION',
    message: '20 times',
  },
  {
    name: 'lists inside of lists',
    body: json(nest(4, 100)),
    code: 'QUERY_TOO_LARGE',
    message: 'narrow `releases.events.releases.events`',
  },
  {
    name: 'a list without end',
    body: json('{ events(first: 2000000000) { edges { node { id } } } }'),
    code: 'QUERY_TOO_LARGE',
    message: 'narrow `events`',
  },
  {
    name: 'a list without end by a variable',
    body: json('query ($n: Int = 2000000000) { events(first: $n) { edges { node { id } } } }'),
    code: 'QUERY_TOO_LARGE',
    message: 'narrow `events`',
  },
  {
    name: 'a list in a variable of many members',
    body: json('query ($c: [String!]) { events(first: 1, filter: { countries: $c }) { totalCount } }', {
      c: Array.from({ length: 40_000 }, () => 'xx'),
    }),
    code: 'VARIABLES_TOO_LARGE',
    message: 'more than 20000 values',
  },
  {
    name: 'a list in a variable of more members than are allowed',
    body: json('query ($c: [String!]) { events(first: 1, filter: { countries: $c }) { totalCount } }', {
      c: Array.from({ length: 1100 }, () => 'xx'),
    }),
    code: 'VARIABLES_TOO_LARGE',
    message: 'more than 1000 values',
  },
  {
    name: 'a quarter of a megabyte of empty JSON objects',
    body: `{"query":"{ __typename }","variables":{"a":[${times(80_000, () => '{}', ',')}]}}`,
    code: 'VARIABLES_TOO_LARGE',
    message: 'more than 20000 values',
  },
  {
    name: 'a variable of many characters',
    body: json('query ($t: String!) { releases(first: 1, filter: { text: $t }) { totalCount } }', {
      t: 'a* '.repeat(80_000),
    }),
    code: 'VARIABLES_TOO_LARGE',
    message: 'more than 20000 characters',
  },
  {
    name: 'variables nested in each other',
    body: `{"query":"{ __typename }","variables":{"a":${'[['.repeat(2000)}${']]'.repeat(2000)}}}`,
    code: 'VARIABLES_TOO_LARGE',
    message: 'more than 1000 values',
  },
  {
    name: 'many variables that are not used',
    body: json(`query (${times(480, (index) => `$v${index}: Int`)}) { __typename }`),
    code: 'TOO_MANY_VARIABLES',
    message: '480 variables',
  },
  {
    name: 'many arguments',
    body: json(`{ events(${times(600, (index) => `a${index}: 1`)}) { totalCount } }`),
    code: 'TOO_MANY_ERRORS',
    message: 'more than 20 errors',
  },
  {
    name: 'many errors',
    body: json(`{ ${times(480, (index) => `zz${index}`)} }`),
    code: 'TOO_MANY_ERRORS',
    message: 'more than 20 errors',
  },
  {
    name: 'fields that conflict',
    body: json(
      `{ ${times(25, (index) => `x: events(first: ${index + 1}) { edges { node { id summary } } }`)} }`,
    ),
    code: 'TOO_MANY_ERRORS',
    message: 'more than 20 errors',
  },
  {
    name: 'a batch',
    body: `[${times(5000, () => '{"query":"{ __typename }"}', ',')}]`,
    code: null,
    message: 'Batching',
  },
  { name: 'a query that is none', body: '{"query":{"a":1}}', code: 'BAD_REQUEST', message: '' },
];
