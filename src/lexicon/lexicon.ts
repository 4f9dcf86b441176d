import type { Matcher } from './matcher.ts';

/** What a phrase of the lexicon can be, and the values that go with it. */
export type LexiconEntry =
  | {
      readonly kind: 'COUNTRY';
      readonly code: string;
      readonly form: NameForm;
      readonly strength: NameStrength;
    }
  | { readonly kind: 'PLACE'; readonly code: string; readonly strength: NameStrength }
  | { readonly kind: 'BLOCKER' }
  | { readonly kind: 'MINISTER'; readonly id: string }
  | { readonly kind: 'MINISTER_SURNAME'; readonly ids: readonly string[] }
  | { readonly kind: 'OFFICE'; readonly slug: string }
  | { readonly kind: 'ROLE'; readonly strength: NameStrength }
  | { readonly kind: 'ORGANISATION'; readonly name: string };

/** NAME: the country itself ("Viet Nam"); ADJECTIVE: "Vietnamese", which may stand for the people too. */
export type NameForm = 'NAME' | 'ADJECTIVE';

/** STRONG names count wherever they stand; WEAK ones ("Jordan", "Chad") need a sign beside them. */
export type NameStrength = 'STRONG' | 'WEAK';

/** A country or territory, or a former state by its withdrawn code. */
export interface CountryEntry {
  /** Alpha-3 code. */
  readonly code: string;
  readonly alpha2: string | null;
  readonly name: string;
  /** Every other name and demonym, in code order. */
  readonly aliases: readonly string[];
}

/** A person who is or was a New Zealand minister. */
export interface MinisterEntry {
  readonly id: string;
  readonly name: string;
  readonly surname: string;
  readonly aliases: readonly string[];
  readonly gender: 'F' | 'M' | null;
  /** First and last year in office as far as known; `until` null while unknown or still in office. */
  readonly from: number | null;
  readonly until: number | null;
}

/** A stretch of days as Prime Minister, both days included; `until` null for the holder at the time of writing. */
export interface PremiershipEntry {
  readonly ministerId: string;
  readonly from: string;
  readonly until: string | null;
}

/** What a string signed as a portfolio means. */
export interface PortfolioEntry {
  readonly id: string;
  readonly name: string;
  readonly lineage: string;
  /** For an associate's portfolio the id of the full office, else null. */
  readonly office: string | null;
  readonly kind: 'MINISTER' | 'ACTING' | 'ASSOCIATE';
}

/** What a signing string resolves to, or why to nothing. */
export type Resolution<T> = { readonly value: T } | { readonly reason: string };

/** All that is known about names, loaded once and never changed. */
export interface Lexicon {
  readonly countries: readonly CountryEntry[];
  readonly ministers: readonly MinisterEntry[];
  readonly primeMinisters: readonly PremiershipEntry[];
  readonly portfolios: readonly PortfolioEntry[];
  readonly abbreviations: ReadonlySet<string>;
  readonly matcher: Matcher<LexiconEntry>;
  /** A person who signs; a name that is not in the lexicon but looks like a person's gives a new minister. */
  readonly resolveSigner: (raw: string) => Resolution<{ readonly id: string; readonly name: string }>;
  /** An office that is signed for; an unknown string that looks like an office gives a portfolio of its own. */
  readonly resolvePortfolio: (raw: string) => Resolution<PortfolioEntry>;
  /** The Prime Minister's id on a day; null before the list begins. */
  readonly primeMinisterOn: (date: string) => string | null;
}
