import { describe } from 'vitest';
import { describeChanges } from './contract-changes.ts';
import { describeCounts } from './contract-counts.ts';
import { describeGraph } from './contract-graph.ts';
import { describeLists } from './contract-lists.ts';
import { describeNodes } from './contract-nodes.ts';
import { describeOpening } from './contract-open.ts';
import { describePages } from './contract-pages.ts';
import { describeSearch } from './contract-search.ts';
import { describeWriter } from './contract-writer.ts';
import type { MakePlace } from './place.ts';

/** The contract of a store: every engine passes all of it. */
export function describeStore(name: string, make: MakePlace): void {
  describe(name, () => {
    describeOpening(make);
    describeWriter(make);
    describeNodes(make);
    describePages(make);
    describeLists(make);
    describeCounts(make);
    describeChanges(make);
    describeGraph(make);
    describeSearch(make);
  });
}
