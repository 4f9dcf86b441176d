import { hashText } from './hash.ts';
import { bitOf, type WordInfo } from './words.ts';

/** What the words of a stretch say of when it is true; several may hold. */
export const CUES = [
  'FUTURE',
  'PLAN',
  'MODAL',
  'PERFECT',
  'PAST',
  'PRESENT',
  'PROGRESSIVE',
  'CURRENT',
  'CANCELLED',
  'COMPLETED',
  'NEGATION',
  'IMPERATIVE',
] as const;
export type Cue = (typeof CUES)[number];

const FUTURE = bitOf('future');
const MODAL = bitOf('modal');
const PERFECT = bitOf('perfect') | bitOf('pluperfect');
const PRESENT = bitOf('present');
const PAST = bitOf('past');
const BE = bitOf('be');
const NEGATION = bitOf('negation');
const ONGOING = bitOf('ongoing');
const CANCELLED = bitOf('cancelled');
const COMPLETED = bitOf('completed');
const PLAN = bitOf('plan');
const TO = hashText('to');

/** The cues of a stretch in the order of the text, each where it first stands. */
export function cuesIn(words: readonly WordInfo[], first: number, last: number): readonly Cue[] {
  const cues: Cue[] = [];
  const add = (cue: Cue): void => {
    if (!cues.includes(cue)) cues.push(cue);
  };
  for (let at = first; at <= last; at++) {
    const word = words[at];
    if (!word) continue;
    const { kinds } = word;
    if (kinds === 0 && word.form === 'OTHER' && word.stemHash !== TO) continue;
    const next = words[at + 1];
    if (kinds & FUTURE) add('FUTURE');
    if (kinds & MODAL) add('MODAL');
    if (kinds & NEGATION) add('NEGATION');
    if (kinds & ONGOING) add('CURRENT');
    if (kinds & CANCELLED) add('CANCELLED');
    if (kinds & COMPLETED) add('COMPLETED');
    if (kinds & PLAN) add('PLAN');
    if (kinds & PERFECT) add('PERFECT');
    else if (kinds & PRESENT) add(presentCue(words, at, next));
    else if (kinds & PAST) add('PAST');
    else if (word.stem === 'to' && next && next.kinds & BE) add('PLAN');
    else if (word.form === 'PAST' && at > first && !isAuxiliary(words[at - 1])) add('PAST');
  }
  return cues;
}

/** "is to visit" and "are due" are plans, "is visiting" goes on, "is" alone only is. */
function presentCue(words: readonly WordInfo[], at: number, next: WordInfo | undefined): Cue {
  if (next?.stem === 'to') return 'PLAN';
  const second = words[at + 2];
  if (next?.form === 'ING' || second?.form === 'ING') return 'PROGRESSIVE';
  return 'PRESENT';
}

function isAuxiliary(word: WordInfo | undefined): boolean {
  return word !== undefined && (word.kinds & (PRESENT | PAST | PERFECT | BE | FUTURE | MODAL)) !== 0;
}
