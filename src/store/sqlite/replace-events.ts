import type { Event } from '../../model/graph.ts';
import { contentHash, toEventRow, toEvidenceRow } from '../rows.ts';
import { checkQuotes } from './check-quotes.ts';
import { hashesOf, type Replacing, setTouched } from './derived.ts';
import { deleteEventEdges, insertEventEdges } from './edges.ts';
import { inserter } from './insert.ts';

const TOUCHED = 'select id from temp.touched_event';

/** Writes the events with their evidence and edges. True where anything differed. */
export async function replaceEvents(
  { database, breathe }: Replacing,
  events: readonly Event[],
): Promise<boolean> {
  const old = hashesOf(database, 'select id, row_hash from event');
  const changed: { event: Event; hash: string }[] = [];
  const replaced: string[] = [];
  for (const event of events) {
    const hash = contentHash(event);
    const known = old.get(event.id);
    old.delete(event.id);
    if (known !== hash) {
      changed.push({ event, hash });
      if (known !== undefined) replaced.push(event.id);
    }
    await breathe(1);
  }
  replaced.push(...old.keys());
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
  for (const { event, hash } of changed) {
    eventRows.add(toEventRow(event, hash));
    await breathe(2);
  }
  eventRows.flush();
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
  await breathe(Number.POSITIVE_INFINITY);
  return true;
}
