import type { LinkedRelease } from '../../model/graph.ts';
import { contentHash, toReleaseLinkRow } from '../rows.ts';
import { hashesOf, type Replacing, setTouched } from './derived.ts';
import { deleteReleaseEdges, insertReleaseEdges } from './edges.ts';
import { inserter } from './insert.ts';

const TOUCHED = 'select id from temp.touched_release';

/** Writes what linking gave the releases, with their edges. True where anything differed. */
export async function replaceReleases(
  { database, statements, breathe, days, changes }: Replacing,
  releases: readonly LinkedRelease[],
): Promise<boolean> {
  const old = hashesOf(database, 'select release_id as id, row_hash from release_link');
  const changed: { linked: LinkedRelease; day: string; hash: string }[] = [];
  for (const linked of releases) {
    const day = days.get(linked.id);
    if (day === undefined) throw new TypeError(`expected a release that was put before, got ${linked.id}`);
    const hash = contentHash(linked, day);
    const known = old.get(linked.id);
    old.delete(linked.id);
    if (known !== hash) changed.push({ linked, day, hash });
    await breathe(1);
  }
  const touched = [...changed.map(({ linked }) => linked.id), ...old.keys()];
  if (touched.length === 0) return false;
  setTouched(statements, 'touched_release', touched);
  statements.exec(deleteReleaseEdges(TOUCHED));
  statements.exec(`delete from release_link where release_id in (${TOUCHED})`);
  const rows = inserter(statements, 'release_link');
  for (const { linked, day, hash } of changed) {
    rows.add(toReleaseLinkRow(linked, day, hash));
    await breathe(4);
  }
  rows.flush();
  statements.exec(insertReleaseEdges(TOUCHED));
  changes.upsertAll('release', touched);
  await breathe(Number.POSITIVE_INFINITY);
  return true;
}
