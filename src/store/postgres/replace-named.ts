import type { LinkedGraph } from '../../model/graph.ts';
import { canonicalJson } from '../canonical.ts';
import { neighboursByNode } from '../neighbours.ts';
import {
  contentHash,
  NAMED_KINDS,
  type NamedKind,
  type NamedNode,
  toNamedRow,
  toProblemRows,
  toTermRow,
} from '../rows.ts';
import type { NamedRow, NeighbourRow, Tables } from '../tables.ts';
import type { Replacing } from './replacing.ts';
import type { Session } from './session.ts';

interface KnownHashes {
  readonly kind: string;
  readonly id: string;
  readonly row_hash: string;
  readonly neighbour_hash: string;
}

const KNOWN = 'select kind, id, row_hash, neighbour_hash from named';
const nodeKey = (kind: string, id: string): string => `${kind}\t${id}`;

/** Writes ministers, countries, portfolios and officials. True where anything differed. */
export async function replaceNamed({ session, changes }: Replacing, graph: LinkedGraph): Promise<boolean> {
  const lists: Readonly<Record<NamedKind, readonly NamedNode[]>> = {
    minister: graph.ministers,
    country: graph.countries,
    portfolio: graph.portfolios,
    official: graph.officials,
  };
  const rows = await session.query<KnownHashes & Record<string, unknown>>(`${KNOWN} order by kind, id`);
  const old = new Map(rows.map((row) => [nodeKey(row.kind, row.id), row]));
  const changed: NamedRow[] = [];
  const removed: KnownHashes[] = [];
  for (const kind of NAMED_KINDS) {
    for (const node of lists[kind]) {
      const row = toNamedRow(kind, node);
      const known = old.get(nodeKey(kind, node.id));
      old.delete(nodeKey(kind, node.id));
      if (known?.row_hash === row.row_hash) continue;
      changes.upsert(kind, [node.id]);
      changed.push({ ...row, neighbour_hash: known?.neighbour_hash ?? '' });
    }
    for (const row of old.values()) {
      if (row.kind !== kind) continue;
      changes.remove(kind, [row.id]);
      removed.push(row);
    }
  }
  await deleteOf(session, 'named', ['kind', 'id'], [...changed, ...removed]);
  await deleteOf(session, 'neighbour', ['a_kind', 'a_id'], removed);
  await session.copy('named', changed);
  return changed.length + removed.length > 0;
}

/** Deletes the rows of nodes from a table, by the two columns that hold their kind and id. */
async function deleteOf(
  session: Session,
  table: string,
  [kind, id]: readonly [string, string],
  nodes: readonly { readonly kind: string; readonly id: string }[],
): Promise<void> {
  if (nodes.length === 0) return;
  await session.query(
    `delete from ${table} x using unnest($1::text[], $2::text[]) as g (kind, id) where x.${kind} = g.kind and x.${id} = g.id`,
    [nodes.map((node) => node.kind), nodes.map((node) => node.id)],
  );
}

/** Writes terms, redirects and the problems that linking found, each table whole where it differs at all. */
export async function replaceLists(session: Session, graph: LinkedGraph): Promise<boolean> {
  const redirects = graph.redirects.map(({ from, to }) => ({ from_id: from, to_id: to }));
  const results = [
    await replaceWhole(session, 'term', 'term', graph.terms.map(toTermRow)),
    await replaceWhole(session, 'event_redirect', 'event_redirect', redirects),
    await replaceWhole(session, 'problem', 'problem where root is null', toProblemRows(graph.problems, null)),
  ];
  return results.includes(true);
}

async function replaceWhole<T extends 'term' | 'event_redirect' | 'problem'>(
  session: Session,
  table: T,
  where: string,
  rows: readonly Tables[T][],
): Promise<boolean> {
  const before = (await session.query(`select * from ${where}`)).map(canonicalJson).sort();
  const after = rows.map(canonicalJson).sort();
  if (before.length === after.length && before.every((line, position) => line === after[position]))
    return false;
  await session.query(`delete from ${where}`);
  await session.copy(table, rows);
  return true;
}

/** Writes who stands beside whom; all neighbours of a node where any differs. True where anything did. */
export async function replaceNeighbours({ session, days }: Replacing, graph: LinkedGraph): Promise<boolean> {
  const rows = await session.query<KnownHashes & Record<string, unknown>>(KNOWN);
  const old = new Map(rows.map((row) => [nodeKey(row.kind, row.id), row]));
  const added: (readonly NeighbourRow[])[] = [];
  const hashes: { readonly kind: string; readonly id: string; readonly hash: string }[] = [];
  const emptied: KnownHashes[] = [];
  for (const { kind, id, rows: neighbours } of neighboursByNode(
    graph,
    (release) => days.get(release) ?? '',
  )) {
    const known = old.get(nodeKey(kind, id));
    old.delete(nodeKey(kind, id));
    const hash = hashOf(neighbours);
    if (known === undefined || known.neighbour_hash === hash) continue;
    if (known.neighbour_hash !== '') emptied.push(known);
    added.push(neighbours);
    hashes.push({ kind, id, hash });
  }
  for (const row of old.values()) {
    if (row.neighbour_hash === '') continue;
    emptied.push(row);
    hashes.push({ kind: row.kind, id: row.id, hash: '' });
  }
  if (hashes.length === 0) return false;
  await deleteOf(session, 'neighbour', ['a_kind', 'a_id'], emptied);
  await session.copy('neighbour', added.flat());
  await session.query(
    `update named n set neighbour_hash = g.hash from unnest($1::text[], $2::text[], $3::text[]) as g (kind, id, hash)
      where n.kind = g.kind and n.id = g.id`,
    [hashes.map(({ kind }) => kind), hashes.map(({ id }) => id), hashes.map(({ hash }) => hash)],
  );
  return true;
}

function hashOf(neighbours: readonly NeighbourRow[]): string {
  if (neighbours.length === 0) return '';
  // Lines and not JSON, for there are some hundred thousand of these.
  return contentHash(
    neighbours
      .map(({ b_kind, b_id, weight, first, last }) => `${b_kind}\t${b_id}\t${weight}\t${first}\t${last}`)
      .join('\n'),
  );
}
