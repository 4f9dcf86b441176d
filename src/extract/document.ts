import type { CountryName, LexiconEntry, OrganisationName, PlaceName } from '../lexicon/entry.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Match } from '../lexicon/matcher.ts';
import type { Token } from '../lexicon/tokens.ts';
import type { Mention, NamedMinister, NamedOfficial } from '../model/decomposition.ts';
import type { Release } from '../model/release.ts';
import type { Span } from '../model/span.ts';
import type { Sentence } from './sentences.ts';

/** A name that won over every other name that overlaps it. */
export interface ChosenName extends Span {
  readonly firstToken: number;
  readonly lastToken: number;
  readonly entry: LexiconEntry;
}

/** One release made ready for reading: built once, shared by every parser, never changed. */
export interface Document {
  readonly release: Release;
  readonly lexicon: Lexicon;
  /** `release.text`; every offset refers to it. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** `sentenceOf[token.index]` is the index of the sentence that the token stands in. */
  readonly sentenceOf: readonly number[];
  /** Every phrase of the lexicon in the text, by first token, the longer first; they may overlap. */
  readonly matches: readonly Match<LexiconEntry>[];
  /** Countries, places, ministers, known officials, organisations and blockers; in order, not overlapping. */
  readonly names: readonly ChosenName[];
  /** `nameAt[token.index]`: the chosen name that covers the token, if any. */
  readonly nameAt: readonly (ChosenName | undefined)[];
  /** Every office that the text names, in order, not overlapping. */
  readonly roles: readonly RolePhrase[];
  /** The people who signed, in the header's order. */
  readonly signers: readonly NamedMinister[];
  /** The year of the release; null where it has no date. */
  readonly year: number | null;
}

/** A stretch of text that stands for a person named elsewhere in the release. */
export interface Reference extends Span {
  readonly kind: 'MINISTER' | 'OFFICIAL';
  /** As in Mention. */
  readonly target: string;
  /** NAME: a name or "Mr Goff"; ROLE: "the Minister"; PRONOUN: "he", "she", "her". */
  readonly form: 'NAME' | 'ROLE' | 'PRONOUN';
}

/** What event rules read: the document with what it names. */
export interface MentionedDocument extends Document {
  /** Sorted by `bySpan`, not overlapping; short forms ("Mr Goff") among them. */
  readonly mentions: readonly Mention[];
  /** In order of first mention. */
  readonly ministers: readonly NamedMinister[];
  /** In order of first mention. */
  readonly officials: readonly NamedOfficial[];
  /** Persons however they are referred to, sorted by `bySpan`, not overlapping: every person mention and the rest. */
  readonly references: readonly Reference[];
  /** `speakers[sentence.index]`: who says a quoted sentence (minister id or official key); null where unknown. */
  readonly speakers: readonly (string | null)[];
}

/** An office as a text names it: "Vietnamese Defence Minister", "Minister of Trade of the Republic of Korea". */
export interface RolePhrase {
  /** First and last token, the country before or after it included. */
  readonly firstToken: number;
  readonly lastToken: number;
  /** The office without country, as written. */
  readonly role: string;
  /** First and last token of the office without country. */
  readonly roleFirst: number;
  readonly roleLast: number;
  /** Alpha-3 code or organisation that it names; null where it names none. */
  readonly of: string | null;
  /** Whether it is said to be New Zealand's. */
  readonly home: boolean;
  readonly strong: boolean;
  /** Slugs of New Zealand portfolios that its field names; empty where it names none. */
  readonly slugs: readonly string[];
  readonly head: string;
}

/** Names that say of what country or organisation something is. */
export type OwnerEntry = CountryName | PlaceName | OrganisationName;

/** Alpha-3 code or organisation of a name that can own an office; null for other names. */
export function ownerOf(name: ChosenName | undefined): string | null {
  switch (name?.entry.kind) {
    case 'COUNTRY':
    case 'PLACE':
      return name.entry.code;
    case 'ORGANISATION':
      return name.entry.name;
    default:
      return null;
  }
}

/** The items that lie wholly inside a span, in order. */
export function within<T extends Span>(items: readonly T[], span: Span): readonly T[] {
  return items.filter((item) => span.start <= item.start && item.end <= span.end);
}

/** The tokens of a sentence, in order. */
export function tokensOf(document: Document, sentence: Sentence): readonly Token[] {
  return document.tokens.filter((token) => document.sentenceOf[token.index] === sentence.index);
}
