import { expect, it } from 'vitest';
import { cut, LIST_SIZES } from '../../src/graph/list-sizes.ts';

it('a list that is longer than its field may be is cut at its end, a shorter one is left as it is', () => {
  const passages = Array.from({ length: LIST_SIZES.evidence + 1 }, (_, position) => position);
  expect(cut('evidence', passages)).toEqual(passages.slice(0, 40));
  expect(cut('evidence', [1, 2])).toEqual([1, 2]);
});
