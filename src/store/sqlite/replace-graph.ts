import type { Event, LinkedGraph } from '../../model/graph.ts';
import { canonicalJson } from '../canonical.ts';
import { neighboursByNode } from '../neighbours.ts';
import {
  contentHash,
  NAMED_KINDS,
  type NamedKind,
  type NamedNode,
  toEventRow,
  toEvidenceRow,
  toNamedRow,
  toProblemRows,
  toReleaseLinkRow,
  toTermRow,
} from '../rows.ts';
import { checkQuotes } from './check-quotes.ts';
import type { Database } from './database.ts';
import { inserter } from './insert.ts';
import { deleteEventEdges, deleteReleaseEdges, EVENT_OWNERS, RELEASE_OWNERS } from './remove-release.ts';

/** Rows written between two breaks in which the rest of the process can run. */
const BREATH = 20_000;

/** Lets the rest of the process run when enough was done since the last time. */
type Pause = (done: number) => Promise<void>;

/**
 * Makes the derived tables equal to the graph; to be called inside a transaction. True where anything differed.
 * Every release, node and event has a hash of all that is written for it, and only what differs is written.
 * Throws a TypeError where a quote is not what its release's text says there, or its release is unknown.
 */
export async function replaceGraph(
  database: Database,
  graph: LinkedGraph,
  pause: () => Promise<void>,
): Promise<boolean> {
  let sinceBreath = 0;
  const breathe: Pause = async (done) => {
    sinceBreath += done;
    if (sinceBreath < BREATH) return;
    sinceBreath = 0;
    await pause();
  };
  database.exec(`
    create temp table if not exists touched_event (id text primary key) without rowid;
    create temp table if not exists touched_release (id text primary key) without rowid;
    delete from touched_event;
    delete from touched_release;
  `);
  const days = daysOfReleases(database);
  const touched = await writeReleases(database, graph, days, breathe);
  const results = [
    touched.size > 0,
    await writeEvents(database, graph, touched, breathe),
    writeNamed(database, graph),
    writeTerms(database, graph),
    writeRedirects(database, graph),
    writeProblems(database, graph),
    await writeNeighbours(database, graph, days, breathe),
  ];
  return results.includes(true);
}

function daysOfReleases(database: Database): ReadonlyMap<string, string> {
  const rows = database.all('select id, day from release') as { id: string; day: string }[];
  return new Map(rows.map(({ id, day }) => [id, day]));
}

function hashesOf(database: Database, sql: string, ...parameters: readonly string[]): Map<string, string> {
  const rows = database.all(sql, ...parameters) as { id: string; row_hash: string }[];
  return new Map(rows.map((row) => [row.id, row.row_hash]));
}

/** Gives the ids of the releases whose links changed or went. */
async function writeReleases(
  database: Database,
  graph: LinkedGraph,
  days: ReadonlyMap<string, string>,
  breathe: Pause,
): Promise<ReadonlySet<string>> {
  const old = hashesOf(database, 'select release_id as id, row_hash from release_link');
  const touch = database.statement('insert into touched_release (id) values (?)');
  const touched = new Set<string>();
  const changed = [];
  for (const linked of graph.releases) {
    const day = days.get(linked.id);
    if (day === undefined) throw new TypeError(`expected a release that was put before, got ${linked.id}`);
    const row = toReleaseLinkRow(linked, day);
    const known = old.get(linked.id);
    old.delete(linked.id);
    if (known === row.row_hash) continue;
    changed.push(row);
    touched.add(linked.id);
    await breathe(1);
  }
  for (const id of old.keys()) touched.add(id);
  for (const id of touched) touch.run(id);
  if (touched.size === 0) return touched;
  database.exec(deleteReleaseEdges('select id from touched_release'));
  database.exec('delete from release_link where release_id in (select id from touched_release)');
  const insert = inserter(database, 'release_link', [
    'release_id',
    'day',
    'duplicate_of',
    'signers',
    'portfolios',
    'named',
    'countries',
    'officials',
    'mention_count',
    'row_hash',
    'mentions',
  ]);
  for (const row of changed) {
    insert(row);
    await breathe(4);
  }
  database.exec(`
    insert or ignore into release_edge (kind, owner, day, release_id, how, duplicate)
    with linked as (select * from release_link where release_id in (select id from touched_release))
    select kind, owner, day, release_id, how, duplicate_of is not null from (${RELEASE_OWNERS}) order by 1, 2, 3, 4`);
  await breathe(BREATH);
  return touched;
}

