import type { Event } from '../../model/graph.ts';
import { quotesOf, titleOf } from '../event-text.ts';
import type { Database } from './database.ts';
import { inserter } from './insert.ts';

/**
 * Writes the words that events are found by: title (summary, name and place) and quotes apart, so that a hit in the
 * title counts for more. The events must be new to the index; their words go again with their rows of event_key.
 */
export async function writeWords(
  database: Database,
  events: readonly Event[],
  breathe: (done: number) => Promise<void>,
): Promise<void> {
  const [last] = database.all('select coalesce(max(key), 0) as key from event_key') as { key: number }[];
  let key = last?.key ?? 0;
  const keys = inserter(database, 'event_key');
  const words = inserter(database, 'event_fts');
  for (const event of events) {
    key += 1;
    keys.add({ key, event_id: event.id });
    words.add({ rowid: key, title: titleOf(event), quotes: quotesOf(event) });
    await breathe(5);
  }
  keys.flush();
  words.flush();
}
