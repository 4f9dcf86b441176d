import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineDdl } from './ddl.ts';

/**
 * What analytics, search and mirrors read: when an event was first reported and settled, its status day by day, the
 * words of events, and the change log. A graph that is there already is linked anew, which fills them.
 */
export function addAnalytics(ddl: EngineDdl): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const { clustered } = ddl;
      const statements = [
        `alter table event add column reported text not null default ''`,
        `alter table event add column settled text not null default ''`,
        `create table event_step (event_id text not null references event on delete cascade, day text not null,
          status text not null, primary key (event_id, day)) ${clustered}`,
        `create table event_key (key ${ddl.integer} not null primary key,
          event_id text not null unique references event on delete cascade)`,
        ...ddl.eventText,

        `create table rollup ("by" text not null, "key" text not null, month text not null, events integer not null,
          primary key ("by", "key", month)) ${clustered}`,
        `create index neighbour_pair on neighbour (a_kind, a_id, b_kind, b_id)`,
        // Covers the lists of what was known when, which would else read every event's whole row.
        `drop index event_day`,
        `create index event_day on event (day, id, latest, type, status, precision, headline, reported, settled)`,

        `create table change (sequence ${ddl.sequence}, kind text not null, id text not null,
          action text not null, unique (kind, id))`,
        `insert into change (kind, id, action) select 'release', id, 'UPSERT' from release order by id`,
        `insert into change (kind, id, action) select kind, id, 'UPSERT' from named order by kind, id`,
        `update event set row_hash = ''`,
        `update meta set value = '' where key = 'linked'`,
        ...ddl.eventIndexes,
        ...ddl.finish,
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
