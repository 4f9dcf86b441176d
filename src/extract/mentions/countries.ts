import type { CountryName, PlaceName } from '../../lexicon/entry.ts';
import type { ChosenName, Document } from '../document.ts';
import type { Candidate, MentionParser } from '../rules.ts';
import {
  isCommunity,
  isCurrency,
  isLanguage,
  isPersonName,
  isStrain,
  isThing,
  isWater,
} from './non-references.ts';

/** Countries by name, abbreviation or adjective. "Hanoi" is `placeNames`' affair. */
export const countryNames: MentionParser = {
  id: 'country/name',
  parse: (document) => {
    const candidates: Candidate[] = [];
    for (const name of document.names) {
      const { entry } = name;
      if (entry.kind !== 'COUNTRY' || !isCountryReference(document, name, entry)) continue;
      candidates.push({ ...candidateOf(name), kind: 'COUNTRY', target: entry.code, rule: ruleOf(entry) });
    }
    return candidates;
  },
};

/** Places inside countries: cities, provinces, islands, battlefields. */
export const placeNames: MentionParser = {
  id: 'country/place',
  parse: (document) => {
    const candidates: Candidate[] = [];
    for (const name of document.names) {
      const { entry } = name;
      if (entry.kind !== 'PLACE' || !isPlaceReference(document, name, entry)) continue;
      candidates.push({ ...candidateOf(name), kind: 'PLACE', target: entry.code, rule: 'country/place' });
    }
    return candidates;
  },
};

function candidateOf({ start, end, firstToken, lastToken }: ChosenName) {
  return { start, end, firstToken, lastToken };
}

function ruleOf(entry: CountryName): string {
  const weak = entry.strength === 'WEAK' ? 'weak-' : '';
  return `country/${weak}${entry.form === 'NAME' ? 'name' : 'adjective'}`;
}

function isCountryReference(document: Document, name: ChosenName, entry: CountryName): boolean {
  if (isPersonName(document, name)) return false;
  if (isWater(document, name) || isCurrency(document, name) || isStrain(document, name)) return false;
  if (isCommunity(document, name, entry.form) || isLanguage(document, name)) return false;
  if (entry.strength === 'STRONG') return true;
  return entry.form === 'NAME'
    ? isWeakNameSupported(document, name)
    : isWeakAdjectiveSupported(document, name);
}

function isPlaceReference(document: Document, name: ChosenName, entry: PlaceName): boolean {
  if (isPersonName(document, name) || isWater(document, name)) return false;
  if (isThing(document, name) || isStrain(document, name) || isLanguage(document, name)) return false;
  return entry.strength === 'STRONG' || isWeakNameSupported(document, name);
}

function isWeakNameSupported(document: Document, name: ChosenName): boolean {
  const { tokens, nameAt } = document;
  const previous = tokens[name.firstToken - 1];
  const next = tokens[name.lastToken + 1];
  if (tokens[name.lastToken]?.possessive) return document.lexicon.words.weakSignsAfter.has(next?.key ?? '');
  const nextIsName =
    next !== undefined && next.gap === 'SPACE' && next.shape !== 'LOWER' && next.shape !== 'NUMBER';
  if (nextIsName && nameAt[name.lastToken + 1] === undefined) return false;
  if (
    previous &&
    document.lexicon.words.weakSignsBefore.has(previous.key) &&
    tokens[name.firstToken]?.gap === 'SPACE'
  )
    return true;
  const beside = nameAt[name.firstToken - 1] ?? nameAt[name.firstToken - 2];
  return beside?.entry.kind === 'COUNTRY' && tokens[name.firstToken]?.gap === 'COMMA';
}

function isWeakAdjectiveSupported(document: Document, name: ChosenName): boolean {
  const next = document.tokens[name.lastToken + 1];
  return next !== undefined && next.gap === 'SPACE' && document.lexicon.words.weakSignsAfter.has(next.key);
}
