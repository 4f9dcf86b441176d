import type { PortfolioEntry } from '../lexicon/lexicon.ts';
import { dayNumber } from '../model/date.ts';
import { byCode } from '../model/ids.ts';
import type { LinkInput } from '../model/link.ts';
import type { LinkedHeader } from './headers.ts';

/** One minister signing one release for one portfolio. */
export interface Signing {
  readonly ministerId: string;
  readonly portfolio: PortfolioEntry;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly releaseId: string;
}

/** Half the window in which what a minister signs alone says what a co-signed release means. */
const AROUND_DAYS = 400;

/**
 * Who signs for what. A release of one minister says so itself. One of several ministers does not say who holds
 * which of its portfolios: a portfolio goes to those of them who sign alone for it within 400 days, leaving out whoever
 * does so less than a tenth as often as another of them; a portfolio that nobody signs alone goes by the order of the
 * header, where there are as many ministers as portfolios and the order holds for all the others; else to nobody.
 * Sorted by date, release, then the header's order. Releases without a date are left out.
 */
export function findSignings(
  corpus: readonly LinkInput[],
  headers: readonly LinkedHeader[],
): readonly Signing[] {
  const alone = new Map<string, number[]>();
  const signings: Signing[] = [];
  for (const [release, header, ministerId] of dated(corpus, headers)) {
    if (header.signers.length !== 1) continue;
    for (const portfolio of header.portfolios) {
      signings.push({ ministerId, portfolio, date: release.date, releaseId: release.id });
      const key = `${ministerId} ${portfolio.id}`;
      const days = alone.get(key);
      if (days) days.push(dayNumber(release.date));
      else alone.set(key, [dayNumber(release.date)]);
    }
  }
  for (const days of alone.values()) days.sort((a, b) => a - b);
  for (const [release, header] of dated(corpus, headers)) {
    if (header.signers.length < 2) continue;
    for (const [ministerId, portfolio] of divide(header, dayNumber(release.date), alone)) {
      signings.push({ ministerId, portfolio, date: release.date, releaseId: release.id });
    }
  }
  return signings.sort((a, b) => byCode(a.date, b.date) || byCode(a.releaseId, b.releaseId));
}

type DatedRelease = { readonly id: string; readonly date: string };

function* dated(
  corpus: readonly LinkInput[],
  headers: readonly LinkedHeader[],
): Generator<readonly [DatedRelease, LinkedHeader, string]> {
  for (const [index, { release }] of corpus.entries()) {
    const header = headers[index];
    const first = header?.signers[0];
    if (header && first && release.date) yield [{ id: release.id, date: release.date }, header, first];
  }
}

function divide(
  header: LinkedHeader,
  day: number,
  alone: ReadonlyMap<string, readonly number[]>,
): readonly (readonly [string, PortfolioEntry])[] {
  const { signers, portfolios } = header;
  const holders = portfolios.map((portfolio) => {
    const counts = signers.map((id) => countWithin(alone.get(`${id} ${portfolio.id}`) ?? [], day));
    const most = Math.max(...counts);
    return signers.filter((_, index) => (counts[index] ?? 0) > 0 && (counts[index] ?? 0) * 10 >= most);
  });
  const inOrder =
    signers.length === portfolios.length &&
    holders.every((ids, index) => ids.length === 0 || ids.includes(signers[index] ?? ''));
  return portfolios.flatMap((portfolio, index) => {
    const known = holders[index] ?? [];
    const byOrder = signers[index];
    const ids = known.length === 0 && inOrder && byOrder !== undefined ? [byOrder] : known;
    return ids.map((id) => [id, portfolio] as const);
  });
}

function countWithin(days: readonly number[], day: number): number {
  return lowerBound(days, day + AROUND_DAYS + 1) - lowerBound(days, day - AROUND_DAYS);
}

/** Index of the first element that is not below `value`, in a sorted list. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
