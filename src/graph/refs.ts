import type { Accuracy } from '../model/accuracy.ts';
import type { EventDate } from '../model/date.ts';
import type { Mention } from '../model/decomposition.ts';
import type { EventStatus } from '../model/event.ts';
import type { Country, Evidence, Minister, Official, Portfolio, Term } from '../model/graph.ts';
import type { Problem } from '../model/problem.ts';
import type { EventNode, ReleaseNode } from '../store/node-types.ts';
import type { Counts, Neighbour } from '../store/store.ts';
import { builder } from './builder.ts';

/** A row of a list. */
export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A row of a list of neighbours: the node and how much joins it to the parent. */
export type NeighbourEdge<T> = Edge<T> & Omit<Neighbour<T>, 'node'>;

/** A page of a list as the API gives it. */
export interface Connection<E> {
  readonly edges: readonly E[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Null only where the query does not select it. */
  readonly totalCount: number | null;
}

/** One step of an event's life: a run of reports that give it the same status. */
export interface LifeCycleStep {
  readonly status: EventStatus;
  /** The first report of the run. */
  readonly evidence: Evidence;
}

/** A mention and the release that it stands in. */
export interface MentionNode extends Mention {
  readonly releaseId: string;
}

/** A problem and the release that its file became, if it became one. */
export type ProblemNode = Problem & { readonly releaseId: string | null };

/** Figures of the whole graph. */
export interface StatisticsNode extends Counts {
  readonly revision: string;
}

// All refs stand here and are implemented elsewhere, so that files of types never import each other. Those of nodes are
// in node-refs.ts, for they know how to be loaded.
export const EvidenceRef = builder.objectRef<Evidence>('Evidence');
export const MentionRef = builder.objectRef<MentionNode>('Mention');
export const TermRef = builder.objectRef<Term>('Term');
export const EventDateRef = builder.objectRef<EventDate>('EventDate');
export const LifeCycleStepRef = builder.objectRef<LifeCycleStep>('LifeCycleStep');
export const OfficialRoleRef = builder.objectRef<Official['roles'][number]>('OfficialRole');
export const ProblemRef = builder.objectRef<ProblemNode>('Problem');
export const AccuracyRef = builder.objectRef<Accuracy>('Accuracy');
export const StatisticsRef = builder.objectRef<StatisticsNode>('Statistics');
export const ProblemCountRef = builder.objectRef<{
  readonly code: Problem['code'];
  readonly count: number;
}>('ProblemCount');

export const ReleaseConnectionRef = builder.objectRef<Connection<Edge<ReleaseNode>>>('ReleaseConnection');
export const EventConnectionRef = builder.objectRef<Connection<Edge<EventNode>>>('EventConnection');
export const MinisterConnectionRef = builder.objectRef<Connection<Edge<Minister>>>('MinisterConnection');
export const CountryConnectionRef = builder.objectRef<Connection<Edge<Country>>>('CountryConnection');
export const PortfolioConnectionRef = builder.objectRef<Connection<Edge<Portfolio>>>('PortfolioConnection');
export const OfficialConnectionRef = builder.objectRef<Connection<Edge<Official>>>('OfficialConnection');
export const ProblemConnectionRef = builder.objectRef<Connection<Edge<ProblemNode>>>('ProblemConnection');

export const MinisterNeighboursRef = builder.objectRef<Connection<NeighbourEdge<Minister>>>(
  'MinisterNeighbourConnection',
);
export const CountryNeighboursRef = builder.objectRef<Connection<NeighbourEdge<Country>>>(
  'CountryNeighbourConnection',
);
export const PortfolioNeighboursRef = builder.objectRef<Connection<NeighbourEdge<Portfolio>>>(
  'PortfolioNeighbourConnection',
);
export const OfficialNeighboursRef = builder.objectRef<Connection<NeighbourEdge<Official>>>(
  'OfficialNeighbourConnection',
);
