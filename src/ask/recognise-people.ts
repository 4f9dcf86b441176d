import { byCode } from '../model/ids.ts';
import type { Found, Item } from './item.ts';
import { lexiconAt } from './names.ts';
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
 * A holder of an office elsewhere by full name, or by surname: "Alexander Downer", "President Bush", "Downer". All who
 * have the name are meant; a surname alone counts with a title before it, or with a capital where it can be no other
 * word.
 */
export function officialAt(text: PhraseText, index: number, previous: Item | null): Found | null {
  const start = afterRole(text, index);
  const [full] = text.officials.get(start) ?? [];
  if (full) return official(full.values, full.lastToken);
  const [surname] = text.officialSurnames.get(start) ?? [];
  if (!surname || text.surnames.has(start)) return null;
  const titled = start > index || (previous !== null && isTitle(previous));
  return titled || isPlainOfficial(text, start, previous)
    ? official(surname.values, surname.lastToken)
    : null;
}

function official(ids: readonly string[], last: number): Found {
  return { meaning: { kind: 'OFFICIAL', ids: [...new Set(ids)].sort(byCode) }, last };
}

/** Where the name starts after "President", "Premier" and the like; `index` itself where none stands here. */
function afterRole(text: PhraseText, index: number): number {
  const role = lexiconAt(text.book, text.phrase, text.tokens, index).find(({ values }) =>
    values.some((value) => value.kind === 'ROLE' && value.head === 'ALONE'),
  );
  return role ? role.last + 1 : index;
}

/** "Downer", not "Bishop", "policy" or "Jane Downer". */
function isPlainOfficial(text: PhraseText, index: number, previous: Item | null): boolean {
  const token = text.tokens[index];
  const { lexicon, words } = text.book;
  if (!token || !text.mixedCase || token.shape === 'LOWER' || token.key.length < 4) return false;
  if (previous?.kind === 'LEFT' && text.tokens[previous.last]?.shape !== 'LOWER') return false;
  if (words.ordinary.has(token.key) || words.wordSurnames.has(token.key)) return false;
  if (lexicon.words.givenNames.has(token.key) || text.matches.has(index) || text.offices.has(index)) {
    return false;
  }
  return lexiconAt(text.book, text.phrase, text.tokens, index).length === 0;
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
