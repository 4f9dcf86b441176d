import { createRequire } from 'node:module';
import type { Country as PackageCountry } from 'world-countries';
import { byCode } from '../model/ids.ts';
import type { NameForm, NameStrength } from './entry.ts';
import { type CountryNames, lexiconError, readLexiconFile } from './files.ts';

/** A country or territory, or a former state by its withdrawn code. */
export interface Country {
  /** Alpha-3 code. */
  readonly code: string;
  readonly alpha2: string | null;
  readonly name: string;
  readonly official: string;
  readonly capitals: readonly string[];
  /** Every way to write it, the common name first. */
  readonly forms: readonly CountryForm[];
}

/** One way to write a country. */
export interface CountryForm {
  readonly phrase: string;
  readonly form: NameForm;
  readonly strength: NameStrength;
}

/** Its type declarations say module, its code is CommonJS: a default import would have the wrong type. */
const worldCountries: readonly PackageCountry[] = createRequire(import.meta.url)('world-countries');

/** The package has Kosovo under a code of its own; XKX is the user-assigned one in general use. */
const OWN_CODES: Readonly<Record<string, string>> = { UNK: 'XKX' };
const HOME = 'NZL';

/** All countries but New Zealand, in code order. Throws AppError LEXICON_INVALID on a code that is not known. */
export function loadCountries(): readonly Country[] {
  const { countries, former } = readLexiconFile('countries');
  const known = new Set<string>(worldCountries.map((country) => country.cca3));
  for (const code of Object.keys(countries)) {
    if (!known.has(code)) throw lexiconError('countries', code, 'expected a code of world-countries');
  }
  const list: Country[] = [];
  for (const entry of worldCountries) {
    if (entry.cca3 === HOME) continue;
    const own = countries[entry.cca3];
    if (!own)
      throw lexiconError('countries', entry.cca3, 'expected an entry for every country of world-countries');
    const demonyms = [entry.demonyms.eng?.m ?? '', entry.demonyms.eng?.f ?? ''];
    list.push({
      code: OWN_CODES[entry.cca3] ?? entry.cca3,
      alpha2: entry.cca2,
      name: entry.name.common,
      official: entry.name.official,
      capitals: entry.capital,
      forms: formsOf([entry.name.common, entry.name.official], demonyms, own),
    });
  }
  for (const [code, own] of Object.entries(former)) {
    const forms = formsOf([own.name], [], own);
    list.push({ code, alpha2: null, name: own.name, official: own.name, capitals: [], forms });
  }
  return list.sort((a, b) => byCode(a.code, b.code));
}

function formsOf(names: readonly string[], demonyms: readonly string[], own: CountryNames): CountryForm[] {
  const dropped = new Set(own.drop);
  const forms = new Map<string, CountryForm>();
  const add = (phrase: string, form: NameForm, strength: NameStrength) => {
    const bare = phrase.replace(/^The /, '');
    if (bare !== '' && !forms.has(bare)) forms.set(bare, { phrase: bare, form, strength });
  };
  const addAdjective = (phrase: string, strength: NameStrength) => {
    if (phrase === '') return;
    add(phrase, 'ADJECTIVE', strength);
    const plural = pluralOf(phrase);
    if (plural) add(plural, 'ADJECTIVE', strength);
  };
  for (const name of names) if (!dropped.has(name)) add(name, 'NAME', 'STRONG');
  for (const name of own.names) add(name, 'NAME', 'STRONG');
  for (const name of own.weakNames) add(name, 'NAME', 'WEAK');
  for (const name of demonyms) if (!dropped.has(name)) addAdjective(name, 'STRONG');
  for (const name of own.adjectives) addAdjective(name, 'STRONG');
  for (const name of own.weakAdjectives) addAdjective(name, 'WEAK');
  return [...forms.values()];
}

/** "Australian" gives "Australians"; "Chinese", "Welsh" and "Swiss" stand for the people as they are. */
function pluralOf(adjective: string): string | null {
  return /(s|sh|ch|ese|men|man)$/.test(adjective) ? null : `${adjective}s`;
}
