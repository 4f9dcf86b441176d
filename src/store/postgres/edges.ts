import type { Session } from './session.ts';

/** The temporary tables of the ids of events or releases that a statement below is about. */
export type Touched = 'touched_event' | 'touched_release';

/** Fills a temporary table with ids; it goes with the transaction. */
export async function setTouched(session: Session, table: Touched, ids: readonly string[]): Promise<void> {
  await session.query(
    `create temp table if not exists ${table} (id text collate "C" primary key) on commit drop`,
  );
  await session.query(`delete from ${table}`);
  await session.copyValues(
    table,
    ['id'],
    ids.map((id) => [id]),
  );
  await session.query(`analyze ${table}`);
}

const EVENT_FIELDS = 'e.id, e.day, e.latest, e.type, e.status, e.precision, e.headline, e.source';

const eventOwners = (kind: string, column: string): string =>
  `select '${kind}' collate "C" as kind, j.value collate "C" as owner, ${EVENT_FIELDS}
    from touched_event t join event e on e.id = t.id
    cross join lateral json_array_elements_text(e.${column}::json) as j (value)`;

/** The owners under which touched events have edges, from the lists in their rows. */
const EVENT_OWNERS = [
  eventOwners('country', 'countries'),
  eventOwners('minister', 'ministers'),
  eventOwners('official', 'officials'),
  eventOwners('portfolio', 'portfolios'),
].join(' union all ');

const releaseOwners = (kind: string, how: string, column: string): string =>
  `select '${kind}' collate "C" as kind, j.value collate "C" as owner, ${how} as how, l.release_id, l.day, l.duplicate_of
    from touched_release t join release_link l on l.release_id = t.id
    cross join lateral ${column === 'countries' ? COUNTRIES : `json_array_elements_text(l.${column}::json) as j (value)`}`;

const COUNTRIES = `(select c.value ->> 'id' as value,
  case when (c.value ->> 'byPlace')::boolean then 'PLACE' else 'NAMED' end as how
  from json_array_elements(l.countries::json) as c (value)) as j`;

/** The same for touched releases. Who signed is SIGNED, named or not. */
const RELEASE_OWNERS = [
  releaseOwners('minister', `'SIGNED'`, 'signers'),
  `${releaseOwners('minister', `'NAMED'`, 'named')} where j.value not in
    (select json_array_elements_text(l.signers::json))`,
  releaseOwners('country', 'j.how', 'countries'),
  releaseOwners('portfolio', `'SIGNED'`, 'portfolios'),
  releaseOwners('official', `'NAMED'`, 'officials'),
].join(' union all ');

export const INSERT_EVENT_EDGES = `
  insert into event_edge (kind, owner, day, event_id, latest, type, status, precision, headline, source)
  select kind, owner, day, id, latest, type, status, precision, headline, source from (${EVENT_OWNERS}) as o
  order by 1, 2, 3, 4 on conflict do nothing`;

export const DELETE_EVENT_EDGES = `
  delete from event_edge x using (${EVENT_OWNERS}) as o
  where x.kind = o.kind and x.owner = o.owner and x.day = o.day and x.event_id = o.id`;

export const INSERT_RELEASE_EDGES = `
  insert into release_edge (kind, owner, day, release_id, how, duplicate)
  select kind, owner, day, release_id, how, (duplicate_of is not null)::integer from (${RELEASE_OWNERS}) as o
  order by 1, 2, 3, 4 on conflict do nothing`;

export const DELETE_RELEASE_EDGES = `
  delete from release_edge x using (${RELEASE_OWNERS}) as o
  where x.kind = o.kind and x.owner = o.owner and x.day = o.day and x.release_id = o.release_id`;
