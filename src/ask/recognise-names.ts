import type { CountryName, LexiconEntry } from '../lexicon/entry.ts';
import { byCode } from '../model/ids.ts';
import type { Found, Item } from './item.ts';
import { lexiconAt } from './names.ts';
import type { PhraseText } from './phrase-text.ts';
import { foldPhrase } from './phrase-words.ts';

/**
 * A country by name, demonym or alpha-3 code, a place inside one, or a name that hides those inside it ("Chinese New
 * Year", "United Nations"), which is looked for in the text. Weak names ("Georgia", "Jordan") count here, for a phrase
 * says little else, but not before a surname ("Jordan Smith").
 */
export function nameAt(text: PhraseText, index: number, previous: Item | null): Found | null {
  const code = codeAt(text, index);
  if (code) return code;
  for (const { values, last } of lexiconAt(text.book, text.phrase, text.tokens, index)) {
    if (last === index && isSmallWord(text, index)) continue;
    const found = readEntries(text, index, last, values, previous);
    if (found) return found;
  }
  return null;
}

function readEntries(
  text: PhraseText,
  index: number,
  last: number,
  values: readonly LexiconEntry[],
  previous: Item | null,
): Found | null {
  if (values.some(({ kind }) => kind === 'BLOCKER')) {
    // "Mr English" hides a country for the lexicon; here it names a minister.
    return text.surnames.has(last) && isTitle(text, index) ? null : asText(last);
  }
  if (isMinister(text, index, last, previous)) return null;
  const countries = values.filter((value): value is CountryName => value.kind === 'COUNTRY');
  if (countries.length > 0) return readCountry(text, index, last, countries, previous);
  const codes = values.flatMap((value) =>
    value.kind === 'PLACE' && value.strength === 'STRONG' ? [value.code] : [],
  );
  if (codes.length > 0) {
    return isSurnamePlace(text, index, previous) ? null : { meaning: { kind: 'PLACE', codes }, last };
  }
  const isPerson = values.some(({ kind }) => kind === 'OFFICIAL');
  // Who the graph has is asked for as a node, and not as words of the text.
  if (isPerson && text.officials.get(index)?.some(({ lastToken }) => lastToken === last)) return null;
  if (isPerson || values.some(({ kind }) => kind === 'ORGANISATION')) return asText(last);
  const titled = values.some(({ kind }) => kind === 'TITLE') && isBeforePerson(text, last + 1);
  return titled ? { meaning: { kind: 'TITLE' }, last } : null;
}

function readCountry(
  text: PhraseText,
  index: number,
  last: number,
  names: readonly CountryName[],
  previous: Item | null,
): Found | null {
  const { words } = text.book.lexicon;
  const next = text.tokens[last + 1];
  if (next && next.gap === 'SPACE') {
    const name = foldPhrase(text.phrase.slice(text.tokens[index]?.start, text.tokens[last]?.end));
    const adjective = names.some(({ form }) => form === 'ADJECTIVE');
    if (next.shape !== 'LOWER' && words.waters.has(next.key)) return asText(last + 1);
    if (words.languages.has(name) && words.languageSigns.has(next.key)) return asText(last + 1);
    if (adjective && words.communityNouns.has(next.key)) return asText(last + 1);
  }
  if (isSurnamePlace(text, index, previous)) return null;
  if (index === last && names.every(isWeakName) && isGivenName(text, last + 1)) return null;
  const codes = [...new Set(names.map(({ code }) => code))].sort(byCode);
  return { meaning: { kind: 'COUNTRY', codes }, last };
}

function isWeakName({ strength, form }: CountryName): boolean {
  return strength === 'WEAK' && form === 'NAME';
}

/** Whether a capital that nothing but a surname explains follows: "Jordan Smith". */
function isGivenName(text: PhraseText, next: number): boolean {
  const token = text.tokens[next];
  if (token?.gap !== 'SPACE' || token.shape !== 'CAPITAL') return false;
  if (text.tokens[next - 1]?.possessive || text.matches.has(next) || text.offices.has(next)) return false;
  if (text.roles.has(next) || text.words.months.has(token.key)) return false;
  return !lexiconAt(text.book, text.phrase, text.tokens, next).some(({ values }) =>
    values.some(({ kind }) => kind === 'COUNTRY' || kind === 'PLACE'),
  );
}

/** "Kevin Ireland": after a given name that means nothing else, a country's or place's name is a surname. */
function isSurnamePlace(text: PhraseText, index: number, previous: Item | null): boolean {
  const before = previous?.kind === 'LEFT' ? text.tokens[previous.last] : undefined;
  if (!before || before.shape === 'LOWER' || text.tokens[index]?.shape === 'LOWER') return false;
  return text.book.lexicon.words.givenNames.has(before.key);
}

/** "Mr English" and "English's budget": a title or an "'s", which no adjective takes, makes the name a surname. */
function isMinister(text: PhraseText, index: number, last: number, previous: Item | null): boolean {
  if (index !== last || !text.surnames.has(index)) return false;
  if (previous?.kind === 'TITLE' || (previous?.kind === 'PORTFOLIO' && previous.titled)) return true;
  const token = text.tokens[index];
  return token?.possessive === true && text.words.wordSurnames.has(token.key);
}

function isTitle(text: PhraseText, index: number): boolean {
  const values = text.book.lexicon.matcher.lookUp(text.tokens[index]?.text ?? '');
  const isWord = text.matches.get(index)?.some((match) => match.values.some(({ kind }) => kind === 'TITLE'));
  return isWord === true || values.some(({ kind }) => kind === 'TITLE');
}

function isBeforePerson(text: PhraseText, index: number): boolean {
  const people = [text.ministers, text.surnames, text.officials, text.officialSurnames];
  const named = (at: number) => people.some((found) => found.has(at));
  if (named(index)) return true;
  return lexiconAt(text.book, text.phrase, text.tokens, index).some(
    ({ values, last }) => values.some(({ kind }) => kind === 'TITLE') && named(last + 1),
  );
}

/** "who" and "can" in small letters are no organisation and no country. */
function isSmallWord(text: PhraseText, index: number): boolean {
  return text.tokens[index]?.shape === 'LOWER' && text.matches.has(index);
}

function codeAt(text: PhraseText, index: number): Found | null {
  const token = text.tokens[index];
  if (token?.shape !== 'UPPER' || !text.mixedCase || !text.book.codes.has(token.text)) return null;
  // "AND" and "ARE" are codes as well.
  if (text.matches.has(index)) return null;
  return { meaning: { kind: 'COUNTRY', codes: [token.text] }, last: index };
}

function asText(last: number): Found {
  return { meaning: { kind: 'TEXT', quoted: false }, last };
}
