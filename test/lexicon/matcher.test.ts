import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/lexicon/matcher.ts';
import { tokenize } from '../../src/lexicon/tokens.ts';

const matcher = createMatcher<string>([
  { phrase: 'Wales', value: 'GBR', casing: 'WRITTEN' },
  { phrase: 'New South Wales', value: 'AUS', casing: 'WRITTEN' },
  { phrase: 'US', value: 'USA', casing: 'WRITTEN' },
  { phrase: "America's Cup", value: 'cup', casing: 'WRITTEN' },
  { phrase: 'America', value: 'USA', casing: 'WRITTEN' },
  { phrase: 'Trade, Tourism', value: 'list', casing: 'WRITTEN' },
  { phrase: 'prime minister', value: 'role', casing: 'ANY' },
]);
const found = (text: string) =>
  matcher.scan(tokenize(text)).map(({ start, end, values }) => [text.slice(start, end), ...values]);

describe('matcher', () => {
  it('finds every phrase, the longer first where two begin together', () => {
    expect(found('in New South Wales')).toEqual([
      ['New South Wales', 'AUS'],
      ['Wales', 'GBR'],
    ]);
  });

  it.each([
    ['they told us so', []],
    ['the US army', [['US', 'USA']]],
    ['wales', []],
    ['WALES', [['WALES', 'GBR']]],
    ['the Prime Minister', [['Prime Minister', 'role']]],
  ])('minds the case of "%s"', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('joins words over hyphens, over possessives and commas only where the phrase has them', () => {
    expect(found('New-South-Wales')[0]).toEqual(['New-South-Wales', 'AUS']);
    expect(found('New South, Wales')).toEqual([['Wales', 'GBR']]);
    expect(found('Trade, Tourism')).toEqual([['Trade, Tourism', 'list']]);
    expect(found('Trade Tourism')).toEqual([]);
    expect(found('the America’s Cup')[0]).toEqual(['America’s Cup', 'cup']);
    expect(found('America Cup')).toEqual([['America', 'USA']]);
  });

  it('looks a phrase up whatever its case', () => {
    expect(matcher.lookUp('new south wales')).toEqual(['AUS']);
    expect(matcher.lookUp('new south')).toEqual([]);
  });

  it('refuses a phrase without words', () => {
    expect(() => createMatcher([{ phrase: '...', value: 1, casing: 'ANY' }])).toThrow(RangeError);
  });
});
