import type { SyntaxNodeRef } from '@lezer/common';
import { decodeHTMLStrict } from 'entities';
import { MappedText, type PlainText } from './mapped-text.ts';

/** Nodes of the syntax tree that are no words. */
const MARKUP = new Set([
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'LinkMark',
  'EmphasisMark',
  'CodeMark',
  'CodeInfo',
  'LinkReference',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
  'HorizontalRule',
  'Image',
]);

/** Blocks that hold words themselves, and those that hold other blocks or lines of code. */
const LEAF = /^(?:Paragraph|HTMLBlock|(?:ATX|Setext)Heading\d)$/;
const CONTAINER = /^(?:ListItem|BulletList|OrderedList|Blockquote|CodeBlock|FencedCode)$/;

/** Tags that stand inside a line; every other tag ends it. */
const INLINE_TAG = /^<[/!?]?(?:-|(?:a|abbr|b|cite|code|em|font|i|q|s|small|span|strong|sub|sup|u)\b)/i;
const TAG_OR_ENTITY = /<[^<>]*>|&#?\w{1,30};|\n/g;

/** A line that neither ends a sentence nor announces a list, and one that goes on in lower case and ends a sentence. */
const OPEN_END = /[\p{Ll},]/u;
const SENTENCE_GOES_ON = /[\s>]*\p{Ll}+[ ,][^\n]*[.!?]["”’')]{0,2}(?:\s|$)/uy;

/** A link label as CommonMark compares it: without its brackets, in one case, blanks collapsed. */
export function normalizeLabel(label: string): string {
  return label.slice(1, -1).replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * Writes the words of a Markdown text while its syntax tree is walked in document order: `enter` and `leave` are
 * called for each node. `labels` are those that the text defines ("[label]: target").
 */
export class MarkdownWriter {
  readonly #source: string;
  readonly #labels: ReadonlySet<string>;
  readonly #out: MappedText;
  /** The block whose words are being written; null between such blocks. */
  #leaf: 'words' | 'html' | null = null;
  /** End of what has been written or left out. */
  #done = 0;
  /** How many list items are open: inside them blocks end with one line break. */
  #items = 0;
  #linkEnd = 0;
  /** Up to here brackets are words: "[sic]". */
  #bracketsEnd = 0;

  constructor(source: string, labels: ReadonlySet<string>) {
    this.#source = source;
    this.#labels = labels;
    this.#out = new MappedText(source);
  }

  /** Returns whether to go into the node. */
  enter({ name, from, to, node }: SyntaxNodeRef): boolean {
    if (from < this.#done) return false;
    if (LEAF.test(name)) {
      this.#leaf = name === 'HTMLBlock' ? 'html' : 'words';
      this.#done = from;
    } else if (name === 'LinkMark') {
      // A link's words end at its "]"; what follows is target and title.
      if (from >= this.#bracketsEnd) this.#leaveOut(from, this.#source[from] === ']' ? this.#linkEnd : to);
    } else if (MARKUP.has(name)) {
      this.#leaveOut(from, to);
      return false;
    } else if (name === 'ListItem') this.#items++;
    else if (name === 'CodeText') this.#writeLines(from, to);
    else if (name === 'Escape') this.#leaveOut(from, from + 1);
    else if (name === 'Link') {
      this.#linkEnd = to;
      if (!this.#isLink(from, to, node.getChild('LinkLabel'))) this.#bracketsEnd = to;
    } else if (name === 'HardBreak') {
      this.#leaveOut(from, to);
      if (this.#isWrapped(from, to)) this.#out.copy(from, to);
      else this.#out.break(1);
    } else if (name === 'HTMLTag' || name === 'Entity') {
      this.#leaveOut(from, from);
      this.#writeHtml(from, to);
      this.#done = to;
    }
    return true;
  }

  leave({ name, to }: SyntaxNodeRef): void {
    if (LEAF.test(name)) {
      this.#leaveOut(to, to);
      this.#leaf = null;
    } else if (!CONTAINER.test(name)) return;
    this.#out.break(this.#items > 0 ? 1 : 2);
    if (name === 'ListItem') this.#items--;
  }

  finish(): PlainText {
    return this.#out.finish();
  }

  /** Writes what comes before `from`, goes on behind `to`. */
  #leaveOut(from: number, to: number): void {
    if (this.#leaf === 'words') this.#out.copy(this.#done, from);
    else if (this.#leaf === 'html') this.#writeHtml(this.#done, from);
    this.#done = to;
  }

  /** Whether a hard break stands inside a sentence, as in text that was sent with lines of a fixed width. */
  #isWrapped(from: number, to: number): boolean {
    SENTENCE_GOES_ON.lastIndex = to;
    return OPEN_END.test(this.#source.slice(from - 1, from)) && SENTENCE_GOES_ON.test(this.#source);
  }

  /** A link with a target, or with a label that is defined. */
  #isLink(from: number, to: number, label: { readonly from: number; readonly to: number } | null): boolean {
    if (this.#source[to - 1] === ')') return true;
    const isOwnLabel = label === null || label.to - label.from <= 2;
    const labelText = isOwnLabel
      ? this.#source.slice(from, label?.from ?? to)
      : this.#source.slice(label.from, label.to);
    return this.#labels.has(normalizeLabel(labelText));
  }

  /** Code: line by line, for nobody flows it. */
  #writeLines(from: number, to: number): void {
    let start = from;
    for (const line of this.#source.slice(from, to).split('\n')) {
      this.#out.copy(start, start + line.length);
      this.#out.break(1);
      start += line.length + 1;
    }
    this.#done = to;
  }

  /** HTML without its tags. */
  #writeHtml(from: number, to: number): void {
    const html = this.#source.slice(from, to);
    let done = 0;
    for (const { 0: found, index } of html.matchAll(TAG_OR_ENTITY)) {
      this.#out.copy(from + done, from + index);
      done = index + found.length;
      if (found.startsWith('&')) this.#out.replace(decodeHTMLStrict(found), from + index, from + done);
      else if (found === '\n' || !INLINE_TAG.test(found)) this.#out.break(1);
    }
    this.#out.copy(from + done, to);
  }
}
