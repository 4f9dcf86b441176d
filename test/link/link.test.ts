import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link } from '../../src/link/link.ts';
import { eventMentionId } from '../../src/model/ids.ts';
import type { LinkInput } from '../../src/model/link.ts';
import { event, input, lexicon, official } from './builders.ts';

const downer = official('Alexander Downer', 'AUS', 'Foreign Minister');
const meeting = event({
  countries: ['AUS'],
  officials: [downer.key],
  ministers: ['phil-goff'],
  headline: true,
});
const laterMeeting = event({
  countries: ['AUS'],
  officials: ['downer@aus'],
  offices: ['foreign-affairs-and-trade'],
});

const corpus: readonly LinkInput[] = [
  input('2005-05-09-goff-to-meet-downer', {
    title: 'Goff to meet Downer',
    ministers: ['Hon Phil Goff', 'http://example.org'],
    portfolios: ['Foreign Affairs and Trade', 'Budget 2005'],
    decomposition: {
      countries: ['AUS'],
      ministers: [{ id: 'phil-goff', name: 'Phil Goff' }],
      officials: [downer],
      mentions: [
        { start: 0, end: 4, kind: 'MINISTER', target: 'phil-goff', rule: 'minister/name' },
        { start: 20, end: 36, kind: 'OFFICIAL', target: downer.key, rule: 'official/name' },
      ],
      events: [{ ...meeting, status: 'PLANNED' }],
    },
  }),
  input('2005-05-11-talks-held', {
    title: 'Talks held',
    ministers: ['Phil Goff'],
    portfolios: ['Foreign Affairs and Trade'],
    decomposition: {
      countries: ['AUS'],
      countriesByPlace: ['VNM', 'ZZZ'],
      officials: [official('Downer', 'AUS', 'Foreign Minister')],
      mentions: [{ start: 5, end: 20, kind: 'OFFICE', target: 'prime-minister', rule: 'minister/office' }],
      events: [laterMeeting],
    },
  }),
  input('2005-05-12-talks-held-again', {
    ministers: ['Phil Goff'],
    portfolios: ['Foreign Affairs and Trade'],
    decomposition: { officials: [official('Downer', 'AUS')], events: [] },
  }),
];

describe('link', () => {
  it('makes one event, one official and one minister of what two releases say', async () => {
    const graph = await link(() => corpus, lexicon, []);
    expect(graph.ministers.map(({ id, releaseCount, eventCount }) => [id, releaseCount, eventCount])).toEqual(
      [
        ['helen-clark', 1, 0],
        ['phil-goff', 3, 1],
      ],
    );
    expect(graph.ministers[1]?.aliases).toEqual(['Hon Phil Goff', 'Phil Goff']);
    expect(graph.officials).toEqual([
      {
        id: 'alexander-downer-aus',
        name: 'Alexander Downer',
        aliases: ['Downer'],
        role: 'Foreign Minister',
        countryId: 'AUS',
        organisation: null,
        roles: [{ role: 'Foreign Minister', first: '2005-05-09', last: '2005-05-11' }],
        releaseCount: 3,
        eventCount: 1,
        firstSeen: '2005-05-09',
        lastSeen: '2005-05-12',
      },
    ]);
    const first = eventMentionId('2005-05-09-goff-to-meet-downer', meeting);
    const second = eventMentionId('2005-05-11-talks-held', laterMeeting);
    expect(graph.redirects).toEqual([{ from: second, to: first }]);
    expect(graph.events).toMatchObject([
      {
        id: first,
        status: 'OCCURRED',
        summary: 'Goff to meet Downer',
        ministers: ['phil-goff'],
        officials: ['alexander-downer-aus'],
        portfolios: ['foreign-affairs-and-trade'],
        evidence: [{ status: 'PLANNED' }, { status: 'OCCURRED' }],
      },
    ]);
  });

  it('reports strings of the header that are no person and no office, with the file', async () => {
    const graph = await link(() => corpus, lexicon, []);
    expect(graph.problems).toEqual([
      {
        code: 'SIGNER_NOT_A_PERSON',
        file: '2005-05-09-goff-to-meet-downer.md',
        field: 'ministers',
        message: 'expected a person who signs, got "http://example.org" (no name of a person)',
      },
      {
        code: 'PORTFOLIO_NOT_AN_OFFICE',
        file: '2005-05-09-goff-to-meet-downer.md',
        field: 'portfolios',
        message: 'expected an office, got "Budget 2005" (no office of that name)',
      },
    ]);
  });

  it('turns a mention of an office into one of its holder and leaves unknown countries out', async () => {
    const [, release] = (await link(() => corpus, lexicon, [])).releases;
    expect(release?.mentions).toEqual([
      { start: 5, end: 20, kind: 'MINISTER', target: 'helen-clark', rule: 'minister/office' },
    ]);
    expect(release?.named).toEqual(['helen-clark']);
    expect(release?.countries).toEqual([
      { id: 'AUS', byPlace: false },
      { id: 'VNM', byPlace: true },
    ]);
  });

  it('gives the same graph whatever the order of the inputs', async () => {
    const expected = await link(() => corpus, lexicon, []);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...corpus], { minLength: corpus.length }), async (shuffled) => {
        expect(await link(() => shuffled, lexicon, [])).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it('reads inputs that come one at a time', async () => {
    async function* stream() {
      yield* corpus;
    }
    expect(await link(stream, lexicon, [])).toEqual(await link(() => corpus, lexicon, []));
  });
});
