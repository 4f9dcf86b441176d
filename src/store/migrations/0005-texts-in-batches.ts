import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineDdl } from './ddl.ts';

/** New texts are brought into the full-text index by the writer, a batch at a time, and no longer one by one. */
export function indexTextsInBatches(ddl: EngineDdl): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const statement of [...ddl.textInBatches, ...ddl.finish]) await sql.raw(statement).execute(db);
    },
  };
}
