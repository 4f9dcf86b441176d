import { byCode } from '../model/ids.ts';
import { loadCountries } from './countries.ts';
import type { OfficialName } from './entry.ts';
import type { CountryEntry, Lexicon, PremiershipEntry } from './lexicon.ts';
import { createMatcher } from './matcher.ts';
import { lastKey, loadMinisters } from './ministers.ts';
import { lexiconPatterns, loadOfficials } from './patterns.ts';
import { loadPortfolios } from './portfolios.ts';
import { createResolveSigner } from './signers.ts';
import { foldWord } from './tokens.ts';
import { createStripTitles, loadWordSets } from './words.ts';

let loaded: Lexicon | null = null;

/** The lexicon of data/lexicon, read and checked once a process. Throws AppError LEXICON_INVALID. */
export function loadLexicon(): Lexicon {
  loaded ??= readLexicon();
  return loaded;
}

function readLexicon(): Lexicon {
  const countries = loadCountries();
  const { ministers, primeMinisters, holders } = loadMinisters();
  const offices = loadPortfolios();
  const words = loadWordSets();
  return {
    countries: countries.map(entryOf),
    ministers,
    ministerById: new Map(ministers.map((minister) => [minister.id, minister])),
    ministersBySurname: Map.groupBy(ministers, (minister) => lastKey(minister.name)),
    primeMinisters,
    portfolios: offices.portfolios,
    officialsBySurname: bySurname(loadOfficials(), words.givenNames),
    words,
    matcher: createMatcher(lexiconPatterns(countries, ministers, offices)),
    resolveSigner: createResolveSigner(ministers, createStripTitles()),
    resolvePortfolio: offices.resolvePortfolio,
    primeMinisterOn: (date) => primeMinisterOn(primeMinisters, date),
    holders,
  };
}

/** By last word and, where the first is no usual given name ("Xi Jinping", "Megawati Sukarnoputri"), by the first too. */
function bySurname(
  officials: readonly OfficialName[],
  givenNames: ReadonlySet<string>,
): ReadonlyMap<string, readonly OfficialName[]> {
  const filed = new Map<string, OfficialName[]>();
  for (const official of officials) {
    const first = foldWord(official.name.split(' ')[0] ?? '');
    const keys = givenNames.has(first) ? [lastKey(official.name)] : [lastKey(official.name), first];
    for (const key of new Set(keys)) filed.set(key, [...(filed.get(key) ?? []), official]);
  }
  return filed;
}

function entryOf({ code, alpha2, name, forms }: ReturnType<typeof loadCountries>[number]): CountryEntry {
  const aliases = forms.map((form) => form.phrase).filter((phrase) => phrase !== name);
  return { code, alpha2, name, aliases: aliases.sort(byCode) };
}

function primeMinisterOn(entries: readonly PremiershipEntry[], date: string): string | null {
  const entry = entries.find(({ from, until }) => from <= date && (until === null || date <= until));
  return entry?.ministerId ?? null;
}
