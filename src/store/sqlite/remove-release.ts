import type { Database } from './database.ts';
import { deleteEventEdges, deleteReleaseEdges } from './edges.ts';

const EVENTS = 'select event_id from evidence where release_id = :id';
const BARE = `select distinct v.event_id as id from evidence v where v.release_id = :id and not exists
  (select 1 from evidence o where o.event_id = v.event_id and o.release_id <> :id)`;

/**
 * A function that removes a release with all that came from it: text, links, edges, evidence, and the events that
 * have no other evidence. The figures of other nodes stay as they are until the graph is replaced.
 */
export function createReleaseRemover(database: Database): (id: string) => void {
  const statements = [
    `insert or replace into change (kind, id, action) select 'event', id, 'DELETE' from (${BARE}) where true`,
    `insert or replace into change (kind, id, action) values ('release', :id, 'DELETE')`,
    `update event set row_hash = '' where id in (${EVENTS})`,
    deleteReleaseEdges('select :id as id'),
    deleteEventEdges(BARE),
    // Evidence goes with its event; what is left of this release's is that of events with other evidence.
    `delete from event where id in (${BARE})`,
    `delete from evidence where release_id = :id`,
    `delete from release where id = :id`,
  ].map((text) => database.statement(text));
  return (id) => {
    for (const statement of statements) statement.run({ id });
  };
}
