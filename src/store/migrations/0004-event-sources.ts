import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineDdl } from './ddl.ts';

/**
 * The key of the release that reports an event stands beside all that events are filtered by, so that a word of most
 * releases is tested in the order of the list, without looking up what reports each event.
 */
export function addEventSources(ddl: EngineDdl): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const statements = [
        `alter table event add column source ${ddl.integer}`,
        `alter table event_edge add column source ${ddl.integer}`,
        `update event set source = (select case when min(r.key) = max(r.key) then min(r.key) end
          from evidence v join release r on r.id = v.release_id where v.event_id = event.id)`,
        `update event_edge set source = (select e.source from event e where e.id = event_edge.event_id)`,
        `drop index event_day`,
        `create index event_day on event
          (day, id, latest, type, status, precision, headline, reported, settled, source)`,
        // The few that several releases report, whose texts are all looked at.
        `create index event_shared on event (id) where source is null`,
        ...ddl.finish,
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
