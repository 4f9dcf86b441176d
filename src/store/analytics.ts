import type { EventType } from '../model/event.ts';
import type { NodeKind } from '../model/graph.ts';
import type { EventFilter } from './filters.ts';
import type { EventNode, NamedRef } from './node-types.ts';
import type { PageRequest, SortKey } from './paging.ts';

/** What events are counted by. YEAR and MONTH are those of the first day of the event's date. */
export const COUNT_KEYS = [
  'COUNTRY',
  'PORTFOLIO',
  'MINISTER',
  'OFFICIAL',
  'TYPE',
  'STATUS',
  'YEAR',
  'MONTH',
] as const;
export type CountKey = (typeof COUNT_KEYS)[number];

/** One row of a count: a key for each thing counted by, in that order. */
export interface EventCount {
  /**
   * Node ids, types, statuses, `YYYY` or `YYYY-MM`. Null for a YEAR or MONTH that the date does not give: there is
   * none, or for a MONTH it is a year or an interval of whole years.
   */
  readonly keys: readonly (string | null)[];
  readonly count: number;
}

export const SERIES_INTERVALS = ['YEAR', 'QUARTER', 'MONTH'] as const;
export type SeriesInterval = (typeof SERIES_INTERVALS)[number];

export const SERIES_GROUPS = ['COUNTRY', 'PORTFOLIO', 'MINISTER', 'TYPE', 'STATUS'] as const;
export type SeriesGroup = (typeof SERIES_GROUPS)[number];

/** The group of all that are not among the top ones. */
export const OTHER_GROUP = 'OTHER';

export interface SeriesRow {
  /** First day of the bucket, `YYYY-MM-DD`. */
  readonly start: string;
  /** Node id, type or status, OTHER, or null where the series is not grouped. */
  readonly group: string | null;
  /** Events whose first day lies in the bucket; one of two countries counts twice, in OTHER too. */
  readonly count: number;
}

export interface EventSeries {
  /** By start, then by group: most events first, OTHER last. */
  readonly rows: readonly SeriesRow[];
  /** Whether buckets without events stand among the rows as zeros; false where there would be too many of them. */
  readonly gapsFilled: boolean;
  /** Events that the filter matches and that have no date. */
  readonly undatedCount: number;
  /** Events whose date is less exact than the interval (a year for a MONTH): in no bucket. */
  readonly impreciseCount: number;
}

/** A node and the number of events that it shares with another. */
export interface SharedEvents {
  readonly id: string;
  readonly eventCount: number;
}

/** Dealings with one country. Cancelled events are counted, but are no first, last or edge of a gap. */
export interface Relationship {
  readonly countryId: string;
  readonly eventCount: number;
  readonly undatedCount: number;
  /** Most first. */
  readonly types: readonly { readonly type: EventType; readonly count: number }[];
  /** By year of the first day, oldest first; years without events left out. */
  readonly years: readonly { readonly year: string; readonly count: number }[];
  /** Earliest and latest of the dated events that begin by today; null where there is none. */
  readonly first: EventNode | null;
  readonly last: EventNode | null;
  /** The most days that surely lie between one dated event's end and the next one's begin, both by today. */
  readonly longestGap: {
    readonly days: number;
    readonly before: EventNode;
    readonly after: EventNode;
  } | null;
  /** The ten that share most events with the country, most first. */
  readonly ministers: readonly SharedEvents[];
  readonly officials: readonly SharedEvents[];
  readonly portfolios: readonly SharedEvents[];
  /** Planned and not yet over as far as is known today, soonest first, undated last; at most 100. */
  readonly upcoming: readonly EventNode[];
}

/** One step of a path, with one thing that shows it: the latest event that both are in, else the latest release. */
export interface Hop {
  readonly from: NamedRef;
  readonly to: NamedRef;
  readonly eventCount: number;
  readonly releaseCount: number;
  readonly evidence: { readonly kind: 'event' | 'release'; readonly id: string } | null;
}

export interface Paths {
  /** Shortest first, of one length through rarer nodes first; none passes a node twice. */
  readonly paths: readonly (readonly Hop[])[];
  /** Whether the search was given up before it was known that there are no more paths. */
  readonly cutOff: boolean;
}

