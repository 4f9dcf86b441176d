import { byCode } from '../../model/ids.ts';
import { toProblemRows } from '../rows.ts';
import type { FileRow } from '../tables.ts';
import type { Database } from './database.ts';
import { replacer } from './insert.ts';

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

/** The files that give one release id. */
export interface Rivals {
  of(releaseId: string): readonly FileRow[];
  /** Makes the problems RELEASE_DUPLICATE_ID of the id's files what they are to be now. */
  report(releaseId: string): void;
}

/** Rivals are told of from the files that wait, and not when they are found, for they may come in any order. */
export function createRivals(database: Database): Rivals {
  const select = database.statement('select * from file where release_id = ?');
  const insertProblem = replacer(database, 'problem');
  const deleteProblem = database.statement(
    `delete from problem where root = ? and path = ? and code = 'RELEASE_DUPLICATE_ID'`,
  );
  const of = (releaseId: string): readonly FileRow[] => select.all(releaseId) as unknown as FileRow[];
  return {
    of,
    report(releaseId) {
      const files = of(releaseId);
      const holder = files.find(({ waiting }) => waiting === null);
      for (const { root, path, waiting } of files) {
        deleteProblem.run(root, path);
        if (waiting === null || !holder || placeOf(holder) === placeOf({ root, path })) continue;
        const other = holder.root === root ? holder.path : placeOf(holder);
        const message = `expected one file of this name, got another at ${other}, which is taken`;
        const problem = { code: 'RELEASE_DUPLICATE_ID', file: path, field: null, message } as const;
        for (const row of toProblemRows([problem], { root, path })) insertProblem(row);
      }
    },
  };
}
