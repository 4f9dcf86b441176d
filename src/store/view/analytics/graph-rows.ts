import { sql } from 'kysely';
import type { Engine, Sql } from '../../engine.ts';
import { EVENT_WEIGHT } from '../../neighbours.ts';
import type { NamedRef } from '../../node-types.ts';

/** One text for one node, to look it up by. */
export function refKey({ kind, id }: NamedRef): string {
  return `${kind} ${id}`;
}

export function refOf(key: string): NamedRef {
  const at = key.indexOf(' ');
  return { kind: key.slice(0, at) as NamedRef['kind'], id: key.slice(at + 1) };
}

/** The parts of a key in a column. */
function kindIn(engine: Engine, key: Sql): Sql {
  return sql`substr(${key}, 1, ${engine.indexOf(key, ' ')} - 1)`;
}

function idIn(engine: Engine, key: Sql): Sql {
  return sql`substr(${key}, ${engine.indexOf(key, ' ')} + 1)`;
}

/** Number of nodes of both figures, packed as in the table of neighbours. */
export interface Weighed {
  readonly eventCount: number;
  readonly releaseCount: number;
}

export function unpack(weight: number | string): Weighed {
  const number = Number(weight);
  const releaseCount = number % EVENT_WEIGHT;
  return { eventCount: (number - releaseCount) / EVENT_WEIGHT, releaseCount };
}

/** Name and figures of a node. */
export interface NamedFigures extends Weighed {
  readonly name: string;
}

/** Names and figures of nodes by key; one statement. */
export async function figuresOf(
  engine: Engine,
  keys: readonly string[],
): Promise<ReadonlyMap<string, NamedFigures>> {
  const { rows } = await sql<{
    readonly key: string;
    readonly name: string;
    readonly events: number;
    readonly releases: number;
  }>`select p.value as key, n.name, n.event_count as events, n.release_count as releases
    from ${engine.values(keys, 'p')} join named n on n.kind = ${kindIn(engine, sql`p.value`)}
      and n.id = ${idIn(engine, sql`p.value`)}`.execute(engine.db);
  return new Map(
    rows.map(({ key, name, events, releases }) => [
      key,
      { name, eventCount: Number(events), releaseCount: Number(releases) },
    ]),
  );
}

/** The neighbours of many nodes by key, each with the weight that joins them; one statement. */
export async function neighboursByKey(
  engine: Engine,
  keys: readonly string[],
  most: number,
): Promise<readonly { readonly from: string; readonly to: string; readonly weight: number }[]> {
  const { rows } = await sql<{ readonly from: string; readonly to: string; readonly weight: number }>`
    select p.value as "from", x.b_kind || ' ' || x.b_id as "to", x.weight
    from ${engine.values(keys, 'p')} cross join neighbour x
    where x.a_kind = ${kindIn(engine, sql`p.value`)} and x.a_id = ${idIn(engine, sql`p.value`)} limit ${most}`.execute(
    engine.db,
  );
  return rows;
}

/** The pairs among nodes that are neighbours, each once, keys in byte order; every pair is looked up. One statement. */
export async function edgesBetween(
  engine: Engine,
  keys: readonly string[],
): Promise<readonly { readonly from: string; readonly to: string; readonly weight: number }[]> {
  const part = (
    alias: 'p' | 'q',
  ) => sql`select value as node, ${kindIn(engine, sql`value`)} as kind, ${idIn(engine, sql`value`)} as id
    from ${engine.values(keys, alias)}`;
  const { rows } = await sql<{ readonly from: string; readonly to: string; readonly weight: number }>`
    with a as materialized (${part('p')}), b as materialized (${part('q')})
    select a.node as "from", b.node as "to", x.weight from a cross join b cross join neighbour x
    where a.node < b.node and x.a_kind = a.kind and x.a_id = a.id and x.b_kind = b.kind and x.b_id = b.id`.execute(
    engine.db,
  );
  return rows;
}
