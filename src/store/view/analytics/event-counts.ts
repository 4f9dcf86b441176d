import { sql } from 'kysely';
import type { CountKey, EventCount } from '../../analytics.ts';
import type { Engine, Sql } from '../../engine.ts';
import type { EventFilter } from '../../filters.ts';
import {
  checkBounds,
  isEmpty,
  isOwnerKey,
  type Matched,
  MONTH_COLUMN,
  matchedEvents,
  OWNER_COLUMNS,
} from './matched.ts';

/** Counts of the events that a filter matches, by one or two keys; one statement. */
export async function eventCounts(
  engine: Engine,
  filter: EventFilter,
  by: readonly CountKey[],
  limit: number,
): Promise<readonly EventCount[]> {
  checkBounds('limit', limit, 1, 1000);
  checkBounds('number of keys', by.length, 1, 2);
  const keys = [...new Set(by)];
  const source = (isEmpty(filter) && rolledUp(keys)) || eachEvent(engine, filter, keys);
  const columns = source.columns.map((column, position) => ({ column, name: sql.id(`key${position}`) }));
  const names = columns.map(({ name }) => name);
  const selected = columns.map(({ column, name }) => sql`${column} as ${name}`);
  const order = names.map((name) => sql`${name} nulls last`);
  const { rows } = await sql<Readonly<Record<string, string | number | null>>>`
    select ${sql.join(selected)}, ${source.count} as count from ${source.from}
    group by ${sql.join(names)} order by count desc, ${sql.join(order)} limit ${limit}`.execute(engine.db);
  return rows.map((row) => ({
    keys: by.map((key) => (row[`key${keys.indexOf(key)}`] ?? null) as string | null),
    count: Number(row.count),
  }));
}

/** What is counted: rows, a column for each key, and the expression that counts. */
interface Source {
  readonly from: Sql;
  readonly columns: readonly Sql[];
  readonly count: Sql;
}

function eachEvent(engine: Engine, filter: EventFilter, keys: readonly CountKey[]): Source {
  const matched = matchedEvents(engine, filter, keys.filter(isOwnerKey));
  return { from: matched.from, columns: keys.map((key) => keyOf(key, matched)), count: sql`count(*)` };
}

/**
 * Counts of all events by one key, with or without YEAR or MONTH, stand in the table `rollup`, those by two kinds of
 * node in the table of neighbours; null for others.
 */
function rolledUp(keys: readonly CountKey[]): Source | null {
  const [a, b] = keys.filter(isOwnerKey);
  if (a && b) {
    const from = sql`(select a_id, b_id, event_count from neighbour where a_kind = ${OWNER_COLUMNS[a].kind}
      and b_kind = ${OWNER_COLUMNS[b].kind} and event_count > 0) as n`;
    return { from, columns: [sql`n.a_id`, sql`n.b_id`], count: sql`sum(n.event_count)` };
  }
  const own = keys.filter((key) => key !== 'YEAR' && key !== 'MONTH');
  if (own.length > 1 || keys.length - own.length > 1) return null;
  const columns = keys.map((key) => {
    if (key === 'YEAR') return sql`nullif(substr(r.month, 1, 4), '')`;
    return key === 'MONTH' ? sql`case when length(r.month) = 7 then r.month end` : sql`r."key"`;
  });
  const from = sql`(select * from rollup where "by" = ${own[0] ?? 'ALL'}) as r`;
  return { from, columns, count: sql`sum(r.events)` };
}

function keyOf(key: CountKey, { owners }: Matched): Sql {
  if (isOwnerKey(key)) return owners.get(key) ?? sql`null`;
  switch (key) {
    case 'TYPE':
      return sql`m.type`;
    case 'STATUS':
      return sql`m.status`;
    case 'YEAR':
      return sql`nullif(substr(m.day, 1, 4), '')`;
    case 'MONTH':
      return sql`case when length(${MONTH_COLUMN}) = 7 then ${MONTH_COLUMN} end`;
  }
}
