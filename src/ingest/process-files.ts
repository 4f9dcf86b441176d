import { createExtractor } from '../extract/extractor.ts';
import { loadLexicon } from '../lexicon/load.ts';
import type { Decomposition } from '../model/decomposition.ts';
import { sha256 } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { Release } from '../model/release.ts';
import { readBytes, readRelease } from '../read/read-release.ts';
import type { IngestedFile } from '../store/writer.ts';

/** Files to look at, with what the store knows of them; plain data, for it goes to a worker thread. */
export interface FileBatch {
  readonly folder: string;
  readonly version: string;
  /** `known` is the hash under which the store holds the file in this version, null where it does not. */
  readonly files: readonly { readonly path: string; readonly known: string | null }[];
}

/** What came of a batch: only files that changed are read. */
export interface BatchResult {
  readonly unchanged: number;
  readonly files: readonly IngestedFile[];
}

type Extract = (release: Release) => Decomposition;
let loaded: Extract | null = null;

/** The extractor, made once a thread: loading the lexicon costs more than a batch. */
function extractor(): Extract {
  loaded ??= createExtractor(loadLexicon());
  return loaded;
}

/** Reads and extracts the files of a batch whose hash is not the known one. Never throws on data. */
export function processFiles({ folder, version, files }: FileBatch): BatchResult {
  const extract = extractor();
  const changed: IngestedFile[] = [];
  for (const { path, known } of files) {
    const bytes = readBytes(folder, path);
    if (!(bytes instanceof Uint8Array)) {
      // The problem stands for the content: an unreadable file that stays so counts as unchanged.
      const hash = sha256(bytes.message);
      if (hash !== known) {
        changed.push({
          root: folder,
          path,
          hash,
          version,
          release: null,
          decomposition: null,
          problems: [bytes],
        });
      }
      continue;
    }
    const hash = sha256(bytes);
    if (hash !== known)
      changed.push({ root: folder, version, hash, ...processFile(bytes, path, hash, extract) });
  }
  return { unchanged: files.length - changed.length, files: changed };
}

function processFile(
  bytes: Uint8Array,
  path: string,
  hash: string,
  extractRelease: Extract,
): Pick<IngestedFile, 'path' | 'release' | 'decomposition' | 'problems'> {
  const { release, problems } = readRelease(bytes, path, hash);
  if (!release) return { path, release, decomposition: null, problems };
  try {
    return { path, release, decomposition: JSON.stringify(extractRelease(release)), problems };
  } catch (error) {
    // A fault of ours on one text must not cost the other 55,000; the release stands without facts and says so.
    const message = `expected a decomposition, got ${error instanceof Error ? error.message : String(error)}`;
    const failed: Problem = { code: 'EXTRACT_FAILED', file: path, field: null, message };
    const decomposition = JSON.stringify(emptyDecomposition(release.id));
    return { path, release, decomposition, problems: [...problems, failed] };
  }
}

function emptyDecomposition(releaseId: string): Decomposition {
  return {
    releaseId,
    countries: [],
    countriesByPlace: [],
    ministers: [],
    officials: [],
    mentions: [],
    events: [],
  };
}
