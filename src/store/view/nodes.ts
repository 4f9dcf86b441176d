import { sql } from 'kysely';
import type { Mention } from '../../model/decomposition.ts';
import type { Evidence, NodeKind, Term } from '../../model/graph.ts';
import type { Engine } from '../engine.ts';
import type { EventNode, NodeOf, ReleaseNode } from '../node-types.ts';
import type { JoinedRelease } from '../rows.ts';
import { toEventNode, toEvidence, toReleaseNode, toTerm } from '../rows.ts';
import type { EventRow, EvidenceRow, TermRow } from '../tables.ts';

interface Placed {
  readonly ord: number;
}

/** Nodes by id, in the order of the ids; null where there is none. One statement. */
export async function nodesOf<K extends NodeKind>(
  engine: Engine,
  kind: K,
  ids: readonly string[],
): Promise<readonly (NodeOf[K] | null)[]> {
  if (ids.length === 0) return [];
  const found = await fetchNodes(engine, kind, ids);
  return found as readonly (NodeOf[K] | null)[];
}

function fetchNodes(
  engine: Engine,
  kind: NodeKind,
  ids: readonly string[],
): Promise<readonly (NodeOf[NodeKind] | null)[]> {
  switch (kind) {
    case 'release':
      return releases(engine, ids);
    case 'event':
      return events(engine, ids);
    default:
      return named(engine, kind, ids);
  }
}

async function releases(engine: Engine, ids: readonly string[]): Promise<(ReleaseNode | null)[]> {
  const { rows } = await sql<JoinedRelease & Placed>`
    select p.key as ord, r.id, r.path, r.title, r.day, r.url, r.ministers, r.portfolios, r.attachments, r.hash,
      l.duplicate_of, l.signers, l.portfolios as linked_portfolios
    from ${engine.values(ids, 'p')} join release r on r.id = p.value
    left join release_link l on l.release_id = r.id`.execute(engine.db);
  return placed(ids, rows, toReleaseNode);
}

async function events(engine: Engine, ids: readonly string[]): Promise<(EventNode | null)[]> {
  const { rows } = await sql<EventRow & Placed>`
    select p.key as ord, e.id, e.type, e.status, e.day, e.latest, e.edtf, e.precision, e.basis, e.headline,
      e.summary, e.name, e.place, e.countries, e.ministers, e.officials, e.portfolios
    from ${engine.values(ids, 'p')} left join event_redirect d on d.from_id = p.value
    join event e on e.id = coalesce(d.to_id, p.value)`.execute(engine.db);
  return placed(ids, rows, toEventNode);
}

async function named(
  engine: Engine,
  kind: NodeKind,
  ids: readonly string[],
): Promise<(NodeOf[NodeKind] | null)[]> {
  const { rows } = await sql<Placed & { readonly data: string }>`
    select p.key as ord, n.data from ${engine.values(ids, 'p')}
    join named n on n.kind = ${kind} and n.id = p.value`.execute(engine.db);
  return placed(ids, rows, ({ data }) => JSON.parse(data) as NodeOf[NodeKind]);
}

/** All evidence of each event, in its order. */
export async function evidenceOf(
  engine: Engine,
  eventIds: readonly string[],
): Promise<readonly (readonly Evidence[])[]> {
  if (eventIds.length === 0) return [];
  const { rows } = await sql<EvidenceRow & Placed>`
    select p.key as ord, v.* from ${engine.values(eventIds, 'p')}
    left join event_redirect d on d.from_id = p.value
    join evidence v on v.event_id = coalesce(d.to_id, p.value)
    order by p.key, v.position`.execute(engine.db);
  return grouped(eventIds, rows, toEvidence);
}

/** All mentions of each release, in document order. */
export async function mentionsOf(
  engine: Engine,
  releaseIds: readonly string[],
): Promise<readonly (readonly Mention[])[]> {
  if (releaseIds.length === 0) return [];
  const { rows } = await sql<Placed & { readonly mentions: string }>`
    select p.key as ord, l.mentions from ${engine.values(releaseIds, 'p')}
    join release_link l on l.release_id = p.value`.execute(engine.db);
  return placed(releaseIds, rows, ({ mentions }) => JSON.parse(mentions) as Mention[]).map(
    (mentions) => mentions ?? [],
  );
}

/** The terms of each minister or portfolio, by first day. */
export async function termsOf(
  engine: Engine,
  kind: 'minister' | 'portfolio',
  ids: readonly string[],
): Promise<readonly (readonly Term[])[]> {
  if (ids.length === 0) return [];
  const column = kind === 'minister' ? sql`t.minister_id` : sql`t.portfolio_id`;
  const { rows } = await sql<TermRow & Placed>`
    select p.key as ord, t.* from ${engine.values(ids, 'p')} join term t on ${column} = p.value
    order by p.key, t.first, t.last, t.portfolio_id, t.minister_id, t.kind`.execute(engine.db);
  return grouped(ids, rows, toTerm);
}

/** Plain text and Markdown of each release; null where there is no such release. */
export async function textsOf(
  engine: Engine,
  releaseIds: readonly string[],
): Promise<readonly ({ readonly text: string; readonly body: string } | null)[]> {
  if (releaseIds.length === 0) return [];
  const { rows } = await sql<Placed & { readonly text: string; readonly body: string }>`
    select p.key as ord, t.text, t.body from ${engine.values(releaseIds, 'p')}
    join release r on r.id = p.value join release_text t on t.key = r.key`.execute(engine.db);
  return placed(releaseIds, rows, ({ text, body }) => ({ text, body }));
}

function placed<R extends Placed, T>(
  ids: readonly string[],
  rows: readonly R[],
  map: (row: R) => T,
): (T | null)[] {
  const result: (T | null)[] = ids.map(() => null);
  for (const row of rows) result[row.ord] = map(row);
  return result;
}

function grouped<R extends Placed, T>(ids: readonly string[], rows: readonly R[], map: (row: R) => T): T[][] {
  const result: T[][] = ids.map(() => []);
  for (const row of rows) result[row.ord]?.push(map(row));
  return result;
}