async function writeEvents(
  database: Database,
  graph: LinkedGraph,
  touchedReleases: ReadonlySet<string>,
  breathe: Pause,
): Promise<boolean> {
  const old = hashesOf(database, 'select id, row_hash from event');
  const touch = database.statement('insert into touched_event (id) values (?)');
  const changed: [Event, string][] = [];
  const touched: string[] = [];
  for (const event of graph.events) {
    const rowHash = contentHash(event);
    const known = old.get(event.id);
    old.delete(event.id);
    const same = known === rowHash && !event.evidence.some(({ releaseId }) => touchedReleases.has(releaseId));
    if (same) continue;
    changed.push([event, rowHash]);
    if (known !== undefined) touched.push(event.id);
    await breathe(1);
  }
  touched.push(...old.keys());
  if (changed.length === 0 && touched.length === 0) return false;
  checkQuotes(
    database,
    changed.flatMap(([event]) => event.evidence),
  );
  for (const id of touched) touch.run(id);
  if (touched.length > 0) {
    database.exec(deleteEventEdges('select id from touched_event'));
    database.exec(
      `delete from release_edge where kind = 'event' and owner in (select id from touched_event)`,
    );
    database.exec('delete from event where id in (select id from touched_event)');
    database.exec('delete from touched_event');
  }
  const insertEvent = inserter(database, 'event', [
    'id',
    'type',
    'status',
    'day',
    'latest',
    'edtf',
    'precision',
    'basis',
    'headline',
    'summary',
    'name',
    'place',
    'countries',
    'ministers',
    'officials',
    'portfolios',
    'row_hash',
  ]);
  const insertEvidence = inserter(database, 'evidence', [
    'event_id',
    'position',
    'release_id',
    'start_offset',
    'end_offset',
    'quote',
    'sentence_start',
    'sentence_end',
    'rule',
    'status',
    'edtf',
    'headline',
  ]);
  for (const [event, rowHash] of changed) {
    touch.run(event.id);
    insertEvent(toEventRow(event, rowHash));
    for (const [position, evidence] of event.evidence.entries()) {
      insertEvidence(toEvidenceRow(evidence, event.id, position));
    }
    await breathe(2 + event.evidence.length);
  }
  database.exec(`
    insert or ignore into event_edge (kind, owner, day, event_id, latest, type, status, precision, headline)
    with linked as (select * from event where id in (select id from touched_event))
    select kind, owner, day, id, latest, type, status, precision, headline from (${EVENT_OWNERS})
    order by 1, 2, 3, 4`);
  await breathe(BREATH);
  database.exec(`
    insert or ignore into release_edge (kind, owner, day, release_id, how, duplicate)
    select 'event', v.event_id, r.day, r.id, 'REPORTED', l.duplicate_of is not null
    from evidence v join release r on r.id = v.release_id left join release_link l on l.release_id = r.id
    where v.event_id in (select id from touched_event) order by 2, 3, 4`);
  await breathe(BREATH);
  return true;
}

