import type { Mention } from '../model/decomposition.ts';
import type { Country, Evidence, Minister, NodeKind, Official, Portfolio, Term } from '../model/graph.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import type { Analytics } from './analytics.ts';
import type { FilterOf, NamedFilter } from './filters.ts';
import type { NodeOf } from './node-types.ts';
import type { OrderOf, Page, PageRequest } from './paging.ts';
import type { JobQueue } from './queue.ts';
import type { Writer } from './writer.ts';

/**
 * One place where a graph stands. Opening checks that the store's migrations are the program's own
 * (AppError STORE_MISSING, STORE_VERSION, STORE_LOCKED, STORE_UNAVAILABLE).
 */
export interface Store {
  readonly view: View;
  readonly writer: Writer;
  /** Jobs of processes that ingest together; null where the engine is for one machine. */
  openQueue(): Promise<JobQueue | null>;
  /** The connections to read with, of each server at this moment; empty where the engine has no server. */
  pools(): readonly PoolState[];
  /** Frees the connections; further calls fail. */
  close(): Promise<void>;
}

/** Connections of this process to a server of the store. */
export interface PoolState {
  readonly server: 'primary' | 'replica';
  readonly busy: number;
  readonly idle: number;
  /** Statements that wait for a connection. */
  readonly waiting: number;
}

/** A node beside another, and how much joins them. */
export interface Neighbour<T> {
  readonly node: T;
  readonly eventCount: number;
  readonly releaseCount: number;
  /** `YYYY-MM-DD` of the first and last release that joins them; null where none has a date. */
  readonly first: string | null;
  readonly last: string | null;
}

/** A node that others are listed under. */
export interface Parent {
  readonly kind: NodeKind;
  readonly ids: readonly string[];
}

/** The named kinds, of which there are few enough to hold all in memory. */
export interface Names {
  readonly countries: readonly Country[];
  readonly ministers: readonly Minister[];
  readonly portfolios: readonly Portfolio[];
  readonly officials: readonly Official[];
}

/** Counts for the report and the front page. */
export interface Counts {
  readonly nodes: Readonly<Record<NodeKind, number>>;
  readonly evidence: number;
  readonly mentions: number;
  readonly terms: number;
  readonly problems: Readonly<Partial<Record<ProblemCode, number>>>;
}

/**
 * Reads. Every method takes many parents or ids at once and issues a fixed number of statements however many there
 * are; results come in the order of the request. Throws AppError STORE_UNAVAILABLE where the store is gone.
 */
export interface View extends Analytics {
  /**
   * Changes with all that readers can see, whichever process wrote it: for ETags, caches, and servers that watch. One
   * look-up of two rows, cheap enough to ask with every request.
   */
  revision(): Promise<string>;
  /**
   * Calls back soon after another revision can be read, where the engine tells (Postgres, unless a pooler is between),
   * until the function that it gives is called. Who has to know asks for the revision now and then as well.
   */
  watch(onChange: () => void): () => void;
  /** Whether the graph is of all files that were read: false from an ingest's first batch until it has linked. */
  isLinked(): Promise<boolean>;
  /** From memory while the revision stays. */
  names(): Promise<Names>;
  counts(): Promise<Counts>;
  /** Null where there is no such node. An event id that was merged gives the event it became. */
  nodes<K extends NodeKind>(kind: K, ids: readonly string[]): Promise<readonly (NodeOf[K] | null)[]>;
  /** A page of all nodes of a kind that the filter matches. */
  page<K extends NodeKind>(
    kind: K,
    filter: FilterOf[K],
    order: OrderOf[K],
    page: PageRequest,
  ): Promise<Page<NodeOf[K]>>;
  /** One page for each parent: the events or releases that the parent is in (for a release or event: that it has). */
  pagesOf<K extends 'event' | 'release'>(
    parent: Parent,
    kind: K,
    filter: FilterOf[K],
    order: OrderOf[K],
    page: PageRequest,
  ): Promise<readonly Page<NodeOf[K]>[]>;
  /**
   * One page of neighbours for each parent (minister, country, portfolio, official or release), by number of events
   * then releases, most first; `key` is [that number, id]. For a release: the nodes it names, all joined once,
   * without a filter, with which it throws a TypeError.
   */
  neighboursOf<K extends 'minister' | 'country' | 'portfolio' | 'official'>(
    parent: Parent,
    kind: K,
    page: PageRequest,
    filter?: NamedFilter,
  ): Promise<readonly Page<Neighbour<NodeOf[K]>>[]>;
  /** All evidence of each event, in its order. */
  evidenceOf(eventIds: readonly string[]): Promise<readonly (readonly Evidence[])[]>;
  /** All mentions of each release, in document order. */
  mentionsOf(releaseIds: readonly string[]): Promise<readonly (readonly Mention[])[]>;
  termsOf(parent: Parent): Promise<readonly (readonly Term[])[]>;
  /** Title, plain text and Markdown of each release; null where there is no such release. */
  textsOf(
    releaseIds: readonly string[],
  ): Promise<readonly ({ readonly text: string; readonly body: string } | null)[]>;
  /** Problems by file, field, code; `code` limits to one. */
  problems(
    code: ProblemCode | null,
    page: PageRequest,
  ): Promise<Page<Problem & { readonly releaseId: string | null }>>;
  /** Hash over all nodes, edges and evidence in canonical order: equal for equal graphs on any engine. */
  digest(): Promise<string>;
}
