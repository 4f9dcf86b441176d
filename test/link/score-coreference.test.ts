import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { link } from '../../src/link/link.ts';
import {
  type CoreferenceGold,
  parseCoreferenceGold,
  scoreCoreference,
} from '../../src/link/score-coreference.ts';
import { event, input, lexicon } from './builders.ts';

const visit = { type: 'VISIT', countries: ['VNM'], ministers: ['phil-goff'] } as const;
const told = (id: string, date: string, bodyHash?: string) =>
  input(id, { ...(bodyHash ? { bodyHash } : {}), decomposition: { events: [event({ ...visit, date })] } });

const corpus = [
  told('2005-05-01-a', '2005-05-10'),
  told('2005-05-11-b', '2005-05-10', 'x'),
  told('2005-05-12-copy', '2005-05-10', 'x'),
  told('2005-06-11-c', '2005-06-10'),
  input('2005-06-12-silent'),
];

describe('scoreCoreference', () => {
  it('counts pairs joined, missed, joinable and confused', async () => {
    const gold: CoreferenceGold = {
      clusters: [
        {
          type: 'VISIT',
          what: 'the May visit',
          releases: ['2005-05-01-a', '2005-05-11-b', '2005-05-12-copy'],
        },
        { type: 'VISIT', what: 'no such', releases: ['2005-05-01-a', '2005-06-11-c'] },
        { type: 'VISIT', what: 'not told', releases: ['2005-06-11-c', '2005-06-12-silent'] },
      ],
      apart: [
        { type: 'VISIT', why: 'a month apart', releases: ['2005-05-11-b', '2005-06-11-c'] },
        { type: 'VISIT', why: 'wrong on purpose', releases: ['2005-05-01-a', '2005-05-11-b'] },
      ],
    };
    const score = scoreCoreference(await link(() => corpus, lexicon, []), gold);
    expect(score).toMatchObject({
      together: 5,
      joined: 3,
      joinable: 4,
      apart: 2,
      confused: 1,
      precision: 0.75,
      recall: 0.6,
      recallOfJoinable: 0.75,
    });
    expect(score.wrong.map((pair) => pair.about)).toEqual(['wrong on purpose']);
    expect(score.missed.map((pair) => pair.about)).toEqual(['no such', 'not told']);
  });

  it('gives no share of nothing', async () => {
    const score = scoreCoreference({ events: [], releases: [] }, { clusters: [], apart: [] });
    expect(score).toMatchObject({ precision: null, recall: null, recallOfJoinable: null });
  });
});

describe('the coreference gold', () => {
  const gold = parseCoreferenceGold(readFileSync('test/gold/coreference.yaml', 'utf8'));

  it('holds at least sixty clusters and sixty near misses', () => {
    expect(gold.clusters.length).toBeGreaterThanOrEqual(60);
    expect(gold.apart.length).toBeGreaterThanOrEqual(60);
  });

  it('does not say of one pair that it is one and that it is two', () => {
    const key = (type: string, releases: readonly string[]) => `${type} ${[...releases].sort().join(' ')}`;
    const together = new Set(gold.clusters.map((cluster) => key(cluster.type, cluster.releases)));
    expect(gold.apart.filter((group) => together.has(key(group.type, group.releases)))).toEqual([]);
  });

  it('is refused where an entry has no reason', () => {
    expect(() => parseCoreferenceGold('clusters: []\napart: [{type: VISIT, releases: [a, b]}]')).toThrow(
      /why/,
    );
  });
});
