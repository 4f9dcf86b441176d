import type { LinkedGraph, LinkedRelease } from '../model/graph.ts';
import { byCode } from '../model/ids.ts';
import type { NamedKind } from './rows.ts';
import type { NeighbourRow } from './tables.ts';

/** More than there can be releases, and small enough that the weight stays an exact number. */
export const EVENT_WEIGHT = 1_000_000;

/** The number that orders neighbours: by events, then releases. */
export function weigh(eventCount: number, releaseCount: number): number {
  return eventCount * EVENT_WEIGHT + releaseCount;
}

interface Joined {
  events: number;
  releases: number;
  first: string | null;
  last: string | null;
}

interface NodeRef {
  readonly kind: NamedKind;
  readonly id: string;
}

/**
 * Who stands beside whom: pairs of named nodes in the same events and the same releases, duplicates of releases
 * included. Lists the neighbours of each node in turn, those in code order of kind and id; `dayOf` gives a release's
 * day or the empty string. One pass over releases and events; memory grows with the number of distinct pairs.
 */
export function* neighboursByNode(
  graph: Pick<LinkedGraph, 'releases' | 'events'>,
  dayOf: (releaseId: string) => string,
): Generator<NodeRef & { readonly rows: readonly NeighbourRow[] }> {
  const numbers: Readonly<Record<NamedKind, Map<string, number>>> = {
    country: new Map(),
    minister: new Map(),
    official: new Map(),
    portfolio: new Map(),
  };
  const nodes: NodeRef[] = [];
  const beside: Map<number, Joined>[] = [];
  const numberOf = (kind: NamedKind, id: string): number => {
    const known = numbers[kind].get(id);
    if (known !== undefined) return known;
    numbers[kind].set(id, nodes.length);
    nodes.push({ kind, id });
    beside.push(new Map());
    return nodes.length - 1;
  };
  const numbersOf = (lists: Readonly<Record<NamedKind, readonly string[]>>): readonly number[] => {
    const found = new Set<number>();
    for (const id of lists.country) found.add(numberOf('country', id));
    for (const id of lists.minister) found.add(numberOf('minister', id));
    for (const id of lists.official) found.add(numberOf('official', id));
    for (const id of lists.portfolio) found.add(numberOf('portfolio', id));
    return [...found].sort((a, b) => a - b);
  };

  for (const release of graph.releases) {
    const day = dayOf(release.id);
    eachPair(numbersOf(namedBy(release)), beside, (joined) => {
      joined.releases += 1;
      if (day === '') return;
      if (joined.first === null || day < joined.first) joined.first = day;
      if (joined.last === null || day > joined.last) joined.last = day;
    });
  }
  for (const event of graph.events) {
    const lists = {
      country: event.countries,
      minister: event.ministers,
      official: event.officials,
      portfolio: event.portfolios,
    };
    eachPair(numbersOf(lists), beside, (joined) => {
      joined.events += 1;
    });
  }
  yield* listed(nodes, beside);
}

/** Ids of each kind that a release names or is signed by. */
export function namedBy(release: LinkedRelease): Readonly<Record<NamedKind, readonly string[]>> {
  return {
    country: release.countries.map(({ id }) => id),
    minister: [...release.signers, ...release.named],
    official: release.officials,
    portfolio: release.portfolios,
  };
}

/** Each pair is kept once, under its smaller number. */
function eachPair(
  numbers: readonly number[],
  beside: readonly Map<number, Joined>[],
  count: (joined: Joined) => void,
): void {
  for (const [position, a] of numbers.entries()) {
    const others = beside[a];
    if (!others) continue;
    for (let next = position + 1; next < numbers.length; next += 1) {
      const b = numbers[next] ?? a;
      let joined = others.get(b);
      if (!joined) {
        joined = { events: 0, releases: 0, first: null, last: null };
        others.set(b, joined);
      }
      count(joined);
    }
  }
}

function* listed(nodes: readonly NodeRef[], beside: readonly Map<number, Joined>[]) {
  const both: [number, Joined][][] = nodes.map(() => []);
  for (const [a, others] of beside.entries()) {
    for (const [b, joined] of others) {
      both[a]?.push([b, joined]);
      both[b]?.push([a, joined]);
    }
  }
  for (const [number, node] of nodes.entries()) {
    const rows = (both[number] ?? []).flatMap(([other, joined]) => {
      const b = nodes[other];
      return b ? [toRow(node, b, joined)] : [];
    });
    rows.sort((x, y) => byCode(x.b_kind, y.b_kind) || x.weight - y.weight || byCode(x.b_id, y.b_id));
    yield { ...node, rows };
  }
}

function toRow(a: NodeRef, b: NodeRef, joined: Joined): NeighbourRow {
  return {
    a_kind: a.kind,
    a_id: a.id,
    b_kind: b.kind,
    weight: weigh(joined.events, joined.releases),
    b_id: b.id,
    event_count: joined.events,
    release_count: joined.releases,
    first: joined.first,
    last: joined.last,
  };
}
