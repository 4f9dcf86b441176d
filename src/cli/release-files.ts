import { join } from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { Release } from '../model/release.ts';
import { findFiles } from '../read/find-files.ts';
import { readBytes, readRelease } from '../read/read-release.ts';
import { printError } from './print.ts';

/** Reads the releases under files and folders one by one, in path order; problems go to standard error. */
export function* releasesOf(paths: readonly string[]): Generator<Release> {
  for (const { folder, files, problems } of paths.map(findFiles)) {
    for (const problem of problems) printProblem(folder, problem);
    for (const file of files) {
      const bytes = readBytes(folder, file);
      const { release, problems: found } =
        bytes instanceof Uint8Array ? readRelease(bytes, file) : { release: null, problems: [bytes] };
      for (const problem of found) printProblem(folder, problem);
      if (release) yield release;
    }
  }
}

function printProblem(folder: string, { code, file, field, message }: Problem): void {
  printError(`${join(folder, file)}: ${field === null ? '' : `${field}: `}${message} (${code})`);
}
