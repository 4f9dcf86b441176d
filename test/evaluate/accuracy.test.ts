import { describe, expect, it } from 'vitest';
import published from '../../data/accuracy.json' with { type: 'json' };
import { accuracyOf } from '../../src/evaluate/accuracy.ts';
import { score } from '../../src/evaluate/score.ts';
import { ACCURACY_FIELDS } from '../../src/model/accuracy.ts';
import { EVENT_TYPES } from '../../src/model/event.ts';

const VISIT = {
  type: 'VISIT',
  headline: true,
  date: '2004',
  status: 'OCCURRED',
  countries: ['VNM'],
  ministers: [],
  officials: [],
  place: null,
  quote: 'Phil Goff visited Hanoi in 2004',
} as const;
const ANSWER = {
  release: 'r',
  countries: ['AUS', 'VNM'],
  countriesByPlace: [],
  ministers: [],
  officials: [],
  events: [VISIT],
};

describe('accuracy', () => {
  const gold = new Map([['r', ANSWER]]);
  const answers = new Map([
    ['r', { ...ANSWER, countries: ['VNM', 'FJI', 'TON'], events: [{ ...VISIT, date: null }] }],
  ]);
  const { releases, rows } = accuracyOf(score(gold, answers));

  it('tells of each field precision, recall and the number of cases that they rest on', () => {
    expect(releases).toBe(1);
    expect(rows.find(({ field }) => field === 'COUNTRIES')).toEqual({
      field: 'COUNTRIES',
      eventType: null,
      precision: 0.333,
      recall: 0.5,
      sampleSize: 2,
    });
  });

  it('judges dates only on events that were found, so gives them no recall', () => {
    expect(rows.find(({ field }) => field === 'EVENT_DATE')).toMatchObject({
      precision: 0,
      recall: null,
      sampleSize: 1,
    });
  });

  it('is published for every field and every type of event', () => {
    expect(new Set(published.rows.map(({ field }) => field))).toEqual(new Set(ACCURACY_FIELDS));
    const types = published.rows.flatMap(({ eventType }) => eventType ?? []);
    expect(types).toEqual([...EVENT_TYPES]);
    expect(published.releases).toBeGreaterThan(300);
  });
});