export interface DrawnNode extends NamedRef {
  readonly name: string;
  readonly eventCount: number;
  readonly releaseCount: number;
  /** Steps from the node asked for, which is 0. */
  readonly depth: number;
}

export interface DrawnEdge {
  readonly a: NamedRef;
  readonly b: NamedRef;
  readonly eventCount: number;
  readonly releaseCount: number;
}

/** For drawing. */
export interface Neighbourhood {
  /** The node asked for first, then by depth and weight. */
  readonly nodes: readonly DrawnNode[];
  /** All edges among the nodes, each once, heaviest first. */
  readonly edges: readonly DrawnEdge[];
}

/** Limits a search: fields as in EventFilter. Named nodes are found by their names whatever the filter says. */
export type SearchFilter = Pick<
  EventFilter,
  'countries' | 'ministers' | 'portfolios' | 'officials' | 'types' | 'from' | 'to'
>;

/** A stretch of a text with the places of what was searched for, as offsets into `text`, in order. */
export interface Snippet {
  readonly text: string;
  readonly matches: readonly { readonly start: number; readonly end: number }[];
}

export interface SearchHit {
  readonly kind: NodeKind;
  readonly id: string;
  /** Name, title or summary; the id where there is none. */
  readonly title: string;
  readonly snippet: Snippet;
  /** Where the hit stands: for PageRequest. */
  readonly key: SortKey;
}

export interface Facet {
  readonly key: string;
  readonly count: number;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Number of nodes of each kind asked for that match; of releases and events 20,000 are looked at. */
  readonly kinds: readonly { readonly kind: NodeKind; readonly count: number }[];
  /** Of the best matching releases and events (at most 1,000 of each), most first. */
  readonly types: readonly Facet[];
  readonly years: readonly Facet[];
  readonly countries: readonly Facet[];
  /** Whether more match than are ranked and counted in facets. */
  readonly bounded: boolean;
}

export interface Change {
  readonly sequence: number;
  readonly kind: NodeKind;
  readonly id: string;
  readonly action: 'UPSERT' | 'DELETE';
}

export interface Changes {
  /** By sequence; the latest change of each node only. */
  readonly changes: readonly Change[];
  /** What to ask from next. */
  readonly cursor: number;
  readonly hasMore: boolean;
}

/**
 * Questions over many events at once. Each is a fixed number of statements for the same arguments. A RangeError is
 * thrown for arguments outside their bounds.
 */
export interface Analytics {
  /** Counts by one or two keys, most first, then by keys in code order, null last; `limit` 1 to 1,000. */
  eventCounts(filter: EventFilter, by: readonly CountKey[], limit: number): Promise<readonly EventCount[]>;
  /** Counts over time, for the `top` (1 to 50) groups with most events and OTHER. */
  eventSeries(
    filter: EventFilter,
    interval: SeriesInterval,
    groupBy: SeriesGroup | null,
    top: number,
  ): Promise<EventSeries>;
  /** Null where there is no such country. `today` is `YYYY-MM-DD`. */
  relationship(countryId: string, today: string): Promise<Relationship | null>;
  /** The shortest paths of 1 to `maxHops` (at most 4) hops over who stands beside whom; `limit` 1 to 50. */
  paths(from: NamedRef, to: NamedRef, maxHops: number, limit: number): Promise<Paths>;
  /**
   * The `limit` (1 to 200) nodes around a node; at depth 2 at most half of them its own neighbours, the others theirs.
   * Null where there is no such node.
   */
  neighbourhood(node: NamedRef, depth: 1 | 2, limit: number): Promise<Neighbourhood | null>;
  /**
   * Full text over releases and events, and names by the beginnings of their words; names first, then best first. All
   * words must be there, `"phrases"` whole, `begin*` begun, `-word` not; case and macrons do not matter. Any text is
   * taken; one that asks for nothing finds nothing.
   */
  search(
    text: string,
    kinds: readonly NodeKind[],
    filter: SearchFilter,
    page: PageRequest,
  ): Promise<SearchPage>;
  /** What changed after `since`, for those who mirror; null from the beginning. `limit` 1 to 10,000. */
  changes(since: number | null, limit: number): Promise<Changes>;
}
