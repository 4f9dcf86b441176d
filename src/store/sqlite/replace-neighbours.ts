import type { LinkedGraph } from '../../model/graph.ts';
import { neighboursByNode } from '../neighbours.ts';
import { contentHash } from '../rows.ts';
import type { NeighbourRow } from '../tables.ts';
import type { Replacing } from './derived.ts';
import { inserter } from './insert.ts';
import { nodeKey } from './replace-named.ts';

/**
 * Writes who stands beside whom; all neighbours of a node where any differs. `written` gives the hash of what was
 * written before for each node of the graph. True where anything differed.
 */
export async function replaceNeighbours(
  { statements, breathe, days }: Replacing,
  graph: LinkedGraph,
  written: ReadonlyMap<string, string>,
): Promise<boolean> {
  const remove = 'delete from neighbour where a_kind = ? and a_id = ?';
  const setHash = 'update named set neighbour_hash = ? where kind = ? and id = ?';
  const rows = inserter(statements, 'neighbour');
  const old = new Map(written);
  let changed = false;
  for (const { kind, id, rows: neighbours } of neighboursByNode(
    graph,
    (release) => days.get(release) ?? '',
  )) {
    const node = nodeKey(kind, id);
    const known = old.get(node);
    old.delete(node);
    const hash = hashOf(neighbours);
    await breathe(1);
    if (known === undefined || known === hash) continue;
    changed = true;
    if (known !== '') statements.run(remove, kind, id);
    for (const row of neighbours) rows.add(row);
    statements.run(setHash, hash, kind, id);
    await breathe(neighbours.length);
  }
  rows.flush();
  for (const [node, known] of old) {
    if (known === '') continue;
    changed = true;
    const [kind = '', id = ''] = node.split('\t');
    statements.run(remove, kind, id);
    statements.run(setHash, '', kind, id);
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
