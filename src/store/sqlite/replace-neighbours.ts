import type { LinkedGraph } from '../../model/graph.ts';
import { neighboursByNode } from '../neighbours.ts';
import { contentHash } from '../rows.ts';
import type { NeighbourRow } from '../tables.ts';
import type { Replacing } from './derived.ts';
import { inserter } from './insert.ts';

/** Writes who stands beside whom; all neighbours of a node where any differs. True where anything did. */
export async function replaceNeighbours(
  { database, breathe, days }: Replacing,
  graph: LinkedGraph,
): Promise<boolean> {
  const old = new Map(
    (
      database.all('select kind, id, neighbour_hash from named') as {
        kind: string;
        id: string;
        neighbour_hash: string;
      }[]
    ).map((row) => [`${row.kind}\t${row.id}`, row]),
  );
  const remove = database.statement('delete from neighbour where a_kind = ? and a_id = ?');
  const setHash = database.statement('update named set neighbour_hash = ? where kind = ? and id = ?');
  const rows = inserter(database, 'neighbour');
  let changed = false;
  for (const { kind, id, rows: neighbours } of neighboursByNode(
    graph,
    (release) => days.get(release) ?? '',
  )) {
    const node = `${kind}\t${id}`;
    const known = old.get(node)?.neighbour_hash;
    old.delete(node);
    const hash = hashOf(neighbours);
    await breathe(1);
    if (known === undefined || known === hash) continue;
    changed = true;
    if (known !== '') remove.run(kind, id);
    for (const row of neighbours) rows.add(row);
    setHash.run(hash, kind, id);
    await breathe(neighbours.length);
  }
  rows.flush();
  for (const { kind, id, neighbour_hash } of old.values()) {
    if (neighbour_hash === '') continue;
    changed = true;
    remove.run(kind, id);
    setHash.run('', kind, id);
  }
  return changed;
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
