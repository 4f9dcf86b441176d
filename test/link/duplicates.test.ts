import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../src/link/duplicates.ts';
import { link } from '../../src/link/link.ts';
import { eventMentionId } from '../../src/model/ids.ts';
import { event, input, lexicon } from './builders.ts';

describe('findDuplicates', () => {
  it('takes the earliest date, then the smallest id, for the original', () => {
    const corpus = [
      input('2005-05-02-a', { bodyHash: 'x' }),
      input('2005-05-01-b', { bodyHash: 'x' }),
      input('2005-05-01-a', { bodyHash: 'x' }),
      input('0001-01-01-a', { bodyHash: 'x', date: null }),
    ];
    expect([...findDuplicates(corpus)]).toEqual([
      ['2005-05-01-b', '2005-05-01-a'],
      ['2005-05-02-a', '2005-05-01-a'],
      ['0001-01-01-a', '2005-05-01-a'],
    ]);
  });

  it('leaves releases of other bodies and those without a body alone', () => {
    const corpus = [
      input('2005-05-01-a', { bodyHash: null }),
      input('2005-05-01-b', { bodyHash: null }),
      input('2005-05-01-c'),
      input('2005-05-01-d'),
    ];
    expect(findDuplicates(corpus).size).toBe(0);
  });
});

describe('link with duplicates', () => {
  it('counts the event once, gives no second evidence, and leads the copy’s mention to the event', async () => {
    const mention = event({ countries: ['VNM'], ministers: ['phil-goff'] });
    const copied = { ...mention, start: 30, end: 70 };
    const told = (id: string, start: typeof mention) =>
      input(id, {
        bodyHash: 'same',
        ministers: ['Phil Goff'],
        portfolios: ['Defence'],
        quotes: ['They met.'],
        decomposition: { countries: ['VNM'], events: [start] },
      });
    const graph = await link(
      () => [told('2005-05-11-copy', copied), told('2005-05-10-a', mention)],
      lexicon,
      [],
    );
    const id = eventMentionId('2005-05-10-a', mention);
    expect(graph.releases.map((release) => release.duplicateOf)).toEqual([null, '2005-05-10-a']);
    expect(graph.events.map((one) => [one.id, one.evidence.length])).toEqual([[id, 1]]);
    expect(graph.redirects).toEqual([{ from: eventMentionId('2005-05-11-copy', copied), to: id }]);
    expect(graph.countries).toMatchObject([{ id: 'VNM', releaseCount: 2, eventCount: 1 }]);
    expect(graph.portfolios).toMatchObject([{ id: 'defence', releaseCount: 2, eventCount: 1 }]);
  });
});
