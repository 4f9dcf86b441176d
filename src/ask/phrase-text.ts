import type { Match, Matcher } from '../lexicon/matcher.ts';
import { type Token, tokenize } from '../lexicon/tokens.ts';
import type { Span } from '../model/span.ts';
import type { DateText } from './date-points.ts';
import type { SignKind } from './item.ts';
import type { NameBook, OfficeName } from './names.ts';
import type { PhraseWord } from './phrase-words.ts';

/** Longer phrases are read as far as this, in UTF-16 code units and in words. */
const MAX_LENGTH = 1000;
const MAX_WORDS = 80;

/** A phrase cut into words, and everything that the matchers find in it, by first token, the longer first. */
export interface PhraseText extends DateText {
  readonly book: NameBook;
  readonly matches: ReadonlyMap<number, readonly Match<PhraseWord>[]>;
  readonly offices: ReadonlyMap<number, readonly Match<OfficeName>[]>;
  readonly ministers: ReadonlyMap<number, readonly Match<string>[]>;
  readonly surnames: ReadonlyMap<number, readonly Match<string>[]>;
  readonly officials: ReadonlyMap<number, readonly Match<string>[]>;
  readonly officialSurnames: ReadonlyMap<number, readonly Match<string>[]>;
  /** What stands in quotation marks, by first token. The span takes the marks in. */
  readonly quotes: ReadonlyMap<number, Span & { readonly last: number }>;
  /** Whether some longer word has no capital: only then does a capital say something. */
  readonly mixedCase: boolean;
  /** Where the part that is read ends. */
  readonly end: number;
}

/** Cuts a phrase into words and looks everything up, in time linear in the part that is read. */
export function phraseText(phrase: string, book: NameBook, today: string): PhraseText {
  const all = tokenize(phrase.slice(0, MAX_LENGTH));
  const tokens = all.slice(0, MAX_WORDS);
  const cut =
    all[MAX_WORDS]?.start ?? (phrase.length > MAX_LENGTH ? (tokens.at(-1)?.end ?? 0) : phrase.length);
  return {
    phrase,
    tokens,
    book,
    today,
    words: book.words,
    matches: byFirst(book.words.matcher, tokens),
    offices: byFirst(book.offices, tokens),
    ministers: byFirst(book.ministers, tokens),
    surnames: byFirst(book.surnames, tokens),
    officials: byFirst(book.officials, tokens),
    officialSurnames: byFirst(book.officialSurnames, tokens),
    roles: new Map(
      [...byFirst(book.words.dates, tokens)].map(([first, matches]) => [
        first,
        matches.flatMap(({ values, lastToken }) => values.map((role) => ({ role, last: lastToken }))),
      ]),
    ),
    quotes: quotesOf(phrase.slice(0, cut), tokens),
    mixedCase: tokens.some(({ shape, text }) => shape === 'LOWER' && text.length > 3),
    end: cut,
  };
}

function byFirst<T>(matcher: Matcher<T>, tokens: readonly Token[]): ReadonlyMap<number, readonly Match<T>[]> {
  return Map.groupBy(matcher.scan(tokens), ({ firstToken }) => firstToken);
}

/** The last token of the longest word here that gives this sign; null where there is none. */
export function signEnd(text: PhraseText, index: number, sign: SignKind): number | null {
  const match = text.matches.get(index)?.find(({ values }) => values.some(({ kind }) => kind === sign));
  return match?.lastToken ?? null;
}

const QUOTE = /"[^"]{1,200}"|“[^”]{1,200}”/g;

function quotesOf(phrase: string, tokens: readonly Token[]): PhraseText['quotes'] {
  const quotes = new Map<number, Span & { readonly last: number }>();
  for (const match of phrase.matchAll(QUOTE)) {
    const start = match.index;
    const end = start + match[0].length;
    const inside = tokens.filter((token) => token.start >= start && token.end <= end);
    const first = inside[0]?.index;
    const last = inside.at(-1)?.index;
    if (first !== undefined && last !== undefined) quotes.set(first, { start, end, last });
  }
  return quotes;
}
