import type { Problem } from '../../model/problem.ts';
import type { FilePlace } from '../file-place.ts';
import { toProblemRows } from '../rows.ts';
import type { FileRow, ProblemRow } from '../tables.ts';
import { type PutRelease, putDecompositions, putReleases } from './put-releases.ts';
import type { Session } from './session.ts';

/** What is to be written of a batch of files, collected so that the database is asked once for many of them. */
export interface FileBatch {
  /** The file at a place, as it will be. */
  at(place: FilePlace): FileRow | undefined;
  /** The files that give a release id, as they will be. */
  rivals(releaseId: string): readonly FileRow[];
  putFile(row: FileRow): void;
  removeFile(place: FilePlace): void;
  putRelease(put: PutRelease): void;
  /** `data` is the decomposition as JSON. */
  putDecomposition(releaseId: string, data: string): void;
  /** Takes all problems of a file away. */
  clearProblems(place: FilePlace): void;
  /** Makes the problems of a file of code RELEASE_DUPLICATE_ID what is given, of which there is at most one. */
  setRival(place: FilePlace, problem: Problem | null): void;
  addProblems(place: FilePlace, problems: readonly Problem[]): void;
  /** Writes all that was collected. */
  flush(session: Session): Promise<void>;
}

const keyOf = ({ root, path }: FilePlace): string => `${root}\0${path}`;

/** A batch over the files that it may come to: those at its places, and all that give the release ids of either. */
export function createFileBatch(known: readonly FileRow[]): FileBatch {
  const files = new Map(known.map((row) => [keyOf(row), row]));
  const stored = new Set(files.keys());
  let touched = new Map<string, FilePlace>();
  let releases = new Map<string, PutRelease>();
  let decompositions = new Map<string, string>();
  let cleared = new Map<string, FilePlace>();
  let rivalCleared = new Map<string, FilePlace>();
  let problems = new Map<string, readonly ProblemRow[]>();

  const byRelease = new Map<string, Set<string>>();
  const enlist = (row: FileRow): void => {
    if (row.release_id === null) return;
    const keys = byRelease.get(row.release_id) ?? new Set();
    byRelease.set(row.release_id, keys.add(keyOf(row)));
  };
  const delist = (key: string): void => {
    const id = files.get(key)?.release_id;
    if (id) byRelease.get(id)?.delete(key);
  };
  for (const row of known) enlist(row);

  async function writeFiles(session: Session): Promise<void> {
    const gone = [...touched].filter(([key]) => stored.has(key)).map(([, place]) => place);
    if (gone.length > 0) {
      await session.query(
        'delete from file f using unnest($1::text[], $2::text[]) as g (root, path) where f.root = g.root and f.path = g.path',
        columnsOf(gone),
      );
    }
    const rows = [...touched.keys()].flatMap((key) => files.get(key) ?? []);
    await session.copy('file', rows);
    for (const key of touched.keys()) {
      if (files.has(key)) stored.add(key);
      else stored.delete(key);
    }
  }

  async function writeProblems(session: Session): Promise<void> {
    const remove = (which: string) =>
      `delete from problem p using unnest($1::text[], $2::text[]) as g (root, path)
        where p.root = g.root and p.path = g.path ${which}`;
    if (cleared.size > 0) await session.query(remove(''), columnsOf([...cleared.values()]));
    if (rivalCleared.size > 0) {
      await session.query(
        remove(`and p.code = 'RELEASE_DUPLICATE_ID'`),
        columnsOf([...rivalCleared.values()]),
      );
    }
    await session.copy('problem', [...problems.values()].flat());
  }

  return {
    at: (place) => files.get(keyOf(place)),
    rivals: (id) => [...(byRelease.get(id) ?? [])].flatMap((key) => files.get(key) ?? []),
    putFile(row) {
      delist(keyOf(row));
      files.set(keyOf(row), row);
      enlist(row);
      touched.set(keyOf(row), row);
    },
    removeFile(place) {
      delist(keyOf(place));
      files.delete(keyOf(place));
      touched.set(keyOf(place), place);
    },
    putRelease: (put) => void releases.set(put.release.id, put),
    putDecomposition: (releaseId, data) => void decompositions.set(releaseId, data),
    clearProblems(place) {
      if (stored.has(keyOf(place))) cleared.set(keyOf(place), place);
      problems.delete(keyOf(place));
    },
    setRival(place, problem) {
      rivalCleared.set(keyOf(place), place);
      const others = (problems.get(keyOf(place)) ?? []).filter(({ code }) => code !== 'RELEASE_DUPLICATE_ID');
      problems.set(keyOf(place), [...others, ...(problem ? toProblemRows([problem], place) : [])]);
    },
    addProblems(place, added) {
      problems.set(keyOf(place), [...(problems.get(keyOf(place)) ?? []), ...toProblemRows(added, place)]);
    },
    async flush(session) {
      const added = await putReleases(session, [...releases.values()]);
      await putDecompositions(session, decompositions, added);
      if (touched.size > 0) await writeFiles(session);
      await writeProblems(session);
      touched = new Map();
      releases = new Map();
      decompositions = new Map();
      cleared = new Map();
      rivalCleared = new Map();
      problems = new Map();
    },
  };
}

function columnsOf(places: readonly FilePlace[]): readonly [readonly string[], readonly string[]] {
  return [places.map(({ root }) => root), places.map(({ path }) => path)];
}
