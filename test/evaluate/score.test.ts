import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, type AnswerEvent, loadAnswers } from '../../src/evaluate/gold.ts';
import { pairEvents, personKey } from '../../src/evaluate/pairing.ts';
import { score } from '../../src/evaluate/score.ts';
import { freshFolder } from '../ingest/corpus.ts';

const VISIT: AnswerEvent = {
  type: 'VISIT',
  headline: true,
  date: '2004',
  status: 'OCCURRED',
  countries: ['VNM'],
  ministers: ['Phil Goff'],
  officials: [],
  place: 'Hanoi',
  quote: 'Phil Goff visited Hanoi in 2004',
};
const TALKS: AnswerEvent = {
  ...VISIT,
  type: 'MEETING',
  headline: false,
  date: null,
  countries: ['AUS'],
  officials: ['Alexander Downer'],
  quote: 'talks with Alexander Downer followed',
};
const ANSWER: Answer = {
  release: 'r',
  countries: ['AUS', 'VNM'],
  countriesByPlace: ['THA'],
  ministers: ['Phil Goff'],
  officials: [{ name: 'Alexander Downer', role: 'Foreign Minister', of: 'AUS' }],
  events: [VISIT, TALKS],
};

const one = (answer: Answer) => new Map([['r', answer]]);

describe('score', () => {
  it('is 1 throughout where the answer is the gold', () => {
    const result = score(one(ANSWER), one(ANSWER));
    for (const [name, figure] of Object.entries(result)) {
      if (name === 'releases' || name === 'byType') continue;
      expect(typeof figure === 'number' ? figure : figure.f1, name).toBe(1);
    }
    expect(result.byType.VISIT).toMatchObject({ hits: 1, gold: 1, answered: 1 });
    expect(result.byType.AID).toMatchObject({ hits: 0, gold: 0, f1: 0 });
  });

  it('counts a release without an answer as an empty one', () => {
    const result = score(one(ANSWER), new Map());
    expect(result.events).toMatchObject({ hits: 0, gold: 2, answered: 0, recall: 0, f1: 0 });
    expect(result.headlineAccuracy).toBe(0);
  });

  it('tells a wrong type, date and status of a found event apart from a missed event', () => {
    const wrong: AnswerEvent = { ...VISIT, type: 'MEETING', date: '2005', status: 'PLANNED' };
    const result = score(one(ANSWER), one({ ...ANSWER, events: [wrong, TALKS] }));
    expect(result.events.f1).toBe(1);
    expect(result.typedEvents).toMatchObject({ hits: 1, gold: 2, answered: 2, f1: 0.5 });
    expect(result).toMatchObject({
      typeAccuracy: 0.5,
      dateAccuracy: 0.5,
      statusAccuracy: 0.5,
      headlineAccuracy: 0,
    });
  });

  it('counts places in countriesWithPlaces only', () => {
    const result = score(one(ANSWER), one({ ...ANSWER, countriesByPlace: [] }));
    expect(result.countries.f1).toBe(1);
    expect(result.countriesWithPlaces).toMatchObject({ hits: 2, gold: 3, answered: 2 });
  });
});

describe('pairEvents', () => {
  it('pairs each event at most once, the likelier first', () => {
    const twin: AnswerEvent = { ...VISIT, date: '2006', quote: 'Goff visited Hanoi in 2004' };
    expect(pairEvents([VISIT], [twin, VISIT])).toEqual([{ gold: VISIT, answer: VISIT }]);
  });

  it('pairs by half of the words of the shorter quote, whatever the type', () => {
    const other: AnswerEvent = { ...VISIT, type: 'AID', headline: false, date: null, countries: [] };
    expect(pairEvents([VISIT], [{ ...other, quote: 'goff visited Berlin' }])).toHaveLength(1);
    expect(pairEvents([VISIT], [{ ...other, quote: 'Goff saw Berlin' }])).toHaveLength(0);
  });

  it('pairs different quotes where type, date and a participant agree', () => {
    const told: AnswerEvent = { ...VISIT, headline: false, quote: 'a journey to the north' };
    expect(pairEvents([VISIT], [told])).toHaveLength(1);
    expect(pairEvents([VISIT], [{ ...told, date: '2005' }])).toHaveLength(0);
    expect(pairEvents([VISIT], [{ ...told, countries: ['LAO'] }])).toHaveLength(0);
  });

  it('compares people by their last name without accents', () => {
    expect(personKey('Hone Harawira')).toBe('harawira');
    expect(personKey('Nguyễn Xuân Phúc')).toBe(personKey('Phuc'));
  });
});

describe('loadAnswers', () => {
  it('names the file and the field of what is no answer', () => {
    const folder = freshFolder();
    writeFileSync(
      join(folder, 'r.json'),
      JSON.stringify({ ...ANSWER, events: [{ ...VISIT, type: 'PARTY' }] }),
    );
    expect(() => loadAnswers(folder)).toThrow(/r\.json.*\n?.*events\[0\]\.type/s);
    writeFileSync(join(folder, 'r.json'), 'no json');
    expect(() => loadAnswers(folder)).toThrow(/expected JSON in .*r\.json/);
    expect(() => loadAnswers(join(folder, 'none'))).toThrow(/expected a folder of answers/);
  });
});
