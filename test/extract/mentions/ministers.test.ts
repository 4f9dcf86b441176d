import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/extract/extractor.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { buildRelease } from '../build-release.ts';

const extract = createExtractor(loadLexicon());
const names = (release: Parameters<typeof buildRelease>[0]) =>
  extract(buildRelease(release)).ministers.map((minister) => minister.name);

describe('ministers', () => {
  it.each([
    ['Foreign Minister Phil Goff said so.', ['Phil Goff']],
    ['Prime Minister Clark will open it.', ['Helen Clark']],
    ['Mr Goff met Ms Clark.', ['Phil Goff', 'Helen Clark']],
    ['Ministers Goff and Sutton will go.', ['Phil Goff', 'Jim Sutton']],
    ['Damien O’Connor and Hon Damien O’Connor.', ["Damien O'Connor"]],
    ['THE HON PHIL GOFF SPOKE', ['Phil Goff']],
    ['As Norman Kirk and Sir Robert Muldoon knew.', ['Norman Kirk', 'Robert Muldoon']],
    ['Dr Michael Cullen and Dr Cullen.', ['Michael Cullen']],
    ['Georgina te Heuheu spoke.', ['Georgina te Heuheu']],
    ['Finance spokesman Bill English said.', ['Bill English']],
  ])('finds them in "%s"', (body, expected) => {
    expect(names({ body })).toEqual(expected);
  });

  it('takes a bare surname in the title for a signer', () => {
    expect(
      names({ title: 'Goff to visit Hanoi', body: 'He leaves today.', ministers: ['Phil Goff'] }),
    ).toEqual(['Phil Goff']);
    expect(names({ title: 'Power to the people', body: 'All of it.', ministers: ['Simon Power'] })).toEqual(
      [],
    );
  });

  it('takes a signer whom the lexicon does not know', () => {
    const ministers = ['Hon Aroha Te Whare'];
    expect(names({ body: 'Aroha Te Whare said so. Ms Whare left.', ministers })).toEqual(['Aroha Te Whare']);
  });

  it('minds the time: nobody is a minister before the first year in office', () => {
    expect(names({ body: 'John Key asked a question.', date: '2003-05-01' })).toEqual([]);
    expect(names({ body: 'John Key asked a question.', date: '2012-05-01' })).toEqual(['John Key']);
  });

  it.each([
    'Mr Kevin Goff won. Mr Goff is a baker.',
    'Dr Graham Scott chairs it.',
    'Clark County and the goff family.',
    'Mrs Goff thanked all.',
  ])('finds none in "%s"', (body) => {
    expect(names({ body })).toEqual([]);
  });
});
