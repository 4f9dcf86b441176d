import type { Event, LinkedRelease, Seen } from '../model/graph.ts';

/** Counts releases and events of named nodes. */
export interface SeenCounter {
  /** Counts one release for each id once. */
  readonly countRelease: (ids: Iterable<string>, date: string | null) => void;
  readonly countEvent: (ids: Iterable<string>) => void;
  readonly seen: (id: string) => Seen;
  readonly ids: () => IterableIterator<string>;
}

interface Figures {
  releaseCount: number;
  eventCount: number;
  firstSeen: string | null;
  lastSeen: string | null;
}

function createSeenCounter(): SeenCounter {
  const figures = new Map<string, Figures>();
  const of = (id: string): Figures => {
    const known = figures.get(id);
    if (known) return known;
    const fresh = { releaseCount: 0, eventCount: 0, firstSeen: null, lastSeen: null };
    figures.set(id, fresh);
    return fresh;
  };
  return {
    countRelease(ids, date) {
      for (const id of new Set(ids)) {
        const own = of(id);
        own.releaseCount += 1;
        if (date === null) continue;
        if (own.firstSeen === null || date < own.firstSeen) own.firstSeen = date;
        if (own.lastSeen === null || date > own.lastSeen) own.lastSeen = date;
      }
    },
    countEvent(ids) {
      for (const id of ids) of(id).eventCount += 1;
    },
    seen: (id) => ({ releaseCount: 0, eventCount: 0, firstSeen: null, lastSeen: null, ...figures.get(id) }),
    ids: () => figures.keys(),
  };
}

/** Figures of each kind of named node. */
export interface SeenFigures {
  /** Releases that a minister signed or is named in. */
  readonly ministers: SeenCounter;
  readonly countries: SeenCounter;
  readonly portfolios: SeenCounter;
  readonly officials: SeenCounter;
}

/** Counts over the linked graph: duplicates are releases too, but their events are not told twice. */
export function countSeen(
  releases: readonly LinkedRelease[],
  events: readonly Event[],
  dateOf: (index: number) => string | null,
): SeenFigures {
  const figures: SeenFigures = {
    ministers: createSeenCounter(),
    countries: createSeenCounter(),
    portfolios: createSeenCounter(),
    officials: createSeenCounter(),
  };
  for (const [index, release] of releases.entries()) {
    const date = dateOf(index);
    figures.ministers.countRelease([...release.signers, ...release.named], date);
    figures.portfolios.countRelease(release.portfolios, date);
    figures.officials.countRelease(release.officials, date);
    figures.countries.countRelease(
      release.countries.map((country) => country.id),
      date,
    );
  }
  for (const event of events) {
    figures.ministers.countEvent(event.ministers);
    figures.countries.countEvent(event.countries);
    figures.portfolios.countEvent(event.portfolios);
    figures.officials.countEvent(event.officials);
  }
  return figures;
}
