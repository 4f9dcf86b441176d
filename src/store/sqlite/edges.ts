/** The owners under which releases have edges, from their rows of release_link. */
const RELEASE_OWNERS = `
  select 'minister' as kind, j.value as owner, 'SIGNED' as how, l.release_id, l.day, l.duplicate_of
    from linked l, json_each(l.signers) j
  union all
  select 'minister', j.value, 'NAMED', l.release_id, l.day, l.duplicate_of from linked l, json_each(l.named) j
    where j.value not in (select value from json_each(l.signers))
  union all
  select 'country', j.value ->> 'id', iif(j.value ->> 'byPlace', 'PLACE', 'NAMED'), l.release_id, l.day, l.duplicate_of
    from linked l, json_each(l.countries) j
  union all
  select 'portfolio', j.value, 'SIGNED', l.release_id, l.day, l.duplicate_of from linked l, json_each(l.portfolios) j
  union all
  select 'official', j.value, 'NAMED', l.release_id, l.day, l.duplicate_of from linked l, json_each(l.officials) j`;

const EVENT_FIELDS = 'e.id, e.day, e.latest, e.type, e.status, e.precision, e.headline, e.source';

/** The owners under which events have edges, from their rows. */
const EVENT_OWNERS = `
  select 'country' as kind, j.value as owner, ${EVENT_FIELDS} from linked e, json_each(e.countries) j
  union all select 'minister', j.value, ${EVENT_FIELDS} from linked e, json_each(e.ministers) j
  union all select 'official', j.value, ${EVENT_FIELDS} from linked e, json_each(e.officials) j
  union all select 'portfolio', j.value, ${EVENT_FIELDS} from linked e, json_each(e.portfolios) j`;

const linkedReleases = (ids: string): string =>
  `with linked as not materialized (select l.* from (${ids}) as t cross join release_link l where l.release_id = t.id)`;

const linkedEvents = (ids: string): string =>
  `with linked as not materialized (select e.* from (${ids}) as t cross join event e where e.id = t.id)`;

/**
 * The statements below take a query whose column `id` gives the ids of events or releases. Edges are made from the
 * lists in their nodes' rows, in key order, and found again by their whole keys before those rows change.
 */
export function insertEventEdges(ids: string): string {
  return `insert or ignore into event_edge (kind, owner, day, event_id, latest, type, status, precision, headline, source)
    ${linkedEvents(ids)}
    select kind, owner, day, id, latest, type, status, precision, headline, source from (${EVENT_OWNERS})
    order by 1, 2, 3, 4`;
}

export function deleteEventEdges(ids: string): string {
  return `delete from event_edge where (kind, owner, day, event_id) in (
    ${linkedEvents(ids)} select kind, owner, day, id from (${EVENT_OWNERS}))`;
}

export function insertReleaseEdges(ids: string): string {
  return `insert or ignore into release_edge (kind, owner, day, release_id, how, duplicate)
    ${linkedReleases(ids)}
    select kind, owner, day, release_id, how, duplicate_of is not null from (${RELEASE_OWNERS})
    order by 1, 2, 3, 4`;
}

export function deleteReleaseEdges(ids: string): string {
  return `delete from release_edge where (kind, owner, day, release_id) in (
    ${linkedReleases(ids)} select kind, owner, day, release_id from (${RELEASE_OWNERS}))`;
}
