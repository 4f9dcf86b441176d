import type { DatePrecision } from '../model/date.ts';
import type { Mention } from '../model/decomposition.ts';
import type { EventStatus, EventType } from '../model/event.ts';
import type {
  Country,
  Event,
  Evidence,
  Minister,
  NodeKind,
  Official,
  Portfolio,
  Term,
} from '../model/graph.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import type { Analytics } from './analytics.ts';
import type { Writer } from './writer.ts';

/**
 * One place where a graph stands. Opening checks that the store's migrations are the program's own
 * (AppError STORE_MISSING, STORE_VERSION, STORE_LOCKED, STORE_UNAVAILABLE).
 */
export interface Store {
  readonly view: View;
  readonly writer: Writer;
  /** Frees the connections; further calls fail. */
  close(): Promise<void>;
}

/** A release as the graph serves it; `text` and `body` are fetched apart, for they are long. */
export interface ReleaseNode {
  readonly id: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly path: string;
  /** Strings as signed. */
  readonly signedMinisters: readonly string[];
  readonly signedPortfolios: readonly string[];
  readonly attachments: readonly string[];
  readonly hash: string;
  readonly duplicateOf: string | null;
  /** Portfolio ids in the header's order. */
  readonly portfolios: readonly string[];
  /** Ids of the ministers who signed, in the header's order. */
  readonly signers: readonly string[];
}

/** Events as nodes come without their evidence, which is fetched apart, in batches. */
export type EventNode = Omit<Event, 'evidence'>;

/** The node type of each kind. */
export interface NodeOf {
  readonly release: ReleaseNode;
  readonly minister: Minister;
  readonly country: Country;
  readonly portfolio: Portfolio;
  readonly official: Official;
  readonly event: EventNode;
}

/**
 * Filters: fields mean "and", the values of a list mean "any of", an absent or undefined field means no limit, an
 * empty list matches nothing. Ids are node ids, resolved before.
 */
export interface EventFilter {
  readonly countries?: readonly string[];
  /** Only events that have every one of these countries. */
  readonly allCountries?: readonly string[];
  readonly ministers?: readonly string[];
  readonly portfolios?: readonly string[];
  readonly officials?: readonly string[];
  readonly types?: readonly EventType[];
  readonly statuses?: readonly EventStatus[];
  readonly precisions?: readonly DatePrecision[];
  /** `YYYY-MM-DD`: the event's date can lie on or after this day; events without a date are left out. */
  readonly from?: string;
  /** `YYYY-MM-DD`: the event's date can lie on or before this day; events without a date are left out. */
  readonly to?: string;
  /** With `from` and `to`: the whole span of the date lies within them, where the default is that some day of it does. */
  readonly certainly?: boolean;
  readonly headline?: boolean;
  /** Reported by a release whose text this finds, as with ReleaseFilter. */
  readonly text?: string;
  readonly allMinisters?: readonly string[];
  /** Only events that have none of these; an empty list is no limit. */
  readonly notCountries?: readonly string[];
  readonly notMinisters?: readonly string[];
  readonly notPortfolios?: readonly string[];
  readonly notTypes?: readonly EventType[];
  /** `YYYY-MM-DD`: the first dated release that reports it is of this day or later. */
  readonly reportedFrom?: string;
  /** `YYYY-MM-DD`: the first dated release that reports it is of this day or earlier. */
  readonly reportedTo?: string;
  /**
   * `YYYY-MM-DD`: as known on that day. Only events that a release of that day or earlier reports, and `statuses` are
   * those that such releases gave. All else is as known now, the date and who takes part too.
   */
  readonly asOf?: string;
  /**
   * Needs `asOf`. Planned, not reported otherwise by that day, and its date can lie after that day or is not known;
   * false: all others.
   */
  readonly upcoming?: boolean;
  /** Needs `asOf`. Planned, not reported otherwise by that day, though its latest day is past; false: all others. */
  readonly unreported?: boolean;
}

export interface ReleaseFilter {
  readonly ministers?: readonly string[];
  readonly countries?: readonly string[];
  readonly portfolios?: readonly string[];
  readonly officials?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Full text: every word must be there, folded (case, macrons); a `"phrase"` as a whole; `word*` a prefix; `-word` not. */
  readonly text?: string;
  /** Releases whose body another, earlier release has; left out where false. */
  readonly duplicates?: boolean;
}

/** For ministers, countries, portfolios and officials. */
export interface NamedFilter {
  /** Part of a name or alias, folded (case, macrons). */
  readonly name?: string;
  /** Officials only: of these countries. */
  readonly countries?: readonly string[];
  /** Ministers only: with a term in these portfolios. */
  readonly portfolios?: readonly string[];
  /** Ministers only, with `portfolios` or alone: a term seen on or around this day. */
  readonly on?: string;
}

export interface FilterOf {
  readonly release: ReleaseFilter;
  readonly minister: NamedFilter;
  readonly country: NamedFilter;
  readonly portfolio: NamedFilter;
  readonly official: NamedFilter;
  readonly event: EventFilter;
}

/**
 * Orders. DATE: events by earliest day (undated last in either direction), releases by date; NAME; EVENTS: by number
 * of events. The id breaks ties, in the same direction.
 */
export interface OrderOf {
  readonly release: { readonly by: 'DATE'; readonly descending: boolean };
  readonly minister: { readonly by: 'NAME' | 'EVENTS'; readonly descending: boolean };
  readonly country: { readonly by: 'NAME' | 'EVENTS'; readonly descending: boolean };
  readonly portfolio: { readonly by: 'NAME' | 'EVENTS'; readonly descending: boolean };
  readonly official: { readonly by: 'NAME' | 'EVENTS'; readonly descending: boolean };
  readonly event: { readonly by: 'DATE'; readonly descending: boolean };
}

/** Where a row stands in its order: the sort value, then the id. JSON-safe. */
export type SortKey = readonly [value: string | number | null, id: string];

/** A slice of an ordered list. */
export interface PageRequest {
  /** 1 to 100. */
  readonly limit: number;
  /** Take the last rows instead of the first; rows still come in the list's order. */
  readonly backward: boolean;
  readonly after: SortKey | null;
  readonly before: SortKey | null;
  /** Whether to count all rows that the filter matches; costs a statement only when true. */
  readonly total: boolean;
}

export interface PageRow<T> {
  readonly node: T;
  readonly key: SortKey;
}

export interface Page<T> {
  readonly rows: readonly PageRow<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Null where it was not asked for. */
  readonly totalCount: number | null;
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

/** A node of a named kind. */
export interface NamedRef {
  readonly kind: Exclude<NodeKind, 'release' | 'event'>;
  readonly id: string;
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
   * then releases, most first; `key` is [that number, id]. For a release: the nodes it names, all joined once.
   */
  neighboursOf<K extends 'minister' | 'country' | 'portfolio' | 'official'>(
    parent: Parent,
    kind: K,
    page: PageRequest,
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
