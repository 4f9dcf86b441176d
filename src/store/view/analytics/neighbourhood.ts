import { byCode } from '../../../model/ids.ts';
import type { DrawnEdge, DrawnNode, Neighbourhood } from '../../analytics.ts';
import type { Engine } from '../../engine.ts';
import type { NamedRef } from '../../node-types.ts';
import { edgesBetween, figuresOf, neighboursByKey, refKey, refOf, unpack } from './graph-rows.ts';
import { checkBounds } from './matched.ts';

/** Rows of neighbours read at one step; far more than the whole graph of a hundred nodes has. */
const MOST_ROWS = 500_000;

interface Reached {
  readonly key: string;
  readonly weight: number;
}

/** The nodes around a node, and all edges among them; three statements at depth 1, four at depth 2. */
export async function neighbourhood(
  engine: Engine,
  node: NamedRef,
  depth: 1 | 2,
  limit: number,
): Promise<Neighbourhood | null> {
  checkBounds('limit', limit, 1, 200);
  checkBounds('depth', depth, 1, 2);
  const start = refKey(node);
  const depths = new Map([[start, 0]]);
  const rows = await neighboursByKey(engine, [start], MOST_ROWS);
  const near = heaviest(
    rows.map(({ to, weight }) => ({ key: to, weight })),
    depth === 1 ? limit : Math.ceil(limit / 2),
  );
  for (const { key } of near) depths.set(key, 1);
  let chosen = near;
  if (depth === 2) {
    const beyond = new Map<string, number>();
    const nearKeys = near.map(({ key }) => key);
    for (const { to, weight } of await neighboursByKey(engine, nearKeys, MOST_ROWS)) {
      if (!depths.has(to)) beyond.set(to, Math.max(beyond.get(to) ?? 0, weight));
    }
    const far = heaviest(
      [...beyond].map(([key, weight]) => ({ key, weight })),
      limit - near.length,
    );
    for (const { key } of far) depths.set(key, 2);
    chosen = [...near, ...far];
  }
  const keys = [start, ...chosen.map(({ key }) => key)];
  const figures = await figuresOf(engine, keys);
  if (!figures.has(start)) return null;
  const nodes = keys.flatMap((key): DrawnNode[] => {
    const known = figures.get(key);
    return known ? [{ ...refOf(key), ...known, depth: depths.get(key) ?? 0 }] : [];
  });
  return { nodes, edges: await edgesAmong(engine, keys) };
}

/** The heaviest; of equals the first in code order. */
function heaviest(reached: readonly Reached[], limit: number): readonly Reached[] {
  return reached.toSorted((a, b) => b.weight - a.weight || byCode(a.key, b.key)).slice(0, limit);
}

async function edgesAmong(engine: Engine, keys: readonly string[]): Promise<readonly DrawnEdge[]> {
  const rows = await edgesBetween(engine, keys);
  return rows
    .toSorted((x, y) => y.weight - x.weight || byCode(x.from, y.from) || byCode(x.to, y.to))
    .map(({ from, to, weight }) => ({ a: refOf(from), b: refOf(to), ...unpack(weight) }));
}
