import type { Span } from '../model/span.ts';

/** One sentence, heading or list item; spans of sentences leave out the blanks between them. */
export interface Sentence extends Span {
  /** Position in the list of sentences. */
  readonly index: number;
  /** Paragraphs are counted from 0; the title is one of its own. */
  readonly paragraph: number;
  /** Whether it stands in the title. */
  readonly title: boolean;
  /** Whether it begins inside a quotation. */
  readonly quoted: boolean;
  /** The stretches of it that are inside quotation marks, in order. */
  readonly quotes: readonly Span[];
}

const CLOSERS = /["'”’»)\]]/;
const OPENERS = /["'“‘«([`]/;

/**
 * Splits a text into sentences. A line break is a hard end; a full stop is none after an abbreviation, an initial or
 * inside a number. Closing quotation marks belong to the sentence that they close.
 */
export function splitSentences(
  text: string,
  bodyStart: number,
  abbreviations: ReadonlySet<string>,
): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let lineStart = 0;
  let paragraphStart = 0;
  let quotes: readonly Span[] | null = null;
  while (lineStart < text.length) {
    let lineEnd = text.indexOf('\n', lineStart);
    if (lineEnd === -1) lineEnd = text.length;
    if (isBlank(text, lineStart, lineEnd)) {
      if (sentences.length > 0 && sentences.at(-1)?.paragraph === paragraph) paragraph++;
      paragraphStart = lineEnd + 1;
      quotes = null;
    } else {
      quotes ??= quotedSpans(text, paragraphStart, paragraphEnd(text, lineStart));
      splitLine(text, lineStart, lineEnd, abbreviations, (start, end) => {
        sentences.push(sentenceOf(sentences.length, start, end, paragraph, end <= bodyStart, quotes ?? []));
      });
    }
    lineStart = lineEnd + 1;
  }
  return sentences;
}

function sentenceOf(
  index: number,
  start: number,
  end: number,
  paragraph: number,
  title: boolean,
  paragraphQuotes: readonly Span[],
): Sentence {
  const quotes: Span[] = [];
  for (const quote of paragraphQuotes) {
    if (quote.start < end && start < quote.end) {
      quotes.push({ start: Math.max(quote.start, start), end: Math.min(quote.end, end) });
    }
  }
  const quoted = quotes.some((quote) => quote.start <= start + 1);
  return { index, start, end, paragraph, title, quoted, quotes };
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0;
}

function paragraphEnd(text: string, from: number): number {
  const end = text.indexOf('\n\n', from);
  return end === -1 ? text.length : end;
}

function splitLine(
  text: string,
  lineStart: number,
  lineEnd: number,
  abbreviations: ReadonlySet<string>,
  emit: (start: number, end: number) => void,
): void {
  let start = skipSpaces(text, lineStart, lineEnd);
  for (let i = nextStop(text, start); i < lineEnd; i = nextStop(text, i + 1)) {
    const code = text.charCodeAt(i);
    let end = i + 1;
    while (end < lineEnd && (CLOSERS.test(text.charAt(end)) || text.charCodeAt(end) === 46)) end++;
    if (end < lineEnd && !isSpace(text.charCodeAt(end))) {
      i = end - 1;
      continue;
    }
    const next = skipSpaces(text, end, lineEnd);
    if (next < lineEnd && !startsSentence(text, next)) continue;
    if (code === 46 && end === i + 1 && next < lineEnd && endsAbbreviation(text, start, i, abbreviations))
      continue;
    emit(start, end);
    start = next;
    i = next - 1;
  }
  const end = trimEnd(text, start, lineEnd);
  if (end > start) emit(start, end);
}

const STOP = /[.!?…]/g;

function nextStop(text: string, from: number): number {
  STOP.lastIndex = from;
  return STOP.exec(text)?.index ?? text.length;
}

function skipSpaces(text: string, from: number, limit: number): number {
  let position = from;
  while (position < limit && isSpace(text.charCodeAt(position))) position++;
  return position;
}

function trimEnd(text: string, start: number, from: number): number {
  let end = from;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function startsSentence(text: string, position: number): boolean {
  const char = text.charAt(position);
  if (char >= 'a' && char <= 'z') return false;
  return (
    OPENERS.test(char) ||
    char.toLowerCase() !== char ||
    (char >= '0' && char <= '9') ||
    /[-–—•$£€@#*]/.test(char)
  );
}

/** Whether the dot at `dot` ends "Mr", "No", an initial ("J. Smith") or a dotted abbreviation ("U.S."). */
function endsAbbreviation(
  text: string,
  sentenceStart: number,
  dot: number,
  abbreviations: ReadonlySet<string>,
): boolean {
  let from = dot;
  while (from > sentenceStart && /[\p{L}.]/u.test(text.charAt(from - 1))) from--;
  const word = text.slice(from, dot);
  if (word.length === 0) return false;
  if (abbreviations.has(word.toLowerCase())) return true;
  return word.length === 1 && word >= 'A' && word <= 'Z' && word !== 'I';
}

/** The stretches between quotation marks of one paragraph; one that is not closed runs to the paragraph's end. */
export function quotedSpans(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let open = -1;
  let mark = '';
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    const double = char === '"' || char === '“' || char === '”' || char === '„';
    const tick = (char === '`' || char === "'" || char === '’') && text.charAt(i + 1) === char;
    if (open === -1) {
      if (double || (tick && char === '`') || (isSingleOpener(text, i, start) && !tick)) {
        open = i;
        mark = double || tick ? 'double' : 'single';
        if (tick) i++;
      }
    } else if (mark === 'double' ? double || (tick && char !== '`') : isSingleCloser(text, i)) {
      spans.push({ start: open, end: i + (tick ? 2 : 1) });
      open = -1;
      if (tick) i++;
    }
  }
  if (open !== -1) spans.push({ start: open, end });
  return spans;
}

function isSingleOpener(text: string, position: number, start: number): boolean {
  const char = text.charAt(position);
  if (char !== "'" && char !== '‘' && char !== '`') return false;
  const before = position === start ? ' ' : text.charAt(position - 1);
  return /[\s(\-–—]/.test(before) && /[A-Z0-9]/.test(text.charAt(position + 1));
}

function isSingleCloser(text: string, position: number): boolean {
  const char = text.charAt(position);
  if (char !== "'" && char !== '’') return false;
  return !/[\p{L}\p{N}]/u.test(text.charAt(position + 1)) && !/s/.test(text.charAt(position - 1));
}
