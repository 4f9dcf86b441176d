import type { Span } from '../model/span.ts';

/** How a token is written: `to`, `Hanoi`, `UK`, `McKinnon`, `1990s`. */
export type Shape = 'LOWER' | 'CAPITAL' | 'UPPER' | 'MIXED' | 'NUMBER';

/**
 * What stands between a token and the one before it: blanks alone, a hyphen or dash without blanks, a dot or comma
 * (and blanks), a line break (which is always a hard end), anything else. START for the first token.
 */
export type Gap = 'START' | 'SPACE' | 'HYPHEN' | 'DOT' | 'COMMA' | 'BREAK' | 'OTHER';

/** One word or number; the span leaves out a possessive ending ("Vietnam’s" covers "Vietnam"). */
export interface Token extends Span {
  /** Position in the list of tokens. */
  readonly index: number;
  /** As written, without the possessive ending. */
  readonly text: string;
  /** Folded for look-up: lower case, without accents, macrons, apostrophes and the dots of "U.S.". */
  readonly key: string;
  readonly shape: Shape;
  readonly possessive: boolean;
  readonly gap: Gap;
}

const LETTER = 1;
const DIGIT = 2;
const APOSTROPHE = 3;
const HIGH_LETTER = /\p{L}|\p{M}/u;
const HIGH_UPPER = /\p{Lu}/u;

const UPPER_FLAG = 8;

/** Class of every UTF-16 code unit; capitals carry a flag. Surrogates are no letters. */
const CLASSES = new Uint8Array(0x10000);
for (let code = 0; code < CLASSES.length; code++) {
  if (code >= 0x2c00 && code < 0xa640) continue;
  const char = String.fromCharCode(code);
  if (HIGH_LETTER.test(char)) CLASSES[code] = HIGH_UPPER.test(char) ? LETTER | UPPER_FLAG : LETTER;
}
for (let code = 48; code <= 57; code++) CLASSES[code] = DIGIT;
for (const char of "'`‘’ʻʼ") CLASSES[char.charCodeAt(0)] = APOSTROPHE;

/** Class of a code unit; 0 past the end of a text, where `charCodeAt` gives NaN. */
function classOf(code: number): number {
  return (CLASSES[code] ?? 0) & 7;
}

function isUpperCode(code: number): boolean {
  return ((CLASSES[code] ?? 0) & UPPER_FLAG) !== 0;
}

