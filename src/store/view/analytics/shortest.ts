import { byCode } from '../../../model/ids.ts';

/** Neighbours of nodes by key. */
export type Edges = ReadonlyMap<string, readonly string[]>;

/** Fetches the neighbours of nodes; null where they are more than can be read. */
export type Expand = (keys: readonly string[]) => Promise<Edges | null>;

/** The nodes at each step between two ends, those only that lie on a shortest path, and the edges that were read. */
export interface Layers {
  /** From the first end to the other; empty where there is no path of at most the asked length. */
  readonly layers: readonly (readonly string[])[];
  readonly edges: Edges;
  readonly cutOff: boolean;
}

/** Nodes reached from both sides at which a search is given up. */
const MOST_VISITED = 20_000;

interface Side {
  /** Steps from this side's end. */
  readonly depths: Map<string, number>;
  frontier: readonly string[];
  depth: number;
}

/**
 * Searches from both ends at once, a batch of neighbours at a time, always on the side that has fewer nodes to expand,
 * until the sides meet. `expand` is called at most `maxHops` times.
 */
export async function shortestLayers(
  from: string,
  to: string,
  maxHops: number,
  expand: Expand,
): Promise<Layers> {
  const sides: readonly [Side, Side] = [sideOf(from), sideOf(to)];
  const edges = new Map<string, string[]>();
  const [near, far] = sides;
  for (let hops = 1; hops <= maxHops; hops += 1) {
    const side = near.frontier.length <= far.frontier.length ? near : far;
    const other = side === near ? far : near;
    const found = await expand(side.frontier);
    if (!found) return { layers: [], edges, cutOff: true };
    side.depth += 1;
    const next = new Set<string>();
    for (const [key, neighbours] of found) {
      for (const neighbour of neighbours) {
        join(edges, key, neighbour);
        join(edges, neighbour, key);
        if (!side.depths.has(neighbour)) next.add(neighbour);
      }
    }
    for (const key of next) side.depths.set(key, side.depth);
    side.frontier = [...next].sort(byCode);
    if (side.frontier.some((key) => other.depths.has(key))) {
      return { layers: layersOf(near, far, hops), edges, cutOff: false };
    }
    if (side.frontier.length === 0) break;
    if (near.depths.size + far.depths.size > MOST_VISITED) return { layers: [], edges, cutOff: true };
  }
  return { layers: [], edges, cutOff: false };
}

function sideOf(end: string): Side {
  return { depths: new Map([[end, 0]]), frontier: [end], depth: 0 };
}

function join(edges: Map<string, string[]>, a: string, b: string): void {
  const known = edges.get(a);
  if (known) known.push(b);
  else edges.set(a, [b]);
}

/**
 * The nodes of each step. The sides know the steps of nodes up to where they met; there both know them, and from there
 * each side's own steps lead back to its end.
 */
function layersOf(near: Side, far: Side, hops: number): readonly (readonly string[])[] {
  return Array.from({ length: hops + 1 }, (_, step) => {
    const [own, depth] = step <= near.depth ? [near, step] : [far, hops - step];
    const keys = [...own.depths].filter(([, steps]) => steps === depth).map(([key]) => key);
    return step === near.depth ? keys.filter((key) => far.depths.get(key) === hops - step) : keys;
  });
}

interface Partial {
  readonly cost: number;
  readonly keys: readonly string[];
}

/**
 * The `limit` cheapest paths through the layers, by the sum of the costs of the nodes between the ends, then by keys.
 * Only the `limit` cheapest ways to each node are kept, which is enough, for costs add up.
 */
export function cheapestPaths(
  { layers, edges }: Pick<Layers, 'layers' | 'edges'>,
  costOf: (key: string) => number,
  limit: number,
): readonly (readonly string[])[] {
  let ways = new Map<string, readonly Partial[]>();
  for (const [step, layer] of layers.entries()) {
    const next = new Map<string, readonly Partial[]>();
    for (const key of layer) {
      if (step === 0) {
        next.set(key, [{ cost: 0, keys: [key] }]);
        continue;
      }
      const cost = step === layers.length - 1 ? 0 : costOf(key);
      const before = new Set(edges.get(key));
      const reached = [...before].flatMap((previous) =>
        (ways.get(previous) ?? []).map((way) => ({ cost: way.cost + cost, keys: [...way.keys, key] })),
      );
      if (reached.length > 0) next.set(key, reached.sort(byCost).slice(0, limit));
    }
    ways = next;
  }
  return [...ways.values()]
    .flat()
    .sort(byCost)
    .slice(0, limit)
    .map(({ keys }) => keys);
}

function byCost(a: Partial, b: Partial): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  const differs = a.keys.findIndex((key, step) => key !== b.keys[step]);
  return byCode(a.keys[differs] ?? '', b.keys[differs] ?? '');
}
