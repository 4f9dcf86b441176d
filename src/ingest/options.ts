/** How a run goes, and who hears of it. */
export interface IngestOptions {
  /** Removes what the store has from files that are gone from the given roots. */
  readonly prune?: boolean;
  /** Worker threads; default all cores, none for a few files. */
  readonly workers?: number;
  readonly onPhase?: (phase: IngestPhase, total: number) => void;
  readonly onProgress?: (filesDone: number) => void;
  /** Told once when nothing is left but what other processes read or link, whose leases may have to end first. */
  readonly onWait?: () => void;
}

export type IngestPhase = 'read' | 'link' | 'store';
