import { sql } from 'kysely';
import type { Hop, Paths } from '../../analytics.ts';
import type { Engine } from '../../engine.ts';
import type { NamedRef } from '../../node-types.ts';
import { figuresOf, neighboursByKey, refKey, refOf, unpack } from './graph-rows.ts';
import { checkBounds } from './matched.ts';
import { cheapestWays, type Layers, searchWays } from './ways.ts';

/** Rows of neighbours read at one step. */
const MOST_ROWS = 300_000;

/**
 * Paths between two named nodes over who stands beside whom, shortest first; at most `maxHops` + 2 statements. A node
 * costs as much as it has events and releases, so that a path through a rare one says more. Longer ones are looked for
 * only where there are fewer than `limit` shorter ones.
 */
export async function findPaths(
  engine: Engine,
  from: NamedRef,
  to: NamedRef,
  maxHops: number,
  limit: number,
): Promise<Paths> {
  checkBounds('maxHops', maxHops, 1, 4);
  checkBounds('limit', limit, 1, 50);
  const [start, end] = [refKey(from), refKey(to)];
  if (start === end) return { paths: [], cutOff: false };
  const { found, layersByLength } = searchWays(start, end, maxHops, async (keys) => {
    const rows = await neighboursByKey(engine, keys, MOST_ROWS);
    if (rows.length === MOST_ROWS) return null;
    return new Map(
      [...Map.groupBy(rows, (row) => row.from)].map(([key, of]) => [key, of.map((row) => row.to)]),
    );
  });
  const lengths: Layers[] = [];
  let count = 0;
  for await (const layers of layersByLength) {
    lengths.push(layers);
    count += cheapestWays(layers, found.edges, () => 0, limit - count).length;
    if (count >= limit) break;
  }
  if (count === 0) return { paths: [], cutOff: found.cutOff };
  const figures = await figuresOf(engine, [...new Set(lengths.flat(2))]);
  const costOf = (key: string): number => {
    const { eventCount, releaseCount } = figures.get(key) ?? { eventCount: 0, releaseCount: 0 };
    return eventCount + releaseCount;
  };
  const paths: (readonly string[])[] = [];
  for (const layers of lengths) {
    paths.push(...cheapestWays(layers, found.edges, costOf, limit - paths.length));
  }
  const hops = await hopsOf(engine, paths.flatMap(pairsOf), costOf);
  return {
    paths: paths.map((path) => pairsOf(path).flatMap((pair) => hops.get(pair.join('\t')) ?? [])),
    cutOff: found.cutOff,
  };
}

function pairsOf(path: readonly string[]): readonly (readonly [string, string])[] {
  return path.slice(1).map((key, index) => [path[index] ?? '', key] as const);
}

interface HopRow {
  readonly ord: number;
  readonly weight: number | null;
  readonly event: string | null;
  readonly release: string | null;
}

/** What joins each pair; one statement. The edges of the rarer node are read, and those of the other looked up. */
async function hopsOf(
  engine: Engine,
  pairs: readonly (readonly [string, string])[],
  costOf: (key: string) => number,
): Promise<ReadonlyMap<string, Hop>> {
  const distinct = [...new Map(pairs.map((pair) => [pair.join('\t'), pair])).values()];
  const asked = distinct.flatMap(([from, to]) => {
    const [rare, common] = costOf(from) <= costOf(to) ? [from, to] : [to, from];
    return [refOf(rare), refOf(common)].flatMap(({ kind, id }) => [kind, id]);
  });
  const part = (offset: number) =>
    sql`(select q.value from ${engine.values(asked, 'q')} where q.key = 4 * p.key + ${sql.lit(offset)})`;
  const latest = (target: 'event' | 'release') => {
    const [edges, id] = [sql.table(`${target}_edge`), sql.ref(`x.${target}_id`)];
    return sql`(select ${id} from ${edges} as x where x.kind = h.kind and x.owner = h.id
      and exists (select 1 from ${edges} as y where y.kind = h.other_kind and y.owner = h.other_id
        and y.day = x.day and y.${sql.ref(`${target}_id`)} = ${id})
      order by x.day desc, ${id} desc limit 1)`;
  };
  const { rows } = await sql<HopRow>`
    with h as materialized (select p.key as ord, ${part(0)} as kind, ${part(1)} as id, ${part(2)} as other_kind,
      ${part(3)} as other_id from ${engine.values(
        distinct.map(() => ''),
        'p',
      )})
    select h.ord, (select n.weight from neighbour n where n.a_kind = h.kind and n.a_id = h.id
      and n.b_kind = h.other_kind and n.b_id = h.other_id) as weight,
      ${latest('event')} as event, ${latest('release')} as release from h`.execute(engine.db);
  const byPlace = new Map(rows.map((row) => [row.ord, row]));
  return new Map(
    distinct.map(([from, to], place) => {
      const { weight = 0, event = null, release = null } = byPlace.get(place) ?? {};
      const figures = unpack(weight ?? 0);
      const evidence =
        event !== null
          ? ({ kind: 'event', id: event } as const)
          : release !== null
            ? ({ kind: 'release', id: release } as const)
            : null;
      return [`${from}\t${to}`, { from: refOf(from), to: refOf(to), ...figures, evidence }];
    }),
  );
}
