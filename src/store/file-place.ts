import { byCode } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { FileRow } from './tables.ts';

/** Where a file is: its root and the path from there. */
export interface FilePlace {
  readonly root: string;
  readonly path: string;
}

const placeOf = ({ root, path }: FilePlace): string => `${root}/${path}`;

/**
 * Order of the files that give the same release id, of which the last has it: by where they are on disk, so that it is
 * the same whichever folder they were read from; by root where one file was read through several.
 */
export function byPlace(a: FilePlace, b: FilePlace): number {
  return byCode(placeOf(a), placeOf(b)) || byCode(a.root, b.root);
}

/** What is to be said of a file that waits for another to give up its release id; null where there is nothing. */
export function rivalProblem(file: FileRow, files: readonly FileRow[]): Problem | null {
  const holder = files.find(({ waiting }) => waiting === null);
  if (file.waiting === null || !holder || placeOf(holder) === placeOf(file)) return null;
  const other = holder.root === file.root ? holder.path : placeOf(holder);
  const message = `expected one file of this name, got another at ${other}, which is taken`;
  return { code: 'RELEASE_DUPLICATE_ID', file: file.path, field: null, message };
}
