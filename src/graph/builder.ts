import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import RelayPlugin from '@pothos/plugin-relay';
import type { GraphContext } from './context.ts';
import { inputError } from './errors.ts';
import { decodeGlobalId, encodeGlobalId } from './global-id.ts';

/** The most nodes that one field fetches by id. */
const MAX_NODES = 100;

/** What the builder knows of types before any is defined. */
export interface BuilderTypes {
  readonly Context: GraphContext;
  readonly DefaultFieldNullability: false;
  readonly Scalars: {
    readonly Date: { readonly Input: string; readonly Output: string };
    readonly ID: { readonly Input: string; readonly Output: string | number };
  };
}

/** The schema builder; it defines no types, so that every file of types can import it. */
export const builder = new SchemaBuilder<BuilderTypes>({
  plugins: [DataloaderPlugin, RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    encodeGlobalID: encodeGlobalId,
    decodeGlobalID: decodeGlobalId,
    // Nodes are marked with their type where they are loaded, on copies: those of the store are shared.
    brandLoadedObjects: false,
    idFieldOptions: {
      description:
        'Opaque id, unique over all types and stable over re-runs; give it to `node` to get this back.',
    },
    nodeTypeOptions: {
      description: 'Anything in the graph that can be fetched again by its `id` alone.',
    },
    nodeQueryOptions: {
      nullable: true,
      description: 'Any node by its opaque id. Null where there is no such node any more.',
      args: { id: { description: 'The `id` of a node, as this API gave it.' } },
    },
    nodesQueryOptions: {
      description:
        'Many nodes by their opaque ids, in the order asked for, null where there is no such node.',
      args: { ids: { description: 'Up to 100 opaque ids, of one type or of several.' } },
      resolve: (_root, { ids }, _context, _info, resolveNodes) => {
        if (ids.length > MAX_NODES) {
          throw inputError('BAD_INPUT', `Query.nodes: takes at most ${MAX_NODES} ids, got ${ids.length}.`);
        }
        return resolveNodes(ids);
      },
    },
    pageInfoTypeOptions: {
      description: 'Where a page lies in its list, as the Relay connection specification has it.',
    },
    hasNextPageFieldOptions: { description: 'Whether rows follow the last edge of this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether rows precede the first edge of this page.' },
    startCursorFieldOptions: {
      description: 'Cursor of the first edge, for `before`; null where the page is empty.',
    },
    endCursorFieldOptions: {
      description: 'Cursor of the last edge, for `after`; null where the page is empty.',
    },
    firstArgOptions: { description: 'Take this many rows from the front, 1 to 100. Excludes `last`.' },
    lastArgOptions: {
      description: 'Take this many rows from the back, 1 to 100; edges still come in list order.',
    },
    afterArgOptions: {
      description:
        'Only rows behind this cursor, which must come from the same list with the same arguments.',
    },
    beforeArgOptions: {
      description:
        'Only rows in front of this cursor, which must come from the same list with the same arguments.',
    },
  },
});

/** The builder's full set of types, for helpers that take refs. */
export type SchemaTypes = typeof builder.$inferSchemaTypes;
