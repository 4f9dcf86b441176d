import { loadLexicon } from '../lexicon/load.ts';
import { loadCorrections } from '../link/corrections.ts';
import { link } from '../link/link.ts';
import type { Store } from '../store/store.ts';
import type { Writer } from '../store/writer.ts';
import type { IngestOptions, IngestPhase } from './options.ts';
import { linkingVersion } from './pipeline-version.ts';
import { type ReadReport, readChanges } from './read-changes.ts';

/** What a run did. Seconds are wall-clock. */
export interface IngestReport extends ReadReport {
  /** Whether the graph was linked anew. */
  readonly linked: boolean;
  readonly seconds: Readonly<Record<IngestPhase | 'total', number>>;
}

/** What linking did, and how long each of its parts took, in seconds. */
export interface LinkReport {
  readonly linked: boolean;
  readonly link: number;
  readonly store: number;
}

/**
 * Brings a store up to date with the releases under `paths` (folders or files): reads and extracts what changed,
 * batch by batch, each atomic, then links the whole. Can be killed at any time and run again; the graph that readers
 * see is replaced in one step at the end. Throws AppError (PATH_NOT_FOUND, STORE_*); bad data becomes Problems.
 */
export async function ingest(
  store: Store,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  const start = performance.now();
  const read = await readChanges(store.writer, paths, options);
  const readSeconds = (performance.now() - start) / 1000;
  const { linked, ...seconds } = await linkChanges(store.writer, options);
  const total = (performance.now() - start) / 1000;
  return { ...read, linked, seconds: { read: readSeconds, ...seconds, total } };
}

/** Links the whole anew where files, or the program, changed since it was last linked. */
export async function linkChanges(writer: Writer, options: IngestOptions): Promise<LinkReport> {
  const version = linkingVersion();
  if (!(await writer.needsLink(version))) return { linked: false, link: 0, store: 0 };
  const start = performance.now();
  options.onPhase?.('link', 0);
  const graph = await link(() => writer.linkInputs(), loadLexicon(), loadCorrections());
  const linkEnd = performance.now();
  options.onPhase?.('store', 0);
  await writer.replaceGraph(graph, version);
  const end = performance.now();
  return { linked: true, link: (linkEnd - start) / 1000, store: (end - linkEnd) / 1000 };
}
