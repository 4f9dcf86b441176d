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
import type { NamedRow, Tables } from '../tables.ts';
import type { Replacing } from './derived.ts';
import { inserter, replacer } from './insert.ts';

/** What writing the named nodes gave. */
export interface NamedReplaced {
  readonly changed: boolean;
  /** For each node of the graph the hash of the neighbours that were written for it; the empty string where none were. */
  readonly neighbourHashes: ReadonlyMap<string, string>;
}

/** Writes ministers, countries, portfolios and officials. */
export function replaceNamed(
  { database, statements, changes }: Replacing,
  graph: LinkedGraph,
): NamedReplaced {
  const lists: Readonly<Record<NamedKind, readonly NamedNode[]>> = {
    minister: graph.ministers,
    country: graph.countries,
    portfolio: graph.portfolios,
    official: graph.officials,
  };
  const write = replacer(statements, 'named');
  const neighbourHashes = new Map<string, string>();
  let changed = false;
  for (const kind of NAMED_KINDS) {
    const rows = database.all('select id, row_hash, neighbour_hash from named where kind = ?', kind) as Pick<
      NamedRow,
      'id' | 'row_hash' | 'neighbour_hash'
    >[];
    const old = new Map(rows.map((row) => [row.id, row]));
    for (const node of lists[kind]) {
      const row = toNamedRow(kind, node);
      const known = old.get(node.id);
      old.delete(node.id);
      const neighbour_hash = known?.neighbour_hash ?? '';
      neighbourHashes.set(nodeKey(kind, node.id), neighbour_hash);
      if (known?.row_hash === row.row_hash) continue;
      changed = true;
      changes.upsert(kind, node.id);
      write({ ...row, neighbour_hash });
    }
    for (const id of old.keys()) {
      changed = true;
      changes.remove(kind, id);
      statements.run('delete from named where kind = ? and id = ?', kind, id);
      statements.run('delete from neighbour where a_kind = ? and a_id = ?', kind, id);
    }
  }
  return { changed, neighbourHashes };
}

/** A node's key in `neighbourHashes`. */
export function nodeKey(kind: string, id: string): string {
  return `${kind}\t${id}`;
}

/** Writes terms, redirects and the problems that linking found, each table whole where it differs at all. */
export function replaceLists(replacing: Replacing, graph: LinkedGraph): boolean {
  const redirects = graph.redirects.map(({ from, to }) => ({ from_id: from, to_id: to }));
  const results = [
    replaceWhole(replacing, 'term', 'term', graph.terms.map(toTermRow)),
    replaceWhole(replacing, 'event_redirect', 'event_redirect', redirects),
    replaceWhole(replacing, 'problem', 'problem where root is null', toProblemRows(graph.problems, null)),
  ];
  return results.includes(true);
}

function replaceWhole<T extends 'term' | 'event_redirect' | 'problem'>(
  { database, statements }: Replacing,
  table: T,
  where: string,
  rows: readonly Tables[T][],
): boolean {
  const before = database.all(`select * from ${where}`).map(canonicalJson).sort();
  const after = rows.map(canonicalJson).sort();
  if (before.length === after.length && before.every((line, position) => line === after[position]))
    return false;
  statements.exec(`delete from ${where}`);
  const insert = inserter(statements, table);
  for (const row of rows) insert.add(row);
  insert.flush();
  return true;
}
