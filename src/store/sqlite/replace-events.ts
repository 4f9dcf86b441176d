import type { Event } from '../../model/graph.ts';
import { sourceOf } from '../event-source.ts';
import { lifeCycleOf } from '../life-cycle.ts';
import { rollUp } from '../rollup.ts';
import { contentHash, toEventRow, toEvidenceRow } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { checkQuotes } from './check-quotes.ts';
import { hashesOf, type Replacing, setTouched } from './derived.ts';
import { deleteEventEdges, insertEventEdges } from './edges.ts';
import { writeWords } from './event-words.ts';
import { inserter } from './insert.ts';

const TOUCHED = 'select id from temp.touched_event';

/** Writes the events with their evidence and edges. True where anything differed. */
export async function replaceEvents(
  { database, breathe, days, keys, changes }: Replacing,
  events: readonly Event[],
): Promise<boolean> {
  const old = hashesOf(database, 'select id, row_hash from event');
  const changed: { event: Event; hash: string }[] = [];
  const replaced: string[] = [];
  const seen = new Set<string>();
  for (const event of events) {
    if (seen.has(event.id)) {
      throw new TypeError(
        `expected one event of each id, got two of ${event.id} in release ${event.evidence[0]?.releaseId}`,
      );
    }
    seen.add(event.id);
    const hash = contentHash(event);
    const known = old.get(event.id);
    old.delete(event.id);
    if (known !== hash) {
      changed.push({ event, hash });
      if (known !== undefined) replaced.push(event.id);
    }
    await breathe(1);
  }
  const removed = [...old.keys()];
  for (const id of removed) replaced.push(id);
  if (changed.length === 0 && replaced.length === 0) return false;
  await checkQuotes(
    database,
    changed.flatMap(({ event }) => event.evidence),
    breathe,
  );
  if (replaced.length > 0) {
    setTouched(database, 'touched_event', replaced);
    database.exec(deleteEventEdges(TOUCHED));
    database.exec(`delete from event where id in (${TOUCHED})`);
  }
  const eventRows = inserter(database, 'event');
  const steps: Tables['event_step'][] = [];
  for (const { event, hash } of changed) {
    const cycle = lifeCycleOf(event, (releaseId) => days.get(releaseId) ?? '');
    eventRows.add(toEventRow(event, cycle, sourceOf(event, keys), hash));
    // Where there is one step only, the event's own status is it.
    if (cycle.steps.length > 1) {
      for (const { day, status } of cycle.steps) steps.push({ event_id: event.id, day, status });
    }
    await breathe(2);
  }
  eventRows.flush();
  const stepRows = inserter(database, 'event_step');
  for (const row of steps) stepRows.add(row);
  stepRows.flush();
  const evidenceRows = inserter(database, 'evidence');
  for (const { event } of changed) {
    for (const [position, evidence] of event.evidence.entries()) {
      evidenceRows.add(toEvidenceRow(evidence, event.id, position));
    }
    await breathe(event.evidence.length);
  }
  evidenceRows.flush();
  setTouched(
    database,
    'touched_event',
    changed.map(({ event }) => event.id),
  );
  database.exec(insertEventEdges(TOUCHED));
  await writeWords(
    database,
    changed.map(({ event }) => event),
    breathe,
  );
  // Whole, for a few changed events may change any of its counts.
  database.exec('delete from rollup');
  const rollup = inserter(database, 'rollup');
  for (const row of rollUp(events)) rollup.add(row);
  rollup.flush();
  changes.removeAll('event', removed);
  changes.upsertAll(
    'event',
    changed.map(({ event }) => event.id),
  );
  await breathe(Number.POSITIVE_INFINITY);
  return true;
}
