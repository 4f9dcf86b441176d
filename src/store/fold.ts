/** A name or word as it is searched by: compatibility forms, accents, macrons and case gone. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʻʼ]/g, "'")
    .toLowerCase();
}

/** One condition of a full-text query: these words next to each other, the last one possibly only begun. */
export interface TextTerm {
  readonly words: string;
  readonly prefix: boolean;
  /** The words must not be there. */
  readonly excluded: boolean;
}

const TERM = /(-?)(?:"([^"]*)"?|([^\s"]+))/g;

/** Terms and characters past these are left out: the engines bound the size of a query. */
const MAX_TERMS = 30;
const MAX_LENGTH = 2000;

/**
 * The conditions of a text query, all of which must hold: words, `"phrases"`, `begin*`, and `-word` or `-"phrase"` for
 * what is not to be there. What holds neither letter nor digit is left out, so an empty list means no condition.
 * Never throws.
 */
export function parseTextQuery(query: string): readonly TextTerm[] {
  const terms: TextTerm[] = [];
  // No engine takes the NUL character.
  const text = query.slice(0, MAX_LENGTH).replaceAll('\0', ' ');
  for (const [, minus, phrase, word] of text.matchAll(TERM)) {
    const words = phrase ?? word ?? '';
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    const prefix = phrase === undefined && words.endsWith('*');
    terms.push({ words: prefix ? words.slice(0, -1) : words, prefix, excluded: minus === '-' });
  }
  return terms.slice(0, MAX_TERMS);
}
