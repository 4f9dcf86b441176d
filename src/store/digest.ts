import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson } from './canonical.ts';
import type { Engine, Sql } from './engine.ts';
import { type JoinedRelease, strings, toEventNode, toEvidence, toReleaseNode, toTerm } from './rows.ts';
import type { EventRow, EvidenceRow, ReleaseLinkRow, TermRow } from './tables.ts';

/** Rows read at a time; the digest holds no more than these in memory. */
const CHUNK = 2000;

/**
 * SHA-256 over all nodes, edges, evidence, mentions, terms, redirects and problems: one canonical JSON text a row, by
 * table, then by key in byte order. Times, roots, revisions and the order of writing are no part of it.
 */
export async function digestOf(engine: Engine): Promise<string> {
  const hash = createHash('sha256');
  await hashReleases(engine, hash);
  await hashKeyed<{ readonly id: string; readonly kind: string; readonly data: string }>(
    engine,
    sql`select kind, id, kind || ' ' || id as page_key, data from named`,
    (rows) => {
      for (const { kind, data } of rows) add(hash, kind, JSON.parse(data));
    },
  );
  await hashTerms(engine, hash);
  await hashEvents(engine, hash);
  await hashKeyed<{ readonly from_id: string; readonly to_id: string }>(
    engine,
    sql`select from_id, to_id, from_id as page_key from event_redirect`,
    (rows) => {
      for (const { from_id, to_id } of rows) add(hash, 'redirect', [from_id, to_id]);
    },
  );
  await hashProblems(engine, hash);
  return hash.digest('hex');
}

function add(hash: Hash, table: string, row: unknown): void {
  hash.update(`${table} ${canonicalJson(row)}\n`);
}

/** Calls `each` with the rows of a query in chunks, by its column `page_key`, which must be unique and not empty. */
async function hashKeyed<R>(
  engine: Engine,
  query: Sql,
  each: (rows: readonly R[]) => void | Promise<void>,
): Promise<void> {
  let last = '';
  for (;;) {
    const { rows } = await sql<R & { readonly page_key: string }>`
      select * from (${query}) as k where k.page_key > ${last} order by k.page_key limit ${CHUNK}`.execute(
      engine.db,
    );
    const final = rows.at(-1);
    if (!final) return;
    await each(rows);
    last = final.page_key;
  }
}

async function hashReleases(engine: Engine, hash: Hash): Promise<void> {
  type Row = JoinedRelease &
    Pick<ReleaseLinkRow, 'named' | 'countries' | 'officials' | 'mentions'> & {
      readonly text: string;
      readonly body: string;
    };
  await hashKeyed<Row>(
    engine,
    sql`select r.id as page_key, r.*, t.text, t.body, l.duplicate_of, l.signers,
      l.portfolios as linked_portfolios, l.named, l.countries, l.officials, l.mentions
      from release r join release_text t on t.key = r.key left join release_link l on l.release_id = r.id`,
    (rows) => {
      for (const row of rows) {
        add(hash, 'release', {
          ...toReleaseNode(row),
          text: row.text,
          body: row.body,
          named: strings(row.named),
          officials: strings(row.officials),
          countries: JSON.parse(row.countries ?? '[]'),
          mentions: JSON.parse(row.mentions ?? '[]'),
        });
      }
    },
  );
}

async function hashTerms(engine: Engine, hash: Hash): Promise<void> {
  const { rows } = await sql<TermRow>`select * from term`.execute(engine.db);
  const lines = rows.map((row) => canonicalJson(toTerm(row))).sort();
  for (const line of lines) hash.update(`term ${line}\n`);
}

async function hashEvents(engine: Engine, hash: Hash): Promise<void> {
  await hashKeyed<EventRow>(engine, sql`select id as page_key, event.* from event`, async (events) => {
    const ids = events.map(({ id }) => id);
    const { rows } = await sql<EvidenceRow>`select v.* from ${engine.values(ids, 'p')}
      join evidence v on v.event_id = p.value order by p.key, v.position`.execute(engine.db);
    const evidence = Map.groupBy(rows, ({ event_id }) => event_id);
    for (const event of events) {
      const rowsOfEvent = evidence.get(event.id) ?? [];
      add(hash, 'event', { ...toEventNode(event), evidence: rowsOfEvent.map(toEvidence) });
    }
  });
}

async function hashProblems(engine: Engine, hash: Hash): Promise<void> {
  const { rows } = await sql<object>`select code, file, field, message from problem`.execute(engine.db);
  for (const line of rows.map((row) => canonicalJson(row)).sort()) hash.update(`problem ${line}\n`);
}
