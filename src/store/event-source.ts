import type { Event } from '../model/graph.ts';

/**
 * Key of the only release that reports an event; null where several do. It holds as long as the event is there: a
 * release keeps its key when it is read again, and takes the events of which it is the only source with it when it goes.
 */
export function sourceOf({ evidence }: Event, keys: ReadonlyMap<string, number>): number | null {
  const [first, ...others] = new Set(evidence.map(({ releaseId }) => releaseId));
  return first === undefined || others.length > 0 ? null : (keys.get(first) ?? null);
}
