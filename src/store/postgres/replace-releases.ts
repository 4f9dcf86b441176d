import type { LinkedRelease } from '../../model/graph.ts';
import { contentHash, toReleaseLinkRow } from '../rows.ts';
import { DELETE_RELEASE_EDGES, INSERT_RELEASE_EDGES, setTouched } from './edges.ts';
import { hashesOf, type Replacing } from './replacing.ts';

/** Writes what linking gave the releases, with their edges. True where anything differed. */
export async function replaceReleases(
  { session, changes, days }: Replacing,
  releases: readonly LinkedRelease[],
): Promise<boolean> {
  const old = await hashesOf(session, 'select release_id as id, row_hash from release_link');
  const replaces = old.size > 0;
  const changed: { linked: LinkedRelease; day: string; hash: string }[] = [];
  for (const linked of releases) {
    const day = days.get(linked.id);
    if (day === undefined) throw new TypeError(`expected a release that was put before, got ${linked.id}`);
    const hash = contentHash(linked, day);
    const known = old.get(linked.id);
    old.delete(linked.id);
    if (known !== hash) changed.push({ linked, day, hash });
  }
  const touched = [...changed.map(({ linked }) => linked.id), ...old.keys()];
  if (touched.length === 0) return false;
  await setTouched(session, 'touched_release', touched);
  if (replaces) {
    await session.query(DELETE_RELEASE_EDGES);
    await session.query('delete from release_link where release_id in (select id from touched_release)');
  }
  await session.copy('release_link', rowsOf(changed));
  await session.query(INSERT_RELEASE_EDGES);
  changes.upsert('release', touched);
  return true;
}

function* rowsOf(changed: readonly { linked: LinkedRelease; day: string; hash: string }[]) {
  for (const { linked, day, hash } of changed) yield toReleaseLinkRow(linked, day, hash);
}
