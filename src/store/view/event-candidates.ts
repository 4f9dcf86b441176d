import { sql } from 'kysely';
import type { NodeKind } from '../../model/graph.ts';
import type { Engine, Sql } from '../engine.ts';
import type { EventFilter } from '../filters.ts';
import { parseTextQuery } from '../fold.ts';
import {
  type Candidates,
  driven,
  hasText,
  listed,
  NOTHING,
  type Owners,
  oneOf,
  type ParentRef,
} from './candidates.ts';

/**
 * How a text is looked for: from the few releases that have it to their events, or in the order of the list, event by
 * event. Both give the same.
 */
export type TextReading = 'MATCHES' | 'LIST';

/** Above so many releases their events cost more to gather than the list to walk through. */
const FEW_MATCHES = 1000;

/** The cheaper reading of a filter's text; one statement where there is a text, which counts no further than it must. */
export async function textReading(engine: Engine, { text }: EventFilter): Promise<TextReading> {
  const terms = parseTextQuery(text ?? '');
  if (terms.every(({ excluded }) => excluded)) return 'LIST';
  const { rows } = await sql<{ readonly count: number | string }>`select count(*) as count from
    (select 1 from ${engine.textMatches(terms)} as m limit ${FEW_MATCHES + 1}) as n`.execute(engine.db);
  return Number(rows[0]?.count ?? 0) > FEW_MATCHES ? 'LIST' : 'MATCHES';
}

/**
 * Events that the filter matches, under a parent or at all. One edge table is read in its own order; every other
 * condition is a look-up by its whole primary key. Throws a RangeError for `upcoming` or `unreported` without `asOf`.
 */
export function eventCandidates(
  engine: Engine,
  filter: EventFilter,
  parent: ParentRef | null,
  reading: TextReading = 'LIST',
): Candidates {
  const all = (kind: NodeKind, ids: readonly string[] | undefined) =>
    (ids ?? []).map((id): Owners => ({ kind, ids: [id] }));
  const owners = [
    ...listed('official', filter.officials),
    ...all('country', filter.allCountries),
    ...listed('country', filter.countries),
    ...all('minister', filter.allMinisters),
    ...listed('minister', filter.ministers),
    ...listed('portfolio', filter.portfolios),
  ];
  const { from, id, where, alternatives, edges } = driven(engine, 'event', owners, parent);
  const late = edges && asksLate(filter);
  const conditions = [
    ...where,
    ...(late ? [sql`e.id = x.event_id`] : []),
    ...lacks(engine, filter, id),
    ...ofOwnColumns(engine, filter),
    ...inTime(filter),
    ...known(engine, filter, late || !edges ? { row: late ? 'e' : 'x', id } : null),
    ...reportedIn(engine, filter, id, reading),
  ];
  if (filter.allCountries?.length === 0 || filter.allMinisters?.length === 0) conditions.push(NOTHING);
  return {
    from: late ? sql`${from} cross join event as e` : from,
    where: conditions,
    ...{ id, alternatives, value: sql`x.day` },
  };
}

/** The status of the event under `x` as known on a day; as it is where no day is given. */
export function statusAsOf(asOf: string | undefined, id: Sql): Sql {
  if (asOf === undefined) return sql`x.status`;
  return sql`coalesce((select s.status from event_step s where s.event_id = ${id} and s.day <= ${asOf}
    order by s.day desc limit 1), x.status)`;
}

/** Whether the filter asks for what stands only in the event's own row. */
function asksLate({ reportedFrom, reportedTo, asOf, upcoming, unreported }: EventFilter): boolean {
  return [reportedFrom, reportedTo, asOf, upcoming, unreported].some((value) => value !== undefined);
}

function lacks(engine: Engine, filter: EventFilter, id: Sql): readonly Sql[] {
  const not = [
    ['country', filter.notCountries],
    ['minister', filter.notMinisters],
    ['portfolio', filter.notPortfolios],
    ['official', filter.notOfficials],
  ] as const;
  return not.flatMap(([kind, ids]) =>
    ids && ids.length > 0
      ? [
          sql`not exists (select 1 from event_edge as n where n.kind = ${kind}
            and ${oneOf(engine, sql`n.owner`, ids)} and n.day = x.day and n.event_id = ${id})`,
        ]
      : [],
  );
}

