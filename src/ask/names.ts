import type { Lexicon, LexiconEntry } from '../lexicon/lexicon.ts';
import { loadLexicon } from '../lexicon/load.ts';
import { createMatcher, type Matcher, type Pattern } from '../lexicon/matcher.ts';
import { surnameOf } from '../lexicon/ministers.ts';
import { type Token, tokenize } from '../lexicon/tokens.ts';
import { byCode } from '../model/ids.ts';
import type { Names } from '../store/store.ts';
import { foldPhrase, loadPhraseWords, type PhraseWords } from './phrase-words.ts';

/** An office that a name stands for: the ids that a question about it means. */
export interface OfficeName {
  readonly ids: readonly string[];
  readonly alone: boolean;
}

/** The names that phrases are read with: the lexicon's, and those of a graph. */
export interface NameBook {
  readonly lexicon: Lexicon;
  readonly words: PhraseWords;
  /** Offices by every name but the lexicon's own. */
  readonly offices: Matcher<OfficeName>;
  /** Ids of ministers by full name and by surname. */
  readonly ministers: Matcher<string>;
  readonly surnames: Matcher<string>;
  /** Ids of officials elsewhere by full name, and by what else stands for them alone: "Downer", "Xi". */
  readonly officials: Matcher<string>;
  readonly officialSurnames: Matcher<string>;
  /** Alpha-3 codes. */
  readonly codes: ReadonlySet<string>;
  /** The office of a slug of the lexicon. */
  readonly office: (slug: string) => OfficeName;
  /** Names to suggest, each with the form that it may be asked by. */
  readonly known: readonly { readonly form: string; readonly name: string }[];
}

const BOOKS = new WeakMap<Names, NameBook>();

/** The book of these names; built once for as long as the store hands out the same object. */
export function nameBook(vocabulary: Names): NameBook {
  const known = BOOKS.get(vocabulary);
  if (known) return known;
  const book = createBook(vocabulary);
  BOOKS.set(vocabulary, book);
  return book;
}

function createBook(vocabulary: Names): NameBook {
  const lexicon = loadLexicon();
  const words = loadPhraseWords();
  const offices = officeNames(vocabulary, lexicon, words);
  const ministers = ministerNames(vocabulary, lexicon);
  const officials = officialNames(vocabulary);
  return {
    lexicon,
    words,
    offices: createMatcher(offices.patterns),
    office: offices.office,
    ministers: createMatcher(ministers.full),
    surnames: createMatcher(ministers.surnames),
    officials: createMatcher(officials.full),
    officialSurnames: createMatcher(officials.surnames),
    codes: new Set([
      ...lexicon.countries.map(({ code }) => code),
      ...vocabulary.countries.map(({ id }) => id),
    ]),
    known: knownNames(vocabulary, lexicon, words),
  };
}

function officeNames(vocabulary: Names, lexicon: Lexicon, words: PhraseWords) {
  const all = new Map([...lexicon.portfolios, ...vocabulary.portfolios].map((entry) => [entry.id, entry]));
  const made = new Map<string, OfficeName>();
  const office = (slug: string): OfficeName => {
    const known = made.get(slug);
    if (known) return known;
    const name = { ids: officeIds(slug), alone: words.standAlone.has(slug) };
    made.set(slug, name);
    return name;
  };
  /** As in the graph: an office stands for all names of its lineage and its associates, an associate's for itself. */
  const officeIds = (slug: string): readonly string[] => {
    const asked = all.get(slug);
    if (!asked || asked.office !== null) return [slug];
    const lineage = vocabulary.portfolios.filter((entry) => entry.lineage === asked.lineage);
    const ids = new Set(lineage.map(({ id }) => id));
    for (const entry of vocabulary.portfolios) {
      if (entry.office !== null && (ids.has(entry.office) || entry.office === slug)) ids.add(entry.id);
    }
    return ids.size > 0 ? [...ids].sort(byCode) : [slug];
  };
  const patterns: Pattern<OfficeName>[] = [];
  const add = (names: readonly string[], slug: string) => {
    for (const phrase of names.filter(hasWord)) patterns.push({ phrase, value: office(slug), casing: 'ANY' });
  };
  for (const { id, name, aliases } of vocabulary.portfolios) add([name, ...aliases], id);
  for (const { id, name } of lexicon.portfolios) add([name], id);
  for (const [slug, names] of words.portfolios) add(names, slug);
  return { patterns, office };
}

