import type { Decomposition } from './decomposition.ts';
import type { Release } from './release.ts';

/** What linking reads of each release; text and body stay in the store. */
export interface LinkInput {
  readonly release: Pick<Release, 'id' | 'path' | 'title' | 'date' | 'ministers' | 'portfolios'>;
  /** SHA-256 of the body's plain text, for duplicates; null where the body is empty. */
  readonly bodyHash: string | null;
  readonly decomposition: Decomposition;
  /** Quote of each event mention (`text.slice(start, end)`), same order as `decomposition.events`. */
  readonly quotes: readonly string[];
}
