import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSource } from '../../src/read/offset-map.ts';
import { plainText } from '../../src/read/plain-text.ts';

/** The Markdown that the first occurrence of `words` in the plain text comes from. */
function sourceOf(markdown: string, words: string): string | null {
  const { text, map } = plainText(markdown);
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const span = toSource(map, { start, end: start + words.length });
  return span && markdown.slice(span.start, span.end);
}

describe('a stretch of text comes from a stretch of Markdown', () => {
  it.each([
    ['words as they are', 'He met Mr Goff.', 'Mr Goff', 'Mr Goff'],
    ['part of a word', 'He met Mr Goff.', 'of', 'of'],
    ['words with a mark between', 'He **met Mr** Goff.', 'Mr Goff', 'Mr** Goff'],
    ['words inside a mark', 'He **met Mr** Goff.', 'met Mr', 'met Mr'],
    ['the words of a link', 'See [the plan](http://x) now', 'the plan', 'the plan'],
    ['words over a link', 'See [the plan](http://x) now', 'plan now', 'plan](http://x) now'],
    ['words over a line end', 'Mr\nGoff', 'Mr Goff', 'Mr\nGoff'],
    ['words over the mark of a quote', '> Mr\n> Goff', 'Mr Goff', 'Mr\n> Goff'],
    ['words over a hard break', 'Mr  \nGoff', 'Mr\nGoff', 'Mr  \nGoff'],
    ['words over paragraphs', 'One.\n\n- Two.', 'One.\n\nTwo', 'One.\n\n- Two'],
    ['a no-break space', 'Mr\u00a0Goff', 'Mr Goff', 'Mr\u00a0Goff'],
    ['many blanks', 'Mr \u00a0 \t Goff', ' ', ' \u00a0 \t '],
    ['an invisible character', 'Go\u200bff', 'off', 'o\u200bff'],
    ['an entity', 'R&amp;D at', '&', '&amp;'],
    ['words up to an entity', 'R&amp;D at', 'R&', 'R&amp;'],
    ['an escaped character', '1\\. One', '1. One', '1\\. One'],
    ['a respelt character', 'Ma\u0304ori ¡§it¡¨', '“it”', '¡§it¡¨'],
    ['what comes after it', 'Ma\u0304ori ¡§it¡¨ is', 'is', 'is'],
    ['an item of a list', '- one\n- two', 'two', 'two'],
  ])('%s', (_, markdown, words, source) => {
    expect(sourceOf(markdown, words)).toBe(source);
  });

  it('a line break alone comes from nowhere', () => {
    expect(sourceOf('One\n\nTwo', '\n\n')).toBeNull();
  });

  it('neither does an empty stretch, nor one behind the end', () => {
    const { map } = plainText('One');
    expect(toSource(map, { start: 1, end: 1 })).toBeNull();
    expect(toSource(map, { start: 2, end: 1 })).toBeNull();
    expect(toSource(map, { start: 3, end: 9 })).toBeNull();
    expect(toSource(plainText('').map, { start: 0, end: 1 })).toBeNull();
    expect(toSource(map, { start: 1, end: 9 })).toEqual({ start: 1, end: 3 });
  });
});

/** What must hold of the map of any Markdown at all. */
function expectSound(markdown: string): void {
  const { text, map } = plainText(markdown);
  let textEnd = 0;
  let sourceEnd = 0;
  for (const { textStart, length, sourceStart, sourceLength } of map.runs) {
    expect(length).toBeGreaterThan(0);
    expect(sourceLength).toBeGreaterThan(0);
    expect(text.slice(textEnd, textStart)).toMatch(/^\n{0,2}$/);
    expect(sourceStart).toBeGreaterThanOrEqual(sourceEnd);
    textEnd = textStart + length;
    sourceEnd = sourceStart + sourceLength;
    const words = text.slice(textStart, textEnd);
    const source = markdown.slice(sourceStart, sourceEnd);
    if (length === sourceLength) expect(words).toBe(source.replace(/\s/g, ' '));
    expect(toSource(map, { start: textStart, end: textEnd })).toEqual({ start: sourceStart, end: sourceEnd });
  }
  expect(textEnd).toBe(text.length);
  expect(sourceEnd).toBeLessThanOrEqual(markdown.length);
  expect(text).not.toMatch(/^\s|\s$|\n{3}| \n|\n | {2}/);
}