/** The look-up form of one word: "Māori" gives `maori`, "O’Connor" `oconnor`, "U.S." `us`. */
export function foldWord(word: string): string {
  let lower = true;
  let plain = true;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 97 && code <= 122) continue;
    lower = false;
    if (code > 0x7f || code === 39 || code === 46 || code === 96) plain = false;
  }
  if (lower) return word;
  if (plain) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`ʻʼ.]/g, '')
    .replace(/ø/gi, 'o')
    .replace(/ß/g, 'ss')
    .toLowerCase();
}

/** Splits a text into words and numbers, in one pass. Never throws. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  let previousEnd = 0;
  let position = 0;
  while (position < length) {
    const code = text.charCodeAt(position);
    const kind = classOf(code);
    if (kind !== LETTER && kind !== DIGIT) {
      position++;
      continue;
    }
    const start = position;
    const gap = gapOf(text, previousEnd, start, tokens.length === 0);
    const plainEnd = kind === LETTER ? plainWordEnd(text, start) : -1;
    position = plainEnd !== -1 ? plainEnd : kind === LETTER ? wordEnd(text, start) : numberEnd(text, start);
    tokens.push(
      plainEnd !== -1
        ? plainToken(text, start, position, tokens.length, gap)
        : tokenOf(text, start, position, tokens.length, gap, kind),
    );
    previousEnd = position;
  }
  return tokens;
}

/** End of a word of ASCII letters that are small from the second on, the usual case; -1 for every other word. */
function plainWordEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first > 122) return -1;
  let end = start + 1;
  let code = text.charCodeAt(end);
  while (code >= 97 && code <= 122) code = text.charCodeAt(++end);
  return classOf(code) === 0 && end - start > 1 ? end : -1;
}

function plainToken(text: string, start: number, end: number, index: number, gap: Gap): Token {
  const word = text.slice(start, end);
  const lower = text.charCodeAt(start) >= 97;
  const key = lower ? word : word.toLowerCase();
  return { start, end, index, text: word, key, shape: lower ? 'LOWER' : 'CAPITAL', possessive: false, gap };
}

function tokenOf(text: string, start: number, limit: number, index: number, gap: Gap, kind: number): Token {
  const possessive = kind === LETTER && hasPossessiveEnding(text, start, limit);
  const end = possessive ? limit - 2 : limit;
  const word = text.slice(start, end);
  const shape = kind === DIGIT ? 'NUMBER' : shapeOf(word);
  return { start, end, index, text: word, key: foldWord(word), shape, possessive, gap };
}

function hasPossessiveEnding(text: string, start: number, end: number): boolean {
  if (end - start < 3) return false;
  const last = text.charCodeAt(end - 1);
  return (last === 115 || last === 83) && classOf(text.charCodeAt(end - 2)) === APOSTROPHE;
}

/** End of the word that starts at `position`: letters, digits, apostrophes between letters, the dots of "U.S.". */
function wordEnd(text: string, position: number): number {
  let end = position + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    // The usual case first: an ASCII letter in lower case.
    if (code >= 97 && code <= 122) {
      end++;
      continue;
    }
    const kind = classOf(code);
    if (kind === LETTER || kind === DIGIT) end++;
    else if (kind === APOSTROPHE && classOf(text.charCodeAt(end + 1)) === LETTER) end += 2;
    else break;
  }
  if (end === position + 1 && text.charCodeAt(end) === 46) return abbreviationEnd(text, position);
  return end;
}

/** "U.S." and "U.S.A." are one token with their dots; "H." is the token "H". */
function abbreviationEnd(text: string, position: number): number {
  let end = position;
  let letters = 0;
  while (
    classOf(text.charCodeAt(end)) === LETTER &&
    text.charCodeAt(end + 1) === 46 &&
    isUpperCode(text.charCodeAt(end))
  ) {
    letters++;
    end += 2;
  }
  if (letters < 2) {
    const single = letters === 1 && classOf(text.charCodeAt(end)) === LETTER && isLoneLetter(text, end);
    return single ? end + 1 : position + 1;
  }
  return end;
}

function isLoneLetter(text: string, position: number): boolean {
  return isUpperCode(text.charCodeAt(position)) && classOf(text.charCodeAt(position + 1)) === 0;
}

function numberEnd(text: string, position: number): number {
  let end = position + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    const kind = classOf(code);
    if (kind === LETTER || kind === DIGIT) end++;
    else if ((code === 44 || code === 46) && classOf(text.charCodeAt(end + 1)) === DIGIT) end += 2;
    else return end;
  }
}

function shapeOf(word: string): Shape {
  let uppers = 0;
  let lowers = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code >= 97 && code <= 122) lowers++;
    else if (isUpperCode(code)) uppers++;
    else if (classOf(code) === LETTER) lowers++;
  }
  if (uppers === 0) return 'LOWER';
  if (lowers === 0) return 'UPPER';
  return uppers === 1 && isUpperCode(word.charCodeAt(0)) ? 'CAPITAL' : 'MIXED';
}

function gapOf(text: string, from: number, to: number, first: boolean): Gap {
  if (first) return 'START';
  if (to === from + 1) {
    const code = text.charCodeAt(from);
    if (code === 32 || code === 0xa0) return 'SPACE';
    if (code === 45 || code === 0x2010 || code === 0x2011 || code === 0x2013) return 'HYPHEN';
  }
  let gap: Gap = 'SPACE';
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return 'BREAK';
    if (code === 32 || code === 9 || code === 0xa0 || code === 0x2009 || code === 0x202f) continue;
    if (i === from && code === 46) gap = 'DOT';
    else if (i === from && code === 44) gap = 'COMMA';
    else gap = 'OTHER';
  }
  return gap;
}
