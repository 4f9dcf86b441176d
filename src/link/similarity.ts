import { nameWords } from './names.ts';
import type { Similarity } from './same-occurrence.ts';
import type { Statement } from './statements.ts';

/** Words shorter than this tell little ("the", "and", "has"); figures always count. */
const WORD_LETTERS = 4;

/**
 * Compares quotes by the weight of the words that both have against that of all words of the two. A word weighs by how few
 * quotes have it (inverse document frequency), so that "Minister" and "today" hardly count and "Ruapekapeka" does.
 */
export function createSimilarity(statements: readonly Statement[]): Similarity {
  const frequencies = new Map<string, number>();
  for (const { quote } of statements) {
    for (const word of quoteWords(quote)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  const weight = (word: string): number => Math.log((statements.length + 1) / (frequencies.get(word) ?? 1));
  const known = new WeakMap<Statement, ReadonlySet<string>>();
  const wordsOf = (statement: Statement): ReadonlySet<string> => {
    const cached = known.get(statement);
    if (cached) return cached;
    const words = quoteWords(statement.quote);
    known.set(statement, words);
    return words;
  };
  return (a, b) => {
    const left = wordsOf(a);
    const right = wordsOf(b);
    let shared = 0;
    let all = 0;
    for (const word of left) {
      all += weight(word);
      if (right.has(word)) shared += weight(word);
    }
    for (const word of right) if (!left.has(word)) all += weight(word);
    return all === 0 ? 0 : shared / all;
  };
}

function quoteWords(quote: string): ReadonlySet<string> {
  return new Set(nameWords(quote).filter((word) => word.length >= WORD_LETTERS || /\d/.test(word)));
}
