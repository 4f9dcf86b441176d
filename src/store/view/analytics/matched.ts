import { sql } from 'kysely';
import type { Engine, Sql } from '../../engine.ts';
import type { EventFilter } from '../../filters.ts';
import { eventCandidates, statusAsOf } from '../event-candidates.ts';

/** The keys that an event has several values of, with the column of its list and the kind of its edges. */
export const OWNER_COLUMNS = {
  COUNTRY: { column: 'countries', kind: 'country' },
  PORTFOLIO: { column: 'portfolios', kind: 'portfolio' },
  MINISTER: { column: 'ministers', kind: 'minister' },
  OFFICIAL: { column: 'officials', kind: 'official' },
} as const;
export type OwnerKey = keyof typeof OWNER_COLUMNS;

export function isOwnerKey(key: string): key is OwnerKey {
  return Object.hasOwn(OWNER_COLUMNS, key);
}

/** Rows of events, one each or one for each owner, with `id, day, latest, type, status, precision` under `m`. */
export interface Matched {
  readonly from: Sql;
  /** The expression of each owner that was asked for. */
  readonly owners: ReadonlyMap<OwnerKey, Sql>;
}

const ALIASES = ['j', 'k'] as const;

/** The events that a filter matches, each once for every combination of the owners asked for (at most two kinds). */
export function matchedEvents(engine: Engine, filter: EventFilter, by: readonly OwnerKey[]): Matched {
  const [first] = by;
  // Reading the edges of all events beats taking the lists of all events apart.
  if (first && isEmpty(filter)) {
    const edges = sql`(select event_id as id, owner, day, latest, type, status, precision from event_edge
      where kind = ${OWNER_COLUMNS[first].kind}) as m`;
    return withLists(engine, edges, by.slice(1), new Map([[first, sql`m.owner`]]));
  }
  const list = eventCandidates(engine, filter, null);
  const { alternatives } = list;
  const where = alternatives.length > 0 ? [sql`(${sql.join(alternatives, sql` or `)})`] : [];
  const conditions = [...where, ...list.where];
  const events = sql`(select ${alternatives.length > 1 ? sql`distinct ` : sql``}${list.id} as id, x.day, x.latest, x.type,
    ${statusAsOf(filter.asOf, list.id)} as status, x.precision from ${list.from}
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}) as m`;
  return withLists(engine, events, by, new Map());
}

/** Whether a filter lets all events through. */
export function isEmpty(filter: object): boolean {
  return Object.values(filter).every((value) => value === undefined);
}

function withLists(
  engine: Engine,
  base: Sql,
  keys: readonly OwnerKey[],
  known: ReadonlyMap<OwnerKey, Sql>,
): Matched {
  const owners = new Map(known);
  let from = base;
  for (const [position, key] of keys.entries()) {
    const alias = ALIASES[position];
    if (!alias) throw new RangeError('expected at most two keys that an event has several of');
    if (position === 0) from = sql`${from} ${engine.joinInOrder} event as o on o.id = m.id`;
    from = sql`${from} cross join ${engine.elements(sql.ref(`o.${OWNER_COLUMNS[key].column}`), alias)}`;
    owners.set(key, sql.ref(`${alias}.value`));
  }
  return { from, owners };
}

/** The month of an event under `m`, as `monthOf` gives it. */
export const MONTH_COLUMN = sql`case when m.precision = 'YEAR' or
  (m.precision = 'INTERVAL' and m.day like '%-01-01' and m.latest like '%-12-31')
  then substr(m.day, 1, 4) else substr(m.day, 1, 7) end`;

/** Throws a RangeError where a number is not a whole one within its bounds. */
export function checkBounds(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`expected ${name} from ${least} to ${most}, got ${value}`);
}
