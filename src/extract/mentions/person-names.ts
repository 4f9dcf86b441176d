import type { Token } from '../../lexicon/tokens.ts';
import type { Document } from '../document.ts';

/** A run of tokens that reads like a person's name, titles left out. */
export interface PersonName {
  readonly firstToken: number;
  readonly lastToken: number;
  /** As written, blanks made single. */
  readonly name: string;
  /** Where the titles before it begin; `firstToken` where there are none. */
  readonly titleToken: number;
}

const MAX_NAME_WORDS = 6;
const QUOTED_GAP = /^(?: [“"‘'ʻ`]|[”"’'] )$/;
const MAX_TITLE_WORDS = 8;

/** Reads titles and then a name from a token on; null where none begins there. */
export function readNameAfter(document: Document, from: number): PersonName | null {
  const { tokens } = document;
  const start = skipTitles(document, skipArticle(document, from));
  let last = start - 1;
  let words = 0;
  for (let i = start; words < MAX_NAME_WORDS; i++) {
    const token = tokens[i];
    if (!token || (i > start && !isJoined(token, tokens[i - 1]) && !isQuotedPart(document, token))) break;
    if (isNameWord(document, token) || (i > start && last === i - 1 && isPartOfName(document, token)))
      last = i;
    else if (!isParticle(document, i)) break;
    words++;
    if (token.possessive) break;
  }
  if (last < start) return null;
  return personName(document, start, last, from);
}

/** Reads a name that ends at a token, with the titles before it; null where none does. */
export function readNameBefore(document: Document, to: number): PersonName | null {
  const { tokens } = document;
  let first = to + 1;
  for (let i = to; i > to - MAX_NAME_WORDS; i--) {
    const token = tokens[i];
    if (!token) break;
    if (isNameWord(document, token)) first = i;
    else if (i > 0 && isHyphenated(token)) continue;
    else if (!isParticle(document, i)) break;
    if (!isJoined(token, tokens[i - 1]) || tokens[i - 1]?.possessive) break;
  }
  // "Senator Kim Carr, Minister for Science": titles at the front are none of the name.
  const named = skipTitles(document, first);
  if (named > to) return null;
  if (named > first) return personName(document, named, to, first);
  const titled = first > 0 && isTitleWord(document, first - 1) && isJoined(tokens[first], tokens[first - 1]);
  return personName(document, first, to, titled ? first - 1 : first);
}

function personName(document: Document, first: number, last: number, titleToken: number): PersonName | null {
  const { tokens, text, nameAt } = document;
  const start = tokens[first];
  const end = tokens[last];
  if (!start || !end) return null;
  const owner = nameAt[first];
  const covered =
    owner && owner.lastToken >= last && owner.entry.kind !== 'OFFICIAL' && owner.entry.kind !== 'MINISTER';
  if (covered || (owner?.entry.kind === 'COUNTRY' && owner.entry.form === 'ADJECTIVE')) return null;
  // "Minister of Defence II", "HE": letters and no name.
  if (first === last && start.shape === 'UPPER' && start.text.length <= 3) return null;
  const name = text.slice(start.start, end.end).replace(/\s+/g, ' ');
  return { firstToken: first, lastToken: last, name, titleToken };
}

/** The first token after Mr, Hon, Senior Lieutenant General and the like. */
export function skipTitles(document: Document, from: number): number {
  const { tokens } = document;
  let index = from;
  while (index < from + MAX_TITLE_WORDS && (index === from || isJoined(tokens[index], tokens[index - 1]))) {
    const isArticle = index > from && tokens[index]?.key === 'the' && isTitleWord(document, index + 1);
    if (!isArticle && !isTitleWord(document, index)) break;
    index++;
  }
  return index;
}

/** The "the" of "the Hon Arthur Eggleton". */
function skipArticle(document: Document, from: number): number {
  return document.tokens[from]?.key === 'the' && isTitleWord(document, from + 1) ? from + 1 : from;
}

/** The "hye" of "Geun-hye", the "IV" of "Tupou IV", the "I" of "King Juan Carlos I and Queen Sofia". */
function isPartOfName(document: Document, token: Token): boolean {
  if (isHyphenated(token)) return true;
  if (token.shape !== 'UPPER' || token.gap !== 'SPACE') return false;
  return token.key === 'i' ? document.tokens[token.index + 1]?.key === 'and' : /^[ivx]{2,5}$/.test(token.key);
}

/** The "hye" of "Geun-hye". */
function isHyphenated(token: Token): boolean {
  return token.gap === 'HYPHEN' && token.shape === 'LOWER' && token.key.length <= 5;
}

function isTitleWord(document: Document, index: number): boolean {
  const token = document.tokens[index];
  if (!token || token.shape === 'LOWER' || !document.lexicon.words.titleWords.has(token.key)) return false;
  // A title in "Tan Sri" and a surname in "Dr Tan See Leng".
  return token.key !== 'tan' || document.tokens[index + 1]?.key === 'sri';
}

function isNameWord(document: Document, token: Token): boolean {
  if (token.shape === 'LOWER' || token.shape === 'NUMBER') return false;
  const { words } = document.lexicon;
  if (words.postnominals.has(token.key) && token.shape === 'UPPER') return false;
  return !words.commonWords.has(token.key) || isGivenName(document, token);
}

/** The "Bill" of "Bill Teariki", a usual word but before a surname. */
function isGivenName(document: Document, token: Token): boolean {
  const { words } = document.lexicon;
  if (!words.givenNames.has(token.key) || token.shape !== 'CAPITAL') return false;
  const next = document.tokens[token.index + 1];
  return (
    next?.gap === 'SPACE' &&
    next.shape !== 'LOWER' &&
    next.shape !== 'NUMBER' &&
    !words.commonWords.has(next.key)
  );
}

/** "de", "bin", "van der" with a name's word after it. */
function isParticle(document: Document, index: number): boolean {
  const { tokens, lexicon } = document;
  for (let i = index; i < index + 3; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token || !next || !lexicon.words.particles.has(token.key) || !isJoined(next, token)) return false;
    if (isNameWord(document, next)) return true;
  }
  return false;
}

/** The "Dan" of "Tanielu “Dan” Su’a", the glottal stop of "Fekitamoeloa ‘Utoikamanu". */
function isQuotedPart({ text, tokens }: Document, token: Token): boolean {
  const previous = tokens[token.index - 1];
  if (token.gap !== 'OTHER' || !previous || token.start - previous.end !== 2) return false;
  if (!QUOTED_GAP.test(text.slice(previous.end, token.start))) return false;
  return (
    /^[’‘'ʻ]/.test(text.slice(token.start - 1)) ||
    text[previous.end] !== ' ' ||
    /["”’']/.test(text[token.end] ?? '')
  );
}

function isJoined(token: Token | undefined, previous: Token | undefined): boolean {
  if (!token || !previous) return false;
  if (token.gap === 'SPACE' || token.gap === 'HYPHEN') return true;
  return token.gap === 'DOT' && previous.text.length <= 2 && token.index === previous.index + 1;
}

/** Whether two names can mean one person: the words of the shorter are all in the longer, the surname among them. */
export function isSamePerson(a: string, b: string): boolean {
  const x = nameKeys(a);
  const y = nameKeys(b);
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short.length > 0 && short.every((word) => long.includes(word));
}

function nameKeys(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);
}
