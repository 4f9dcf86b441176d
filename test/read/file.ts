import type { Problem } from '../../src/model/problem.ts';
import { type ReadResult, readRelease } from '../../src/read/read-release.ts';

/** Where every made-up file of these tests says that it stands. */
export const PATH = '2006/11/2006-11-17-goff-in-hanoi.md';

/** Reads a file that is made of these lines. */
export function readLines(...lines: readonly string[]): ReadResult {
  return readRelease(new TextEncoder().encode(lines.join('\n')), PATH);
}

/** Reads a sound file in which these header lines stand in for those of the same key, or are added. */
export function readWith(key: string, ...lines: readonly string[]): ReadResult {
  const sound: Readonly<Record<string, readonly string[]>> = {
    title: ['title: Goff in Hanoi'],
    date: ['date: 2006-11-17'],
    url: ['url: https://www.beehive.govt.nz/release/goff-hanoi'],
    ministers: ['ministers:', '  - Phil Goff'],
    portfolios: ['portfolios:', '  - Defence'],
  };
  const header = Object.entries({ ...sound, [key]: lines }).flatMap(([, value]) => value);
  return readLines('---', ...header, '---', 'Phil Goff met his counterpart.');
}

/** A problem of that file. */
export function problem(code: Problem['code'], field: string | null, message: string): Problem {
  return { code, file: PATH, field, message };
}