function writeNamed(database: Database, graph: LinkedGraph): boolean {
  const insert = database.statement(`
    insert into named (kind, id, name, search, event_count, release_count, country_id, data, row_hash, neighbour_hash)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, '')
    on conflict (kind, id) do update set name = excluded.name, search = excluded.search,
      event_count = excluded.event_count, release_count = excluded.release_count,
      country_id = excluded.country_id, data = excluded.data, row_hash = excluded.row_hash`);
  const remove = database.statement('delete from named where kind = ? and id = ?');
  const removeNeighbours = database.statement('delete from neighbour where a_kind = ? and a_id = ?');
  const lists: Readonly<Record<NamedKind, readonly NamedNode[]>> = {
    minister: graph.ministers,
    country: graph.countries,
    portfolio: graph.portfolios,
    official: graph.officials,
  };
  let changed = false;
  for (const kind of NAMED_KINDS) {
    const old = hashesOf(database, 'select id, row_hash from named where kind = ?', kind);
    for (const node of lists[kind]) {
      const row = toNamedRow(kind, node);
      const known = old.get(node.id);
      old.delete(node.id);
      if (known === row.row_hash) continue;
      changed = true;
      insert.run(
        kind,
        row.id,
        row.name,
        row.search,
        row.event_count,
        row.release_count,
        row.country_id,
        row.data,
        row.row_hash,
      );
    }
    for (const id of old.keys()) {
      changed = true;
      remove.run(kind, id);
      removeNeighbours.run(kind, id);
    }
  }
  return changed;
}

/** Replaces a table whole where its rows differ, compared as a set; for tables of a few thousand rows. */
function replaceWhole<R extends object>(
  database: Database,
  select: string,
  remove: string,
  rows: readonly R[],
  insert: (row: R) => void,
): boolean {
  const before = database.all(select).map(canonicalJson).sort();
  const after = rows.map(canonicalJson).sort();
  if (before.length === after.length && before.every((line, position) => line === after[position]))
    return false;
  database.exec(remove);
  for (const row of rows) insert(row);
  return true;
}

function writeTerms(database: Database, graph: LinkedGraph): boolean {
  const insert = inserter(database, 'term', [
    'minister_id',
    'portfolio_id',
    'kind',
    'first',
    'last',
    'release_count',
  ]);
  return replaceWhole(database, 'select * from term', 'delete from term', graph.terms.map(toTermRow), insert);
}

function writeRedirects(database: Database, graph: LinkedGraph): boolean {
  const rows = graph.redirects.map(({ from, to }) => ({ from_id: from, to_id: to }));
  const insert = inserter(database, 'event_redirect', ['from_id', 'to_id']);
  return replaceWhole(database, 'select * from event_redirect', 'delete from event_redirect', rows, insert);
}

function writeProblems(database: Database, graph: LinkedGraph): boolean {
  const insert = inserter(database, 'problem', [
    'id',
    'root',
    'path',
    'code',
    'file',
    'field',
    'message',
    'sort',
  ]);
  return replaceWhole(
    database,
    'select * from problem where root is null',
    'delete from problem where root is null',
    toProblemRows(graph.problems, null),
    insert,
  );
}

async function writeNeighbours(
  database: Database,
  graph: LinkedGraph,
  days: ReadonlyMap<string, string>,
  breathe: Pause,
): Promise<boolean> {
  const rows = database.all('select kind, id, neighbour_hash as row_hash from named') as {
    kind: string;
    id: string;
    row_hash: string;
  }[];
  const old = new Map(rows.map((row) => [`${row.kind}\t${row.id}`, row.row_hash]));
  const insert = inserter(database, 'neighbour', [
    'a_kind',
    'a_id',
    'b_kind',
    'weight',
    'b_id',
    'event_count',
    'release_count',
    'first',
    'last',
  ]);
  const remove = database.statement('delete from neighbour where a_kind = ? and a_id = ?');
  const setHash = database.statement('update named set neighbour_hash = ? where kind = ? and id = ?');
  let changed = false;
  const found = [...neighboursByNode(graph, (id) => days.get(id) ?? '')];
  const present = new Set(found.map(({ kind, id }) => `${kind}\t${id}`));
  const gone = rows
    .filter(({ kind, id, row_hash }) => row_hash !== '' && !present.has(`${kind}\t${id}`))
    .map(({ kind, id }) => ({ kind, id, rows: [] }));
  for (const { kind, id, rows: neighbours } of [...found, ...gone]) {
    const hash = neighbours.length === 0 ? '' : contentHash(neighbours);
    const known = old.get(`${kind}\t${id}`);
    if (known === undefined || known === hash) continue;
    changed = true;
    if (known !== '') remove.run(kind, id);
    for (const row of neighbours) insert(row);
    setHash.run(hash, kind, id);
    await breathe(1 + neighbours.length);
  }
  return changed;
}
