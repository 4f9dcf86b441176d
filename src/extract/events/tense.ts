import { bitOf, type WordInfo } from './words.ts';

/** What the verbs around a word say of when. NONE: no verb that says it. */
export const TENSES = [
  'NONE',
  'PAST',
  'PERFECT',
  'PLUPERFECT',
  'PAST_PASSIVE',
  'PRESENT',
  'PROGRESSIVE',
  'PRESENT_PASSIVE',
  'FUTURE',
  'MODAL',
  'INFINITIVE',
  'GERUND',
  'PAST_PROGRESSIVE',
] as const;
export type Tense = (typeof TENSES)[number];

const FUTURE = bitOf('future');
const MODAL = bitOf('modal');
const PERFECT = bitOf('perfect');
const PLUPERFECT = bitOf('pluperfect');
const PRESENT = bitOf('present');
const PAST = bitOf('past');
const BE = bitOf('be');
const NEGATION = bitOf('negation');

/** Words before "to" that make an infinitive a plan: "is due to visit", "plans to open". */
const PLANNING = new Set([
  'due',
  'set',
  'plan',
  'expect',
  'schedul',
  'go',
  'intend',
  'about',
  'read',
  'prepar',
  'is',
  'are',
]);
const REACH = 5;

/**
 * The tense of the verb group that a word ends or stands behind, from the auxiliaries up to five words before it,
 * never before the token `first`; a noun takes the group before it, or else the first one after it.
 */
export function tenseAt(
  words: readonly WordInfo[],
  index: number,
  first: number,
  last: number,
): { readonly tense: Tense; readonly negated: boolean } {
  const own = words[index];
  if (!own) return { tense: 'NONE', negated: false };
  let negated = false;
  for (let at = index - 1; at >= first && at >= index - REACH; at--) {
    const word = words[at];
    if (!word) break;
    const { kinds } = word;
    if (kinds & NEGATION) negated = true;
    if (kinds & FUTURE) return { tense: 'FUTURE', negated };
    if (kinds & MODAL) return { tense: 'MODAL', negated };
    if (word.stem === 'to' && at === index - 1) {
      const before = words[at - 1];
      const planned = before && (PLANNING.has(before.stem) || (before.kinds & PRESENT) !== 0);
      return { tense: planned ? 'FUTURE' : 'INFINITIVE', negated };
    }
    if (kinds & PERFECT) return { tense: 'PERFECT', negated };
    if (kinds & PLUPERFECT) return { tense: 'PLUPERFECT', negated };
    if (kinds & BE) continue;
    if (kinds & PRESENT) {
      return {
        tense: own.form === 'ING' ? 'PROGRESSIVE' : own.form === 'PAST' ? 'PRESENT_PASSIVE' : 'PRESENT',
        negated,
      };
    }
    if (kinds & PAST) {
      return {
        tense: own.form === 'ING' ? 'PAST_PROGRESSIVE' : own.form === 'PAST' ? 'PAST_PASSIVE' : 'PAST',
        negated,
      };
    }
    if (at < index - 1 && word.form === 'PAST' && own.form === 'OTHER') return { tense: 'PAST', negated };
  }
  if (own.form === 'PAST') return { tense: 'PAST', negated };
  if (own.form === 'ING') return { tense: 'GERUND', negated };
  return { tense: tenseAfter(words, index, last), negated };
}

function tenseAfter(words: readonly WordInfo[], index: number, last: number): Tense {
  for (let at = index + 1; at <= last && at <= index + REACH; at++) {
    const kinds = words[at]?.kinds ?? 0;
    if (kinds & FUTURE) return 'FUTURE';
    if (kinds & MODAL) return 'MODAL';
    if (kinds & PERFECT) return 'PERFECT';
    if (kinds & PAST) return 'PAST';
    if (kinds & PRESENT) return 'PRESENT';
  }
  return 'NONE';
}
