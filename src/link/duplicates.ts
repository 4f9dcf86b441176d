import { byCode } from '../model/ids.ts';
import type { LinkInput } from '../model/link.ts';

/**
 * For every release whose body an earlier release has, the id of that original. The original of a group is the
 * release with the earliest date (no date counts as latest), then the smallest id. Titles may differ: the publisher
 * posted some releases twice, under a corrected or a wrong headline.
 */
export function findDuplicates(corpus: readonly LinkInput[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(
    corpus.filter((input) => input.bodyHash !== null),
    (input) => input.bodyHash,
  );
  const duplicates = new Map<string, string>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const [original, ...copies] = group.map((input) => input.release).sort(byDateThenId);
    for (const copy of copies) if (original) duplicates.set(copy.id, original.id);
  }
  return duplicates;
}

/** Order of releases in time: by date, those without one last, then by id. */
export function byDateThenId(
  a: { readonly date: string | null; readonly id: string },
  b: { readonly date: string | null; readonly id: string },
): number {
  return byCode(a.date ?? '9999', b.date ?? '9999') || byCode(a.id, b.id);
}
