import type { LinkedGraph } from '../../model/graph.ts';
import { createChangeLog } from './change-log.ts';
import type { Database } from './database.ts';
import type { Replacing } from './derived.ts';
import { replaceEvents } from './replace-events.ts';
import { replaceLists, replaceNamed } from './replace-named.ts';
import { replaceNeighbours } from './replace-neighbours.ts';
import { replaceReleases } from './replace-releases.ts';

/** Rows worked on between two breaks in which the rest of the process can run. */
const BREATH = 20_000;

/**
 * Makes the derived tables equal to the graph; to be called inside a transaction. True where anything differed.
 * Every release, node and event has a hash of all that is written for it, and only what differs is written.
 * Throws a TypeError where a quote is not what its release's text says there, or its release is unknown.
 */
export async function replaceGraph(
  database: Database,
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
    breathe,
    days: new Map(releases.map(({ id, day }) => [id, day])),
    keys: new Map(releases.map(({ id, key }) => [id, key])),
    changes: createChangeLog(database),
  };
  const joined = [
    await replaceReleases(replacing, graph.releases),
    await replaceEvents(replacing, graph.events),
  ].includes(true);
  const others = [replaceNamed(replacing, graph), replaceLists(database, graph)].includes(true);
  // After the nodes, whose rows say what neighbours were written before. Only what is written above makes neighbours.
  const neighbours = (joined || others) && (await replaceNeighbours(replacing, graph));
  return joined || others || neighbours;
}
