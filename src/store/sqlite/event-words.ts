import type { Event } from '../../model/graph.ts';
import { quotesOf, titleOf } from '../event-text.ts';
import type { Replacing } from './derived.ts';
import { inserter } from './insert.ts';

const EVENTS_AT_ONCE = 4000;

/**
 * Writes the words that events are found by: title (summary, name and place) and quotes apart, so that a hit in the
 * title counts for more. The events must be new to the index; their words go again with their rows of event_key.
 */
export async function writeWords(
  { database, statements, breathe }: Replacing,
  events: readonly Event[],
): Promise<void> {
  const [last] = database.all('select coalesce(max(key), 0) as key from event_key') as { key: number }[];
  let key = last?.key ?? 0;
  const keys = inserter(statements, 'event_key');
  for (const event of events) {
    key += 1;
    keys.add({ key, event_id: event.id });
    await breathe(1);
  }
  keys.flush();
  // FTS5 writes out what it gathered before every statement: few large ones leave it few segments to merge.
  const words = `insert into event_fts (rowid, title, quotes)
    select value ->> 0, value ->> 1, value ->> 2 from json_each(?)`;
  key -= events.length;
  for (let at = 0; at < events.length; at += EVENTS_AT_ONCE) {
    const some = events
      .slice(at, at + EVENTS_AT_ONCE)
      .map((event) => [++key, titleOf(event), quotesOf(event)]);
    statements.run(words, JSON.stringify(some));
    await breathe(5 * some.length);
  }
}
