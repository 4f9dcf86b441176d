import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/extract/extractor.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { buildRelease } from '../build-release.ts';

const extract = createExtractor(loadLexicon());
const offices = (body: string) =>
  extract(buildRelease({ body }))
    .mentions.filter((mention) => mention.kind === 'OFFICE')
    .map((mention) => mention.target);

describe('offices', () => {
  it.each([
    ['The Prime Minister will open it.', ['prime-minister']],
    ['The Minister of Defence agreed.', ['defence']],
    ['The Foreign Minister leaves today.', ['foreign-affairs']],
    ['The Minister of Foreign Affairs and Trade agreed.', ['foreign-affairs-and-trade']],
    ['The Trade Negotiations Minister agreed.', ['trade-negotiations']],
    ['Prime Minister Welcomes Report', ['prime-minister']],
    ['The Prime Minister will meet Prime Minister Lee today.', ['prime-minister']],
  ])('reads "%s"', (body, expected) => {
    expect(offices(body)).toEqual(expected);
  });

  it.each([
    'Prime Minister Helen Clark will open it.',
    'The Australian Prime Minister will come.',
    'The Prime Minister of Japan will come.',
    'A former Prime Minister spoke.',
    'Prime Ministers and ministers met.',
    'Phil Goff, the Minister of Defence, agreed.',
    'They discussed this with Prime Minister Lee and the President.',
    'During his visit Prime Minister Araújo saw the school.',
    'He will meet Queen Beatrix and Prime Minister Jan Peter Balkenende.',
    'A meeting with Defence Minister Gönül was held.',
  ])('finds none in "%s"', (body) => {
    expect(offices(body)).toEqual([]);
  });
});
