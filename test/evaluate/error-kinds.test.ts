import { describe, expect, it } from 'vitest';
import { errorKinds } from '../../src/evaluate/error-kinds.ts';
import type { Answer, AnswerEvent } from '../../src/evaluate/gold.ts';

const event = (over: Partial<AnswerEvent>): AnswerEvent => ({
  type: 'VISIT',
  headline: true,
  date: '2006-11-17',
  status: 'OCCURRED',
  countries: [],
  ministers: [],
  officials: [],
  place: null,
  quote: 'Phil Goff visited Hanoi in 2004',
  ...over,
});
const answer = (...events: AnswerEvent[]): ReadonlyMap<string, Answer> =>
  new Map([
    [
      '2006-11-17-r',
      { release: '2006-11-17-r', countries: [], countriesByPlace: [], ministers: [], officials: [], events },
    ],
  ]);

describe('kinds of error', () => {
  it('are none where program and reader agree', () => {
    expect(errorKinds(answer(event({})), answer(event({})))).toEqual([]);
  });

  it('say what was missed, made up and taken for something else, the commonest first', () => {
    const other = event({ headline: false, quote: 'talks with Alexander Downer followed', type: 'MEETING' });
    const third = event({ headline: false, quote: 'officials examined several proposals', type: 'MEETING' });
    const extra = event({
      headline: false,
      quote: 'something entirely different was announced',
      type: 'LAUNCH',
    });
    const given = answer(event({ type: 'MEETING', date: null, headline: false, status: 'PLANNED' }), extra);
    expect(errorKinds(answer(event({}), other, third), given)).toEqual([
      { kind: 'MEETING not found', count: 2 },
      { kind: 'LAUNCH that a reader does not note', count: 1 },
      { kind: 'OCCURRED taken for PLANNED', count: 1 },
      { kind: 'VISIT taken for MEETING', count: 1 },
      { kind: 'another event taken for the headline', count: 1 },
      { kind: "date: the release's day for the reader, none for the program", count: 1 },
    ]);
  });
});
