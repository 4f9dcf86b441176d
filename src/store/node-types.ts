import type { Country, Event, Minister, NodeKind, Official, Portfolio } from '../model/graph.ts';

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

/** A node of a named kind. */
export interface NamedRef {
  readonly kind: Exclude<NodeKind, 'release' | 'event'>;
  readonly id: string;
}
