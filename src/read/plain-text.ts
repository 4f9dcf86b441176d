import type { Tree } from '@lezer/common';
import { type InlineContext, parser } from '@lezer/markdown';
import type { PlainText } from './mapped-text.ts';
import { MarkdownWriter, normalizeLabel } from './markdown-writer.ts';

/** Characters that begin no inline markup; spaces at the end of a line may be a hard break. */
const WORDS = /(?:[^\\&`*_![\]< ]| +(?![\n ]))+/y;

/**
 * lezer asks each of its rules at each character, and looks for a hard break from each space of a run; a rule that
 * skips words at once halves the time for ordinary text and takes none of it to the square.
 */
const MARKDOWN = parser.configure({
  parseInline: [
    {
      name: 'Words',
      before: 'Escape',
      parse(context: InlineContext, _next: number, position: number): number {
        WORDS.lastIndex = position - context.offset;
        return WORDS.test(context.text) ? context.offset + WORDS.lastIndex : -1;
      },
    },
  ],
});

/**
 * The words of a Markdown text (CommonMark): links keep their words, marks, tags, images and comments go, entities and
 * escapes become their characters, no-break spaces become spaces. A blank line ends paragraphs and headings, a line
 * break ends list items and hard-broken lines. Never throws.
 */
export function plainText(markdown: string): PlainText {
  const tree = MARKDOWN.parse(markdown);
  const writer = new MarkdownWriter(markdown, definedLabels(tree, markdown));
  // Not by recursion: hostile nesting (a line of 100,000 ">") would exhaust the stack.
  tree.iterate({ enter: (node) => writer.enter(node), leave: (node) => writer.leave(node) });
  return writer.finish();
}

/** Labels that a line "[label]: target" defines: without one, "[label]" in a text is no link but words in brackets. */
function definedLabels(tree: Tree, source: string): ReadonlySet<string> {
  const labels = new Set<string>();
  if (!source.includes(']:')) return labels;
  tree.iterate({
    enter: (node) => {
      if (node.name !== 'LinkReference') return;
      const label = node.node.getChild('LinkLabel');
      if (label) labels.add(normalizeLabel(source.slice(label.from, label.to)));
    },
  });
  return labels;
}
