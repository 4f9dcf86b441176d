import { byCode } from '../model/ids.ts';
import type { Found, Item } from './item.ts';
import type { PhraseText } from './phrase-text.ts';

/** A minister by full name, or by surname: all who have it. */
export function ministerAt(text: PhraseText, index: number, previous: Item | null): Found | null {
  const [full] = text.ministers.get(index) ?? [];
  if (full) return found(full.values, full.lastToken);
  const [surname] = text.surnames.get(index) ?? [];
  return surname && isPlain(text, index, surname.lastToken, previous)
    ? found(surname.values, surname.lastToken)
    : null;
}

function found(ids: readonly string[], last: number): Found {
  return { meaning: { kind: 'MINISTER', ids: [...new Set(ids)].sort(byCode) }, last };
}

/**
 * Whether a surname means its minister: after a title or "by" always; after another given name ("Kevin Brown") never;
 * a surname that is a usual word ("key", "power") also with "'s", or with a capital inside a phrase that has small
 * letters.
 */
function isPlain(text: PhraseText, index: number, last: number, previous: Item | null): boolean {
  if (previous && isTitle(previous)) return true;
  const token = text.tokens[index];
  const { lexicon, words } = text.book;
  if (previous?.kind === 'LEFT') {
    const before = text.tokens[previous.last];
    if (before && before.shape !== 'LOWER' && lexicon.words.givenNames.has(before.key)) return false;
  }
  if (!token || index !== last || !words.wordSurnames.has(token.key)) return true;
  if (token.possessive) return true;
  return index > 0 && text.mixedCase && token.shape !== 'LOWER';
}

function isTitle(item: Item): boolean {
  if (item.kind === 'SIGN') return item.signs.has('BY');
  return item.kind === 'TITLE' || (item.kind === 'PORTFOLIO' && item.titled);
}
