import type { Release } from '../../model/release.ts';
import { byPlace } from '../file-place.ts';
import { type Reading, type ReadingRow, toReading } from '../reading.ts';
import { fileContentHash, toProblemRows, toReleaseRow } from '../rows.ts';
import type { FileRow } from '../tables.ts';
import type { IngestedFile } from '../writer.ts';
import { createChangeLog } from './change-log.ts';
import type { Database } from './database.ts';
import { replacer } from './insert.ts';
import { createReleaseRemover } from './remove-release.ts';
import { createRivals } from './rivals.ts';
import { createTextIndex } from './text-index.ts';

export interface FileWriter {
  /** True where readers can see the difference. To be called inside a transaction. */
  put(file: IngestedFile): boolean;
  /** True where there was such a file. To be called inside a transaction. */
  remove(root: string, path: string): boolean;
  /** To be called once after the last of them, inside the same transaction. */
  finish(): void;
}

/**
 * Writes files one at a time. Of the files that give the same release id the last by place has it, whatever the order
 * in which they come; the others are reported, wait with their reading and take over when it goes.
 */
export function createFileWriter(database: Database): FileWriter {
  const insertFile = replacer(database, 'file');
  const insertProblem = replacer(database, 'problem');
  const selectFile = database.statement('select * from file where root = ? and path = ?');
  const deleteFile = database.statement('delete from file where root = ? and path = ?');
  const deleteProblems = database.statement('delete from problem where root = ? and path = ?');
  const setWaiting = database.statement('update file set waiting = ? where root = ? and path = ?');
  const releases = createReleaseWriter(database);
  const rivals = createRivals(database);
  const changes = createChangeLog(database);

  /** Takes the file's hold on its release away, and hands the release to the next file that waits for it. */
  function release(old: FileRow): void {
    if (old.release_id === null || old.waiting !== null) return;
    const heir = rivals
      .of(old.release_id)
      .filter((file) => file.waiting !== null)
      .sort(byPlace)
      .at(-1);
    if (!heir?.waiting) {
      releases.remove(old.release_id);
      return;
    }
    const { release, decomposition } = JSON.parse(heir.waiting) as Reading;
    releases.put(heir.root, release, JSON.stringify(decomposition));
    setWaiting.run(null, heir.root, heir.path);
    changes.upsert('release', old.release_id);
    rivals.report(old.release_id);
  }

  function put(file: IngestedFile): boolean {
    const { root, path, hash, version, release: given, decomposition, problems } = file;
    if ((given === null) !== (decomposition === null)) {
      throw new TypeError(`expected a release with its decomposition, or neither, in ${path}`);
    }
    const old = selectFile.get(root, path) as FileRow | undefined;
    const hashOfContent = fileContentHash(given, problems);
    const changed = old?.content_hash !== hashOfContent;
    if (old && old.release_id !== (given?.id ?? null)) {
      deleteFile.run(root, path);
      release(old);
    }
    let waiting: string | null = null;
    if (given && decomposition) {
      const holder = rivals
        .of(given.id)
        .find((rival) => rival.waiting === null && byPlace(rival, file) !== 0);
      if (holder && byPlace(holder, file) > 0) {
        const reading: Reading = { release: given, decomposition: JSON.parse(decomposition) };
        waiting = JSON.stringify(reading);
      } else {
        if (holder) setWaiting.run(releases.read(given.id), holder.root, holder.path);
        const differs = changed || holder !== undefined;
        // Read again by another version of the program, most files give the same release.
        if (differs) releases.put(root, given, decomposition);
        else releases.putDecomposition(given.id, decomposition);
        if (differs) changes.upsert('release', given.id);
      }
    }
    const releaseId = given?.id ?? null;
    insertFile({ root, path, hash, version, release_id: releaseId, content_hash: hashOfContent, waiting });
    if (changed) {
      deleteProblems.run(root, path);
      for (const row of toProblemRows(problems, { root, path })) insertProblem(row);
    }
    if (given && rivals.of(given.id).length > 1) rivals.report(given.id);
    return changed;
  }

  function remove(root: string, path: string): boolean {
    const old = selectFile.get(root, path) as FileRow | undefined;
    if (!old) return false;
    deleteFile.run(root, path);
    deleteProblems.run(root, path);
    release(old);
    return true;
  }

  return { put, remove, finish: releases.finish };
}

/** Writes and removes the release itself: its row, texts and decomposition. */
function createReleaseWriter(database: Database) {
  const selectKey = database.statement('select key from release where id = ?');
  const removeRelease = createReleaseRemover(database);
  const index = createTextIndex(database);
  const upsert = database.statement(`
    insert into release (id, root, path, title, day, url, ministers, portfolios, attachments, hash, body_hash, body_start)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (id) do update set root = excluded.root, path = excluded.path, title = excluded.title,
      day = excluded.day, url = excluded.url, ministers = excluded.ministers, portfolios = excluded.portfolios,
      attachments = excluded.attachments, hash = excluded.hash, body_hash = excluded.body_hash,
      body_start = excluded.body_start`);
  const upsertText = database.statement(`
    insert into release_text (key, text, body) values (?, ?, ?)
    on conflict (key) do update set text = excluded.text, body = excluded.body`);
  const insertDecomposition = replacer(database, 'decomposition');
  const staleEvents = database.statement(`
    update event set row_hash = '' where id in (select event_id from evidence where release_id = ?)`);
  const selectReading = database.statement(`
    select r.*, t.text, t.body, d.data from release r join release_text t on t.key = r.key
    join decomposition d on d.release_id = r.id where r.id = ?`);

  function putDecomposition(releaseId: string, data: string): void {
    insertDecomposition({ release_id: releaseId, data });
  }

  return {
    putDecomposition,
    put(root: string, release: Release, decomposition: string): void {
      const row = toReleaseRow(root, release);
      upsert.run(
        row.id,
        row.root,
        row.path,
        row.title,
        row.day,
        row.url,
        row.ministers,
        row.portfolios,
        row.attachments,
        row.hash,
        row.body_hash,
        row.body_start,
      );
      const { key } = selectKey.get(release.id) as { readonly key: number };
      if (index.has(key)) index.flush();
      upsertText.run(key, release.text, release.body);
      index.add(key);
      putDecomposition(release.id, decomposition);
      // Their quotes are checked again against the new text when the graph is replaced.
      staleEvents.run(release.id);
    },
    /** The reading of the release that stands, as JSON. */
    read(id: string): string {
      const row = selectReading.get(id) as unknown as ReadingRow;
      return JSON.stringify(toReading(row));
    },
    remove(id: string): void {
      index.flush();
      removeRelease(id);
    },
    finish: index.flush,
  };
}
