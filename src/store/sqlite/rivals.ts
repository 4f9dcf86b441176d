import { rivalProblem } from '../file-place.ts';
import { toProblemRows } from '../rows.ts';
import type { FileRow } from '../tables.ts';
import type { Database } from './database.ts';
import { replacer } from './insert.ts';

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
      for (const file of files) {
        const { root, path } = file;
        deleteProblem.run(root, path);
        const problem = rivalProblem(file, files);
        for (const row of problem ? toProblemRows([problem], { root, path }) : []) insertProblem(row);
      }
    },
  };
}