/** Markdown of one inline piece around a word, and the words that it must give. */
const WRAPPED: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['**', '**'],
  ['*', '*'],
  ['[', '](http://x.example/y "z")'],
  ['[**', '**](<x y>)'],
  ['\\[', '\\]'],
  ['<b>', '</b>'],
  ['![picture](x.png)', ''],
  ['', '<!--THE END-->'],
  ['&amp;', '&nbsp;'],
  ['\u200b', '\u00ad'],
];
const BLOCKS: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['## ', ''],
  ['- ', ''],
  ['> ', ''],
  ['> - ', '\n>   more'],
  ['1. ', '\n   - nested'],
  ['    ', ''],
  ['```\n', '\n```'],
  ['', '  \nhard'],
  ['', '\\\nhard'],
  ['<div>\n', '\n</div>'],
];

const piece = fc.record({
  word: fc.stringMatching(/^[A-Za-zāōé’]{1,8}$/),
  wrap: fc.constantFrom(...WRAPPED),
  gap: fc.constantFrom(' ', '\u00a0', '  ', '\n', ' \u200b'),
});
const block = fc.record({
  pieces: fc.array(piece, { minLength: 1, maxLength: 6 }),
  around: fc.constantFrom(...BLOCKS),
});

describe('for any Markdown', () => {
  it('each word leads back to where it was put', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        let markdown = '';
        const places: (readonly [string, number])[] = [];
        for (const { pieces, around } of blocks) {
          const isCode = around[0].startsWith('    ') || around[0].startsWith('```');
          const isFlat = around[0] !== '';
          markdown += around[0];
          for (const { word, wrap, gap } of pieces) {
            const numbered = `${word}${places.length}`;
            const [before, after] = isCode ? ['', ''] : wrap;
            places.push([numbered, markdown.length + before.length]);
            markdown += `${before}${numbered}${after}${isFlat && gap === '\n' ? ' ' : gap}`;
          }
          markdown = `${markdown.trimEnd()}${around[1]}\n\n`;
        }
        expectSound(markdown);
        const { text, map } = plainText(markdown);
        let from = 0;
        for (const [word, place] of places) {
          const start = text.indexOf(word, from);
          expect(start).toBeGreaterThanOrEqual(from);
          from = start + word.length;
          expect(toSource(map, { start, end: from })).toEqual({ start: place, end: place + word.length });
        }
      }),
      { numRuns: 300, seed: 17 },
    );
  });

  it('no span leads out of bounds, and a longer span leads to no less', () => {
    const markup = fc.constantFrom(...'*_`[]()<>!&;#>-\\ \n\t|~"\'=1.aé\u00a0\u200b\u0304¡§'.split(''));
    const text = fc.oneof(
      fc.string({ unit: markup, maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(text, fc.nat(100), fc.nat(100), (markdown, a, b) => {
        const { map } = plainText(markdown);
        const inner = toSource(map, { start: a, end: a + b });
        const outer = toSource(map, { start: 0, end: a + b });
        if (inner === null) return;
        expect(inner.start).toBeGreaterThanOrEqual(outer?.start ?? Number.NaN);
        expect(inner.end).toBe(outer?.end);
        expect(inner.end).toBeGreaterThan(inner.start);
        expect(inner.end).toBeLessThanOrEqual(markdown.length);
      }),
      { numRuns: 2000, seed: 17 },
    );
  });

  it('the map is sound', () => {
    const markup = fc.constantFrom(
      ...'*_`[]()<>!&;#>-\\ \n\t|~"\'=1.aé\u00a0\u200b¡§'.split(''),
      '[a]: b\n',
      '&amp;',
    );
    fc.assert(fc.property(fc.string({ unit: markup, maxLength: 80 }), expectSound), {
      numRuns: 2000,
      seed: 17,
    });
  });
});
