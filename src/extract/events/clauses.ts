import type { Token } from '../../lexicon/tokens.ts';
import type { PlacedTrigger, Reading, SentenceReading } from './reading.ts';
import { bitOf } from './words.ts';

/** A part of a sentence that may state an event of its own: it has at least one trigger. */
export interface Clause {
  /** Token range, both inclusive. */
  readonly first: number;
  readonly last: number;
  readonly triggers: readonly PlacedTrigger[];
  /** Position among the clauses of its sentence, and how many there are. */
  readonly index: number;
  readonly count: number;
}

const SPEECH = bitOf('speech');

/** Words before which a clause may begin. */
const OPENERS = new Set([
  'and',
  'but',
  'while',
  'which',
  'who',
  'where',
  'when',
  'after',
  'following',
  'before',
  'since',
  'that',
  'including',
  'although',
  'until',
  'then',
  'to',
  'ahead',
]);

/** Openers that begin a clause without a comma only where a trigger follows close behind. */
const REACH = 6;

/** Marks that may part clauses; the "$" of "invest $20 million" does not. */
const CUT_MARKS = /[,;:()\u2013\u2014]| - /;

/**
 * The clauses of a sentence in order, covering all of it: cut at commas, dashes and joining words where what is cut
 * off has a trigger of its own. A sentence without triggers is one clause without triggers.
 */
export function clausesOf(reading: Reading, sentence: SentenceReading): readonly Clause[] {
  const { tokens, text } = reading.document;
  // "Mr Goff said" is no clause of its own: who says a thing belongs to what is said.
  const triggers = sentence.triggers.filter((trigger) => !isSpeech(reading, trigger));
  if (triggers.length < 2)
    return [{ first: sentence.first, last: sentence.last, triggers, index: 0, count: 1 }];
  const cuts: number[] = [];
  // `next` is the first trigger at or after the token; `pending` says that the clause has one already.
  let next = 0;
  let pending = false;
  for (let at = sentence.first; at <= sentence.last; at++) {
    const token = tokens[at];
    const trigger = triggers[next];
    if (!token || !trigger) break;
    if (
      pending &&
      isCut(text, token, tokens[at - 1], tokens[at + 1]) &&
      trigger.firstToken <= at + reachOf(token)
    ) {
      cuts.push(at);
      pending = false;
    }
    if (trigger.firstToken === at) {
      pending = true;
      next++;
    }
  }
  return build(sentence, cuts);
}

/** How far ahead the trigger of a new clause may be: right behind the "to" of "to attend", farther behind a comma. */
function reachOf({ key, gap }: Token): number {
  if (gap !== 'SPACE') return 2 * REACH;
  return key === 'to' ? 1 : key === 'and' || key === 'but' || key === 'while' ? 2 * REACH : REACH;
}

/** Not within a name: the "and" of "Command and Staff College" joins no clauses. */
function isCut(text: string, token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (token.gap === 'COMMA') return true;
  if (token.gap === 'OTHER' && before) return CUT_MARKS.test(text.slice(before.end, token.start));
  if (token.gap !== 'SPACE' || !OPENERS.has(token.key)) return false;
  return before?.shape === 'LOWER' || before?.shape === 'NUMBER' || after?.shape === 'LOWER';
}

function isSpeech(reading: Reading, { firstToken, lastToken }: PlacedTrigger): boolean {
  return firstToken === lastToken && ((reading.words[firstToken]?.kinds ?? 0) & SPEECH) !== 0;
}

function build(sentence: SentenceReading, cuts: readonly number[]): readonly Clause[] {
  const clauses: Clause[] = [];
  const starts = [sentence.first, ...cuts];
  starts.forEach((first, index) => {
    const last = (starts[index + 1] ?? sentence.last + 1) - 1;
    const triggers = sentence.triggers.filter(
      (trigger) => first <= trigger.firstToken && trigger.firstToken <= last,
    );
    clauses.push({ first, last, triggers, index, count: starts.length });
  });
  return clauses;
}
