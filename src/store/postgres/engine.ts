import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import type { Engine, Sql } from '../engine.ts';
import type { TextTerm } from '../fold.ts';
import type { OpenOptions } from '../open-options.ts';
import { slowLog } from '../slow-log.ts';
import type { Tables } from '../tables.ts';
import { rankedTexts } from './ranked.ts';
import { queryOfAll } from './words.ts';

/** The shared queries' view of a Postgres server. */
export function postgresEngine(pool: PostgresPool, options: OpenOptions = {}): Engine {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...slowLog(options) });
  return {
    db,
    joinInOrder: sql`join`,
    indexOf: (text, part) => sql`strpos(${text}, ${part})`,
    // What comes from no column would else be compared by the database's own collation.
    values: (list, alias) => sql`(select u.value collate "C" as value, (u.place - 1)::integer as key
      from unnest(${list}::text[]) with ordinality as u (value, place)) as ${sql.raw(alias)}`,
    isOneOf: (column, values) => sql`${column} = any(${values}::text[])`,
    rowArrays: (columns) => sql`json_agg(json_build_array(${sql.join(columns)}))::text`,
    elements: (column, alias) => sql`lateral (select e.value collate "C" as value
      from json_array_elements_text(${column}::json) as e (value)) as ${sql.raw(alias)}`,
    textMatches,
    textRanked: rankedTexts,
  };
}

function textMatches(terms: readonly TextTerm[]): Sql {
  const query = queryOfAll(terms);
  return query === null
    ? sql`(select key from release_fts where false)`
    : sql`(select key from release_fts where words @@ ${query}::tsquery)`;
}
