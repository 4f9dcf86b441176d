import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { encodeGlobalId } from '../../src/graph/global-id.ts';
import { schema } from '../../src/graph/schema.ts';
import type { View } from '../../src/store/store.ts';

/** Values for arguments as they are written in a query, by `field.argument`. */
export type Samples = Readonly<Record<string, readonly string[]>>;

/** Values out of what a store has: the nodes with most in them first. */
export async function samplesOf(view: View): Promise<Samples> {
  const names = await view.names();
  const page = { limit: 20, backward: false, after: null, before: null, total: false };
  const order = { by: 'DATE', descending: true } as const;
  const events = (await view.page('event', {}, order, page)).rows.map(({ node }) => node);
  const releases = (await view.page('release', {}, order, page)).rows.map(({ node }) => node);
  const ids = (list: readonly { readonly id: string; readonly eventCount?: number }[]) =>
    [...list]
      .sort((a, b) => (b.eventCount ?? 0) - (a.eventCount ?? 0))
      .slice(0, 8)
      .map(({ id }) => id);
  const quoted = (values: readonly string[]) => values.map((value) => JSON.stringify(value));
  const of = (type: string, values: readonly string[]) =>
    quoted(values.slice(0, 3).map((id) => encodeGlobalId(type, id)));
  const named = [...of('Country', ids(names.countries)), ...of('Minister', ids(names.ministers))];
  const nodes = [...named, ...of('Event', ids(events)), ...of('Release', ids(releases))];
  return {
    'minister.slug': quoted(ids(names.ministers)),
    'portfolio.slug': quoted(ids(names.portfolios)),
    'official.slug': quoted(ids(names.officials)),
    'country.code': quoted(ids(names.countries)),
    'relationship.country': quoted(ids(names.countries)),
    'event.id': quoted(ids(events)),
    'release.id': quoted(ids(releases)),
    'node.id': nodes,
    'nodes.ids': [`[${nodes.join(', ')}]`, `[${nodes.slice(0, 2).join(', ')}]`],
    'neighbourhood.id': named,
    'paths.from': named,
    'paths.to': [...named].reverse(),
    'search.text': ['"the"', '"a*"', '"new zealand"'],
    'ask.phrase': [
      '"all events"',
      '"visits"',
      '"visits to Vietnam or Australia by Phil Goff or Helen Clark not in 2005"',
    ],
    'eventSeries.interval': ['YEAR', 'MONTH'],
    'eventCounts.by': ['[COUNTRY]', '[YEAR, TYPE]'],
  };
}

/** How the arguments of a field are written; null where a value is needed that the samples do not have. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  samples: Samples,
  sizes: fc.Arbitrary<number>,
): fc.Arbitrary<string> | null {
  const parts: fc.Arbitrary<string>[] = [];
  for (const argument of field.args) {
    const { name } = argument;
    if (name === 'first') {
      parts.push(sizes.map((size) => `first: ${size}`));
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

/** Random selections of a type, at most `depth` levels of objects deep; a field can come twice, under two names. */
export function selectionOf(type: GraphQLNamedType, depth: number, samples: Samples): fc.Arbitrary<string> {
  if (isUnionType(type) || isInterfaceType(type)) {
    // One type alone: fields of one name and different types may not stand beside each other.
    return fc
      .constantFrom(...schema.getPossibleTypes(type))
      .chain((chosen) =>
        selectionOf(chosen, depth, samples).map((inner) => `__typename ... on ${chosen.name} { ${inner} }`),
      );
  }
  if (!isObjectType(type)) return fc.constant('__typename');
  const choices = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const args = argumentsOf(field, samples, fc.integer({ min: 1, max: 30 }));
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
    .tuple(
      fc.uniqueArray(fc.nat({ max: choices.length - 1 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 5 }),
    )
    .chain(([picked, again]) =>
      fc.tuple(
        ...picked.map((index) => choices[index] as fc.Arbitrary<string>),
        ...(again === 0 && picked[0] !== undefined
          ? [(choices[picked[0]] as fc.Arbitrary<string>).map((one) => `again: ${one}`)]
          : []),
      ),
    )
    .map((parts) => `__typename ${parts.join(' ')}`);
}

/** A query of one field of objects, all that is around it left away. */
export interface FieldQuery {
  /** `Type.field`. */
  readonly name: string;
  readonly source: string;
}

/**
 * For every field that gives objects, of every type that a query can reach: the shortest ways to it, one for each
 * field of the query type, with pages of `size`.
 */
export function queryOfEveryField(samples: Samples, size: number): readonly FieldQuery[] {
  const query = schema.getQueryType();
  const queries: FieldQuery[] = [];
  for (const root of Object.values(query?.getFields() ?? {})) {
    const wrap = opened(root, samples, size);
    if (wrap === null || isLeafType(getNamedType(root.type))) continue;
    const seen = new Set<string>();
    let level: { type: GraphQLNamedType; wrap: (inner: string) => string }[] = [
      { type: getNamedType(root.type), wrap: (inner) => `{ ${wrap(inner)} }` },
    ];
    queries.push({ name: `Query.${root.name}`, source: `{ ${wrap('__typename')} }` });
    while (level.length > 0) {
      const next: typeof level = [];
      for (const { type, wrap: outer } of level) {
        if (seen.has(type.name)) continue;
        seen.add(type.name);
        if (isInterfaceType(type) || isUnionType(type)) {
          for (const possible of schema.getPossibleTypes(type)) {
            next.push({
              type: possible,
              wrap: (inner) => outer(`__typename ... on ${possible.name} { ${inner} }`),
            });
          }
        }
        if (!isObjectType(type)) continue;
        for (const field of Object.values(type.getFields())) {
          const named = getNamedType(field.type);
          const open = isLeafType(named) ? null : opened(field, samples, size);
          if (open === null) continue;
          const way = (inner: string) => outer(`__typename ${open(inner)}`);
          queries.push({ name: `${type.name}.${field.name}`, source: way('__typename') });
          next.push({ type: named, wrap: way });
        }
      }
      level = next;
    }
  }
  return queries;
}

/** `field(first: 20) { … }`, with the first sample of what else it needs. */
function opened(
  field: GraphQLField<unknown, unknown>,
  samples: Samples,
  size: number,
): ((inner: string) => string) | null {
  const written: string[] = [];
  for (const argument of field.args) {
    const value = argument.name === 'first' ? String(size) : samples[`${field.name}.${argument.name}`]?.[0];
    if (argument.name !== 'first' && !isRequiredArgument(argument)) continue;
    if (value === undefined) return null;
    written.push(`${argument.name}: ${value}`);
  }
  const args = written.length > 0 ? `(${written.join(', ')})` : '';
  return (inner) => `${field.name}${args} { ${inner} }`;
}
