import { createHash, type Hash } from 'node:crypto';
import { posix } from 'node:path';
import { sql } from 'kysely';
import { sha256 } from '../model/ids.ts';
import type { Engine, Sql } from './engine.ts';
import type { ProblemRow } from './tables.ts';

/** Rows read at a time; the digest holds no more than these in memory. */
const CHUNK = 1000;

const EVIDENCE = sql`v.event_id, v.release_id, v.start_offset, v.end_offset, v.quote, v.sentence_start,
  v.sentence_end, v.rule, v.status, v.edtf, v.headline`;

type Row = Readonly<Record<string, string | number | null>>;

/**
 * SHA-256 over all nodes, edges, evidence, mentions, terms, redirects and problems: the columns of one row a line, as
 * a JSON array, by table, then by key in byte order. Lists stand in their columns as canonical JSON. Times, roots and
 * what of paths depends on them, revisions and the order of writing are no part of it, nor what is only counted from
 * the rest.
 */
export async function digestOf(engine: Engine): Promise<string> {
  const hash = createHash('sha256');
  await hashReleases(engine, hash);
  const named = sql`select kind, data, kind || ' ' || id as page_key from named`;
  await hashKeyed(engine, named, (rows) => addAll(hash, rows));
  await hashEvents(engine, hash);
  const redirects = sql`select to_id, from_id as page_key from event_redirect`;
  await hashKeyed(engine, redirects, (rows) => addAll(hash, rows));
  await hashSorted(
    engine,
    hash,
    sql`select minister_id, portfolio_id, kind, first, last, release_count from term`,
  );
  await hashProblems(engine, hash);
  return hash.digest('hex');
}

function line(row: Row): string {
  return JSON.stringify(Object.values(row));
}

/** The number of rows goes before them, so that no row can pass for one of another table. */
function addAll(hash: Hash, rows: readonly Row[]): void {
  hash.update(`${rows.length}\n${rows.map(line).join('\n')}\n`);
}

/** Calls `each` with the rows of a query in chunks, by its column `page_key`, which must be unique and not empty. */
async function hashKeyed(
  engine: Engine,
  query: Sql,
  each: (rows: readonly Row[]) => void | Promise<void>,
): Promise<void> {
  let last = '';
  for (;;) {
    const { rows } = await sql<Row>`
      select * from (${query}) as k where k.page_key > ${last} order by k.page_key limit ${CHUNK}`.execute(
      engine.db,
    );
    const final = rows.at(-1);
    if (!final) return;
    await each(rows);
    last = String(final.page_key);
  }
}

async function hashReleases(engine: Engine, hash: Hash): Promise<void> {
  const query = sql`select r.id as page_key, r.title, r.day, r.url, r.ministers as signed,
    r.portfolios as signed_portfolios, r.attachments, r.hash, t.text, t.body, l.duplicate_of, l.signers,
    l.portfolios, l.named, l.countries, l.officials, l.mentions
    from release r join release_text t on t.key = r.key left join release_link l on l.release_id = r.id`;
  await hashKeyed(engine, query, (rows) => {
    addAll(
      hash,
      rows.map((row) => ({ ...row, text: sha256(String(row.text)), body: sha256(String(row.body)) })),
    );
  });
}

async function hashEvents(engine: Engine, hash: Hash): Promise<void> {
  const query = sql`select id as page_key, type, status, day, latest, edtf, precision, basis, headline, summary, name,
    place, countries, ministers, officials, portfolios from event`;
  await hashKeyed(engine, query, async (events) => {
    addAll(hash, events);
    const ids = events.map((event) => String(event.page_key));
    const { rows } = await sql<Row>`select ${EVIDENCE} from ${engine.values(ids, 'p')}
      join evidence v on v.event_id = p.value order by p.key, v.position`.execute(engine.db);
    addAll(hash, rows);
  });
}

/**
 * Of a problem's file only its name counts, and the name of its root where the root itself is meant; a file read
 * through two roots counts once. Which other file has the id of a duplicate is said in words that name its path.
 */
async function hashProblems(engine: Engine, hash: Hash): Promise<void> {
  const { rows } = await sql<ProblemRow>`select root, code, file, field, message from problem`.execute(
    engine.db,
  );
  const lines = rows.map(({ root, code, file, field, message }) => {
    const name = posix.basename(file === '.' && root !== null ? root.replaceAll('\\', '/') : file);
    return line({ code, name, field, message: code === 'RELEASE_DUPLICATE_ID' ? null : message });
  });
  addLines(hash, [...new Set(lines)]);
}

/** For a few thousand rows without a single key: sorted by their lines. */
async function hashSorted(engine: Engine, hash: Hash, query: Sql): Promise<void> {
  const { rows } = await sql<Row>`${query}`.execute(engine.db);
  addLines(hash, rows.map(line));
}

function addLines(hash: Hash, lines: readonly string[]): void {
  hash.update(`${lines.length}\n${lines.toSorted().join('\n')}\n`);
}
