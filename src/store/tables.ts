/**
 * The tables as Kysely sees them, the same on every engine. Lists and nested values are JSON in TEXT columns,
 * booleans are 0 and 1, a missing day is the empty string (so that undated rows sort last, newest first).
 */
export interface Tables {
  readonly meta: { readonly key: string; readonly value: string };
  readonly file: FileRow;
  readonly release: ReleaseRow;
  readonly release_text: { readonly key: number; readonly text: string; readonly body: string };
  readonly release_link: ReleaseLinkRow;
  readonly decomposition: { readonly release_id: string; readonly data: string };
  readonly problem: ProblemRow;
  readonly named: NamedRow;
  readonly term: TermRow;
  readonly event: EventRow;
  readonly evidence: EvidenceRow;
  readonly event_step: { readonly event_id: string; readonly day: string; readonly status: string };
  readonly event_key: { readonly key: number; readonly event_id: string };
  readonly change: ChangeRow;
  readonly rollup: RollupRow;
  readonly event_redirect: { readonly from_id: string; readonly to_id: string };
  readonly event_edge: EventEdgeRow;
  readonly release_edge: ReleaseEdgeRow;
  readonly neighbour: NeighbourRow;
}

export interface FileRow {
  readonly root: string;
  readonly path: string;
  readonly hash: string;
  readonly version: string;
  readonly release_id: string | null;
  /** Hash of what readers can see of the file, to tell whether putting it again changes anything. */
  readonly content_hash: string;
  /** Release and decomposition as JSON where a later path has taken the id; null where this file has it. */
  readonly waiting: string | null;
}

export interface ReleaseRow {
  readonly key: number;
  readonly id: string;
  readonly root: string;
  readonly path: string;
  readonly title: string | null;
  readonly day: string;
  readonly url: string | null;
  readonly ministers: string;
  readonly portfolios: string;
  readonly attachments: string;
  readonly hash: string;
  readonly body_hash: string | null;
  readonly body_start: number;
}

/** What linking gave a release; one row each, so that one hash tells whether anything of it changed. */
export interface ReleaseLinkRow {
  readonly release_id: string;
  /** The release's day when it was linked: its edges stand under this one. */
  readonly day: string;
  readonly duplicate_of: string | null;
  readonly signers: string;
  readonly portfolios: string;
  readonly named: string;
  readonly countries: string;
  readonly officials: string;
  readonly mention_count: number;
  readonly mentions: string;
  readonly row_hash: string;
}

export interface ProblemRow {
  readonly id: string;
  /** The root of the file that it came from; null where linking found it. */
  readonly root: string | null;
  /** Path of the file it came from; null where linking found it. */
  readonly path: string | null;
  readonly code: string;
  readonly file: string;
  readonly field: string | null;
  readonly message: string;
  /** File, field and code, joined by tabs. */
  readonly sort: string;
}

/** Ministers, countries, portfolios and officials: few, alike, and asked for by name. */
export interface NamedRow {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** Name and aliases, folded, a line each. */
  readonly search: string;
  readonly event_count: number;
  readonly release_count: number;
  readonly country_id: string | null;
  /** The node as canonical JSON. */
  readonly data: string;
  readonly row_hash: string;
  readonly neighbour_hash: string;
}

export interface TermRow {
  readonly minister_id: string;
  readonly portfolio_id: string;
  readonly kind: string;
  readonly first: string;
  readonly last: string;
  readonly release_count: number;
}

export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly day: string;
  readonly latest: string;
  readonly edtf: string | null;
  readonly precision: string | null;
  readonly basis: string | null;
  readonly headline: number;
  readonly summary: string;
  readonly name: string | null;
  readonly place: string | null;
  readonly countries: string;
  readonly ministers: string;
  readonly officials: string;
  readonly portfolios: string;
  readonly row_hash: string;
  /** Day of the first dated release that reports it, and of the first that says other than PLANNED; may be empty. */
  readonly reported: string;
  readonly settled: string;
  /** Key of the release that reports it; null where several do. */
  readonly source: number | null;
}

/** Number of events of one key in one month, over all events; see `rollUp`. */
export interface RollupRow {
  readonly by: string;
  readonly key: string;
  readonly month: string;
  readonly events: number;
}

/** The last change of a node, for mirrors. */
export interface ChangeRow {
  readonly sequence: number;
  readonly kind: string;
  readonly id: string;
  readonly action: string;
}

export interface EvidenceRow {
  readonly event_id: string;
  readonly position: number;
  readonly release_id: string;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly quote: string;
  readonly sentence_start: number;
  readonly sentence_end: number;
  readonly rule: string;
  readonly status: string;
  readonly edtf: string | null;
  readonly headline: number;
}

/** Named node `owner` of `kind` is in this event; the columns that filters and orders read stand beside it. */
export interface EventEdgeRow {
  readonly kind: string;
  readonly owner: string;
  readonly day: string;
  readonly event_id: string;
  readonly latest: string;
  readonly type: string;
  readonly status: string;
  readonly precision: string | null;
  readonly headline: number;
  readonly source: number | null;
}

/** Named node `owner` of `kind` is in this release: SIGNED, NAMED or by PLACE. */
export interface ReleaseEdgeRow {
  readonly kind: string;
  readonly owner: string;
  readonly day: string;
  readonly release_id: string;
  readonly how: string;
  readonly duplicate: number;
}

export interface NeighbourRow {
  readonly a_kind: string;
  readonly a_id: string;
  readonly b_kind: string;
  /** Orders neighbours: events first, then releases. */
  readonly weight: number;
  readonly b_id: string;
  readonly event_count: number;
  readonly release_count: number;
  readonly first: string | null;
  readonly last: string | null;
}
