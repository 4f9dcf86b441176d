import type { LinkedGraph } from '../../model/graph.ts';
import type { ChangeLog } from './changes.ts';
import { replaceEvents } from './replace-events.ts';
import { replaceLists, replaceNamed, replaceNeighbours } from './replace-named.ts';
import { replaceReleases } from './replace-releases.ts';
import type { Replacing } from './replacing.ts';
import type { Session } from './session.ts';

/**
 * Makes the derived tables equal to the graph. True where anything differed. Every release, node and event has a hash
 * of all that is written for it, and only what differs is written. Throws a TypeError where a quote is not what its
 * release's text says there, or its release is unknown.
 */
export async function replaceGraph(
  session: Session,
  changes: ChangeLog,
  graph: LinkedGraph,
): Promise<boolean> {
  const releases = await session.query<{ readonly id: string; readonly key: number; readonly day: string }>(
    'select id, key, day from release',
  );
  const replacing: Replacing = {
    session,
    changes,
    days: new Map(releases.map(({ id, day }) => [id, day])),
    keys: new Map(releases.map(({ id, key }) => [id, key])),
  };
  const joined = [
    await replaceReleases(replacing, graph.releases),
    await replaceEvents(replacing, graph.events),
  ].includes(true);
  const others = [await replaceNamed(replacing, graph), await replaceLists(session, graph)].includes(true);
  // After the nodes, whose rows say what neighbours were written before. Only what is written above makes neighbours.
  const neighbours = (joined || others) && (await replaceNeighbours(replacing, graph));
  return joined || others || neighbours;
}
