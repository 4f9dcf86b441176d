import type { CountryName, PlaceName } from '../../lexicon/entry.ts';
import { phraseKey } from '../../lexicon/words.ts';
import type { ChosenName, Document } from '../document.ts';
import type { Candidate, MentionParser } from '../rules.ts';

const LANGUAGE_WINDOW = 5;
const LIST_LIMIT = 8;

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
  if (isWater(document, name) || isCurrency(document, name)) return false;
  if (isCommunity(document, name) || isLanguage(document, name)) return false;
  if (entry.strength === 'STRONG') return true;
  return entry.form === 'NAME'
    ? isWeakNameSupported(document, name)
    : isWeakAdjectiveSupported(document, name);
}

function isPlaceReference(document: Document, name: ChosenName, entry: PlaceName): boolean {
  if (isPersonName(document, name) || isWater(document, name)) return false;
  return entry.strength === 'STRONG' || isWeakNameSupported(document, name);
}

/** "Kevin Ireland", "Ms Ireland", "Sydney Smith-Jones" in a title of a person: a name, no country. */
function isPersonName(document: Document, name: ChosenName): boolean {
  if (name.firstToken !== name.lastToken) return false;
  const { words } = document.lexicon;
  const previous = document.tokens[name.firstToken - 1];
  const token = document.tokens[name.firstToken];
  if (!previous || !token) return false;
  const joined = token.gap === 'SPACE' || token.gap === 'DOT';
  if (!joined) return false;
  if (words.shortHonorifics.has(previous.key) && previous.shape !== 'LOWER') {
    return /^(mr|mrs|ms|miss|dr|sir|dame|messrs)$/.test(previous.key);
  }
  return (
    token.gap === 'SPACE' &&
    previous.shape === 'CAPITAL' &&
    !previous.possessive &&
    words.givenNames.has(previous.key)
  );
}

/** "Gulf of Oman", "Taiwan Strait", "Indian and Southern Oceans": a sea or strait. */
function isWater(document: Document, name: ChosenName): boolean {
  const { tokens, lexicon } = document;
  const isWaterWord = (index: number) => {
    const token = tokens[index];
    return token !== undefined && token.shape !== 'LOWER' && lexicon.words.waters.has(token.key);
  };
  const next = tokens[name.lastToken + 1];
  if (next?.gap === 'SPACE' && isWaterWord(next.index) && !tokens[name.lastToken]?.possessive) return true;
  if (next?.key === 'and' && isWaterWord(next.index + 2)) return true;
  return tokens[name.firstToken - 1]?.key === 'of' && isWaterWord(name.firstToken - 2);
}

/** The "US" of "US$2 million". */
function isCurrency(document: Document, name: ChosenName): boolean {
  return document.text.charCodeAt(name.end) === 36;
}

/** "Samoan, Tongan and Niuean communities", "Chinese New Zealanders": people in New Zealand. */
function isCommunity(document: Document, name: ChosenName): boolean {
  const { tokens, nameAt, lexicon } = document;
  let index = name.lastToken + 1;
  for (let steps = 0; steps < LIST_LIMIT; steps++) {
    const token = tokens[index];
    if (!token || token.gap === 'BREAK' || tokens[index - 1]?.possessive) return false;
    const pair = `${token.key} ${tokens[index + 1]?.key ?? ''}`;
    if (
      token.gap !== 'COMMA' &&
      (lexicon.words.communityNouns.has(pair) || lexicon.words.communityNouns.has(token.key))
    ) {
      return token.key !== 'new' || lexicon.words.communityNouns.has(pair);
    }
    const inList =
      token.key === 'and' ||
      token.key === 'or' ||
      token.key === 'maori' ||
      nameAt[index]?.entry.kind === 'COUNTRY' ||
      isLastOfList(document, index);
    if (!inList || (token.gap !== 'COMMA' && token.gap !== 'SPACE')) return false;
    index = (nameAt[index]?.lastToken ?? index) + 1;
  }
  return false;
}

/** The "Porirua" of "Tokelau and Porirua communities". */
function isLastOfList(document: Document, index: number): boolean {
  const { tokens, lexicon } = document;
  const next = tokens[index + 1];
  return (
    tokens[index - 1]?.key === 'and' &&
    tokens[index]?.shape === 'CAPITAL' &&
    next?.gap === 'SPACE' &&
    lexicon.words.communityNouns.has(next.key)
  );
}

/** "speaks Japanese", "French and Spanish lessons", "translated into Chinese": a language. */
function isLanguage(document: Document, name: ChosenName): boolean {
  const { tokens, lexicon, sentenceOf } = document;
  const { words } = lexicon;
  const key = phraseKey(document.text.slice(name.start, name.end));
  if (!words.languages.has(key)) return false;
  const sentence = sentenceOf[name.firstToken];
  for (let i = name.firstToken - LANGUAGE_WINDOW; i <= name.lastToken + LANGUAGE_WINDOW; i++) {
    const token = tokens[i];
    if (!token || sentenceOf[i] !== sentence || (i >= name.firstToken && i <= name.lastToken)) continue;
    if (words.languageSigns.has(token.key)) return true;
  }
  return false;
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
