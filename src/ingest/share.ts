import { hash } from 'node:crypto';

/** One of `of` disjoint parts of all files, counted from 1. */
export interface Share {
  readonly number: number;
  readonly of: number;
}

/** All files. */
export const WHOLE: Share = { number: 1, of: 1 };

/**
 * Whether a file belongs to a share, by a hash of its path below its root: the same on every machine, wherever its
 * folder stands, and for a file as long as it keeps its path.
 */
export function isOfShare({ number, of }: Share, path: string): boolean {
  if (of === 1) return true;
  return Number.parseInt(hash('sha256', path).slice(0, 8), 16) % of === number - 1;
}
