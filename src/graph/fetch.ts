import { byCode } from '../model/ids.ts';
import type { NodeOf } from '../store/node-types.ts';
import type { Page, PageRequest, SortKey } from '../store/paging.ts';
import type { Neighbour } from '../store/store.ts';
import type { GraphContext } from './context.ts';
import type { NeighbourKind } from './loaders.ts';
import type { NameIndex } from './names.ts';
import { MAX_PAGE } from './paging.ts';

/** A kind that is held in memory, by ids in their order; ids that have no node are left out. */
export function namedById<K extends 'country' | 'minister' | 'portfolio' | 'official'>(
  kind: K,
  ids: readonly string[],
  context: GraphContext,
): NodeOf[K][] | Promise<NodeOf[K][]> {
  const pick = (names: NameIndex): NodeOf[K][] =>
    ids.flatMap((id) => names[kind].byId(id) ?? []) as NodeOf[K][];
  const names = context.names();
  return names instanceof Promise ? names.then(pick) : pick(names);
}

/** All nodes of a kind that a release names, in the order of their ids: one batch, and one more page for the release that names over 100. */
export async function namedIn<K extends NeighbourKind>(
  releaseId: string,
  kind: K,
  context: GraphContext,
): Promise<NodeOf[K][]> {
  const nodes: NodeOf[K][] = [];
  let after: SortKey | null = null;
  for (;;) {
    const request: PageRequest = { limit: MAX_PAGE, backward: false, after, before: null, total: false };
    const page: Page<Neighbour<NodeOf[K]>> = await context.loaders
      .neighbours('release', kind, request)
      .load(releaseId);
    nodes.push(...page.rows.map((row) => row.node.node));
    if (!page.hasNextPage) return nodes.sort((a, b) => byCode(a.id, b.id));
    after = page.rows.at(-1)?.key ?? null;
  }
}
