import { describe } from 'vitest';
import { describeOpening } from './contract-open.ts';
import { describeView } from './contract-view.ts';
import { describeWriter } from './contract-writer.ts';
import type { MakePlace } from './place.ts';

/** The contract of a store: every engine passes all of it. */
export function describeStore(name: string, make: MakePlace): void {
  describe(name, () => {
    describeOpening(make);
    describeWriter(make);
    describeView(make);
  });
}