function ministerNames(vocabulary: Names, lexicon: Lexicon) {
  const full: Pattern<string>[] = [];
  const surnames: Pattern<string>[] = [];
  for (const { id, name, aliases } of [...vocabulary.ministers, ...lexicon.ministers]) {
    for (const phrase of [name, ...aliases].filter((form) => tokenize(form).length > 1)) {
      full.push({ phrase, value: id, casing: 'ANY' });
    }
  }
  // Ministers of long ago are in the lexicon: a surname alone is asked of those that the graph has.
  for (const { id, name } of vocabulary.ministers) {
    const phrase = surnameOf(name);
    if (hasWord(phrase)) surnames.push({ phrase, value: id, casing: 'ANY' });
  }
  return { full, surnames };
}

/** One word alone is a person only where the graph has the person by a longer name. */
function officialNames({ officials }: Names) {
  const full: Pattern<string>[] = [];
  const surnames: Pattern<string>[] = [];
  for (const { id, name, aliases } of officials) {
    if (tokenize(name).length < 2) continue;
    for (const phrase of new Set([name, ...aliases, surnameOf(name)])) {
      const words = tokenize(phrase).length;
      if (words > 0) (words > 1 ? full : surnames).push({ phrase, value: id, casing: 'ANY' });
    }
  }
  return { full, surnames };
}

function knownNames(vocabulary: Names, lexicon: Lexicon, words: PhraseWords): NameBook['known'] {
  const known: { form: string; name: string }[] = [];
  const add = (forms: readonly string[], name: string) => {
    for (const form of forms.filter(hasWord)) known.push({ form, name });
  };
  for (const { name, aliases } of lexicon.countries) add([name, ...aliases], name);
  for (const { name, aliases } of vocabulary.countries) add([name, ...aliases], name);
  for (const { name } of vocabulary.ministers) add([name, surnameOf(name)], name);
  for (const { name } of vocabulary.officials) if (tokenize(name).length > 1) add([name], name);
  for (const { name } of vocabulary.portfolios) add([name], name);
  for (const { name } of lexicon.portfolios) add([name], name);
  for (const word of words.suggested) add([word], word);
  return known;
}

function hasWord(phrase: string): boolean {
  return tokenize(phrase).length > 0;
}

/** Longest name in the lexicon, in words. */
const MAX_NAME_WORDS = 9;

/**
 * What the lexicon has from a token on, whatever the case, the longest first. `skip` keeps small words in lower case
 * ("who", "can") from being organisations and codes.
 */
export function lexiconAt(
  { lexicon }: NameBook,
  phrase: string,
  tokens: readonly Token[],
  index: number,
): readonly { readonly last: number; readonly values: readonly LexiconEntry[] }[] {
  const first = tokens[index];
  if (!first) return [];
  const found: { last: number; values: readonly LexiconEntry[] }[] = [];
  for (let last = index; last < Math.min(tokens.length, index + MAX_NAME_WORDS); last++) {
    const token = tokens[last];
    if (!token || (last > index && !/^(?:SPACE|HYPHEN|DOT|COMMA)$/.test(token.gap))) break;
    const values = lexicon.matcher.lookUp(phrase.slice(first.start, token.end));
    if (values.length > 0) found.unshift({ last, values });
  }
  return found;
}

/** Whether a name of an office is too usual a word to count by itself. */
export function isWeakOffice({ words }: NameBook, phrase: string): boolean {
  return words.weakPortfolios.has(foldPhrase(phrase));
}
