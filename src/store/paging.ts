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
