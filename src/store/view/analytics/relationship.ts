import { sql } from 'kysely';
import { dayNumber } from '../../../model/date.ts';
import type { EventType } from '../../../model/event.ts';
import { byCode } from '../../../model/ids.ts';
import type { Relationship, SharedEvents } from '../../analytics.ts';
import type { Engine } from '../../engine.ts';
import type { EventNode } from '../../node-types.ts';
import { nodesOf } from '../nodes.ts';

const TOP = 10;
const MAX_UPCOMING = 100;

interface EdgeRow {
  readonly id: string;
  readonly day: string;
  readonly latest: string;
  readonly type: string;
  readonly status: string;
}

/** Dealings with one country; four statements. */
export async function relationship(
  engine: Engine,
  countryId: string,
  today: string,
): Promise<Relationship | null> {
  const [country] = await nodesOf(engine, 'country', [countryId]);
  if (!country) return null;
  const { rows: edges } = await sql<EdgeRow>`select event_id as id, day, latest, type, status from event_edge
    where kind = 'country' and owner = ${countryId} order by day, event_id`.execute(engine.db);
  const shared = await sharedBy(engine, countryId);
  const ahead = edges.filter(({ status }) => status === 'PLANNED').sort(bySoonest);
  const upcomingIds = ahead
    .filter(({ day, latest }) => day === '' || latest > today)
    .slice(0, MAX_UPCOMING)
    .map(({ id }) => id);
  const past = edges.filter(({ day, status }) => day > '' && day <= today && status !== 'CANCELLED');
  const gap = longestGap(past);
  const [first, last] = [past[0], past.at(-1)];
  const ids = [first?.id, last?.id, gap?.before, gap?.after, ...upcomingIds].filter((id) => id !== undefined);
  const nodes = new Map(
    (await nodesOf(engine, 'event', ids)).flatMap((node) => (node ? [[node.id, node]] : [])),
  );
  const node = (id: string | undefined): EventNode | null => nodes.get(id ?? '') ?? null;
  const [before, after] = [node(gap?.before), node(gap?.after)];
  return {
    countryId,
    eventCount: edges.length,
    undatedCount: edges.filter(({ day }) => day === '').length,
    types: counted(edges.map(({ type }) => type))
      .sort(([a, countA], [b, countB]) => countB - countA || byCode(a, b))
      .map(([type, count]) => ({ type: type as EventType, count })),
    years: counted(edges.flatMap(({ day }) => (day === '' ? [] : [day.slice(0, 4)])))
      .sort(([a], [b]) => byCode(a, b))
      .map(([year, count]) => ({ year, count })),
    first: node(first?.id),
    last: node(last?.id),
    longestGap: gap && before && after ? { days: gap.days, before, after } : null,
    ...shared,
    upcoming: upcomingIds.flatMap((id) => node(id) ?? []),
  };
}

function counted(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}

/** Undated ones last. */
function bySoonest(a: EdgeRow, b: EdgeRow): number {
  return byCode(a.day || '~', b.day || '~') || byCode(a.id, b.id);
}

/** `events` by first day. What ends last so far may have begun long before. */
function longestGap(
  events: readonly EdgeRow[],
): { readonly days: number; readonly before: string; readonly after: string } | null {
  let longest: ReturnType<typeof longestGap> = null;
  let end: EdgeRow | undefined;
  for (const event of events) {
    if (end && event.day > end.latest) {
      const days = dayNumber(event.day) - dayNumber(end.latest) - 1;
      if (days > (longest?.days ?? 0)) longest = { days, before: end.id, after: event.id };
    }
    if (!end || event.latest > end.latest) end = event;
  }
  return longest;
}

/** Who shares most events with the country, from the table of neighbours. */
async function sharedBy(
  engine: Engine,
  countryId: string,
): Promise<Pick<Relationship, 'ministers' | 'officials' | 'portfolios'>> {
  const { rows } = await sql<{ readonly kind: string; readonly id: string; readonly count: number }>`
    select p.value as kind, n.b_id as id, n.event_count as count
    from ${engine.values(['minister', 'official', 'portfolio'], 'p')} cross join neighbour n
    where n.a_kind = 'country' and n.a_id = ${countryId} and n.b_kind = p.value and n.event_count > 0`.execute(
    engine.db,
  );
  const of = (kind: string): readonly SharedEvents[] =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id, count }) => ({ id, eventCount: Number(count) }))
      .sort((a, b) => b.eventCount - a.eventCount || byCode(a.id, b.id))
      .slice(0, TOP);
  return { ministers: of('minister'), officials: of('official'), portfolios: of('portfolio') };
}
