import type { Span } from '../model/span.ts';
import { type Shape, type Token, tokenize } from './tokens.ts';

/** One phrase found in a text: which tokens it covers (both inclusive), and the values filed under it. */
export interface Match<T> extends Span {
  readonly firstToken: number;
  readonly lastToken: number;
  /** Never empty. */
  readonly values: readonly T[];
}

/**
 * How a phrase must be written to match. WRITTEN: words that the phrase writes with a capital have one in the text,
 * and words of two to five capitals ("US") are all capitals there; ANY: the case says nothing.
 */
export type Casing = 'WRITTEN' | 'ANY';

/** A phrase to find and what it stands for. */
export interface Pattern<T> {
  readonly phrase: string;
  readonly value: T;
  readonly casing: Casing;
}

/** Finds all of its phrases in one pass over the tokens of a text. */
export interface Matcher<T> {
  /** Every phrase found, by first token, the longer first; phrases may overlap. */
  readonly scan: (tokens: readonly Token[]) => Match<T>[];
  /** The values filed under exactly this phrase, whatever its case; empty where there are none. */
  readonly lookUp: (phrase: string) => readonly T[];
}

interface Filed<T> {
  readonly value: T;
  /** Per word the shape that it needs, null where any will do. */
  readonly shapes: readonly (Shape | null)[] | null;
}

interface Node<T> {
  children: Map<string, Node<T>> | null;
  filed: Filed<T>[] | null;
}

/**
 * Builds a trie over folded words. A phrase matches where its words follow each other with nothing but blanks or a
 * hyphen between them, or a comma where the phrase has one; an abbreviation such as "St" may end in a dot. Throws a RangeError on a phrase without words.
 */
export function createMatcher<T>(patterns: Iterable<Pattern<T>>): Matcher<T> {
  const root: Node<T> = { children: new Map(), filed: null };
  const starts = new Uint8Array(1 << 16);
  for (const { phrase, value, casing } of patterns) {
    const words = tokenize(phrase);
    if (words.length === 0) throw new RangeError(`expected a phrase with a word in it, got "${phrase}"`);
    const node = words.reduce((parent, word, i) => childOf(parent, linkKey(word, words[i - 1])), root);
    node.filed ??= [];
    if (node.filed.some((filed) => filed.value === value)) continue;
    const shapes = casing === 'ANY' ? null : words.map(shapeNeeded);
    node.filed.push({ value, shapes });
    const code = startCode(words[0]?.key ?? '');
    starts[code] = (starts[code] ?? 0) | CAPITAL_START | (shapes?.[0] ? 0 : LOWER_START);
  }
  return {
    scan: (tokens) => scanTokens(root, starts, tokens),
    lookUp: (phrase) => lookUpPhrase(root, phrase),
  };
}

function childOf<T>(parent: Node<T>, key: string): Node<T> {
  parent.children ??= new Map();
  let child = parent.children.get(key);
  if (!child) {
    child = { children: null, filed: null };
    parent.children.set(key, child);
  }
  return child;
}

/** After a possessive or a comma a word is another one: "America’s Cup" and "America Cup" differ. */
function linkKey(word: Token, previous: Token | undefined): string {
  if (previous?.possessive) return `'${word.key}`;
  return previous && word.gap === 'COMMA' ? `,${word.key}` : word.key;
}

function shapeNeeded(word: Token): Shape | null {
  if (word.shape === 'UPPER' && word.key.length > 1 && word.key.length <= 5) return 'UPPER';
  return word.shape === 'LOWER' || word.shape === 'NUMBER' ? null : 'CAPITAL';
}

/** What a first word with a start code can begin: phrases that need a capital, phrases that need none. */
const CAPITAL_START = 1;
const LOWER_START = 2;

/** A hash of a first word's length and of some of its letters: most words are passed over without a look-up. */
function startCode(key: string): number {
  const last = key.length - 1;
  let code = key.charCodeAt(0) * 31 + last;
  code = code * 31 + key.charCodeAt(last);
  code = code * 31 + (last > 1 ? key.charCodeAt(1) * 31 + key.charCodeAt(2) : 0);
  return (code ^ (code >> 16)) & 0xffff;
}

function scanTokens<T>(root: Node<T>, starts: Uint8Array, tokens: readonly Token[]): Match<T>[] {
  const matches: Match<T>[] = [];
  const firsts = root.children;
  if (!firsts) return matches;
  for (const token of tokens) {
    const start = starts[startCode(token.key)] ?? 0;
    if (start === 0 || (token.shape === 'LOWER' && start === CAPITAL_START)) continue;
    let node = firsts.get(token.key);
    if (!node) continue;
    const mark = matches.length;
    let last = token;
    for (;;) {
      if (node.filed) {
        const values = casedValues(node.filed, tokens, token.index);
        if (values.length > 0) {
          const match = {
            start: token.start,
            end: last.end,
            firstToken: token.index,
            lastToken: last.index,
            values,
          };
          // The longer first: only phrases that begin where shorter ones do are moved.
          if (matches.length === mark) matches.push(match);
          else matches.splice(mark, 0, match);
        }
      }
      const next: Token | undefined = tokens[last.index + 1];
      if (!node.children || !next || !isJoined(next, last)) break;
      const child = node.children.get(linkKey(next, last));
      if (!child) break;
      node = child;
      last = next;
    }
  }
  return matches;
}

function casedValues<T>(filed: readonly Filed<T>[], tokens: readonly Token[], first: number): T[] {
  const values: T[] = [];
  for (const { value, shapes } of filed) {
    if (shapes === null || shapes.every((shape, i) => hasShape(tokens[first + i], shape))) values.push(value);
  }
  return values;
}

function hasShape(token: Token | undefined, shape: Shape | null): boolean {
  if (shape === null) return true;
  return token !== undefined && (shape === 'UPPER' ? token.shape === 'UPPER' : token.shape !== 'LOWER');
}

function isJoined(next: Token, previous: Token): boolean {
  if (next.gap === 'SPACE' || next.gap === 'HYPHEN' || next.gap === 'COMMA') return true;
  if (next.gap === 'DOT') return previous.text.length <= 2;
  // "Veterans’ Affairs": the apostrophe of a plural is no part of the word.
  return next.gap === 'OTHER' && next.start - previous.end === 2 && previous.key.endsWith('s');
}

function lookUpPhrase<T>(root: Node<T>, phrase: string): readonly T[] {
  let node: Node<T> | undefined = root;
  const words = tokenize(phrase);
  for (const [i, word] of words.entries()) {
    node = node.children?.get(linkKey(word, words[i - 1]));
    if (!node) return [];
  }
  return node.filed?.map((filed) => filed.value) ?? [];
}
