import { expect } from 'vitest';
import type { Page, PageRequest, SortKey } from '../../src/store/paging.ts';

/** Walks a list page by page from one end to the other, checking what each page says of its sides. */
export async function walk(
  fetch: (page: PageRequest) => Promise<Page<{ readonly id: string }>>,
  limit: number,
  backward: boolean,
): Promise<SortKey[]> {
  const keys: SortKey[] = [];
  let cursor: SortKey | null = null;
  for (let number = 0; ; number += 1) {
    const after: SortKey | null = backward ? null : cursor;
    const before: SortKey | null = backward ? cursor : null;
    const page: Page<{ readonly id: string }> = await fetch({ limit, backward, after, before, total: true });
    for (const { node, key } of page.rows) expect(key[1]).toBe(node.id);
    const found = page.rows.map(({ key }) => key);
    keys[backward ? 'unshift' : 'push'](...found);
    expect(backward ? page.hasNextPage : page.hasPreviousPage).toBe(number > 0);
    if (!(backward ? page.hasPreviousPage : page.hasNextPage)) {
      expect(page.totalCount).toBe(keys.length);
      return keys;
    }
    expect(found.length).toBe(limit);
    cursor = (backward ? found[0] : found.at(-1)) ?? null;
  }
}
