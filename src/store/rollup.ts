import type { Event } from '../model/graph.ts';
import type { RollupRow } from './tables.ts';

/** What events are counted by, month by month, when the graph is written; ALL has the one key `''`. */
export type RollupKey = 'ALL' | 'COUNTRY' | 'PORTFOLIO' | 'MINISTER' | 'OFFICIAL' | 'TYPE' | 'STATUS';

/**
 * The month that an event is counted under: `YYYY-MM` of its first day, `YYYY` where the date is a year or an interval
 * of whole years, the empty string where there is none.
 */
export function monthOf({ date }: Pick<Event, 'date'>): string {
  if (!date) return '';
  const { earliest, latest, precision } = date;
  const wholeYears =
    precision === 'YEAR' ||
    (precision === 'INTERVAL' && earliest.endsWith('-01-01') && latest.endsWith('-12-31'));
  return earliest.slice(0, wholeYears ? 4 : 7);
}

/** Counts of all events by each key and month. */
export function rollUp(events: Iterable<Event>): readonly RollupRow[] {
  // By what is counted, then by month, then by key: maps of the texts as they are, for there are millions to count.
  const counts = new Map<RollupKey, Map<string, Map<string, number>>>();
  const count = (by: RollupKey, month: string, keys: readonly string[]): void => {
    if (keys.length === 0) return;
    const cells = childOf(childOf(counts, by), month);
    for (const key of keys) cells.set(key, (cells.get(key) ?? 0) + 1);
  };
  for (const event of events) {
    const month = monthOf(event);
    count('ALL', month, ['']);
    count('TYPE', month, [event.type]);
    count('STATUS', month, [event.status]);
    count('COUNTRY', month, event.countries);
    count('PORTFOLIO', month, event.portfolios);
    count('MINISTER', month, event.ministers);
    count('OFFICIAL', month, event.officials);
  }
  const rows: RollupRow[] = [];
  for (const [by, months] of counts) {
    for (const [month, cells] of months) {
      for (const [key, events] of cells) rows.push({ by, key, month, events });
    }
  }
  return rows;
}

function childOf<K, V, T>(map: Map<K, Map<V, T>>, key: K): Map<V, T> {
  let child = map.get(key);
  if (!child) {
    child = new Map();
    map.set(key, child);
  }
  return child;
}
