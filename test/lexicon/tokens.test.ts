import { describe, expect, it } from 'vitest';
import { foldWord, tokenize } from '../../src/lexicon/tokens.ts';

const words = (text: string) => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  it.each([
    ['The Minister met 1,500 people.', ['The', 'Minister', 'met', '1,500', 'people']],
    ['Damien O’Connor and Nuku’alofa', ['Damien', 'O’Connor', 'and', 'Nuku’alofa']],
    ['the U.S. and U.K. say', ['the', 'U.S.', 'and', 'U.K.', 'say']],
    ['H. Monroe Browne', ['H', 'Monroe', 'Browne']],
    ['Lees-Galloway', ['Lees', 'Galloway']],
    ['Māori in the 1990s', ['Māori', 'in', 'the', '1990s']],
  ])('splits "%s" into its words', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('leaves a possessive ending out of the span and says so', () => {
    const [token] = tokenize('Vietnam’s army');
    expect(token).toMatchObject({ start: 0, end: 7, text: 'Vietnam', key: 'vietnam', possessive: true });
  });

  it.each([
    ['a b', 'SPACE'],
    ['a-b', 'HYPHEN'],
    ['a, b', 'COMMA'],
    ['a. b', 'DOT'],
    ['a\nb', 'BREAK'],
    ['a (b', 'OTHER'],
  ])('tells what stands between the words of "%s"', (text, gap) => {
    expect(tokenize(text)[1]?.gap).toBe(gap);
  });

  it.each([
    ['to', 'LOWER'],
    ['Hanoi', 'CAPITAL'],
    ['UK', 'UPPER'],
    ['McKinnon', 'MIXED'],
    ['2006', 'NUMBER'],
  ])('tells how "%s" is written', (text, shape) => {
    expect(tokenize(text)[0]?.shape).toBe(shape);
  });

  it('folds accents, macrons, apostrophes and dots away', () => {
    expect(['Māori', 'O’Connor', 'U.S.', 'São'].map(foldWord)).toEqual(['maori', 'oconnor', 'us', 'sao']);
  });

  it('needs no more than linear time on hostile text', () => {
    const started = performance.now();
    tokenize("A.'".repeat(100_000));
    tokenize(`${'a'.repeat(200_000)}’`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
