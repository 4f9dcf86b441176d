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
  const counts = new Map<string, number>();
  const count = (by: RollupKey, key: string, month: string): void => {
    const cell = `${by}\t${key}\t${month}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  };
  for (const event of events) {
    const month = monthOf(event);
    count('ALL', '', month);
    count('TYPE', event.type, month);
    count('STATUS', event.status, month);
    for (const id of event.countries) count('COUNTRY', id, month);
    for (const id of event.portfolios) count('PORTFOLIO', id, month);
    for (const id of event.ministers) count('MINISTER', id, month);
    for (const id of event.officials) count('OFFICIAL', id, month);
  }
  return [...counts].map(([cell, events]) => {
    const [by = '', key = '', month = ''] = cell.split('\t');
    return { by, key, month, events };
  });
}
