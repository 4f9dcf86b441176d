import type { Event } from '../../model/graph.ts';
import { type ChangedEvent, EventComparison } from '../event-comparison.ts';
import { sourceOf } from '../event-source.ts';
import { lifeCycleOf } from '../life-cycle.ts';
import { rollUp } from '../rollup.ts';
import { toEventRow, toEvidenceRow } from '../rows.ts';
import type { Tables } from '../tables.ts';
import { checkQuotes } from './check-quotes.ts';
import { hashesOf, type Replacing, setTouched } from './derived.ts';
import { deleteEventEdges, insertEventEdges } from './edges.ts';
import { writeWords } from './event-words.ts';
import { inserter } from './insert.ts';
import type { Statements } from './statements.ts';

const TOUCHED = 'select id from temp.touched_event';

/** Events compared and written at a time. */
const CHUNK = 2000;

/** Writes the events with their evidence and edges. True where anything differed. */
export async function replaceEvents(replacing: Replacing, events: readonly Event[]): Promise<boolean> {
  const { database, statements, breathe, changes } = replacing;
  const comparison = new EventComparison(hashesOf(database, 'select id, row_hash from event'));
  const changed: Event[] = [];
  for (let at = 0; at < events.length; at += CHUNK) {
    const differing = comparison.compare(events.slice(at, at + CHUNK));
    for (const { event } of differing.changed) changed.push(event);
    removeEvents(statements, differing.replaced);
    await writeEvents(replacing, differing.changed);
    await breathe(CHUNK);
  }
  const { removed } = comparison;
  removeEvents(statements, removed);
  if (changed.length === 0 && removed.length === 0) return false;
  setTouched(
    statements,
    'touched_event',
    changed.map(({ id }) => id),
  );
  statements.exec(insertEventEdges(TOUCHED));
  await writeWords(replacing, changed);
  // Whole, for a few changed events may change any of its counts.
  statements.exec('delete from rollup');
  const rollup = inserter(statements, 'rollup');
  for (const row of rollUp(events)) rollup.add(row);
  rollup.flush();
  changes.removeAll('event', removed);
  changes.upsertAll(
    'event',
    changed.map(({ id }) => id),
  );
  await checkQuotes(
    database,
    changed.flatMap(({ evidence }) => evidence),
    breathe,
  );
  await breathe(Number.POSITIVE_INFINITY);
  return true;
}

/** Removes events with their edges; evidence, steps and words go with them. */
function removeEvents(statements: Statements, ids: readonly string[]): void {
  if (ids.length === 0) return;
  setTouched(statements, 'touched_event', ids);
  statements.exec(deleteEventEdges(TOUCHED));
  statements.exec(`delete from event where id in (${TOUCHED})`);
}

/** Writes events that are not there, with their steps and evidence. */
async function writeEvents({ statements, breathe, days, keys }: Replacing, changed: readonly ChangedEvent[]) {
  const eventRows = inserter(statements, 'event');
  const steps: Tables['event_step'][] = [];
  for (const { event, hash } of changed) {
    const cycle = lifeCycleOf(event, (releaseId) => days.get(releaseId) ?? '');
    eventRows.add(toEventRow(event, cycle, sourceOf(event, keys), hash));
    // Where there is one step only, the event's own status is it.
    if (cycle.steps.length < 2) continue;
    for (const { day, status } of cycle.steps) steps.push({ event_id: event.id, day, status });
  }
  eventRows.flush();
  const stepRows = inserter(statements, 'event_step');
  for (const row of steps) stepRows.add(row);
  stepRows.flush();
  const evidenceRows = inserter(statements, 'evidence');
  for (const { event } of changed) {
    for (const [position, evidence] of event.evidence.entries()) {
      evidenceRows.add(toEvidenceRow(evidence, event.id, position));
    }
  }
  evidenceRows.flush();
  await breathe(4 * changed.length);
}
