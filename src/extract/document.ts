import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { Match } from '../lexicon/matcher.ts';
import type { Token } from '../lexicon/tokens.ts';
import type { Mention, NamedMinister, NamedOfficial } from '../model/decomposition.ts';
import type { Release } from '../model/release.ts';
import type { Span } from '../model/span.ts';
import type { Sentence } from './sentences.ts';

/** One release made ready for reading: built once, shared by every parser, never changed. */
export interface Document {
  readonly release: Release;
  /** `release.text`; every offset refers to it. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** `sentenceOf[token.index]` is the index of the sentence that the token stands in. */
  readonly sentenceOf: readonly number[];
  /** Every phrase of the lexicon in the text, by first token, the longer first; they may overlap. */
  readonly matches: readonly Match<LexiconEntry>[];
  /** The people who signed, in the header's order. */
  readonly signers: readonly NamedMinister[];
}

/** A stretch of text that stands for a person named elsewhere in the release, or for a New Zealand office. */
export interface Reference extends Span {
  /**
   * MINISTER and OFFICIAL: a named person by name, short form, office or pronoun ("Mr Goff", "the Vice Minister",
   * "he"); `target` is as in Mention.
   */
  readonly kind: 'MINISTER' | 'OFFICIAL';
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

/** The mentions (or references) that lie wholly inside a span, in order. */
export function within<T extends Span>(items: readonly T[], span: Span): readonly T[] {
  return items.filter((item) => span.start <= item.start && item.end <= span.end);
}

/** The tokens of a sentence, in order. */
export function tokensOf(document: Document, sentence: Sentence): readonly Token[] {
  return document.tokens.filter((token) => document.sentenceOf[token.index] === sentence.index);
}
