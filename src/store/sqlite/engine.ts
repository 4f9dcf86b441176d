import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { TextTerm } from '../fold.ts';
import type { EngineDdl } from '../migrations/ddl.ts';
import type { OpenOptions } from '../open-options.ts';
import { slowLog } from '../slow-log.ts';
import type { Tables } from '../tables.ts';
import type { Database } from './database.ts';

/** SQLite's words for what the migrations leave open; the triggers keep FTS5 in step with the texts. */
export const SQLITE_DDL: EngineDdl = {
  serial: 'integer',
  sequence: 'integer primary key autoincrement',
  integer: 'integer',
  clustered: 'without rowid',
  fullText: [
    `create virtual table release_fts using fts5 (text, content='release_text', content_rowid='key',
      tokenize='unicode61 remove_diacritics 2')`,
    `create trigger release_text_added after insert on release_text begin
      insert into release_fts (rowid, text) values (new.key, new.text); end`,
    `create trigger release_text_removed after delete on release_text begin
      insert into release_fts (release_fts, rowid, text) values ('delete', old.key, old.text); end`,
    `create trigger release_text_changed after update of text on release_text begin
      insert into release_fts (release_fts, rowid, text) values ('delete', old.key, old.text);
      insert into release_fts (rowid, text) values (new.key, new.text); end`,
  ],
  textInBatches: [
    // Segments are merged sixteen at a time, and events' words gathered in 16 MB: what is loaded in bulk is not written
    // over and over, and queries take no longer.
    `insert into release_fts (release_fts, rank) values ('automerge', 16)`,
    `insert into event_fts (event_fts, rank) values ('automerge', 16)`,
    `insert into event_fts (event_fts, rank) values ('hashsize', 16777216)`,
    'drop trigger release_text_added',
    'drop trigger release_text_changed',
    `create trigger release_text_changed before update of text on release_text begin
      insert into release_fts (release_fts, rowid, text) values ('delete', old.key, old.text); end`,
  ],
  eventText: [
    // Without content of its own: the words stand in the events and their evidence.
    `create virtual table event_fts using fts5 (title, quotes, content='', contentless_delete=1,
      tokenize='unicode61 remove_diacritics 2')`,
    `create trigger event_key_removed after delete on event_key begin
      delete from event_fts where rowid = old.key; end`,
  ],
  eventIndexes: [],
  finish: [],
};

/** The shared queries' view of one SQLite connection. */
export function sqliteEngine(database: Database, options: OpenOptions = {}): Engine {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }), ...slowLog(options) });
  return {
    db,
    // SQLite keeps the order of cross joins, and takes conditions on them.
    joinInOrder: sql`cross join`,
    indexOf: (text, part) => sql`instr(${text}, ${part})`,
    values: (list, alias) => sql`json_each(${JSON.stringify(list)}) as ${sql.raw(alias)}`,
    isOneOf: (column, values) =>
      sql`${column} in (select q.value from json_each(${JSON.stringify(values)}) as q)`,
    rowArrays: (columns) => sql`json_group_array(json_array(${sql.join(columns)}))`,
    elements: (column, alias) => sql`json_each(${column}) as ${sql.raw(alias)}`,
    textRanked: (target, terms, limit) =>
      target === 'release'
        ? sql`(select rowid as key, round(bm25(release_fts), 9) as score from release_fts
            where release_fts match ${ftsQuery(terms)} limit ${limit})`
        : sql`(select rowid as key, round(bm25(event_fts, 2.0, 1.0), 9) as score from event_fts
            where event_fts match ${ftsQuery(terms)} limit ${limit})`,
    textMatches: (terms) => sql`(select rowid from release_fts where release_fts match ${ftsQuery(terms)})`,
  };
}

/** Every term quoted, so that nothing in it is taken for FTS5's query syntax (https://sqlite.org/fts5.html). */
function ftsQuery(terms: readonly TextTerm[]): string {
  const quoted = ({ words, prefix }: TextTerm) => `"${words.replaceAll('"', ' ')}"${prefix ? '*' : ''}`;
  const wanted = terms.filter(({ excluded }) => !excluded).map(quoted);
  const excluded = terms.filter((term) => term.excluded).map((term) => ` NOT ${quoted(term)}`);
  return `(${wanted.join(' AND ')})${excluded.join('')}`;
}
