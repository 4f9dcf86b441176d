import type { OffsetMap, OffsetRun } from './offset-map.ts';
import { respell, respellings } from './respell.ts';

/** A plain text, and where each part of it comes from. */
export interface PlainText {
  readonly text: string;
  readonly map: OffsetMap;
}

/** Soft hyphens, zero-width characters and marks of writing direction: they mean nothing in a plain text. */
const EMPTY = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069';

/**
 * All but single plain spaces between words: runs of blanks and empty characters, a space at either end, and marks of
 * emphasis that CommonMark takes for words ("**Note:**Today"); an escaped mark is copied by itself and so stays.
 */
const IRREGULAR = new RegExp(
  `[^\\S ][\\s${EMPTY}]*| [\\s${EMPTY}]+|[${EMPTY}][\\s${EMPTY}]*|^ | $|\\*\\*(?<![*\\s]\\*\\*)(?![*\\s])`,
  'g',
);
const ONLY_EMPTY = new RegExp(`^[${EMPTY}]+$`);
const BLANK = /\s/;

/**
 * Bullets that were typed as characters or come from Word's symbol font, and those that a wrong code page made of
 * them ("„h", "ƒá", "§" before words): marks of a list like any other.
 */
const BULLET = /\s*(?:[·•▪◦‣\uf0a7\uf0b7\uf0fc]|„[hX]|(?:„[ntow]|ƒ[áæ{])(?=\s|\p{Lu})|§(?!\s?\d))/uy;

/** A heading or name as one line: respelt, runs of blanks one space, empty characters gone, none at either end. */
export function oneLine(text: string): string {
  return respell(text.replace(IRREGULAR, (found) => (BLANK.test(found) ? ' ' : ''))).trim();
}

/**
 * Builds a plain text and its map at once. Runs of blanks become one space, lines neither begin nor end with one,
 * empty characters go, misread characters are respelt, bullets at the start of a line go.
 */
export class MappedText {
  readonly #source: string;
  readonly #runs: OffsetRun[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  /** What the text ends with: nothing yet, words, one space, or that many line breaks. */
  #end: 'start' | 'word' | 'space' | 1 | 2 = 'start';

  constructor(source: string) {
    this.#source = source;
  }

  /** Appends `source.slice(from, to)`; a bullet at the start of a line goes. */
  copy(from: number, to: number): void {
    const start = this.#end === 'word' || this.#end === 'space' ? from : this.#behindBullet(from, to);
    if (start >= to) return;
    const piece = this.#source.slice(start, to);
    let done = 0;
    for (const match of piece.matchAll(IRREGULAR)) {
      this.#words(piece.slice(done, match.index), start + done);
      if (BLANK.test(match[0])) this.#space(start + match.index, match[0].length);
      done = match.index + match[0].length;
    }
    this.#words(done === 0 ? piece : piece.slice(done), start + done);
  }

  /** Appends `text` in place of `source.slice(from, to)`: an entity's character. */
  replace(text: string, from: number, to: number): void {
    if (BLANK.test(text)) this.#space(from, to - from);
    else if (!ONLY_EMPTY.test(text)) this.#word(text, from, to - from);
  }

  /** Ends the line (1) or the paragraph (2); never more than one blank line, none at the start. */
  break(lines: 1 | 2): void {
    if (this.#end === 'space') {
      this.#parts.pop();
      this.#runs.pop();
      this.#length -= 1;
      this.#end = 'word';
    }
    if (this.#end === 'start' || this.#end === 2 || this.#end === lines) return;
    const missing = this.#end === 1 ? 1 : lines;
    this.#parts.push('\n'.repeat(missing));
    this.#length += missing;
    this.#end = lines;
  }

  /** The text without white space at its end, and its map. */
  finish(): PlainText {
    this.break(1);
    return { text: this.#parts.join('').trimEnd(), map: { runs: this.#runs } };
  }

  #behindBullet(from: number, to: number): number {
    BULLET.lastIndex = from;
    return BULLET.test(this.#source) && BULLET.lastIndex <= to ? BULLET.lastIndex : from;
  }

  /** One space for a stretch of blanks, unless the text already ends with white space. */
  #space(from: number, sourceLength: number): void {
    if (this.#end !== 'word') return;
    this.#push(' ', from, sourceLength);
    this.#end = 'space';
  }

  /** Words with single spaces between them. */
  #words(words: string, from: number): void {
    let done = 0;
    for (const { start, end, text } of respellings(words)) {
      this.#word(words.slice(done, start), from + done, start - done);
      this.#word(text, from + start, end - start);
      done = end;
    }
    this.#word(done === 0 ? words : words.slice(done), from + done, words.length - done);
  }

  #word(text: string, from: number, sourceLength: number): void {
    if (text === '') return;
    this.#push(text, from, sourceLength);
    this.#end = 'word';
  }

  #push(text: string, sourceStart: number, sourceLength: number): void {
    this.#runs.push({ textStart: this.#length, sourceStart, length: text.length, sourceLength });
    this.#parts.push(text);
    this.#length += text.length;
  }
}
