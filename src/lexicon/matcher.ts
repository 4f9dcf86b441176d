import type { Span } from '../model/span.ts';
import { type Token, tokenize } from './tokens.ts';

/** One phrase found in a text: which tokens it covers (both inclusive), and the values filed under it. */
export interface Match<T> extends Span {
  readonly firstToken: number;
  readonly lastToken: number;
  readonly values: readonly T[];
}

interface Node<T> {
  children: Map<string, Node<T>> | null;
  values: T[] | null;
}

/** Finds all of its phrases in one pass over the tokens of a text. */
export interface Matcher<T> {
  /** Every phrase found, by first token, the longer first; phrases may overlap. */
  readonly scan: (tokens: readonly Token[]) => Match<T>[];
  /** The values filed under exactly this phrase; empty where there are none. */
  readonly lookUp: (phrase: string) => readonly T[];
}

/**
 * Builds a trie over folded words. A phrase matches where its words follow each other with nothing but blanks or a
 * hyphen between them ("St" may end in a dot). Case is folded: who cares about it looks at the tokens matched.
 */
export function createMatcher<T>(phrases: Iterable<readonly [phrase: string, value: T]>): Matcher<T> {
  const root: Node<T> = { children: new Map(), values: null };
  for (const [phrase, value] of phrases) {
    let node = root;
    for (const { key } of tokenize(phrase)) {
      node.children ??= new Map();
      let next = node.children.get(key);
      if (!next) {
        next = { children: null, values: null };
        node.children.set(key, next);
      }
      node = next;
    }
    if (node === root) throw new RangeError(`expected a phrase with a word in it, got "${phrase}"`);
    node.values ??= [];
    if (!node.values.includes(value)) node.values.push(value);
  }
  return {
    scan: (tokens) => scanTokens(root, tokens),
    lookUp: (phrase) => lookUpPhrase(root, phrase),
  };
}

function scanTokens<T>(root: Node<T>, tokens: readonly Token[]): Match<T>[] {
  const matches: Match<T>[] = [];
  const firsts = root.children;
  if (!firsts) return matches;
  for (let first = 0; first < tokens.length; first++) {
    const token = tokens[first];
    const entry = token && firsts.get(token.key);
    if (!token || !entry) continue;
    const mark = matches.length;
    let node: Node<T> | undefined = entry;
    let last = first;
    let end = token.end;
    while (node) {
      if (node.values) {
        matches.splice(mark, 0, {
          start: token.start,
          end,
          firstToken: first,
          lastToken: last,
          values: node.values,
        });
      }
      const next = tokens[last + 1];
      if (!node.children || !next || !isJoined(next, tokens[last])) break;
      node = node.children.get(next.key);
      last++;
      end = next.end;
    }
  }
  return matches;
}

function isJoined(next: Token, previous: Token | undefined): boolean {
  if (next.gap === 'SPACE' || next.gap === 'HYPHEN') return true;
  return next.gap === 'DOT' && previous !== undefined && previous.text.length <= 2;
}

function lookUpPhrase<T>(root: Node<T>, phrase: string): readonly T[] {
  let node: Node<T> | undefined = root;
  for (const { key } of tokenize(phrase)) {
    node = node.children?.get(key);
    if (!node) return [];
  }
  return node.values ?? [];
}
