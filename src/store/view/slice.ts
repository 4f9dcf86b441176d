import { byCode } from '../../model/ids.ts';
import type { PageRequest, SortKey } from '../paging.ts';
import type { KeyPage } from './pages.ts';

/** A page of a list held in memory, largest number first, then by id, last first; the same rules as `keyPages`. */
export function pageInMemory(keys: readonly SortKey[], page: PageRequest): KeyPage {
  const sorted = [...keys].sort((a, b) => -compare(a, b));
  const { after, before, limit, backward } = page;
  const within = sorted.filter(
    (key) => (!after || compare(key, after) < 0) && (!before || compare(key, before) > 0),
  );
  const more = within.length > limit;
  const cursor = backward ? before : after;
  const beyond =
    cursor !== null &&
    sorted.some((key) => (backward ? compare(key, cursor) <= 0 : compare(key, cursor) >= 0));
  return {
    keys: backward ? within.slice(-limit) : within.slice(0, limit),
    extras: [],
    hasNextPage: backward ? beyond : more,
    hasPreviousPage: backward ? more : beyond,
    totalCount: page.total ? sorted.length : null,
  };
}

function compare(a: SortKey, b: SortKey): number {
  return Number(a[0]) - Number(b[0]) || byCode(a[1], b[1]);
}
