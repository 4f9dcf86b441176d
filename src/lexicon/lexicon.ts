import type { LexiconEntry, OfficialName } from './entry.ts';
import type { Matcher } from './matcher.ts';
import type { HolderEntry, MinisterEntry, PremiershipEntry } from './ministers.ts';
import type { PortfolioEntry, ResolvePortfolio } from './portfolios.ts';
import type { ResolveSigner } from './signers.ts';
import type { WordSets } from './words.ts';

export type { LexiconEntry } from './entry.ts';
export type { HolderEntry, MinisterEntry, PremiershipEntry } from './ministers.ts';
export type { PortfolioEntry } from './portfolios.ts';
export type { Resolution } from './resolution.ts';

/** A country or territory, or a former state by its withdrawn code. */
export interface CountryEntry {
  /** Alpha-3 code. */
  readonly code: string;
  readonly alpha2: string | null;
  readonly name: string;
  /** Every other name and demonym, in code order. */
  readonly aliases: readonly string[];
}

/** All that is known about names, loaded once and never changed. */
export interface Lexicon {
  /** In code order, New Zealand left out. */
  readonly countries: readonly CountryEntry[];
  /** In the order of their ids. */
  readonly ministers: readonly MinisterEntry[];
  readonly ministerById: ReadonlyMap<string, MinisterEntry>;
  /** By folded last word of the name ("goff"), in the order of their ids. */
  readonly ministersBySurname: ReadonlyMap<string, readonly MinisterEntry[]>;
  /** By date. */
  readonly primeMinisters: readonly PremiershipEntry[];
  /** In the order of their ids. */
  readonly portfolios: readonly PortfolioEntry[];
  /** Officials named without a country, by folded last word of the name ("bush"). */
  readonly officialsBySurname: ReadonlyMap<string, readonly OfficialName[]>;
  readonly words: WordSets;
  /** One automaton for every phrase. */
  readonly matcher: Matcher<LexiconEntry>;
  /** A person who signs; a name that is not in the lexicon but looks like a person's gives a new minister. */
  readonly resolveSigner: ResolveSigner;
  /** An office that is signed for; an unknown string that looks like an office gives a portfolio of its own. */
  readonly resolvePortfolio: ResolvePortfolio;
  /** Who held other offices, where the signatures alone mislead. */
  readonly holders: readonly HolderEntry[];
  /** The Prime Minister's id on a day; null before the list begins. */
  readonly primeMinisterOn: (date: string) => string | null;
}
