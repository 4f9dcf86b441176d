import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineDdl } from './ddl.ts';

/** The first layout: files and releases as read, the graph as linked, edges as narrow covering tables. */
export function createGraph(ddl: EngineDdl): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = (columns: string) => `primary key (${columns})`;
      const { clustered } = ddl;
      const statements = [
        `create table meta (key text not null primary key, value text not null)`,

        `create table file (root text not null, path text not null, hash text not null, version text not null,
          release_id text, content_hash text not null, waiting text, ${key('root, path')})`,
        `create index file_release on file (release_id)`,

        `create table release (key ${ddl.serial} primary key, id text not null unique, root text not null,
          path text not null, title text, day text not null, url text, ministers text not null,
          portfolios text not null, attachments text not null, hash text not null, body_hash text,
          body_start integer not null)`,
        `create index release_day on release (day, id)`,
        `create index release_path on release (path)`,
        `create table release_text (key ${ddl.integer} not null primary key references release on delete cascade,
          text text not null, body text not null)`,
        `create table decomposition (release_id text not null primary key references release (id) on delete cascade,
          data text not null)`,
        `create table problem (id text not null primary key, root text, path text, code text not null,
          file text not null, field text, message text not null, sort text not null)`,
        `create index problem_sort on problem (sort, id)`,
        `create index problem_code on problem (code, sort, id)`,
        `create index problem_path on problem (root, path)`,

        `create table release_link (release_id text not null primary key references release (id) on delete cascade,
          day text not null, duplicate_of text, signers text not null, portfolios text not null,
          named text not null, countries text not null, officials text not null,
          mention_count integer not null, row_hash text not null, mentions text not null)`,
        `create table named (kind text not null, id text not null, name text not null, search text not null,
          event_count integer not null, release_count integer not null, country_id text, data text not null,
          row_hash text not null, neighbour_hash text not null, ${key('kind, id')}) ${clustered}`,
        `create index named_name on named (kind, name, id)`,
        `create index named_events on named (kind, event_count, id)`,
        `create table term (minister_id text not null, portfolio_id text not null, kind text not null,
          first text not null, last text not null, release_count integer not null,
          ${key('minister_id, portfolio_id, kind, first')}) ${clustered}`,
        `create index term_portfolio on term (portfolio_id, minister_id)`,

        `create table event (id text not null primary key, type text not null, status text not null,
          day text not null, latest text not null, edtf text, precision text, basis text,
          headline integer not null, summary text not null, name text, place text, countries text not null,
          ministers text not null, officials text not null, portfolios text not null,
          row_hash text not null) ${clustered}`,
        `create index event_day on event (day, id, latest, type, status, precision, headline)`,
        `create table evidence (event_id text not null references event on delete cascade,
          position integer not null, release_id text not null, start_offset integer not null,
          end_offset integer not null, quote text not null, sentence_start integer not null,
          sentence_end integer not null, rule text not null, status text not null, edtf text,
          headline integer not null, ${key('event_id, position')}) ${clustered}`,
        `create index evidence_release on evidence (release_id)`,
        `create table event_redirect (from_id text not null primary key, to_id text not null) ${clustered}`,

        `create table event_edge (kind text not null, owner text not null, day text not null,
          event_id text not null, latest text not null, type text not null, status text not null,
          precision text, headline integer not null, ${key('kind, owner, day, event_id')}) ${clustered}`,
        `create table release_edge (kind text not null, owner text not null, day text not null,
          release_id text not null, how text not null, duplicate integer not null,
          ${key('kind, owner, day, release_id')}) ${clustered}`,
        `create table neighbour (a_kind text not null, a_id text not null, b_kind text not null,
          weight ${ddl.integer} not null, b_id text not null, event_count integer not null,
          release_count integer not null, first text, last text,
          ${key('a_kind, a_id, b_kind, weight, b_id')}) ${clustered}`,
        ...ddl.fullText,
        ...ddl.finish,
      ];
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
