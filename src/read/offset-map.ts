import type { Span } from '../model/span.ts';

/**
 * Where each part of a plain text comes from: runs of `length` code units that stand in the source as they stand in
 * the text, by rising `textStart`. What lies between runs (line breaks, collapsed spaces) has no source of its own.
 */
export interface OffsetMap {
  readonly runs: readonly OffsetRun[];
}

interface OffsetRun {
  readonly textStart: number;
  readonly sourceStart: number;
  /** Code units of text. */
  readonly length: number;
  /** Code units of source; differs from `length` only for entities and collapsed white space. */
  readonly sourceLength: number;
}

/**
 * The stretch of the source that a stretch of text comes from, from its first to its last code unit (markup in
 * between included); null where no part of it has a source.
 */
export function toSource(map: OffsetMap, span: Span): Span | null {
  let start: number | null = null;
  let end: number | null = null;
  for (const run of map.runs) {
    if (run.textStart >= span.end) break;
    if (run.textStart + run.length <= span.start) continue;
    const verbatim = run.length === run.sourceLength;
    const skipped = Math.max(0, span.start - run.textStart);
    start ??= run.sourceStart + (verbatim ? skipped : 0);
    end = verbatim
      ? run.sourceStart + Math.min(run.length, span.end - run.textStart)
      : run.sourceStart + run.sourceLength;
  }
  return start === null || end === null ? null : { start, end };
}

/** Blanks that mean a plain space, and characters that mean nothing. */
const IRREGULAR =
  /[^\S ][\s\u200b-\u200d\u2060\u00ad]*| [\s\u200b-\u200d\u2060\u00ad]+|[\u200b-\u200d\u2060\u00ad][\s\u200b-\u200d\u2060\u00ad]*/g;
const BLANK = /\s/;

/** Builds a plain text and its map at once: white space collapsed, soft hyphens and zero-width characters gone. */
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

  /** Appends `source.slice(from, to)`, runs of white space as one space. */
  copy(from: number, to: number): void {
    if (from >= to) return;
    const piece = this.#source.slice(from, to);
    let done = 0;
    for (const match of piece.matchAll(IRREGULAR)) {
      this.#append(piece.slice(done, match.index), from + done, match.index - done);
      if (BLANK.test(match[0])) this.#space(from + match.index, match[0].length);
      done = match.index + match[0].length;
    }
    this.#append(done === 0 ? piece : piece.slice(done), from + done, piece.length - done);
  }

  /** Appends `text` in place of `source.slice(from, to)`: an entity's character. */
  replace(text: string, from: number, to: number): void {
    if (BLANK.test(text)) this.#space(from, to - from);
    else this.#append(text, from, to - from);
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
  finish(): { readonly text: string; readonly map: OffsetMap } {
    return { text: this.#parts.join('').trimEnd(), map: { runs: this.#runs } };
  }

  /** One space for a stretch of blanks, unless the text already ends with white space. */
  #space(from: number, sourceLength: number): void {
    if (this.#end !== 'word') return;
    this.#push(' ', from, sourceLength);
    this.#end = 'space';
  }

  /** Words; a space at either end is a single one, for `IRREGULAR` takes all others. */
  #append(text: string, from: number, sourceLength: number): void {
    if (text === '') return;
    const isIndented = text[0] === ' ' && this.#end !== 'word';
    const words = isIndented ? text.slice(1) : text;
    if (words === '') return;
    if (words === ' ') {
      this.#space(from, sourceLength);
      return;
    }
    const endsBlank = words.endsWith(' ') && sourceLength === text.length;
    const kept = endsBlank ? words.slice(0, -1) : words;
    const start = isIndented ? from + 1 : from;
    this.#push(kept, start, sourceLength - (isIndented ? 1 : 0) - (endsBlank ? 1 : 0));
    this.#end = 'word';
    if (endsBlank) this.#space(start + kept.length, 1);
  }

  #push(text: string, sourceStart: number, sourceLength: number): void {
    this.#runs.push({ textStart: this.#length, sourceStart, length: text.length, sourceLength });
    this.#parts.push(text);
    this.#length += text.length;
  }
}
