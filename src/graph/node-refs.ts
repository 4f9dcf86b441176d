import { brandWithType, type ImplementableObjectRef } from '@pothos/core';
import type { NodeKind } from '../model/graph.ts';
import type { NodeOf } from '../store/node-types.ts';
import { builder, type SchemaTypes } from './builder.ts';
import type { GraphContext } from './context.ts';
import { NODE_TYPES } from './global-id.ts';
import { afterThisTurn } from './loaders.ts';

/** A ref of a node type: resolvers give the node, or its id, which the plugin's loader of the request then loads. */
export type NodeRef<T> = ImplementableObjectRef<SchemaTypes, string | T, T>;

export const ReleaseRef = loadable('release');
export const MinisterRef = loadable('minister');
export const CountryRef = loadable('country');
export const PortfolioRef = loadable('portfolio');
export const OfficialRef = loadable('official');
export const EventRef = loadable('event');

const REFS = {
  release: ReleaseRef,
  minister: MinisterRef,
  country: CountryRef,
  portfolio: PortfolioRef,
  official: OfficialRef,
  event: EventRef,
} as const;

/**
 * The node of an id through the request's loader of its type, null where there is none. It knows its type, so that it
 * can stand where an interface or union is asked for.
 */
export async function loadNode<K extends NodeKind>(
  kind: K,
  id: string,
  context: GraphContext,
): Promise<NodeOf[K] | null> {
  return (await REFS[kind].getDataloader(context).load(id)) as NodeOf[K] | null;
}

/** Nodes by id in the order of the ids; ids that have no node are left out. */
export async function loadNodes<K extends NodeKind>(
  kind: K,
  ids: readonly string[],
  context: GraphContext,
): Promise<NodeOf[K][]> {
  const found = await Promise.all(ids.map((id) => loadNode(kind, id, context)));
  return found.filter((node) => node !== null);
}

/** A ref whose nodes load by id, a batch at a time and once a request: for `node`, `nodes` and every hop by id. */
function loadable<K extends NodeKind>(kind: K) {
  return builder.loadableNodeRef<NodeOf[K]>(NODE_TYPES[kind], {
    id: { resolve: (node) => node.id },
    // Pothos has no type for "no such node", but takes null for it.
    load: (ids, context) => load(kind, ids, context) as Promise<NodeOf[K][]>,
    loaderOptions: { batchScheduleFn: afterThisTurn },
  });
}

/** Kinds that are held in memory come from there, as copies, for the marks of their type are not the store's. */
async function load<K extends NodeKind>(
  kind: K,
  ids: readonly string[],
  context: GraphContext,
): Promise<(NodeOf[K] | null)[]> {
  const nodes = isNamedKind(kind)
    ? await fromMemory(kind, ids, context)
    : await context.view.nodes(kind, ids);
  return nodes.map((node) => {
    if (!node) return null;
    const copy = { ...node };
    brandWithType(copy, NODE_TYPES[kind] as never);
    return copy as NodeOf[K];
  });
}

type MemoryKind = 'country' | 'minister' | 'portfolio' | 'official';

function isNamedKind(kind: NodeKind): kind is MemoryKind {
  return kind !== 'release' && kind !== 'event';
}

async function fromMemory(kind: MemoryKind, ids: readonly string[], context: GraphContext) {
  const directory = (await context.names())[kind];
  return ids.map((id) => directory.byId(id) ?? null);
}
