import type { Span } from '../model/span.ts';

/**
 * Where each part of a plain text comes from: runs that do not overlap, by rising `textStart` and `sourceStart`.
 * What lies between runs (line breaks) has no source of its own.
 */
export interface OffsetMap {
  readonly runs: readonly OffsetRun[];
}

/**
 * A stretch of text and the stretch of source that it stands for. Where both have the same length, the code units
 * correspond one to one (the same characters, save that any blank is a plain space in the text).
 */
export interface OffsetRun {
  readonly textStart: number;
  readonly sourceStart: number;
  /** Code units of text; at least 1. */
  readonly length: number;
  /** Code units of source; another number than `length` for entities, respelt characters and runs of blanks. */
  readonly sourceLength: number;
}

/**
 * The stretch of the source that a stretch of text comes from, from its first to its last code unit (markup in
 * between included); null where no part of it has a source, as of a line break. Cost: logarithmic in the runs.
 */
export function toSource(map: OffsetMap, span: Span): Span | null {
  const first = map.runs[indexAfter(map, span.start)];
  const last = map.runs[indexBefore(map, span.end)];
  if (!first || !last || span.start >= span.end || first.textStart > last.textStart) return null;
  const skipped = isVerbatim(first) ? Math.max(0, span.start - first.textStart) : 0;
  const taken = isVerbatim(last) ? Math.min(last.length, span.end - last.textStart) : last.sourceLength;
  return { start: first.sourceStart + skipped, end: last.sourceStart + taken };
}

function isVerbatim(run: OffsetRun): boolean {
  return run.length === run.sourceLength;
}

/** Index of the first run that ends after `offset`. */
function indexAfter(map: OffsetMap, offset: number): number {
  return lowerBound(map, (run) => run.textStart + run.length > offset);
}

/** Index of the last run that starts before `offset`; -1 where none does. */
function indexBefore(map: OffsetMap, offset: number): number {
  return lowerBound(map, (run) => run.textStart >= offset) - 1;
}

/** Index of the first run for which `isReached` holds; it must hold for all after it, too. */
function lowerBound({ runs }: OffsetMap, isReached: (run: OffsetRun) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (run && isReached(run)) high = middle;
    else low = middle + 1;
  }
  return low;
}
