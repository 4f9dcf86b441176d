import { join, resolve } from 'node:path';
import { byCode } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { findFiles } from '../read/find-files.ts';
import { isOfShare, type Share, WHOLE } from './share.ts';

/** A file that a run looks at. */
export interface PlannedFile {
  readonly root: string;
  readonly path: string;
}

/** What a run has to do, before any file is opened. */
export interface Plan {
  readonly roots: readonly string[];
  /** By their place on disk, each once: through the outermost of the roots that hold it. */
  readonly files: readonly PlannedFile[];
  /** Files and folders that can't be read. */
  readonly refused: readonly { readonly root: string; readonly problem: Problem }[];
}

/**
 * Lists the files of all roots, or those of a share. Files of the same id are all planned: the store decides between them, for the others
 * may have come in another run. Throws AppError PATH_NOT_FOUND where a root is not there.
 */
export function planRun(paths: readonly string[], share: Share = WHOLE): Plan {
  const found = paths.map((path) => findFiles(resolve(path)));
  const files = onceEach(
    found.flatMap(({ folder, files: names }) => names.map((path) => ({ root: folder, path }))),
    ({ path }) => path,
  );
  const refused = onceEach(
    found.flatMap(({ folder, problems }) => problems.map((problem) => ({ root: folder, problem }))),
    ({ problem }) => problem.file,
  );
  return {
    roots: [...new Set(found.map(({ folder }) => folder))],
    files: files.filter(({ path }) => isOfShare(share, path)),
    refused: refused.filter(({ problem }) => isOfShare(share, problem.file)),
  };
}

/** A root given twice, or one inside another, names the same file again: the shortest root keeps it. */
function onceEach<T extends { readonly root: string }>(
  items: readonly T[],
  pathOf: (item: T) => string,
): readonly T[] {
  const placed = items.map((item) => ({ item, place: join(item.root, pathOf(item)) }));
  placed.sort((a, b) => byCode(a.place, b.place) || byCode(a.item.root, b.item.root));
  return placed.filter(({ place }, index) => place !== placed[index - 1]?.place).map(({ item }) => item);
}
