import { byCode } from '../../../model/ids.ts';

/** Neighbours of nodes by key. */
export type Edges = ReadonlyMap<string, Iterable<string>>;

/** Fetches the neighbours of nodes; null where they are more than can be read. */
export type Expand = (keys: readonly string[]) => Promise<Edges | null>;

/** The nodes that a way of one length can have at each step, from the first end to the other. */
export type Layers = readonly (readonly string[])[];

/** Nodes reached from both sides at which a search is given up. */
const MOST_VISITED = 20_000;

interface Side {
  /** Steps from this side's end. */
  readonly depths: Map<string, number>;
  frontier: readonly string[];
  depth: number;
}

/** What has been found between two ends. Grows while `layersByLength` is walked. */
export interface Found {
  /** Those that were read, each under both its ends. */
  readonly edges: Edges;
  /** Whether the search was given up for its size. */
  readonly cutOff: boolean;
}

/**
 * Searches from both ends at once, a batch of neighbours at a time, always on the side that has fewer nodes to expand.
 * From where the sides meet it gives the layers of the ways of each length: `hops` steps of the two sides together have
 * read every edge of a way of `hops` hops. `expand` is called at most `maxHops` times, and no more than is walked.
 */
export function searchWays(
  from: string,
  to: string,
  maxHops: number,
  expand: Expand,
): { readonly found: Found; readonly layersByLength: AsyncGenerator<Layers> } {
  const edges = new Map<string, Set<string>>();
  const found = { edges, cutOff: false };
  return { found, layersByLength: walk() };

  async function* walk(): AsyncGenerator<Layers> {
    const [near, far]: readonly [Side, Side] = [sideOf(from), sideOf(to)];
    let met = false;
    for (let hops = 1; hops <= maxHops; hops += 1) {
      const side = near.frontier.length <= far.frontier.length ? near : far;
      if (side.frontier.length > 0 && !(await step(side))) {
        found.cutOff = true;
        return;
      }
      side.depth += 1;
      const other = side === near ? far : near;
      met ||= side.frontier.some((key) => other.depths.has(key));
      if (met) yield layersOf(near, far, hops);
      else if (side.frontier.length === 0) return;
      if (hops < maxHops && near.depths.size + far.depths.size > MOST_VISITED) {
        found.cutOff = true;
        return;
      }
    }
  }

  async function step(side: Side): Promise<boolean> {
    const read = await expand(side.frontier);
    if (!read) return false;
    const next = new Set<string>();
    for (const [key, neighbours] of read) {
      for (const neighbour of neighbours) {
        join(edges, key, neighbour);
        join(edges, neighbour, key);
        if (!side.depths.has(neighbour)) next.add(neighbour);
      }
    }
    for (const key of next) side.depths.set(key, side.depth + 1);
    side.frontier = [...next].sort(byCode);
    return true;
  }
}

function sideOf(end: string): Side {
  return { depths: new Map([[end, 0]]), frontier: [end], depth: 0 };
}

function join(edges: Map<string, Set<string>>, a: string, b: string): void {
  const known = edges.get(a);
  if (known) known.add(b);
  else edges.set(a, new Set([b]));
}

/**
 * The nodes of each step of a way of `hops` hops. A node at a step is no more steps than that from the first end, and no
 * more than are left from the other; each side knows its own steps as far as it went, and where they met both do. The
 * ends themselves stand at the ends alone.
 */
function layersOf(near: Side, far: Side, hops: number): Layers {
  const [start, end] = [near, far].map(({ depths }) => [...depths.keys()].slice(0, 1));
  return Array.from({ length: hops + 1 }, (_, step) => {
    if (step === 0) return start ?? [];
    if (step === hops) return end ?? [];
    const left = hops - step;
    const [own, steps] = step <= near.depth ? [near, step] : [far, left];
    const keys = [...own.depths].filter(([, depth]) => depth > 0 && depth <= steps).map(([key]) => key);
    const other = own === near ? far : near;
    return keys.filter((key) => {
      const depth = other.depths.get(key);
      if (depth === 0) return false;
      return depth === undefined ? other.depth < hops - steps : depth <= hops - steps;
    });
  });
}

interface Partial {
  readonly cost: number;
  readonly keys: readonly string[];
}

/**
 * The `limit` cheapest ways through the layers that pass no node twice, by the sum of the costs of the nodes between
 * the ends, then by keys. Only the `limit` + 1 cheapest ways to each node are kept, which is enough up to four hops:
 * costs add up, and of the ways to a node at most one has the next node in it already.
 */
export function cheapestWays(
  layers: Layers,
  edges: Edges,
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
      const reached = cheapestOf(waysTo(key, edges, ways), limit + 1);
      if (reached.length > 0) {
        next.set(
          key,
          reached.map((way) => ({ cost: way.cost + cost, keys: [...way.keys, key] })),
        );
      }
    }
    ways = next;
  }
  return [...ways.values()]
    .flat()
    .sort(byCost)
    .slice(0, limit)
    .map(({ keys }) => keys);
}

/** For each neighbour the ways to it that the node is not on, cheapest first. */
function waysTo(
  key: string,
  edges: Edges,
  ways: ReadonlyMap<string, readonly Partial[]>,
): readonly (readonly Partial[])[] {
  const found: (readonly Partial[])[] = [];
  for (const previous of edges.get(key) ?? []) {
    const free = ways.get(previous)?.filter(({ keys }) => !keys.includes(key)) ?? [];
    if (free.length > 0) found.push(free);
  }
  return found;
}

/** The cheapest of several lists in order: they stand in those lists whose first is cheapest. */
function cheapestOf(lists: readonly (readonly Partial[])[], most: number): readonly Partial[] {
  const byFirst = lists.toSorted(([a], [b]) => (a && b ? byCost(a, b) : 0));
  return byFirst.slice(0, most).flat().sort(byCost).slice(0, most);
}

function byCost(a: Partial, b: Partial): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  const differs = a.keys.findIndex((key, step) => key !== b.keys[step]);
  return byCode(a.keys[differs] ?? '', b.keys[differs] ?? '');
}
