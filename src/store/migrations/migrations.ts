import type { Migration } from 'kysely/migration';
import { createGraph } from './0001-graph.ts';
import { addAnalytics } from './0002-analytics.ts';
import { indexOpenEvents } from './0003-open-events.ts';
import { addEventSources } from './0004-event-sources.ts';
import { indexTextsInBatches } from './0005-texts-in-batches.ts';
import type { EngineDdl } from './ddl.ts';

/** All migrations by name, oldest first. A published one is never changed, only followed. */
export function migrations(ddl: EngineDdl): Readonly<Record<string, Migration>> {
  return {
    '0001-graph': createGraph(ddl),
    '0002-analytics': addAnalytics(ddl),
    '0003-open-events': indexOpenEvents(),
    '0004-event-sources': addEventSources(ddl),
    '0005-texts-in-batches': indexTextsInBatches(ddl),
  };
}
