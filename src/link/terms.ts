import { addDays, dayNumber } from '../model/date.ts';
import type { Term, TermKind } from '../model/graph.ts';
import { byCode } from '../model/ids.ts';
import type { KnownNames } from './known-names.ts';
import { findPrincipals } from './principals.ts';
import type { Signing } from './signings.ts';

/** Id of the office whose holders the lexicon knows by day. */
export const PRIME_MINISTER = 'prime-minister';

/** A silence longer than this ends a term. */
const AWAY_DAYS = 730;
/** Who signs this seldom beside a minister stands in; who signs oftener is an associate. */
const STAND_IN_COUNT = 2;
/** Prime Ministers sign as such some weeks before they are sworn in and after they lose office. */
const HANDOVER_DAYS = 45;

/**
 * The terms that signatures show, by minister, portfolio, first day. The kind is the portfolio's own where its name
 * says ACTING or ASSOCIATE ("Acting Prime Minister"). Else the one minister whom `findPrincipals` names holds it in
 * full (for the Prime Minister, and where signatures mislead: whom the lexicon names); others who sign meanwhile are
 * ASSOCIATE, or ACTING where they sign no more than twice or for the Prime Minister. A term ends where another holds the office in full before the
 * minister signs again, or after two years of silence.
 */
export function findTerms(signings: readonly Signing[], lexicon: KnownNames): readonly Term[] {
  const byPortfolio = Map.groupBy(signings, (signing) => signing.portfolio.id);
  return [...byPortfolio.values()]
    .flatMap((group) => termsOfPortfolio(group, lexicon))
    .sort(
      (a, b) =>
        byCode(a.ministerId, b.ministerId) ||
        byCode(a.portfolioId, b.portfolioId) ||
        byCode(a.first, b.first) ||
        byCode(a.kind, b.kind),
    );
}

function termsOfPortfolio(group: readonly Signing[], lexicon: KnownNames): readonly Term[] {
  const holders = findPrincipals(group.map(({ ministerId, date }) => ({ ministerId, day: dayNumber(date) })));
  const steps = group.map((signing, index): Step => {
    const stated = signing.portfolio.kind;
    if (stated !== 'MINISTER') return { signing, kind: stated, holder: null };
    const holder =
      signing.portfolio.id === PRIME_MINISTER
        ? primeMinisterAround(signing, lexicon, holders[index] ?? null)
        : (knownHolder(signing, lexicon) ?? holders[index] ?? null);
    return { signing, kind: holder === signing.ministerId ? 'MINISTER' : 'ASSOCIATE', holder };
  });
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  for (const step of steps) {
    const { ministerId, date } = step.signing;
    const own = open.get(ministerId);
    if (own && own.kind === step.kind && dayNumber(date) - dayNumber(own.last) <= AWAY_DAYS && !own.passed) {
      own.last = date;
      own.count += 1;
    } else {
      const run = { ministerId, kind: step.kind, first: date, last: date, count: 1, passed: false };
      runs.push(run);
      open.set(ministerId, run);
    }
    // Two Prime Ministers sign in the weeks of a handover, and the lexicon says who holds the office.
    if (step.kind !== 'MINISTER' || step.signing.portfolio.id === PRIME_MINISTER) continue;
    for (const [other, run] of open) if (other !== ministerId && run.kind === 'MINISTER') run.passed = true;
  }
  const portfolioId = group[0]?.portfolio.id ?? '';
  return runs.map(({ ministerId, kind, first, last, count }) => ({
    ministerId,
    portfolioId,
    kind: kindOf(kind, count, group[0]?.portfolio.kind === 'ASSOCIATE', portfolioId),
    first,
    last,
    releaseCount: count,
  }));
}

interface Step {
  readonly signing: Signing;
  readonly kind: TermKind;
  readonly holder: string | null;
}

interface Run {
  readonly ministerId: string;
  readonly kind: TermKind;
  readonly first: string;
  last: string;
  count: number;
  /** Another held the office in full since. */
  passed: boolean;
}

function kindOf(kind: TermKind, count: number, stated: boolean, portfolioId: string): TermKind {
  if (kind !== 'ASSOCIATE' || stated) return kind;
  return count <= STAND_IN_COUNT || portfolioId === PRIME_MINISTER ? 'ACTING' : 'ASSOCIATE';
}

function knownHolder({ portfolio, date }: Signing, lexicon: KnownNames): string | null {
  const entry = lexicon.holders.find(
    ({ portfolioId, from, until }) => portfolioId === portfolio.id && from <= date && date <= until,
  );
  return entry?.ministerId ?? null;
}

function primeMinisterAround(signing: Signing, lexicon: KnownNames, fallback: string | null): string | null {
  const { date, ministerId } = signing;
  const days = [date, addDays(date, HANDOVER_DAYS), addDays(date, -HANDOVER_DAYS)];
  const holders = days.map((day) => lexicon.primeMinisterOn(day));
  if (holders.includes(ministerId)) return ministerId;
  return holders[0] ?? fallback;
}
