import type { LinkedGraph } from '../../src/model/graph.ts';
import type { Hop } from '../../src/store/analytics.ts';
import { namedBy } from '../../src/store/neighbours.ts';
import type { NamedRef } from '../../src/store/node-types.ts';

const keyOf = ({ kind, id }: NamedRef): string => `${kind} ${id}`;

/** All nodes of the named kinds. */
export function namedRefs(graph: LinkedGraph): readonly NamedRef[] {
  return [
    ...graph.countries.map(({ id }) => ({ kind: 'country', id }) as const),
    ...graph.ministers.map(({ id }) => ({ kind: 'minister', id }) as const),
    ...graph.portfolios.map(({ id }) => ({ kind: 'portfolio', id }) as const),
    ...graph.officials.map(({ id }) => ({ kind: 'official', id }) as const),
  ];
}

/** The named nodes of each release and event, by `release ID` or `event ID`. */
function groups(graph: LinkedGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  const add = (key: string, lists: Readonly<Record<NamedRef['kind'], readonly string[]>>): void => {
    const refs = Object.entries(lists).flatMap(([kind, ids]) => ids.map((id) => `${kind} ${id}`));
    found.set(key, new Set(refs));
  };
  for (const release of graph.releases) add(`release ${release.id}`, namedBy(release));
  for (const { id, countries, ministers, portfolios, officials } of graph.events) {
    add(`event ${id}`, {
      country: countries,
      minister: ministers,
      portfolio: portfolios,
      official: officials,
    });
  }
  return found;
}

/** Fewest hops between two nodes; null where they are not joined. */
export function hopsBetween(graph: LinkedGraph, from: NamedRef, to: NamedRef): number | null {
  const all = [...groups(graph).values()];
  let reached = new Set([keyOf(from)]);
  for (let hops = 1; ; hops += 1) {
    const next = new Set(reached);
    for (const group of all) {
      if ([...group].some((key) => reached.has(key))) for (const key of group) next.add(key);
    }
    if (next.has(keyOf(to))) return hops;
    if (next.size === reached.size) return null;
    reached = next;
  }
}

/** How many ways of so many hops there are between two nodes that pass no node twice: by trying all. */
export function countWays(graph: LinkedGraph, from: NamedRef, to: NamedRef, hops: number): number {
  const beside = neighbours(graph);
  const count = (at: string, passed: readonly string[], left: number): number => {
    if (left === 0) return at === keyOf(to) ? 1 : 0;
    if (at === keyOf(to)) return 0;
    let ways = 0;
    for (const next of beside.get(at) ?? []) {
      if (!passed.includes(next)) ways += count(next, [...passed, next], left - 1);
    }
    return ways;
  };
  return count(keyOf(from), [keyOf(from)], hops);
}

const KNOWN = new WeakMap<LinkedGraph, ReadonlyMap<string, ReadonlySet<string>>>();

/** Who stands beside whom, by key. */
function neighbours(graph: LinkedGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const known = KNOWN.get(graph);
  if (known) return known;
  const beside = new Map<string, Set<string>>();
  for (const group of groups(graph).values()) {
    for (const key of group) {
      const all = beside.get(key) ?? new Set();
      for (const other of group) if (other !== key) all.add(other);
      beside.set(key, all);
    }
  }
  KNOWN.set(graph, beside);
  return beside;
}

/** Whether a hop's figures are right and its evidence holds both its ends: an event's where they share any. */
export function joins(graph: LinkedGraph, { from, to, eventCount, releaseCount, evidence }: Hop): boolean {
  const shared = [...groups(graph)]
    .filter(([, group]) => group.has(keyOf(from)) && group.has(keyOf(to)))
    .map(([key]) => key);
  const events = shared.filter((key) => key.startsWith('event '));
  return (
    events.length === eventCount &&
    shared.length - events.length === releaseCount &&
    evidence?.kind === (eventCount > 0 ? 'event' : 'release') &&
    shared.includes(`${evidence.kind} ${evidence.id}`)
  );
}
