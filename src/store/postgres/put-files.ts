import { byPlace, type FilePlace, rivalProblem } from '../file-place.ts';
import { type Reading, type ReadingRow, toReading } from '../reading.ts';
import { fileContentHash } from '../rows.ts';
import type { FileRow } from '../tables.ts';
import type { IngestedFile } from '../writer.ts';
import type { ChangeLog } from './changes.ts';
import { createFileBatch, type FileBatch } from './file-batch.ts';
import { removeRelease } from './remove-release.ts';
import type { Session } from './session.ts';

/**
 * Writes files, collected: the usual batch of new files is one look-up and a COPY for each table. Of the files that
 * give the same release id the last by place has it, whatever the order in which they come; the others are reported,
 * wait with their reading and take over when it goes. True where readers can see a difference.
 */
export async function putFiles(
  session: Session,
  changes: ChangeLog,
  files: readonly IngestedFile[],
): Promise<boolean> {
  const ids = files.flatMap(({ release }) => release?.id ?? []);
  const batch = createFileBatch(await filesAround(session, files, ids));
  let changed = false;
  for (const file of files) changed = (await putFile(session, changes, batch, file)) || changed;
  await batch.flush(session);
  return changed;
}

/** Removes files and what came from them. True where there was one. */
export async function removeFiles(
  session: Session,
  changes: ChangeLog,
  root: string,
  paths: readonly string[],
): Promise<boolean> {
  const places = paths.map((path) => ({ root, path }));
  const batch = createFileBatch(await filesAround(session, places, []));
  let changed = false;
  for (const place of places) {
    const old = batch.at(place);
    if (!old) continue;
    changed = true;
    batch.removeFile(place);
    batch.clearProblems(place);
    await giveUp(session, changes, batch, old);
  }
  await batch.flush(session);
  return changed;
}

/** The files at the places, and all that give the ids or those that the files at the places gave. */
function filesAround(
  session: Session,
  places: readonly FilePlace[],
  ids: readonly string[],
): Promise<readonly FileRow[]> {
  return session.query<FileRow & Record<string, unknown>>(
    `with there as (select f.* from unnest($1::text[], $2::text[]) as p (root, path)
        join file f on f.root = p.root and f.path = p.path)
      select * from there
      union select f.* from file f where f.release_id = any($3::text[])
      union select f.* from file f where f.release_id in (select release_id from there)`,
    [places.map(({ root }) => root), places.map(({ path }) => path), ids],
  );
}

async function putFile(
  session: Session,
  changes: ChangeLog,
  batch: FileBatch,
  file: IngestedFile,
): Promise<boolean> {
  const { root, path, hash, version, release, decomposition, problems } = file;
  if ((release === null) !== (decomposition === null)) {
    throw new TypeError(`expected a release with its decomposition, or neither, in ${path}`);
  }
  const old = batch.at(file);
  const hashOfContent = fileContentHash(release, problems);
  const changed = old?.content_hash !== hashOfContent;
  if (old && old.release_id !== (release?.id ?? null)) {
    batch.removeFile(file);
    await giveUp(session, changes, batch, old);
  }
  let waiting: string | null = null;
  if (release && decomposition) {
    const holder = batch
      .rivals(release.id)
      .find((rival) => rival.waiting === null && byPlace(rival, file) !== 0);
    if (holder && byPlace(holder, file) > 0) {
      const reading: Reading = { release, decomposition: JSON.parse(decomposition) };
      waiting = JSON.stringify(reading);
    } else {
      if (holder) batch.putFile({ ...holder, waiting: await standing(session, batch, release.id) });
      const differs = changed || holder !== undefined;
      // Read again by another version of the program, most files give the same release.
      if (differs) batch.putRelease({ root, release });
      batch.putDecomposition(release.id, decomposition);
      if (differs) changes.upsert('release', [release.id]);
    }
  }
  const releaseId = release?.id ?? null;
  batch.putFile({ root, path, hash, version, release_id: releaseId, content_hash: hashOfContent, waiting });
  if (changed) {
    batch.clearProblems(file);
    batch.addProblems(file, problems);
  }
  if (releaseId !== null && batch.rivals(releaseId).length > 1) report(batch, releaseId);
  return changed;
}

/** Takes a file's hold on its release away, and hands the release to the next file that waits for it. */
async function giveUp(session: Session, changes: ChangeLog, batch: FileBatch, old: FileRow): Promise<void> {
  if (old.release_id === null || old.waiting !== null) return;
  const heir = batch
    .rivals(old.release_id)
    .filter((file) => file.waiting !== null)
    .sort(byPlace)
    .at(-1);
  if (!heir?.waiting) {
    // What this batch wrote for the release has to be there to be removed.
    await batch.flush(session);
    await removeRelease(session, changes, old.release_id);
    return;
  }
  const { release, decomposition } = JSON.parse(heir.waiting) as Reading;
  batch.putRelease({ root: heir.root, release });
  batch.putDecomposition(release.id, JSON.stringify(decomposition));
  batch.putFile({ ...heir, waiting: null });
  changes.upsert('release', [old.release_id]);
  report(batch, old.release_id);
}

/** The reading of the release that stands, as JSON. */
async function standing(session: Session, batch: FileBatch, id: string): Promise<string> {
  await batch.flush(session);
  const [row] = await session.query<ReadingRow & Record<string, unknown>>(
    `select r.*, t.text, t.body, d.data from release r join release_text t on t.key = r.key
      join decomposition d on d.release_id = r.id where r.id = $1`,
    [id],
  );
  if (!row) throw new TypeError(`expected a release that a file has, got none of id ${id}`);
  return JSON.stringify(toReading(row));
}

function report(batch: FileBatch, releaseId: string): void {
  const files = batch.rivals(releaseId);
  for (const file of files) batch.setRival(file, rivalProblem(file, files));
}
