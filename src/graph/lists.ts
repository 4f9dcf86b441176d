import type { ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { NodeKind } from '../model/graph.ts';
import type { NodeOf } from '../store/node-types.ts';
import { builder, type SchemaTypes } from './builder.ts';
import type { GraphContext } from './context.ts';
import { listIdentity } from './cursor.ts';
import { DateOrderEnum } from './enums.ts';
import {
  CountryFilterInput,
  EventFilterInput,
  MinisterFilterInput,
  OfficialFilterInput,
  PortfolioFilterInput,
  ReleaseFilterInput,
} from './filter-inputs.ts';
import { dateOrder, eventFilter, type NamedFilterArgs, namedFilter, releaseFilter } from './filters.ts';
import type { NeighbourKind } from './loaders.ts';
import type { NodeRef } from './node-refs.ts';
import { connection, MAX_PAGE, neighbourConnection, type PageArgs, pageRequest } from './paging.ts';
import {
  type Connection,
  CountryNeighboursRef,
  EventConnectionRef,
  MinisterNeighboursRef,
  type NeighbourEdge,
  OfficialNeighboursRef,
  PortfolioNeighboursRef,
  ReleaseConnectionRef,
} from './refs.ts';

/** A node type that lists hang on: its nodes have the id that the store knows them by. */
type ParentRef<T extends { readonly id: string }> = NodeRef<T>;

// Pothos cannot tell that the parent of a field of a generic ref is the ref's own shape; these lists need its id only.
type AnyParent = ObjectRef<SchemaTypes, { readonly id: string }>;

/** Adds `events` to a node type: a filtered, ordered connection of the events that the node is part of. */
export function addEvents<T extends { readonly id: string }>(
  ref: ParentRef<T>,
  kind: NodeKind,
  description: string,
): void {
  builder.objectField(ref as unknown as AnyParent, 'events', (t) =>
    t.field({
      type: EventConnectionRef,
      nullable: true,
      description: `${description} \`first\` or \`last\` is required.`,
      args: {
        filter: t.arg({ type: EventFilterInput, description: 'Leaves only the events that fit.' }),
        orderBy: t.arg({
          type: DateOrderEnum,
          required: true,
          defaultValue: 'DATE_DESC',
          description: 'By the day of the event, newest first where nothing is said.',
        }),
        ...t.arg.connectionArgs(),
      },
      resolve: async ({ id }, args, context, info) => {
        const filter = await eventFilter(args.filter, context);
        const order = dateOrder(args.orderBy);
        const list = listIdentity(kind, 'event', filter, order);
        const request = pageRequest(args, list, info);
        return connection(await context.loaders.page(kind, 'event', filter, order, request).load(id), list);
      },
    }),
  );
}

/** Adds `releases` to a node type: a filtered, ordered connection of the releases that the node occurs in. */
export function addReleases<T extends { readonly id: string }>(
  ref: ParentRef<T>,
  kind: NodeKind,
  description: string,
): void {
  builder.objectField(ref as unknown as AnyParent, 'releases', (t) =>
    t.field({
      type: ReleaseConnectionRef,
      nullable: true,
      description: `${description} \`first\` or \`last\` is required.`,
      args: {
        filter: t.arg({ type: ReleaseFilterInput, description: 'Leaves only the releases that fit.' }),
        orderBy: t.arg({
          type: DateOrderEnum,
          required: true,
          defaultValue: 'DATE_DESC',
          description: 'By the day of the release, newest first where nothing is said.',
        }),
        ...t.arg.connectionArgs(),
      },
      resolve: async ({ id }, args, context, info) => {
        const filter = await releaseFilter(args.filter, context);
        const order = dateOrder(args.orderBy);
        const list = listIdentity(kind, 'release', filter, order);
        const request = pageRequest(args, list, info);
        return connection(await context.loaders.page(kind, 'release', filter, order, request).load(id), list);
      },
    }),
  );
}

type NeighbourField = 'ministers' | 'countries' | 'portfolios' | 'officials';

/** Adds lists of neighbours to a named node type; each edge says how much joins the two. */
export function addNeighbours<T extends { readonly id: string }>(
  ref: ParentRef<T>,
  kind: NodeKind,
  descriptions: Readonly<Partial<Record<NeighbourField, string>>>,
): void {
  const parent = ref as unknown as AnyParent;
  const { ministers, countries, portfolios, officials } = descriptions;
  if (ministers) addNeighbourField(parent, kind, 'ministers', 'minister', MinisterNeighboursRef, ministers);
  if (countries) addNeighbourField(parent, kind, 'countries', 'country', CountryNeighboursRef, countries);
  if (portfolios)
    addNeighbourField(parent, kind, 'portfolios', 'portfolio', PortfolioNeighboursRef, portfolios);
  if (officials) addNeighbourField(parent, kind, 'officials', 'official', OfficialNeighboursRef, officials);
}

const NEIGHBOUR_FILTERS = {
  minister: MinisterFilterInput,
  country: CountryFilterInput,
  portfolio: PortfolioFilterInput,
  official: OfficialFilterInput,
} as const;

function addNeighbourField<K extends NeighbourKind>(
  parent: AnyParent,
  kind: NodeKind,
  field: NeighbourField,
  neighbour: K,
  type: ObjectRef<SchemaTypes, Connection<NeighbourEdge<NodeOf[K]>>>,
  description: string,
): void {
  // Officials run into the hundreds for one parent; the other kinds are short enough to come whole.
  const fallback = neighbour === 'official' ? null : MAX_PAGE;
  const size = fallback
    ? `Gives ${MAX_PAGE} where neither \`first\` nor \`last\` is given.`
    : '`first` or `last` is required.';
  builder.objectField(parent, field, (t) =>
    t.field({
      type,
      nullable: true,
      description: `${description} Most events first, then most releases. ${size}`,
      args: {
        filter: t.arg({
          type: NEIGHBOUR_FILTERS[neighbour],
          description: `Leaves only the ${field} that fit.`,
        }),
        ...t.arg.connectionArgs(),
      },
      resolve: (async (
        { id }: { readonly id: string },
        args: PageArgs & { readonly filter?: NamedFilterArgs | null },
        context: GraphContext,
        info: GraphQLResolveInfo,
      ) => {
        const filter = await namedFilter(args.filter, context);
        const list = listIdentity(kind, neighbour, 'neighbours', filter);
        const request = pageRequest(args, list, info, fallback);
        return neighbourConnection(
          await context.loaders.neighbours(kind, neighbour, request, filter).load(id),
          list,
        );
      }) as never,
    }),
  );
}
