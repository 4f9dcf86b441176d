import { basename, resolve } from 'node:path';
import { byCode } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import { findFiles } from '../read/find-files.ts';

/** A file that a run looks at. */
export interface PlannedFile {
  readonly root: string;
  readonly path: string;
}

/** What a run has to do, before any file is opened. */
export interface Plan {
  readonly roots: readonly string[];
  /** By path, then root. */
  readonly files: readonly PlannedFile[];
  /** Files that can't be read, and those whose id another file of the run has. */
  readonly refused: readonly { readonly root: string; readonly problem: Problem }[];
}

/**
 * Lists the files of all roots. Where two have the same id (file stem), the later by path is taken and the other
 * refused. Throws AppError PATH_NOT_FOUND where a root is not there.
 */
export function planRun(paths: readonly string[]): Plan {
  const found = paths.map((path) => findFiles(resolve(path)));
  const files = found
    .flatMap(({ folder, files: names }) => names.map((path) => ({ root: folder, path })))
    .sort((a, b) => byCode(a.path, b.path) || byCode(a.root, b.root))
    // A root given twice, or one inside another, names the same file again.
    .filter((file, index, all) => file.path !== all[index - 1]?.path || file.root !== all[index - 1]?.root);

  const winners = new Map(files.map((file) => [basename(file.path), file]));
  const refused = found.flatMap(({ folder, problems }) =>
    problems.map((problem) => ({ root: folder, problem })),
  );
  for (const file of files) {
    const winner = winners.get(basename(file.path));
    if (!winner || winner === file) continue;
    const message = `expected one file of this name, got another at ${winner.path}, which is taken`;
    refused.push({
      root: file.root,
      problem: { code: 'RELEASE_DUPLICATE_ID', file: file.path, field: null, message },
    });
  }
  return {
    roots: [...new Set(found.map(({ folder }) => folder))],
    files: files.filter((file) => winners.get(basename(file.path)) === file),
    refused,
  };
}
