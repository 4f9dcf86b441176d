import { sql } from 'kysely';
import { NODE_KINDS, type NodeKind } from '../../model/graph.ts';
import type { ProblemCode } from '../../model/problem.ts';
import type { Engine } from '../engine.ts';
import type { Counts } from '../store.ts';

/** Counts of everything in the store, in one statement. */
export async function countsOf(engine: Engine): Promise<Counts> {
  const { rows } = await sql<{
    readonly what: string;
    readonly name: string;
    readonly count: number | string;
  }>`
    select 'node' as what, 'release' as name, count(*) as count from release
    union all select 'node', 'event', count(*) from event
    union all select 'node', kind, count(*) from named group by kind
    union all select 'other', 'evidence', count(*) from evidence
    union all select 'other', 'mentions', coalesce(sum(mention_count), 0) from release_link
    union all select 'other', 'terms', count(*) from term
    union all select 'problem', code, count(*) from problem group by code`.execute(engine.db);
  const count = (what: string, name: string) =>
    Number(rows.find((row) => row.what === what && row.name === name)?.count ?? 0);
  const nodes = Object.fromEntries(NODE_KINDS.map((kind) => [kind, count('node', kind)]));
  const problems = rows.filter(({ what }) => what === 'problem').map((row) => [row.name, Number(row.count)]);
  return {
    nodes: nodes as Record<NodeKind, number>,
    evidence: count('other', 'evidence'),
    mentions: count('other', 'mentions'),
    terms: count('other', 'terms'),
    problems: Object.fromEntries(problems) as Partial<Record<ProblemCode, number>>,
  };
}
