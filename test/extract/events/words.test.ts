import { describe, expect, it } from 'vitest';
import { cuesIn } from '../../../src/extract/events/cues.ts';
import { stemOf } from '../../../src/extract/events/stem.ts';
import { tenseAt } from '../../../src/extract/events/tense.ts';
import { triggerAt } from '../../../src/extract/events/triggers.ts';
import { type WordInfo, wordInfo } from '../../../src/extract/events/words.ts';
import { tokenize } from '../../../src/lexicon/tokens.ts';

function wordsOf(text: string): WordInfo[] {
  return tokenize(text).map(({ key }) => wordInfo(key));
}

describe('a stem', () => {
  it.each([
    [['visit', 'visits', 'visited', 'visiting']],
    [['announce', 'announces', 'announced', 'announcing']],
    [['plan', 'plans', 'planned', 'planning']],
    [['country', 'countries']],
    [['tax', 'taxes'.slice(0, 3)]],
  ])('is one for %j', (forms) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1);
  });

  it('keeps different words apart', () => {
    expect(stemOf('news')).not.toBe(stemOf('new'));
    expect(stemOf('bill')).not.toBe(stemOf('bil'));
    expect(stemOf('press')).not.toBe(stemOf('pre'));
  });
});

describe('the tense of a verb', () => {
  it.each([
    ['he will visit', 'FUTURE'],
    ['he is to visit', 'FUTURE'],
    ['he wants to visit', 'INFINITIVE'],
    ['he would visit', 'MODAL'],
    ['he has visited', 'PERFECT'],
    ['he had visited', 'PLUPERFECT'],
    ['he is visiting', 'PROGRESSIVE'],
    ['it is visited', 'PRESENT_PASSIVE'],
    ['it was visited', 'PAST_PASSIVE'],
    ['he visited', 'PAST'],
    ['will be visited', 'FUTURE'],
  ])('of "%s" is %s', (text, tense) => {
    const words = wordsOf(text);
    expect(tenseAt(words, words.length - 1, 0, words.length - 1).tense).toBe(tense);
  });

  it('sees a negation', () => {
    const words = wordsOf('he will not visit');
    expect(tenseAt(words, 3, 0, 3)).toEqual({ tense: 'FUTURE', negated: true });
  });
});

describe('cues', () => {
  it.each([
    ['he will open it', ['FUTURE']],
    ['it is to be opened', ['PLAN']],
    ['it is due to open', ['PRESENT', 'PLAN']],
    ['he is visiting Fiji', ['PROGRESSIVE']],
    ['it has been postponed', ['PERFECT', 'CANCELLED']],
    ['talks are currently under way', ['PRESENT', 'CURRENT']],
  ])('in "%s" are %j', (text, cues) => {
    const words = wordsOf(text);
    expect(cuesIn(words, 0, words.length - 1)).toEqual(cues);
  });
});

describe('a trigger', () => {
  it('is found in any form, the longest phrase first', () => {
    const words = wordsOf('signed memoranda of understanding');
    expect(triggerAt(words, 0, 3)?.senses.map(({ type }) => type)).toContain('AGREEMENT');
    const longer = wordsOf('a memorandum of understanding');
    expect(triggerAt(longer, 1, 3)).toMatchObject({ firstToken: 1, lastToken: 3 });
  });

  it('does not reach beyond the sentence', () => {
    expect(triggerAt(wordsOf('peace monitor'), 0, 0)).toBeNull();
  });

  it('is no other word', () => {
    expect(triggerAt(wordsOf('banana'), 0, 0)).toBeNull();
  });
});
