import type { Database } from './database.ts';

/** The owners under which a release has edges, from what it was linked with; `l` is its row of release_link. */
export const RELEASE_OWNERS = `
  select 'minister' as kind, j.value as owner, 'SIGNED' as how, l.* from linked l, json_each(l.signers) j
  union all
  select 'minister', j.value, 'NAMED', l.* from linked l, json_each(l.named) j
    where j.value not in (select value from json_each(l.signers))
  union all
  select 'country', j.value ->> 'id', iif(j.value ->> 'byPlace', 'PLACE', 'NAMED'), l.*
    from linked l, json_each(l.countries) j
  union all
  select 'portfolio', j.value, 'SIGNED', l.* from linked l, json_each(l.portfolios) j
  union all
  select 'official', j.value, 'NAMED', l.* from linked l, json_each(l.officials) j`;

/** The owners under which an event has edges; `e` is its row. */
export const EVENT_OWNERS = `
  select 'country' as kind, j.value as owner, e.* from linked e, json_each(e.countries) j
  union all select 'minister', j.value, e.* from linked e, json_each(e.ministers) j
  union all select 'official', j.value, e.* from linked e, json_each(e.officials) j
  union all select 'portfolio', j.value, e.* from linked e, json_each(e.portfolios) j
  union all select 'release', v.release_id, e.* from linked e join evidence v on v.event_id = e.id`;

/** Deletes the edges of the events that a query gives the ids of. Each is found by its whole key. */
export function deleteEventEdges(ids: string): string {
  return `delete from event_edge where (kind, owner, day, event_id) in (
    with linked as (select * from event where id in (${ids}))
    select kind, owner, day, id from (${EVENT_OWNERS}))`;
}

/** Deletes the edges of releases to named nodes, for the releases that a query gives the ids of. */
export function deleteReleaseEdges(ids: string): string {
  return `delete from release_edge where (kind, owner, day, release_id) in (
    with linked as (select * from release_link where release_id in (${ids}))
    select kind, owner, day, release_id from (${RELEASE_OWNERS}))`;
}

/**
 * A function that removes a release with all that came from it: text, links, edges, evidence, and the events that
 * have no other evidence. The figures of other nodes stay as they are until the graph is replaced.
 */
export function createReleaseRemover(database: Database): (id: string) => void {
  const affected = `select event_id from event_edge where kind = 'release' and owner = :id`;
  const bare = `select id from event where row_hash = '' and id not in (select event_id from evidence)`;
  const statements = [
    `update event set row_hash = '' where id in (${affected})`,
    `delete from release_edge where kind = 'event' and owner in (${affected}) and release_id = :id`,
    deleteReleaseEdges('select :id'),
    `delete from event_edge where kind = 'release' and owner = :id`,
    `delete from evidence where release_id = :id`,
    deleteEventEdges(bare),
    `delete from event where id in (${bare})`,
    `delete from release where id = :id`,
  ].map((text) => ({ statement: database.statement(text), named: text.includes(':id') }));
  return (id) => {
    for (const { statement, named } of statements) {
      if (named) statement.run({ id });
      else statement.run();
    }
  };
}
