import type { LinkedGraph } from '../../model/graph.ts';
import { canonicalJson } from '../canonical.ts';
import {
  NAMED_KINDS,
  type NamedKind,
  type NamedNode,
  toNamedRow,
  toProblemRows,
  toTermRow,
} from '../rows.ts';
import type { Tables } from '../tables.ts';
import type { Database } from './database.ts';
import { hashesOf, type Replacing } from './derived.ts';
import { inserter, replacer } from './insert.ts';

/** Writes ministers, countries, portfolios and officials. True where anything differed. */
export function replaceNamed({ database, changes }: Replacing, graph: LinkedGraph): boolean {
  const lists: Readonly<Record<NamedKind, readonly NamedNode[]>> = {
    minister: graph.ministers,
    country: graph.countries,
    portfolio: graph.portfolios,
    official: graph.officials,
  };
  const write = replacer(database, 'named');
  const remove = database.statement('delete from named where kind = ? and id = ?');
  const removeNeighbours = database.statement('delete from neighbour where a_kind = ? and a_id = ?');
  const neighbourHash = database.statement('select neighbour_hash from named where kind = ? and id = ?');
  let changed = false;
  for (const kind of NAMED_KINDS) {
    const old = hashesOf(database, 'select id, row_hash from named where kind = ?', kind);
    for (const node of lists[kind]) {
      const row = toNamedRow(kind, node);
      const known = old.get(node.id);
      old.delete(node.id);
      if (known === row.row_hash) continue;
      changed = true;
      changes.upsert(kind, node.id);
      const before = known === undefined ? undefined : neighbourHash.get(kind, node.id);
      write({ ...row, neighbour_hash: String(before?.neighbour_hash ?? '') });
    }
    for (const id of old.keys()) {
      changed = true;
      changes.remove(kind, id);
      remove.run(kind, id);
      removeNeighbours.run(kind, id);
    }
  }
  return changed;
}

/** Writes terms, redirects and the problems that linking found, each table whole where it differs at all. */
export function replaceLists(database: Database, graph: LinkedGraph): boolean {
  const redirects = graph.redirects.map(({ from, to }) => ({ from_id: from, to_id: to }));
  const results = [
    replaceWhole(database, 'term', 'term', graph.terms.map(toTermRow)),
    replaceWhole(database, 'event_redirect', 'event_redirect', redirects),
    replaceWhole(database, 'problem', 'problem where root is null', toProblemRows(graph.problems, null)),
  ];
  return results.includes(true);
}

function replaceWhole<T extends 'term' | 'event_redirect' | 'problem'>(
  database: Database,
  table: T,
  where: string,
  rows: readonly Tables[T][],
): boolean {
  const before = database.all(`select * from ${where}`).map(canonicalJson).sort();
  const after = rows.map(canonicalJson).sort();
  if (before.length === after.length && before.every((line, position) => line === after[position]))
    return false;
  database.exec(`delete from ${where}`);
  const insert = inserter(database, table);
  for (const row of rows) insert.add(row);
  insert.flush();
  return true;
}
