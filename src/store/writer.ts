import type { LinkedGraph } from '../model/graph.ts';
import type { LinkInput } from '../model/link.ts';
import type { Problem } from '../model/problem.ts';
import type { Release } from '../model/release.ts';

/** What the store remembers of a file, enough to tell whether it changed. */
export interface KnownFile {
  readonly path: string;
  readonly releaseId: string | null;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  /** The pipeline version that read and extracted it. */
  readonly version: string;
}

/** One file's result, stored whole or not at all. */
export interface IngestedFile {
  readonly root: string;
  readonly path: string;
  readonly hash: string;
  readonly version: string;
  /** Null where the file is no release (then `problems` says why). */
  readonly release: Release | null;
  /** The Decomposition as JSON, as it is stored, for text goes faster from thread to thread; null with the release. */
  readonly decomposition: string | null;
  readonly problems: readonly Problem[];
}

/** Writes: whole batches, each atomic. One writer at a time. */
export interface Writer {
  /** Files known under a root, for the incremental run. */
  knownFiles(root: string): Promise<ReadonlyMap<string, KnownFile>>;
  /** Replaces what the store holds of these files (release, decomposition, problems), all in one transaction. */
  putFiles(files: readonly IngestedFile[]): Promise<void>;
  /** Removes files and all that came from them. */
  removeFiles(root: string, paths: readonly string[]): Promise<void>;
  /** True where files changed since the graph was last replaced. */
  needsLink(version: string): Promise<boolean>;
  /** Streams what linking needs, by release id. Can be called again for a second pass. */
  linkInputs(): AsyncIterable<LinkInput>;
  /** Replaces the derived part of the graph by `graph` in one transaction, rollups included; readers see the old one until then. */
  replaceGraph(graph: LinkedGraph, version: string): Promise<void>;
}
