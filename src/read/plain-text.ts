import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/markdown';
import { decodeHTMLStrict } from 'entities';
import { MappedText, type OffsetMap } from './offset-map.ts';

/** Markdown as plain text, and where each part of it comes from. */
export interface PlainText {
  readonly text: string;
  readonly map: OffsetMap;
}

/** Nodes of the syntax tree that are markup and not words. */
const MARKUP = new Set([
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'LinkMark',
  'EmphasisMark',
  'CodeMark',
  'CodeInfo',
  'LinkTitle',
  'LinkLabel',
  'LinkReference',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
  'HorizontalRule',
  'Image',
]);

const HEADING = /^(?:ATX|Setext)Heading/;

/**
 * The words of a Markdown text (CommonMark): links keep their words, marks, images and comments go, entities and
 * escapes become their characters, no-break spaces become spaces. A blank line ends paragraphs and headings, a line
 * break ends list items and hard-broken lines. Never throws.
 */
export function plainText(markdown: string): PlainText {
  const out = new MappedText(markdown);
  writeBlock(parser.parse(markdown).topNode, markdown, out, 2);
  return out.finish();
}

function writeBlock(node: SyntaxNode, source: string, out: MappedText, spacing: 1 | 2): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (MARKUP.has(child.name)) continue;
    if (child.name === 'Paragraph' || HEADING.test(child.name)) {
      writeInline(child, source, out);
      out.break(spacing);
    } else if (child.name === 'CodeBlock' || child.name === 'FencedCode' || child.name === 'HTMLBlock') {
      writeLines(child, source, out);
      out.break(2);
    } else {
      // Items of a list end with one line break, the list itself with a blank line.
      writeBlock(child, source, out, child.name === 'ListItem' ? 1 : spacing);
      out.break(child.name === 'ListItem' ? 1 : 2);
    }
  }
}

/** Copies the words of `source` from `from` to `to`, which are those of `node`: children in their own way. */
function writeInline(
  node: SyntaxNode,
  source: string,
  out: MappedText,
  from = node.from,
  to = node.to,
): void {
  let done = from;
  for (let child = node.firstChild; child && child.from < to; child = child.nextSibling) {
    if (child.from < from) continue;
    out.copy(done, child.from);
    done = child.to;
    writeChild(child, source, out);
  }
  out.copy(done, to);
}

function writeChild(node: SyntaxNode, source: string, out: MappedText): void {
  if (MARKUP.has(node.name)) return;
  switch (node.name) {
    case 'HardBreak':
      out.break(1);
      break;
    case 'HTMLTag':
      if (/^<br\b/i.test(source.slice(node.from, node.to))) out.break(1);
      break;
    case 'Escape':
      out.copy(node.from + 1, node.to);
      break;
    case 'Entity':
      out.replace(decodeHTMLStrict(source.slice(node.from, node.to)), node.from, node.to);
      break;
    case 'Link': {
      // From behind "[" to before "]": the words, not the target.
      const [open, close] = node.getChildren('LinkMark');
      writeInline(node, source, out, open?.to, close?.from);
      break;
    }
    default:
      writeInline(node, source, out);
  }
}

/** Indented or fenced text, and HTML without its tags: line by line, for nobody flows it. */
function writeLines(node: SyntaxNode, source: string, out: MappedText): void {
  let from = node.from;
  for (const line of source.slice(node.from, node.to).split('\n')) {
    let at = from;
    for (const piece of line.split(/(<[^<>]*>|^\s*[`~]{3,}.*$)/)) {
      if (!/^<[^<>]*>$|^\s*[`~]{3,}/.test(piece)) out.copy(at, at + piece.length);
      at += piece.length;
    }
    out.break(1);
    from += line.length + 1;
  }
}
