import type { Lexicon } from '../lexicon/lexicon.ts';

/** What linking needs of the lexicon. */
export type KnownNames = Pick<
  Lexicon,
  | 'countries'
  | 'ministers'
  | 'portfolios'
  | 'resolveSigner'
  | 'resolvePortfolio'
  | 'primeMinisterOn'
  | 'holders'
>;
