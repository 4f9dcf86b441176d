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
}

const TERM = /"([^"]*)"?|([^\s"]+)/g;

/**
 * The conditions of a text query, all of which must hold: words, `"phrases"` and `begin*`. What holds neither letter
 * nor digit is left out, so an empty list means no condition. Never throws.
 */
export function parseTextQuery(query: string): readonly TextTerm[] {
  const terms: TextTerm[] = [];
  for (const [, phrase, word] of query.matchAll(TERM)) {
    const words = phrase ?? word ?? '';
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    const prefix = phrase === undefined && words.endsWith('*');
    terms.push({ words: prefix ? words.slice(0, -1) : words, prefix });
  }
  return terms;
}
