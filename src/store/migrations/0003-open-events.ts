import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Events that were planned on some day, a fifth of all: what was known to lie ahead, and what was never reported, is
 * read from these alone.
 */
export function indexOpenEvents(): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql
        .raw(
          `create index event_open on event (reported, day, id, latest, type, status, precision, headline, settled)
            where settled = '' or settled > reported`,
        )
        .execute(db);
    },
  };
}
