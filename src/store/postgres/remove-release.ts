import type { ChangeLog } from './changes.ts';
import { DELETE_EVENT_EDGES, DELETE_RELEASE_EDGES, setTouched } from './edges.ts';
import type { Session } from './session.ts';

/**
 * Removes a release with all that came from it: text, links, edges, evidence, and the events that have no other
 * evidence. The figures of other nodes stay as they are until the graph is replaced.
 */
export async function removeRelease(session: Session, changes: ChangeLog, id: string): Promise<void> {
  const bare = await session.query<{ readonly id: string }>(
    `select distinct v.event_id as id from evidence v where v.release_id = $1 and not exists
      (select 1 from evidence o where o.event_id = v.event_id and o.release_id <> $1) order by 1`,
    [id],
  );
  const events = bare.map((row) => row.id);
  changes.remove('event', events);
  changes.remove('release', [id]);
  await session.query(
    `update event set row_hash = '' where id in (select event_id from evidence where release_id = $1)`,
    [id],
  );
  await setTouched(session, 'touched_release', [id]);
  await session.query(DELETE_RELEASE_EDGES);
  await removeEvents(session, events);
  await session.query(`delete from evidence where release_id = $1`, [id]);
  await session.query(`delete from release where id = $1`, [id]);
}

/** Removes events with their edges; evidence, steps and words go with them. */
export async function removeEvents(session: Session, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await setTouched(session, 'touched_event', ids);
  await session.query(DELETE_EVENT_EDGES);
  await session.query('delete from event where id in (select id from touched_event)');
}
