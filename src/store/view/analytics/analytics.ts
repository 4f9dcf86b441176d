import type { Analytics } from '../../analytics.ts';
import type { Engine } from '../../engine.ts';
import { changesSince } from './changes.ts';
import { eventCounts } from './event-counts.ts';
import { eventSeries } from './event-series.ts';
import { neighbourhood } from './neighbourhood.ts';
import { findPaths } from './paths.ts';
import { relationship } from './relationship.ts';
import { search } from './search.ts';

/** The questions over many events, the same on every engine. */
export function createAnalytics(engine: Engine): Analytics {
  return {
    eventCounts: (filter, by, limit) => eventCounts(engine, filter, by, limit),
    eventSeries: (filter, interval, groupBy, top) => eventSeries(engine, filter, interval, groupBy, top),
    relationship: (countryId, today) => relationship(engine, countryId, today),
    paths: (from, to, maxHops, limit) => findPaths(engine, from, to, maxHops, limit),
    neighbourhood: (node, depth, limit) => neighbourhood(engine, node, depth, limit),
    search: (text, kinds, filter, page) => search(engine, text, kinds, filter, page),
    changes: (since, limit) => changesSince(engine, since, limit),
  };
}
