import type { Event } from '../model/graph.ts';
import { contentHash } from './rows.ts';

/** An event that is not as it was written before, with the hash to write. */
export interface ChangedEvent {
  readonly event: Event;
  readonly hash: string;
}

/** Tells the events of a new graph from those that were written before. */
export class EventComparison {
  readonly #left: Map<string, string>;
  readonly #seen = new Set<string>();

  /** `old` has the hash that each event was written with, by id. */
  constructor(old: ReadonlyMap<string, string>) {
    this.#left = new Map(old);
  }

  /**
   * Of some events those that differ, and which of their ids were there before. Throws a TypeError that names the
   * release where an id comes a second time.
   */
  compare(events: readonly Event[]): {
    readonly changed: readonly ChangedEvent[];
    readonly replaced: readonly string[];
  } {
    const changed: ChangedEvent[] = [];
    const replaced: string[] = [];
    for (const event of events) {
      if (this.#seen.has(event.id)) {
        throw new TypeError(
          `expected one event of each id, got two of ${event.id} in release ${event.evidence[0]?.releaseId}`,
        );
      }
      this.#seen.add(event.id);
      const hash = contentHash(event);
      const known = this.#left.get(event.id);
      this.#left.delete(event.id);
      if (known === hash) continue;
      changed.push({ event, hash });
      if (known !== undefined) replaced.push(event.id);
    }
    return { changed, replaced };
  }

  /** Ids that were there and have not come yet: once all events are compared, those that are gone. */
  get removed(): readonly string[] {
    return [...this.#left.keys()];
  }
}
