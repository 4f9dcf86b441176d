import type { LinkedGraph } from '../../model/graph.ts';
import { createChangeLog } from './change-log.ts';
import type { Database } from './database.ts';
import type { Replacing } from './derived.ts';
import { replaceEvents } from './replace-events.ts';
import { replaceLists, replaceNamed } from './replace-named.ts';
import { replaceNeighbours } from './replace-neighbours.ts';
import { replaceReleases } from './replace-releases.ts';
import type { Statements } from './statements.ts';

/** Rows worked on between two breaks in which the rest of the process can run. */
const BREATH = 10_000;

/**
 * Makes the derived tables equal to the graph, by `statements` that run inside a transaction, now or later; `database`
 * is read as it was before it. True where anything differed.
 * Every release, node and event has a hash of all that is written for it, and only what differs is written.
 * Throws a TypeError where a quote is not what its release's text says there, or its release is unknown.
 */
export async function replaceGraph(
  database: Database,
  statements: Statements,
  graph: LinkedGraph,
  pause: () => Promise<void>,
): Promise<boolean> {
  let sinceBreath = 0;
  const breathe = async (done: number): Promise<void> => {
    sinceBreath += done;
    if (sinceBreath < BREATH) return;
    sinceBreath = 0;
    await pause();
  };
  const releases = database.all('select id, key, day from release') as {
    id: string;
    key: number;
    day: string;
  }[];
  const replacing: Replacing = {
    database,
    statements,
    breathe,
    days: new Map(releases.map(({ id, day }) => [id, day])),
    keys: new Map(releases.map(({ id, key }) => [id, key])),
    changes: createChangeLog(statements),
  };
  const joined = [
    await replaceReleases(replacing, graph.releases),
    await replaceEvents(replacing, graph.events),
  ].includes(true);
  const named = replaceNamed(replacing, graph);
  const others = [named.changed, replaceLists(replacing, graph)].includes(true);
  // Only what is written above makes neighbours.
  const neighbours = (joined || others) && (await replaceNeighbours(replacing, graph, named.neighbourHashes));
  return joined || others || neighbours;
}
