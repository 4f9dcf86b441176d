import type { Token } from '../lexicon/tokens.ts';
import type { InterpretationBuilder } from './builder.ts';
import type { PhraseText } from './phrase-text.ts';
import { suggestNames } from './suggest.ts';

/**
 * Makes full-text terms of a run of words that nothing reads: what is spelt nearly like a name is ignored and the name
 * suggested; capitalised words in a row are one phrase; words with a hyphen stay whole; a plural counts in the
 * singular too, as the start of a word.
 */
export function leftTerms(text: PhraseText, run: readonly Token[], builder: InterpretationBuilder): void {
  const suggestions = suggestNames(text.phrase, run, text.book);
  for (const suggestion of suggestions) builder.suggest(suggestion);
  const words = run.filter(
    ({ start }) => !suggestions.some((near) => near.start <= start && start < near.end),
  );
  for (const group of grouped(words)) {
    const start = group[0]?.start ?? 0;
    const end = group.at(-1)?.end ?? start;
    // A number of one or two digits finds too much to be a condition.
    if (group.every(isShortNumber)) builder.ignore({ start, end });
    else builder.text({ start, end }, termOf(text.phrase, group));
  }
}

function grouped(words: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const follows = before !== undefined && before.index + 1 === word.index;
    const joined = follows && (word.gap === 'HYPHEN' || (isCapital(word) && isCapital(before)));
    if (last && joined) last.push(word);
    else groups.push([word]);
  }
  return groups;
}

function isShortNumber({ key }: Token): boolean {
  return /^\d{1,2}$/.test(key);
}

function isCapital({ shape }: Token): boolean {
  return shape !== 'LOWER' && shape !== 'NUMBER';
}

function termOf(phrase: string, group: readonly Token[]): string {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) return '';
  const words = phrase.slice(first.start, last.end).replace(/["“”]/g, '');
  if (group.length > 1) return `"${words}"`;
  if (phrase[last.end] === '*') return `${words}*`;
  return isPlural(first) ? `${words.slice(0, -1)}*` : words;
}

/** "whales", not "species", "glass", "virus" or "crisis". */
function isPlural({ key, shape }: Token): boolean {
  return shape === 'LOWER' && key.length >= 5 && /[^isu]s$/.test(key) && !key.endsWith('ies');
}
