import type { Event, Evidence } from '../../model/graph.ts';
import { type ChangedEvent, EventComparison } from '../event-comparison.ts';
import { sourceOf } from '../event-source.ts';
import { quotesOf, titleOf } from '../event-text.ts';
import { lifeCycleOf } from '../life-cycle.ts';
import { rollUp } from '../rollup.ts';
import { toEventRow, toEvidenceRow } from '../rows.ts';
import { INSERT_EVENT_EDGES, setTouched } from './edges.ts';
import { removeEvents } from './remove-release.ts';
import { hashesOf, type Replacing } from './replacing.ts';
import type { Session } from './session.ts';
import { vectorOf } from './words.ts';

/** Releases whose texts are in memory at a time. */
const CHUNK = 500;

/** Writes the events with their evidence and edges. True where anything differed. */
export async function replaceEvents(replacing: Replacing, events: readonly Event[]): Promise<boolean> {
  const { session, changes } = replacing;
  const comparison = new EventComparison(await hashesOf(session, 'select id, row_hash from event'));
  const { changed, replaced } = comparison.compare(events);
  const { removed } = comparison;
  if (changed.length === 0 && removed.length === 0) return false;
  await checkQuotes(
    session,
    changed.flatMap(({ event }) => event.evidence),
  );
  await removeEvents(session, [...replaced, ...removed]);
  await writeEvents(replacing, changed);
  // Whole, for a few changed events may change any of its counts.
  await session.query('delete from rollup');
  await session.copy('rollup', rollUp(events));
  changes.remove('event', removed);
  changes.upsert(
    'event',
    changed.map(({ event }) => event.id),
  );
  return true;
}

/** Writes events that are not there, with all that hangs on them. */
async function writeEvents(
  { session, days, keys }: Replacing,
  changed: readonly ChangedEvent[],
): Promise<void> {
  const cycleOf = (event: Event) => lifeCycleOf(event, (releaseId) => days.get(releaseId) ?? '');
  await session.copy(
    'event',
    changed.values().map(({ event, hash }) => toEventRow(event, cycleOf(event), sourceOf(event, keys), hash)),
  );
  await session.copy(
    'event_step',
    changed.values().flatMap(({ event }) => {
      const { steps } = cycleOf(event);
      // Where there is one step only, the event's own status is it.
      return steps.length > 1 ? steps.map(({ day, status }) => ({ event_id: event.id, day, status })) : [];
    }),
  );
  await session.copy(
    'evidence',
    changed
      .values()
      .flatMap(({ event }) =>
        event.evidence.map((evidence, position) => toEvidenceRow(evidence, event.id, position)),
      ),
  );
  await setTouched(
    session,
    'touched_event',
    changed.map(({ event }) => event.id),
  );
  await session.query(INSERT_EVENT_EDGES);
  const [last] = await session.query<{ readonly key: number }>(
    'select coalesce(max(key), 0) as key from event_key',
  );
  const first = (last?.key ?? 0) + 1;
  await session.copy(
    'event_key',
    changed.values().map(({ event }, position) => ({ key: first + position, event_id: event.id })),
  );
  await session.copyValues(
    'event_fts',
    ['key', 'length', 'words'],
    changed.values().map(({ event }, position) => {
      const { length, vector } = vectorOf(titleOf(event), quotesOf(event));
      return [first + position, length, vector];
    }),
  );
}

/**
 * Checks that every quote is what its release's text says at its place. Throws a TypeError that names the release
 * where it is not, or where there is no such release.
 */
async function checkQuotes(session: Session, evidence: readonly Evidence[]): Promise<void> {
  const byRelease = [...Map.groupBy(evidence, (item) => item.releaseId)];
  for (let at = 0; at < byRelease.length; at += CHUNK) {
    const chunk = byRelease.slice(at, at + CHUNK);
    const rows = await session.query<{ readonly id: string; readonly text: string }>(
      'select r.id, t.text from release r join release_text t on t.key = r.key where r.id = any($1::text[])',
      [chunk.map(([releaseId]) => releaseId)],
    );
    const texts = new Map(rows.map(({ id, text }) => [id, text]));
    for (const [releaseId, quoted] of chunk) {
      const text = texts.get(releaseId);
      if (text === undefined) {
        throw new TypeError(`expected evidence from a stored release, got ${releaseId}`);
      }
      for (const { start, end, quote, eventId } of quoted) {
        const said = text.slice(start, end);
        if (said === quote) continue;
        throw new TypeError(
          `expected the quote "${quote}" of event ${eventId} at ${start} to ${end} of release ${releaseId}, got "${said}"`,
        );
      }
    }
  }
}
