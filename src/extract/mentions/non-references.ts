import type { NameForm } from '../../lexicon/entry.ts';
import { phraseKey } from '../../lexicon/words.ts';
import type { ChosenName, Document } from '../document.ts';

const LANGUAGE_WINDOW = 5;
const LIST_LIMIT = 8;
const MAX_LIST_ITEMS = 40;
const MAX_THING_WORDS = 3;
const DOLLAR = 36;
const BLANK = 32;
const SLASH = 47;

/** Titles after which a country's name is a surname; after offices ("Prime Minister England") it is none. */
const PERSONAL_TITLES: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'sir',
  'dame',
  'messrs',
  'justice',
]);

/** "Kevin Ireland", "Ms Ireland", "Sydney Smith-Jones" in a title of a person: a name, no country. */
export function isPersonName(document: Document, name: ChosenName): boolean {
  if (name.firstToken !== name.lastToken) return false;
  const { words } = document.lexicon;
  const previous = document.tokens[name.firstToken - 1];
  const token = document.tokens[name.firstToken];
  if (!previous || !token) return false;
  const joined = token.gap === 'SPACE' || token.gap === 'DOT';
  if (!joined) return false;
  if (previous.shape === 'LOWER') return false;
  if (PERSONAL_TITLES.has(previous.key)) return true;
  if (words.shortHonorifics.has(previous.key)) return false;
  if (token.gap !== 'SPACE' || previous.shape !== 'CAPITAL' || previous.possessive) return false;
  return words.givenNames.has(previous.key) || isSurname(document, name);
}

/** "Cecily Holland": a name that is a surname as well, after a word that is nothing else. */
function isSurname(document: Document, name: ChosenName): boolean {
  const { tokens, nameAt, sentences, sentenceOf, lexicon } = document;
  const { words } = lexicon;
  const previous = tokens[name.firstToken - 1];
  const sentence = sentences[sentenceOf[name.firstToken] ?? 0];
  if (!previous || !sentence || !words.surnames.has(tokens[name.firstToken]?.key ?? '')) return false;
  // In titles every word may have a capital.
  if (sentence.title || sentence.start >= previous.start || nameAt[previous.index]) return false;
  const next = tokens[name.lastToken + 1];
  const isFollowed = next?.gap === 'SPACE' && next.shape !== 'LOWER';
  return !isFollowed && !words.commonWords.has(previous.key) && !words.titleWords.has(previous.key);
}

/** "Gulf of Oman", "Taiwan Strait", "Indian and Southern Oceans": a sea or strait. */
export function isWater(document: Document, name: ChosenName): boolean {
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

/** The "US" of "US$2 million", "US $21 trillion" and "US dollars". */
export function isCurrency(document: Document, name: ChosenName): boolean {
  const { text, tokens } = document;
  const code = text.charCodeAt(name.end);
  if (code === DOLLAR || (code === BLANK && text.charCodeAt(name.end + 1) === DOLLAR)) return true;
  const next = tokens[name.lastToken + 1];
  return next?.gap === 'SPACE' && (next.key === 'dollar' || next.key === 'dollars');
}

/** "A/Hong Kong/4801/2014": the strain of a virus. */
export function isStrain({ text }: Document, name: ChosenName): boolean {
  return text.charCodeAt(name.end) === SLASH && isDigit(text.charCodeAt(name.end + 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** "Montreal Protocol", "Paris Climate Agreement", "Manchester Street": a thing that is called after a place. */
export function isThing(document: Document, name: ChosenName): boolean {
  const { tokens, lexicon } = document;
  if (tokens[name.lastToken]?.possessive) return false;
  for (let i = name.lastToken + 1; i <= name.lastToken + MAX_THING_WORDS; i++) {
    const token = tokens[i];
    if (token?.gap !== 'SPACE') return false;
    if (lexicon.words.things.has(token.key)) return token.shape !== 'LOWER' || i === name.lastToken + 1;
    if (token.shape === 'LOWER' || token.possessive) return false;
  }
  return false;
}

/** "Samoan, Tongan and Niuean communities", "Chinese New Zealanders": people in New Zealand. */
export function isCommunity(document: Document, name: ChosenName, form: NameForm): boolean {
  const { tokens, nameAt, lexicon } = document;
  if (form === 'ADJECTIVE' && (isAfterCity(document, name) || isListedPeople(document, name))) return true;
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

/** The "Chinese" of "Wellington Chinese Sports Centre". */
function isAfterCity(document: Document, name: ChosenName): boolean {
  const previous = document.tokens[name.firstToken - 1];
  return (
    previous !== undefined &&
    document.tokens[name.firstToken]?.gap === 'SPACE' &&
    !previous.possessive &&
    document.lexicon.words.communityCities.has(previous.key)
  );
}

/** "Māori, Pākehā, Indian, Samoan, Chinese": people in New Zealand. */
function isListedPeople(document: Document, name: ChosenName): boolean {
  const items = listItems(document, name);
  return items.length >= 2 && items.some((item) => document.lexicon.words.homePeoples.has(item));
}

/** "speaks Japanese", "French and Spanish lessons", "translated into Chinese": a language. */
export function isLanguage(document: Document, name: ChosenName): boolean {
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
  return listItems(document, name).some((item) => words.languagesOnly.has(item));
}

/** The folded first words of the other items of a list that a name is one of: "Hindi, Thai and Cook Islands Māori". */
function listItems(document: Document, name: ChosenName): string[] {
  const { tokens, nameAt } = document;
  const items: string[] = [];
  for (let at = name.lastToken + 1; items.length < MAX_LIST_ITEMS; ) {
    const token = tokens[at];
    if (!token || (token.gap !== 'COMMA' && token.key !== 'and' && token.key !== 'or')) break;
    const first = token.key === 'and' || token.key === 'or' ? at + 1 : at;
    const last = nameAt[first]?.lastToken ?? first;
    const item = tokens[first];
    if (!item || item.shape === 'LOWER' || item.gap === 'BREAK') break;
    items.push(item.key);
    at = last + 1;
  }
  for (let at = name.firstToken; items.length < 2 * MAX_LIST_ITEMS; ) {
    const previous = tokens[at - 1];
    const isJoint = previous?.key === 'and' || previous?.key === 'or';
    if (!previous || (tokens[at]?.gap !== 'COMMA' && !isJoint)) break;
    const last = isJoint ? at - 2 : at - 1;
    const first = nameAt[last]?.firstToken ?? last;
    const item = tokens[first];
    if (!item || item.shape === 'LOWER') break;
    items.push(item.key);
    at = first;
  }
  return items;
}
