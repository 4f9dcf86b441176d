import { dayNumber } from '../model/date.ts';
import type { Term } from '../model/graph.ts';
import type { KnownNames } from './known-names.ts';
import { PRIME_MINISTER } from './terms.ts';

/** The minister who held an office on a day; null where the terms do not say for certain. */
export type HolderOf = (slug: string, date: string | null) => string | null;

/** How far before a first or after a last signature a minister can be taken to hold the office. */
const BEYOND_DAYS = 45;
/** How long a minister can be silent between two signatures and still be taken to hold the office. */
const SILENT_DAYS = 365;

/**
 * Finds the holder of an office by day, over all names of its lineage. Prime Ministers come from the lexicon, as do those
 * whom signatures do not show. Others from terms in full: the one that covers the day; else, between or beside terms, the nearest holder where it is the
 * same person before and after, or the only one within 45 days, and the Prime Minister did not change meanwhile.
 */
export function createHolderOf(terms: readonly Term[], lexicon: KnownNames, lineages: Lineages): HolderOf {
  const byLineage = Map.groupBy(
    terms.filter((term) => term.kind === 'MINISTER'),
    (term) => lineages(term.portfolioId),
  );
  const known = new Map<string, string | null>();
  return (slug, date) => {
    if (date === null) return null;
    const key = `${slug} ${date}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const primeMinister = slug === PRIME_MINISTER ? lexicon.primeMinisterOn(date) : null;
    const named = lexicon.holders.find(
      ({ portfolioId, from, until }) =>
        lineages(portfolioId) === lineages(slug) && from <= date && date <= until,
    );
    const holder =
      primeMinister ?? named?.ministerId ?? holderAmong(byLineage.get(lineages(slug)) ?? [], date, lexicon);
    known.set(key, holder);
    return holder;
  };
}

/** The lineage of a portfolio id; the id itself where it is not known. */
export type Lineages = (portfolioId: string) => string;

function holderAmong(terms: readonly Term[], date: string, lexicon: KnownNames): string | null {
  const covering = new Set(
    terms.filter((term) => term.first <= date && date <= term.last).map((term) => term.ministerId),
  );
  if (covering.size > 0) return only(covering);
  const before = extreme(
    terms.filter((term) => term.last < date),
    (a, b) => a.last > b.last,
  );
  const after = extreme(
    terms.filter((term) => term.first > date),
    (a, b) => a.first < b.first,
  );
  const today = lexicon.primeMinisterOn(date);
  const near = (term: Term | null, day: string, limit: number): term is Term =>
    term !== null &&
    Math.abs(dayNumber(day) - dayNumber(date)) <= limit &&
    lexicon.primeMinisterOn(day) === today;
  if (before && after && before.ministerId === after.ministerId) {
    return dayNumber(after.first) - dayNumber(before.last) <= SILENT_DAYS ? before.ministerId : null;
  }
  const holders = new Set<string>();
  if (before && near(before, before.last, BEYOND_DAYS)) holders.add(before.ministerId);
  if (after && near(after, after.first, BEYOND_DAYS)) holders.add(after.ministerId);
  return only(holders);
}

function only(ids: ReadonlySet<string>): string | null {
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

function extreme(terms: readonly Term[], better: (a: Term, b: Term) => boolean): Term | null {
  return terms.reduce<Term | null>((best, term) => (best && !better(term, best) ? best : term), null);
}
