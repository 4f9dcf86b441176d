import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type TestGraph } from './harness.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.store.close());

describe('eventCounts', () => {
  it('counts pairs of values, with their names, most first', async () => {
    expect(await graph.data('{ eventCounts(by: [COUNTRY, TYPE]) { keys labels count } }')).toEqual({
      eventCounts: [
        { keys: ['AUS', 'MEETING'], labels: ['Australia', 'MEETING'], count: 1 },
        { keys: ['VNM', 'MEETING'], labels: ['Vietnam', 'MEETING'], count: 1 },
        { keys: ['VNM', 'VISIT'], labels: ['Vietnam', 'VISIT'], count: 1 },
      ],
    });
  });

  it.each([
    [
      'by: [COUNTRY]',
      [
        ['Vietnam', 2],
        ['Australia', 1],
      ],
    ],
    [
      'by: [MINISTER]',
      [
        ['Phil Goff', 2],
        ['Jonathan Coleman', 1],
      ],
    ],
    ['by: [OFFICIAL]', [['Phung Quang Thanh', 1]]],
    [
      'by: [PORTFOLIO], filter: {countries: ["VN"]}',
      [
        ['Defence', 2],
        ['Associate Defence', 1],
      ],
    ],
    [
      'by: [YEAR]',
      [
        ['2006', 1],
        ['2013', 1],
        [null, 1],
      ],
    ],
    ['by: [MONTH], filter: {from: "2013-01-01"}', [['2013-03', 1]]],
    ['by: [STATUS], first: 1', [['OCCURRED', 2]]],
  ])('(%s) counts by one thing', async (args, expected) => {
    const { eventCounts } = await graph.data<{ eventCounts: { labels: string[]; count: number }[] }>(
      `{ eventCounts(${args}) { labels count } }`,
    );
    expect(eventCounts.map(({ labels, count }) => [labels[0], count])).toEqual(expected);
  });
});

describe('eventSeries', () => {
  it('has a row for every step and group, zeros too, and says what it leaves out', async () => {
    const query = `{ eventSeries(interval: YEAR, groupBy: TYPE, top: 1, filter: {from: "2005-01-01", to: "2007-12-31"}) {
      rows { start group label count } gapsFilled undatedCount impreciseCount } }`;
    expect(await graph.data(query)).toEqual({
      eventSeries: {
        rows: [
          { start: '2005-01-01', group: 'MEETING', label: 'MEETING', count: 0 },
          { start: '2006-01-01', group: 'MEETING', label: 'MEETING', count: 1 },
          { start: '2007-01-01', group: 'MEETING', label: 'MEETING', count: 0 },
        ],
        gapsFilled: true,
        undatedCount: 0,
        impreciseCount: 0,
      },
    });
  });

  it('names the groups, has OTHER for the rest, and one row a step where it is not split', async () => {
    const split = await graph.data<{ eventSeries: { rows: { label: string; count: number }[] } }>(
      '{ eventSeries(interval: YEAR, groupBy: MINISTER, top: 1, filter: {from: "2013-01-01"}) { rows { group label count } } }',
    );
    expect(split.eventSeries.rows).toEqual([
      { group: 'jonathan-coleman', label: 'Jonathan Coleman', count: 1 },
    ]);
    const others = await graph.data<{ eventSeries: { rows: unknown[]; undatedCount: number } }>(
      '{ eventSeries(interval: QUARTER, groupBy: TYPE, top: 1) { rows { group count } undatedCount } }',
    );
    expect(others.eventSeries.undatedCount).toBe(1);
    expect(others.eventSeries.rows).toHaveLength(2 * 26);
    expect(others.eventSeries.rows.at(-1)).toEqual({ group: 'OTHER', count: 1 });
    expect(
      await graph.data(
        '{ eventSeries(interval: MONTH, filter: {from: "2013-02-01", to: "2013-03-31"}) { rows { start group label count } } }',
      ),
    ).toEqual({
      eventSeries: {
        rows: [
          { start: '2013-02-01', group: null, label: null, count: 0 },
          { start: '2013-03-01', group: null, label: null, count: 1 },
        ],
      },
    });
  });
});

describe('relationship', () => {
  it('tells what two countries have had to do with each other', async () => {
    const query = `{ relationship(country: "Viet Nam", today: "2020-01-01") {
      country { code } eventCount undatedCount types { type count } years { year count }
      first { summary } last { summary } longestGap { days before { summary } after { summary } }
      ministers { eventCount node { slug } } officials { eventCount node { slug } }
      portfolios { eventCount node { slug } } upcoming { summary } } }`;
    expect(await graph.data(query)).toEqual({
      relationship: {
        country: { code: 'VNM' },
        eventCount: 2,
        undatedCount: 0,
        types: [
          { type: 'MEETING', count: 1 },
          { type: 'VISIT', count: 1 },
        ],
        years: [
          { year: '2006', count: 1 },
          { year: '2013', count: 1 },
        ],
        first: { summary: 'Defence talks in Hanoi' },
        last: { summary: 'Defence Minister to visit Vietnam' },
        longestGap: {
          days: 2319,
          before: { summary: 'Defence talks in Hanoi' },
          after: { summary: 'Defence Minister to visit Vietnam' },
        },
        ministers: [
          { eventCount: 1, node: { slug: 'jonathan-coleman' } },
          { eventCount: 1, node: { slug: 'phil-goff' } },
        ],
        officials: [{ eventCount: 1, node: { slug: 'phung-quang-thanh-vnm' } }],
        portfolios: [
          { eventCount: 2, node: { slug: 'defence' } },
          { eventCount: 1, node: { slug: 'associate-defence' } },
        ],
        upcoming: [],
      },
    });
  });

  it('divides past and future on the day given, the day of the request where none is', async () => {
    const query =
      'query ($today: Date) { relationship(country: "VNM", today: $today) { last { summary } longestGap { days } } }';
    const early = { last: { summary: 'Defence talks in Hanoi' }, longestGap: null };
    const late = { last: { summary: 'Defence Minister to visit Vietnam' }, longestGap: { days: 2319 } };
    expect(await graph.data(query, { today: '2013-03-24' })).toEqual({ relationship: early });
    expect(await graph.data(query)).toEqual({ relationship: late });
    graph.clock.now = new Date('2013-03-24T10:00:00Z');
    expect(await graph.data(query)).toEqual({ relationship: early });
    // Ten at night in London is eleven in the morning of the next day in Wellington.
    graph.clock.now = new Date('2013-03-24T22:00:00Z');
    expect(await graph.data(query)).toEqual({ relationship: late });
  });

  it('is empty for a country of which only the name is known, and lists what is planned without a day', async () => {
    const query = `{ none: relationship(country: "AUT") { eventCount types { count } first { key } longestGap { days } }
      planned: relationship(country: "AUS") { undatedCount upcoming(first: 1) { summary } } }`;
    expect(await graph.data(query)).toEqual({
      none: { eventCount: 0, types: [], first: null, longestGap: null },
      planned: { undatedCount: 1, upcoming: [{ summary: 'Trade talks in Canberra' }] },
    });
  });
});
