import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../model/errors.ts';
import { byCode } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';

/** Markdown that stands beside releases and is none. */
const NOT_RELEASES = new Set(['readme.md', 'license.md', 'contributing.md', 'changelog.md']);

/** What a root holds: paths relative to it, `/` on every system, in code order. */
export interface FoundFiles {
  /** Folder that `files` are relative to. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Every `*.md` file under a folder, or the one file that `root` names. README, LICENSE, CONTRIBUTING and CHANGELOG
 * are left out unless `root` names them. Links to files are followed, links to folders are not (they can loop). What
 * can't be read becomes a Problem FILE_UNREADABLE. Throws AppError PATH_NOT_FOUND where there is nothing at `root`.
 */
export function findFiles(root: string): FoundFiles {
  if (isFile(root)) return { folder: join(root, '..'), files: [basename(root)], problems: [] };

  const files: string[] = [];
  const problems: Problem[] = [];
  walk(root, '', files, problems);
  return {
    folder: root,
    files: files.sort(byCode),
    problems: problems.sort((a, b) => byCode(a.file, b.file)),
  };
}

function isFile(root: string): boolean {
  try {
    return statSync(root).isFile();
  } catch (cause) {
    const message = `expected a folder or file of releases, got "${root}", which leads nowhere (${codeOf(cause)})`;
    throw new AppError('PATH_NOT_FOUND', message, { cause });
  }
}

function walk(root: string, folder: string, files: string[], problems: Problem[]): void {
  for (const entry of entriesOf(root, folder, problems)) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    const isMarkdown = /\.md$/i.test(entry.name);
    if (entry.isDirectory()) {
      if (isMarkdown) problems.push(unreadable(path, 'expected a file, got a folder; its files are read'));
      if (entry.name !== '.git' && entry.name !== 'node_modules') walk(root, path, files, problems);
    } else if (isMarkdown && !NOT_RELEASES.has(entry.name.toLowerCase())) {
      const wrong = entry.isFile() ? null : linkProblem(join(root, path));
      if (wrong) problems.push(unreadable(path, wrong));
      else files.push(path);
    }
  }
}

function entriesOf(root: string, folder: string, problems: Problem[]): readonly Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    problems.push(unreadable(folder || '.', `expected a readable folder, got ${codeOf(error)}`));
    return [];
  }
}

/** What is wrong with something that is neither file nor folder; null where it is a link to a file. */
function linkProblem(path: string): string | null {
  try {
    return statSync(path).isFile()
      ? null
      : 'expected a file, got something else (folder link, pipe or device)';
  } catch (error) {
    return `expected a file, got a link that leads nowhere (${codeOf(error)})`;
  }
}

function unreadable(file: string, message: string): Problem {
  return { code: 'FILE_UNREADABLE', file, field: null, message };
}

/** The system's code of an error ("ENOENT"), for messages. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