function ofOwnColumns(engine: Engine, filter: EventFilter): readonly Sql[] {
  const conditions: Sql[] = [];
  if (filter.types) conditions.push(oneOf(engine, sql`x.type`, filter.types));
  if (filter.notTypes && filter.notTypes.length > 0) {
    conditions.push(sql`not ${oneOf(engine, sql`x.type`, filter.notTypes)}`);
  }
  if (filter.precisions) conditions.push(oneOf(engine, sql`x.precision`, filter.precisions));
  if (filter.statuses && filter.asOf === undefined) {
    conditions.push(oneOf(engine, sql`x.status`, filter.statuses));
  }
  if (filter.headline !== undefined) conditions.push(sql`x.headline = ${Number(filter.headline)}`);
  return conditions;
}

function inTime({ from, to, certainly }: EventFilter): readonly Sql[] {
  const conditions: Sql[] = [];
  if (from !== undefined) conditions.push(certainly ? sql`x.day >= ${from}` : sql`x.latest >= ${from}`);
  if (to !== undefined) {
    // Undated events have an empty day, which is before every other.
    conditions.push(sql`x.day > ''`, sql`x.day <= ${to}`);
    if (certainly) conditions.push(sql`x.latest <= ${to}`);
  }
  return conditions;
}

/** What dated releases said by when. `event` is where the event's own row stands; null where nothing asks for it. */
function known(
  engine: Engine,
  { reportedFrom, reportedTo, asOf, upcoming, unreported, statuses }: EventFilter,
  event: { readonly row: 'x' | 'e'; readonly id: Sql } | null,
): readonly Sql[] {
  if (asOf === undefined && (upcoming !== undefined || unreported !== undefined)) {
    throw new RangeError('expected asOf with upcoming or unreported, got none');
  }
  if (!event) return [];
  const reported = sql.ref(`${event.row}.reported`);
  const settled = sql.ref(`${event.row}.settled`);
  const conditions: Sql[] = [];
  if (reportedFrom !== undefined) conditions.push(sql`${reported} >= ${reportedFrom}`, sql`${reported} > ''`);
  if (reportedTo !== undefined) conditions.push(sql`${reported} > ''`, sql`${reported} <= ${reportedTo}`);
  if (asOf === undefined) return conditions;
  conditions.push(sql`${reported} > ''`, sql`${reported} <= ${asOf}`);
  if (statuses) conditions.push(oneOf(engine, statusAsOf(asOf, event.id), statuses));
  const open = sql`(${settled} = '' or ${settled} > ${asOf})`;
  const ahead = sql`(${open} and (x.day = '' or x.latest > ${asOf}))`;
  const past = sql`(${open} and x.day > '' and x.latest < ${asOf})`;
  // Follows from what else is asked; in these words it lets the engines read the index of such events alone.
  if (upcoming || unreported) conditions.push(sql`(${settled} = '' or ${settled} > ${reported})`);
  if (upcoming !== undefined) conditions.push(upcoming ? ahead : sql`not ${ahead}`);
  if (unreported !== undefined) conditions.push(unreported ? past : sql`not ${past}`);
  return conditions;
}

function reportedIn(engine: Engine, { text }: EventFilter, id: Sql, reading: TextReading): readonly Sql[] {
  if (reading === 'MATCHES') {
    // Not correlated, so that the text is searched once and not for every event.
    return [
      sql`${id} in (select v.event_id from release r join evidence v on v.release_id = r.id
        where ${sql.join(hasText(engine, sql`r.key`, text), sql` and `)})`,
    ];
  }
  // The sign keeps engines from driving by the matches: each row of the list is tested, in the list's order. Nothing
  // here is correlated either.
  const alone = hasText(engine, sql`+x.source`, text);
  if (alone.length === 0) return [];
  const shared = sql`${id} in (select m.id from event m ${engine.joinInOrder} evidence v on v.event_id = m.id
    ${engine.joinInOrder} release r on r.id = v.release_id
    where m.source is null and ${sql.join(hasText(engine, sql`+r.key`, text), sql` and `)})`;
  return [sql`((${sql.join(alone, sql` and `)}) or (x.source is null and ${shared}))`];
}
