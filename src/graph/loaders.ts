import DataLoader from 'dataloader';
import type { Mention } from '../model/decomposition.ts';
import type { Evidence, NodeKind, Term } from '../model/graph.ts';
import type { FilterOf, NamedFilter } from '../store/filters.ts';
import type { NodeOf } from '../store/node-types.ts';
import type { OrderOf, Page, PageRequest } from '../store/paging.ts';
import type { Neighbour, View } from '../store/store.ts';

/** The kinds that other nodes are joined to by counts. */
export type NeighbourKind = 'minister' | 'country' | 'portfolio' | 'official';

/** Title, plain text and Markdown of a release. */
export interface ReleaseText {
  readonly text: string;
  readonly body: string;
}

/**
 * One request's batching: every hop of the graph goes through a loader. Hops by id go through those of the node refs,
 * all others through these; hops with the same method and the same arguments share one, so that the number of statements depends on the shape of a query and not on what it finds.
 */
export interface Loaders {
  page<K extends 'event' | 'release'>(
    parent: NodeKind,
    kind: K,
    filter: FilterOf[K],
    order: OrderOf[K],
    page: PageRequest,
  ): DataLoader<string, Page<NodeOf[K]>>;
  neighbours<K extends NeighbourKind>(
    parent: NodeKind,
    kind: K,
    page: PageRequest,
    filter?: NamedFilter,
  ): DataLoader<string, Page<Neighbour<NodeOf[K]>>>;
  terms(parent: NodeKind): DataLoader<string, readonly Term[]>;
  readonly evidence: DataLoader<string, readonly Evidence[]>;
  readonly mentions: DataLoader<string, readonly Mention[]>;
  readonly text: DataLoader<string, ReleaseText | null>;
}

/**
 * Batches close when the event loop has turned once: what a turn asks for comes together, other requests get their
 * turn between two hops, and a query's time limit can strike, which it could not while SQLite answers synchronously.
 */
export function afterThisTurn(dispatch: () => void): void {
  setImmediate(dispatch);
}

/** Loaders for one request. They hold what they load, so they must not outlive it. */
export function createLoaders(view: View): Loaders {
  const made = new Map<string, unknown>();
  // The key names the method and its arguments, so what stands under it has the type that the caller gives.
  const once = <V>(
    key: readonly unknown[],
    load: (ids: readonly string[]) => Promise<readonly V[]>,
  ): DataLoader<string, V> => {
    const name = JSON.stringify(key);
    const known = made.get(name);
    if (known) return known as DataLoader<string, V>;
    const loader = new DataLoader<string, V>(load, { batchScheduleFn: afterThisTurn });
    made.set(name, loader);
    return loader;
  };
  return {
    page: (kind, child, filter, order, page) =>
      once(['page', kind, child, filter, order, page], (ids) =>
        view.pagesOf({ kind, ids }, child, filter, order, page),
      ),
    neighbours: (kind, child, page, filter = {}) =>
      once(['neighbours', kind, child, page, filter], (ids) =>
        view.neighboursOf({ kind, ids }, child, page, filter),
      ),
    terms: (kind) => once(['terms', kind], (ids) => view.termsOf({ kind, ids })),
    evidence: once(['evidence'], (ids) => view.evidenceOf(ids)),
    mentions: once(['mentions'], (ids) => view.mentionsOf(ids)),
    text: once(['text'], (ids) => view.textsOf(ids)),
  };
}
