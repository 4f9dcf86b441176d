import { sql } from 'kysely';
import { byCode } from '../../../model/ids.ts';
import {
  type EventSeries,
  OTHER_GROUP,
  type SeriesGroup,
  type SeriesInterval,
  type SeriesRow,
} from '../../analytics.ts';
import type { Engine, Sql } from '../../engine.ts';
import type { EventFilter } from '../../filters.ts';
import { bucketOf, bucketsBetween } from './buckets.ts';
import { checkBounds, isEmpty, isOwnerKey, MONTH_COLUMN, matchedEvents } from './matched.ts';

/** More rows than these are not made up to fill gaps: dates of long ago would make them by the ten thousand. */
const MAX_FILLED_ROWS = 20_000;

/** Events of one group in one month, written as in the table `rollup`. */
interface Cell {
  readonly month: string;
  readonly key: string | null;
  readonly count: number;
}

/** Counts of the events that a filter matches over time; one statement, two where grouped. */
export async function eventSeries(
  engine: Engine,
  filter: EventFilter,
  interval: SeriesInterval,
  groupBy: SeriesGroup | null,
  top: number,
): Promise<EventSeries> {
  checkBounds('top', top, 1, 50);
  const each = await cellsOf(engine, filter, interval, null);
  const isImprecise = ({ month }: Cell) => interval !== 'YEAR' && month.length === 4;
  const undated = each.filter(({ month }) => month === '');
  const grouped = groupBy ? await cellsOf(engine, filter, interval, groupBy) : each;
  const cells = grouped.filter((cell) => cell.month !== '' && !isImprecise(cell));
  const groups = topGroups(cells, top);
  const isTop = new Set(groups);
  const hasOthers = cells.some(({ key }) => !isTop.has(key));
  const counts = new Map<string, number>();
  for (const { month, key, count } of cells) {
    const cell = cellKey(
      bucketOf(`${month.padEnd(7, '-01')}-01`, interval),
      isTop.has(key) ? key : OTHER_GROUP,
    );
    counts.set(cell, (counts.get(cell) ?? 0) + count);
  }
  const starts = new Set(cells.map(({ month }) => bucketOf(`${month.padEnd(7, '-01')}-01`, interval)));
  const columns = hasOthers ? [...groups, OTHER_GROUP] : groups;
  return {
    undatedCount: sum(undated),
    impreciseCount: sum(each.filter(isImprecise)),
    ...fill([...starts].sort(byCode), columns, counts, filter, interval),
  };
}

function cellKey(start: string, group: string | null): string {
  return `${start} ${group}`;
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, { count }) => total + count, 0);
}

async function cellsOf(
  engine: Engine,
  filter: EventFilter,
  interval: SeriesInterval,
  groupBy: SeriesGroup | null,
): Promise<readonly Cell[]> {
  const select = isEmpty(filter)
    ? sql<Cell>`select ${inInterval(sql`month`, interval)} as month, ${groupBy ? sql`"key"` : sql`null`} as "key",
        sum(events) as count from rollup where "by" = ${groupBy ?? 'ALL'} group by 1, 2`
    : matchedCells(engine, filter, interval, groupBy);
  const { rows } = await select.execute(engine.db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** A year does for years, and there are fewer of them. */
function inInterval(month: Sql, interval: SeriesInterval): Sql {
  return interval === 'YEAR' ? sql`substr(${month}, 1, 4)` : month;
}

function matchedCells(
  engine: Engine,
  filter: EventFilter,
  interval: SeriesInterval,
  groupBy: SeriesGroup | null,
) {
  const { from, owners } = matchedEvents(engine, filter, groupBy && isOwnerKey(groupBy) ? [groupBy] : []);
  const own = groupBy === 'TYPE' ? sql`m.type` : groupBy === 'STATUS' ? sql`m.status` : sql`null`;
  const key = groupBy && isOwnerKey(groupBy) ? (owners.get(groupBy) ?? own) : own;
  return sql<Cell>`select ${inInterval(MONTH_COLUMN, interval)} as month, ${key} as "key", count(*) as count from ${from} group by 1, 2`;
}

/** The groups with most events, most first. */
function topGroups(cells: readonly Cell[], top: number): readonly (string | null)[] {
  const totals = new Map<string | null, number>();
  for (const { key, count } of cells) totals.set(key, (totals.get(key) ?? 0) + count);
  return [...totals]
    .sort(([a, countA], [b, countB]) => countB - countA || byCode(a ?? '', b ?? ''))
    .slice(0, top)
    .map(([key]) => key);
}

/** Rows of all buckets between the first and the last, or the ends of the filter where they lie further out. */
function fill(
  found: readonly string[],
  groups: readonly (string | null)[],
  counts: ReadonlyMap<string, number>,
  filter: EventFilter,
  interval: SeriesInterval,
): Pick<EventSeries, 'rows' | 'gapsFilled'> {
  const limits = [filter.from, filter.to].flatMap((day) =>
    day === undefined ? [] : bucketOf(day, interval),
  );
  const ends = [...found.slice(0, 1), ...found.slice(-1), ...limits].sort(byCode);
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined || groups.length === 0) return { rows: [], gapsFilled: true };
  const all = bucketsBetween(first, last, interval, Math.floor(MAX_FILLED_ROWS / groups.length));
  const rows = (all ?? found).flatMap((start) =>
    groups.map((group): SeriesRow => ({ start, group, count: counts.get(cellKey(start, group)) ?? 0 })),
  );
  return all
    ? { rows, gapsFilled: true }
    : { rows: rows.filter(({ count }) => count > 0), gapsFilled: false };
}
