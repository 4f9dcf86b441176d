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

const CLASSES = new Uint8Array(0x250);
for (let code = 0; code < CLASSES.length; code++) {
  const char = String.fromCharCode(code);
  if (/\p{L}/u.test(char)) CLASSES[code] = LETTER;
  else if (/[0-9]/.test(char)) CLASSES[code] = DIGIT;
  else if (/['`]/.test(char)) CLASSES[code] = APOSTROPHE;
}

function classOf(code: number): number {
  if (code < 0x250) return CLASSES[code] ?? 0;
  if (code === 0x2018 || code === 0x2019 || code === 0x02bb || code === 0x02bc) return APOSTROPHE;
  if (code < 0x300 || (code >= 0x2000 && code < 0x2c00)) return 0;
  return HIGH_LETTER.test(String.fromCharCode(code)) ? LETTER : 0;
}

function isUpperCode(code: number): boolean {
  if (code < 0x80) return code >= 65 && code <= 90;
  return HIGH_UPPER.test(String.fromCharCode(code));
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
    const kind = code < 0x250 ? (CLASSES[code] ?? 0) : classOf(code);
    if (kind !== LETTER && kind !== DIGIT) {
      position++;
      continue;
    }
    const start = position;
    position = kind === LETTER ? wordEnd(text, position) : numberEnd(text, position);
    const possessive = kind === LETTER && hasPossessiveEnding(text, start, position);
    const end = possessive ? position - 2 : position;
    const word = text.slice(start, end);
    const shape = kind === DIGIT ? 'NUMBER' : shapeOf(word);
    tokens.push({
      start,
      end,
      index: tokens.length,
      text: word,
      key: foldWord(word),
      shape,
      possessive,
      gap: gapOf(text, previousEnd, start, tokens.length === 0),
    });
    previousEnd = position;
  }
  return tokens;
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
    else if (code > 0x7f && classOf(code) === LETTER) lowers++;
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
