import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { byCode, hashId, sha256 } from '../model/ids.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What decides how a file is read and extracted. */
const READING = ['src/model', 'src/lexicon', 'src/read', 'src/extract', 'data/lexicon', 'data/models'];
/** What stands among it and is only served: a change of it is no reason to read anything again. */
const NOT_READ: ReadonlySet<string> = new Set(['data/lexicon/minister-identifiers.yaml']);
/** What decides how the results are linked, over and above reading. */
const LINKING = ['src/link', 'data/corrections'];

/**
 * Names the state of everything that decides what a file gives: a hash over the code and data of reading and
 * extraction. A store that was filled under another version reads its files again.
 */
export function readingVersion(): string {
  return versionOf(READING);
}

/** The same for linking; changes with reading too. */
export function linkingVersion(): string {
  return versionOf([...READING, ...LINKING]);
}

function versionOf(folders: readonly string[]): string {
  return hashId(...decidingFiles(folders).flatMap((file) => [file, sha256(readFileSync(ROOT + file))]));
}

/** The files whose content makes a version, in code order. */
export function decidingFiles(folders: readonly string[] = READING): readonly string[] {
  return folders
    .flatMap((folder) => filesUnder(folder))
    .filter((file) => !NOT_READ.has(file))
    .sort(byCode);
}

function filesUnder(folder: string): readonly string[] {
  try {
    return readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(ROOT.length));
  } catch (error) {
    // A folder that is not there (no trained models, no corrections) decides nothing.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
