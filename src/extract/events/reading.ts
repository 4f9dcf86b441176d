import type { Mention } from '../../model/decomposition.ts';
import type { DateReading } from '../dates/calendar.ts';
import { type DateExpression, findDates } from '../dates/find-dates.ts';
import type { MentionedDocument } from '../document.ts';
import { hashText } from './hash.ts';
import { type Tense, tenseAt } from './tense.ts';
import { type Trigger, triggerAt } from './triggers.ts';
import { type WordInfo, wordInfo } from './words.ts';

/** What a token stands for in patterns: a kind of name or value, or the word itself. */
export type TokenClass =
  | 'WORD'
  | 'COUNTRY'
  | 'PLACE'
  | 'MINISTER'
  | 'OFFICIAL'
  | 'OFFICE'
  | 'DATE'
  | 'MONEY'
  | 'NUMBER'
  | 'NAME';

/** One step of a sentence as patterns see it: a word, or a whole name or value. */
export interface Step {
  readonly firstToken: number;
  readonly lastToken: number;
  readonly class: TokenClass;
  /** Of the stem, or of the class for names and values. */
  readonly hash: number;
}

/** A trigger with the tense of its clause. */
export interface PlacedTrigger extends Trigger {
  readonly tense: Tense;
  readonly negated: boolean;
}

/** One sentence read for events. */
export interface SentenceReading {
  readonly index: number;
  /** Token range, both inclusive; `last < first` where the sentence has no word. */
  readonly first: number;
  readonly last: number;
  readonly steps: readonly Step[];
  readonly triggers: readonly PlacedTrigger[];
  readonly dates: readonly DateExpression[];
  readonly mentions: readonly Mention[];
}

/** A document with all that candidate events are judged by. */
export interface Reading {
  readonly document: MentionedDocument;
  readonly words: readonly WordInfo[];
  readonly dates: readonly DateExpression[];
  readonly sentences: readonly SentenceReading[];
  /** Dates of sentences that speak of a return. */
  readonly returns: readonly DateReading[];
}

const CLASS_HASH = new Map<TokenClass, number>();
for (const name of [
  'COUNTRY',
  'PLACE',
  'MINISTER',
  'OFFICIAL',
  'OFFICE',
  'DATE',
  'MONEY',
  'NUMBER',
  'NAME',
] as const) {
  CLASS_HASH.set(name, hashText(`<${name}>`));
}

const RETURN = hashText('return');

/** Reads a document once: words, dates, triggers and tenses, sentence by sentence. */
export function readDocument(document: MentionedDocument): Reading {
  const { tokens, text, release } = document;
  const words = tokens.map((token) => wordInfo(token.key));
  const dates = findDates(text, tokens, release.date);
  const sentences: SentenceReading[] = [];
  let token = 0;
  let dateIndex = 0;
  let mentionIndex = 0;
  for (const sentence of document.sentences) {
    while (token < tokens.length && (tokens[token]?.start ?? 0) < sentence.start) token++;
    const first = token;
    while (token < tokens.length && (tokens[token]?.start ?? 0) < sentence.end) token++;
    const last = token - 1;
    const ownDates: DateExpression[] = [];
    for (let date = dates[dateIndex]; date && date.start < sentence.end; date = dates[++dateIndex]) {
      if (date.start >= sentence.start) ownDates.push(date);
    }
    const ownMentions: Mention[] = [];
    const { mentions } = document;
    for (
      let mention = mentions[mentionIndex];
      mention && mention.start < sentence.end;
      mention = mentions[++mentionIndex]
    ) {
      if (mention.start >= sentence.start) ownMentions.push(mention);
    }
    sentences.push({
      index: sentence.index,
      first,
      last,
      steps: stepsOf(document, words, first, last, ownDates, ownMentions),
      triggers: triggersOf(words, first, last),
      dates: ownDates,
      mentions: ownMentions,
    });
  }
  const returns = sentences.flatMap(({ first, last, dates: own }) => {
    if (own.length === 0 || !hasStem(words, first, last, RETURN)) return [];
    return own.map(({ reading }) => reading);
  });
  return { document, words, dates, sentences, returns };
}

function hasStem(words: readonly WordInfo[], first: number, last: number, hash: number): boolean {
  for (let at = first; at <= last; at++) if (words[at]?.stemHash === hash) return true;
  return false;
}

function triggersOf(words: readonly WordInfo[], first: number, last: number): PlacedTrigger[] {
  const triggers: PlacedTrigger[] = [];
  for (let index = first; index <= last; index++) {
    const trigger = triggerAt(words, index, last);
    if (!trigger) continue;
    const { firstToken, lastToken, senses } = trigger;
    const { tense, negated } = tenseAt(words, index, first, last);
    triggers.push({ firstToken, lastToken, senses, tense, negated });
    index = trigger.lastToken;
  }
  return triggers;
}

function stepsOf(
  document: MentionedDocument,
  words: readonly WordInfo[],
  first: number,
  last: number,
  dates: readonly DateExpression[],
  mentions: readonly Mention[],
): Step[] {
  const { tokens, text } = document;
  const steps: Step[] = [];
  let dateIndex = 0;
  let mentionIndex = 0;
  for (let index = first; index <= last; index++) {
    const token = tokens[index];
    const word = words[index];
    if (!token || !word) continue;
    while ((mentions[mentionIndex]?.end ?? Number.POSITIVE_INFINITY) <= token.start) mentionIndex++;
    while ((dates[dateIndex]?.end ?? Number.POSITIVE_INFINITY) <= token.start) dateIndex++;
    const mention = mentions[mentionIndex];
    const date = dates[dateIndex];
    let kind: TokenClass = 'WORD';
    let until = token.end;
    if (mention && mention.start <= token.start) {
      kind = mention.kind;
      until = mention.end;
    } else if (date && date.start <= token.start) {
      kind = 'DATE';
      until = date.end;
    } else if (token.shape === 'NUMBER') {
      kind = text.charAt(token.start - 1) === '$' ? 'MONEY' : 'NUMBER';
    } else if (
      index > first &&
      (token.shape === 'CAPITAL' || token.shape === 'MIXED') &&
      token.key.length > 1
    ) {
      kind = 'NAME';
    }
    let end = index;
    while (end < last && (tokens[end + 1]?.start ?? until) < until) end++;
    steps.push({
      firstToken: index,
      lastToken: end,
      class: kind,
      // "Bill" and "Budget" are written as names and tell as much as words; "Murupara" only tells that it is a name.
      hash: (kind === 'NAME' && word.vector ? undefined : CLASS_HASH.get(kind)) ?? word.stemHash,
    });
    index = end;
  }
  return steps;
}
