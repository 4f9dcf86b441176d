import { describe, expect, it } from 'vitest';
import { quotedSpans, splitSentences } from '../../src/extract/sentences.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';

const { abbreviations } = loadLexicon().words;
const split = (text: string) =>
  splitSentences(text, 0, abbreviations).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['Mr. Goff met Dr. Rice. He left.', ['Mr. Goff met Dr. Rice.', 'He left.']],
    ['It costs $1.5 million. It is worth it.', ['It costs $1.5 million.', 'It is worth it.']],
    ['J. K. Smith spoke. All agreed.', ['J. K. Smith spoke.', 'All agreed.']],
    ['“We agree.” He left.', ['“We agree.”', 'He left.']],
    ['“We agree,” he said.', ['“We agree,” he said.']],
    ['The U.S. Army came.', ['The U.S. Army came.']],
    ['First line\nSecond line', ['First line', 'Second line']],
    ['Is it so? Yes! Good.', ['Is it so?', 'Yes!', 'Good.']],
    ['One paragraph\n\nAnother one.', ['One paragraph', 'Another one.']],
    ['', []],
  ])('splits "%s"', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('counts paragraphs and knows the title', () => {
    const text = 'A title\n\nOne. Two.\n\nThree.';
    const sentences = splitSentences(text, 9, abbreviations);
    expect(sentences.map(({ paragraph, title }) => [paragraph, title])).toEqual([
      [0, true],
      [1, false],
      [1, false],
      [2, false],
    ]);
  });

  it('knows which sentences begin inside a quotation that runs to the end of its paragraph', () => {
    const text = '“We agree. We shall sign.\n\n“It is good,” he said.';
    const sentences = splitSentences(text, 0, abbreviations);
    expect(sentences.map((sentence) => sentence.quoted)).toEqual([true, true, true]);
    expect(sentences[2]?.quotes).toEqual([{ start: 27, end: 40 }]);
  });
});

describe('quotedSpans', () => {
  it.each([
    ['He said “yes” and left', ['“yes”']],
    ['He said "yes" and "no"', ['"yes"', '"no"']],
    ["``Yes,'' he said", ["``Yes,''"]],
    ['It’s the Minister’s', []],
  ])('finds what is quoted in %s', (text, expected) => {
    expect(quotedSpans(text, 0, text.length).map(({ start, end }) => text.slice(start, end))).toEqual(
      expected,
    );
  });
});
