import { describe } from 'vitest';
import { describeChanges } from './contract-changes.ts';
import { describeCounts } from './contract-counts.ts';
import { describeGraph } from './contract-graph.ts';
import { describeLists } from './contract-lists.ts';
import { describeNodes } from './contract-nodes.ts';
import { describeOpening } from './contract-open.ts';
import { describePages } from './contract-pages.ts';
import { describeSearch } from './contract-search.ts';
import { describeText } from './contract-text.ts';
import { describeWriter } from './contract-writer.ts';
import type { MakePlace } from './place.ts';

/** Each part with places of its own: what one sets up before its tests, no other waits for. */
const PARTS = {
  'as a place': describeOpening,
  'as written': describeWriter,
  'as nodes': describeNodes,
  'as pages': describePages,
  'as lists': describeLists,
  'as figures': describeCounts,
  'as a log': describeChanges,
  'as a graph': describeGraph,
  'as a text': describeSearch,
  'as a filter': describeText,
};

/** The contract of a store: every engine passes all of it. */
export function describeStore(name: string, make: MakePlace): void {
  describe(name, () => {
    for (const [part, describePart] of Object.entries(PARTS)) describe(part, () => describePart(make));
  });
}
