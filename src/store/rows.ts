import { hash } from 'node:crypto';
import type { EventDate } from '../model/date.ts';
import type { Event, Evidence, LinkedRelease, Term } from '../model/graph.ts';
import { byCode, hashId, sha256 } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { Release } from '../model/release.ts';
import { canonicalJson } from './canonical.ts';
import { fold } from './fold.ts';
import type { LifeCycle } from './life-cycle.ts';
import type { EventNode, ReleaseNode } from './node-types.ts';
import type {
  EventRow,
  EvidenceRow,
  NamedRow,
  ProblemRow,
  ReleaseLinkRow,
  ReleaseRow,
  TermRow,
} from './tables.ts';

/** The kinds of node that stand in the table `named`. */
export const NAMED_KINDS = ['minister', 'country', 'portfolio', 'official'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** What nodes of the table `named` have in common. */
export interface NamedNode {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly releaseCount: number;
  readonly eventCount: number;
  readonly countryId?: string | null;
}

/** A short hash of a row's content, to tell whether it changed. */
export function contentHash(...parts: readonly unknown[]): string {
  // The one-shot hash, for there are some hundred thousand of these.
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
}

/** A short hash of what readers can see of a file. Its long texts go in by their own hashes, which costs less. */
export function fileContentHash(release: Release | null, problems: readonly Problem[]): string {
  if (!release) return contentHash(null, problems);
  const { text, body, ...rest } = release;
  return contentHash(rest, sha256(text), sha256(body), problems);
}

export function toReleaseRow(root: string, release: Release): Omit<ReleaseRow, 'key'> {
  const plain = release.text.slice(release.bodyStart);
  return {
    id: release.id,
    root,
    path: release.path,
    title: release.title,
    day: release.date ?? '',
    url: release.url,
    ministers: JSON.stringify(release.ministers),
    portfolios: JSON.stringify(release.portfolios),
    attachments: JSON.stringify(release.attachments),
    hash: release.hash,
    body_hash: plain.trim() === '' ? null : sha256(plain),
    body_start: release.bodyStart,
  };
}

/** A release as stored and, null before it is linked, what linking made of it. */
export type JoinedRelease = Pick<
  ReleaseRow,
  'id' | 'path' | 'title' | 'day' | 'url' | 'ministers' | 'portfolios' | 'attachments' | 'hash'
> & {
  readonly duplicate_of: string | null;
  readonly signers: string | null;
  readonly linked_portfolios: string | null;
};

export function toReleaseNode(row: JoinedRelease): ReleaseNode {
  return {
    id: row.id,
    title: row.title,
    date: row.day || null,
    url: row.url,
    path: row.path,
    signedMinisters: strings(row.ministers),
    signedPortfolios: strings(row.portfolios),
    attachments: strings(row.attachments),
    hash: row.hash,
    duplicateOf: row.duplicate_of,
    portfolios: strings(row.linked_portfolios),
    signers: strings(row.signers),
  };
}

export function toReleaseLinkRow(linked: LinkedRelease, day: string, rowHash: string): ReleaseLinkRow {
  return {
    release_id: linked.id,
    day,
    duplicate_of: linked.duplicateOf,
    signers: JSON.stringify(linked.signers),
    portfolios: JSON.stringify(linked.portfolios),
    named: JSON.stringify(linked.named),
    countries: JSON.stringify(linked.countries.map(({ id, byPlace }) => ({ id, byPlace }))),
    officials: JSON.stringify(linked.officials),
    mention_count: linked.mentions.length,
    mentions: JSON.stringify(
      linked.mentions.map(({ start, end, kind, target, rule }) => ({ start, end, kind, target, rule })),
    ),
    row_hash: rowHash,
  };
}

export function toNamedRow(kind: NamedKind, node: NamedNode): Omit<NamedRow, 'neighbour_hash'> {
  const data = canonicalJson(node);
  return {
    kind,
    id: node.id,
    name: node.name,
    search: [node.name, ...node.aliases].map(fold).join('\n'),
    event_count: node.eventCount,
    release_count: node.releaseCount,
    country_id: node.countryId ?? null,
    data,
    row_hash: contentHash(data),
  };
}

export function toTermRow(term: Term): TermRow {
  return {
    minister_id: term.ministerId,
    portfolio_id: term.portfolioId,
    kind: term.kind,
    first: term.first,
    last: term.last,
    release_count: term.releaseCount,
  };
}

export function toTerm(row: TermRow): Term {
  return {
    ministerId: row.minister_id,
    portfolioId: row.portfolio_id,
    kind: row.kind as Term['kind'],
    first: row.first,
    last: row.last,
    releaseCount: row.release_count,
  };
}

export function toEventRow(event: Event, cycle: LifeCycle, source: number | null, rowHash: string): EventRow {
  return {
    id: event.id,
    type: event.type,
    status: event.status,
    day: event.date?.earliest ?? '',
    latest: event.date?.latest ?? '',
    edtf: event.date?.edtf ?? null,
    precision: event.date?.precision ?? null,
    basis: event.date?.basis ?? null,
    headline: Number(event.headline),
    summary: event.summary,
    name: event.name,
    place: event.place,
    countries: JSON.stringify(event.countries),
    ministers: JSON.stringify(event.ministers),
    officials: JSON.stringify(event.officials),
    portfolios: JSON.stringify(event.portfolios),
    row_hash: rowHash,
    reported: cycle.reported,
    settled: cycle.settled,
    source,
  };
}

export function toEventNode(row: Omit<EventRow, 'row_hash' | 'reported' | 'settled' | 'source'>): EventNode {
  return {
    id: row.id,
    type: row.type as Event['type'],
    status: row.status as Event['status'],
    date: toDate(row),
    headline: row.headline === 1,
    summary: row.summary,
    name: row.name,
    place: row.place,
    countries: strings(row.countries),
    ministers: strings(row.ministers),
    officials: strings(row.officials),
    portfolios: strings(row.portfolios),
  };
}

function toDate(row: Pick<EventRow, 'day' | 'latest' | 'edtf' | 'precision' | 'basis'>): EventDate | null {
  if (row.edtf === null) return null;
  return {
    edtf: row.edtf,
    earliest: row.day,
    latest: row.latest,
    precision: row.precision as EventDate['precision'],
    basis: row.basis as EventDate['basis'],
  };
}

export function toEvidenceRow(evidence: Evidence, eventId: string, position: number): EvidenceRow {
  return {
    event_id: eventId,
    position,
    release_id: evidence.releaseId,
    start_offset: evidence.start,
    end_offset: evidence.end,
    quote: evidence.quote,
    sentence_start: evidence.sentence.start,
    sentence_end: evidence.sentence.end,
    rule: evidence.rule,
    status: evidence.status,
    edtf: evidence.edtf,
    headline: Number(evidence.headline),
  };
}

export function toEvidence(row: EvidenceRow): Evidence {
  return {
    eventId: row.event_id,
    releaseId: row.release_id,
    start: row.start_offset,
    end: row.end_offset,
    quote: row.quote,
    sentence: { start: row.sentence_start, end: row.sentence_end },
    rule: row.rule,
    status: row.status as Evidence['status'],
    edtf: row.edtf,
    headline: row.headline === 1,
  };
}

/**
 * Rows of problems, in order. `origin` is the file that they came from, null for those found by linking; the same
 * problem stated twice keeps both rows.
 */
export function toProblemRows(
  problems: readonly Problem[],
  origin: { readonly root: string; readonly path: string } | null,
): readonly ProblemRow[] {
  const seen = new Map<string, number>();
  return problems
    .map(({ code, file, field, message }) => {
      const parts = [origin?.root ?? '', origin?.path ?? '', file, field ?? '', code, message];
      const base = hashId(...parts);
      const count = seen.get(base) ?? 0;
      seen.set(base, count + 1);
      return {
        id: hashId(base, count),
        root: origin?.root ?? null,
        path: origin?.path ?? null,
        code,
        file,
        field,
        message,
        sort: `${file}\t${field ?? ''}\t${code}`,
      };
    })
    .sort((a, b) => byCode(a.id, b.id));
}

/** The strings of a JSON list column; none where it is null. */
export function strings(json: string | null): readonly string[] {
  // Most lists are empty, and a page has hundreds of them.
  return json === null || json === '[]' ? [] : (JSON.parse(json) as readonly string[]);
}
