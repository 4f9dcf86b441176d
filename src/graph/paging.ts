import type { GraphQLResolveInfo } from 'graphql';
import type { Page, PageRequest } from '../store/paging.ts';
import type { Neighbour } from '../store/store.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { inputError } from './errors.ts';
import type { Connection, Edge, NeighbourEdge } from './refs.ts';
import { selects } from './selection.ts';

/** The longest page. */
export const MAX_PAGE = 100;

/** Relay's four arguments as they arrive. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/**
 * The store's page of these arguments. Throws BAD_INPUT where the size is missing, doubled or out of range, naming
 * the field, and BAD_CURSOR for a cursor of another list. `fallback` is the size of lists that are short by nature.
 */
export function pageRequest(
  args: PageArgs,
  list: string,
  info: GraphQLResolveInfo,
  fallback: number | null = null,
): PageRequest {
  const { first, last } = args;
  const where = `${info.parentType.name}.${info.fieldName}`;
  if (first != null && last != null)
    throw inputError('BAD_INPUT', `${where}: give \`first\` or \`last\`, not both.`);
  const limit = first ?? last ?? fallback;
  if (limit === null) {
    throw inputError(
      'BAD_INPUT',
      `${where}: give \`first\` or \`last\` (1 to ${MAX_PAGE}), for this list is long.`,
    );
  }
  if (limit < 1 || limit > MAX_PAGE) {
    const name = first == null ? 'last' : 'first';
    throw inputError('BAD_INPUT', `${where}: \`${name}\` must be 1 to ${MAX_PAGE}, got ${limit}.`);
  }
  return {
    limit,
    backward: last != null,
    after: args.after == null ? null : decodeCursor(list, args.after),
    before: args.before == null ? null : decodeCursor(list, args.before),
    total: selects(info, 'totalCount'),
  };
}

/** A number that the field was given; throws BAD_INPUT, naming the field, where it is not within its bounds. */
export function boundedNumber(
  name: string,
  value: number,
  least: number,
  most: number,
  info: GraphQLResolveInfo,
): number {
  if (value >= least && value <= most) return value;
  const where = `${info.parentType.name}.${info.fieldName}`;
  throw inputError('BAD_INPUT', `${where}: \`${name}\` must be ${least} to ${most}, got ${value}.`);
}

/** A page of the store as a connection. */
export function connection<T>(page: Page<T>, list: string): Connection<Edge<T>> {
  return build(page, list, (node, cursor) => ({ cursor, node }));
}

/** A page of neighbours as a connection: the counts go to the edges. */
export function neighbourConnection<T>(page: Page<Neighbour<T>>, list: string): Connection<NeighbourEdge<T>> {
  return build(page, list, (neighbour, cursor) => ({ ...neighbour, cursor }));
}

function build<T, E extends { readonly cursor: string }>(
  page: Page<T>,
  list: string,
  edgeOf: (node: T, cursor: string) => E,
): Connection<E> {
  const edges = page.rows.map((row) => edgeOf(row.node, encodeCursor(list, row.key)));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
  };
}
