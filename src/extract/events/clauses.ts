import type { Token } from '../../lexicon/tokens.ts';
import type { PlacedTrigger, Reading, SentenceReading } from './reading.ts';

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
  'because',
  'although',
  'as',
  'with',
  'during',
  'until',
  'then',
  'plus',
  'or',
  'to',
  'ahead',
]);

/** Openers that begin a clause without a comma only where a trigger follows close behind. */
const REACH = 6;

/**
 * The clauses of a sentence in order, covering all of it: cut at commas, dashes and joining words where what is cut
 * off has a trigger of its own. A sentence without triggers is one clause without triggers.
 */
export function clausesOf(reading: Reading, sentence: SentenceReading): readonly Clause[] {
  const { tokens } = reading.document;
  const { triggers } = sentence;
  const cuts: number[] = [];
  let trigger = 0;
  let pending = false;
  for (let at = sentence.first; at <= sentence.last; at++) {
    const token = tokens[at];
    if (!token) break;
    if (at > sentence.first && pending && isCut(token)) {
      while (trigger < triggers.length && (triggers[trigger]?.firstToken ?? 0) < at) trigger++;
      const next = triggers[trigger];
      if (next && next.firstToken <= at + REACH + (token.gap === 'SPACE' ? 0 : 12)) {
        cuts.push(at);
        pending = false;
      }
    }
    if (triggers.some((one) => one.firstToken === at)) pending = true;
  }
  return build(sentence, cuts);
}

function isCut(token: Token): boolean {
  if (token.gap === 'COMMA' || token.gap === 'OTHER') return true;
  return token.gap === 'SPACE' && OPENERS.has(token.key);
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
