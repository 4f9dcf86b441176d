import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type TestGraph } from './harness.ts';
import { TALKS_ID } from './world.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.store.close());

describe('a question that cannot be answered', () => {
  it.each([
    [
      '{ events(filter: {countries: ["Vietnm"]}, first: 1) { edges { cursor } } }',
      'UNKNOWN_COUNTRY',
      'There is no country "Vietnm" in the graph; did you mean "Vietnam"?',
    ],
    [
      '{ country(code: "Austr") { name } }',
      'UNKNOWN_COUNTRY',
      'There is no country "Austr" in the graph; did you mean "Australia" or "Austria"?',
    ],
    [
      '{ events(filter: {allCountries: ["Zzzzzz"]}, first: 1) { edges { cursor } } }',
      'UNKNOWN_COUNTRY',
      'There is no country "Zzzzzz" in the graph.',
    ],
    ['{ country(code: "") { name } }', 'UNKNOWN_COUNTRY', 'There is no country "" in the graph.'],
    [
      '{ events(filter: {portfolios: ["defense"]}, first: 1) { edges { cursor } } }',
      'UNKNOWN_PORTFOLIO',
      'There is no portfolio "defense" in the graph; did you mean "Defence"?',
    ],
    [
      '{ minister(slug: "Phil Gof") { name } }',
      'UNKNOWN_MINISTER',
      'There is no minister "Phil Gof" in the graph; did you mean "Phil Goff"?',
    ],
    [
      '{ events(filter: {officials: ["nobody"]}, first: 1) { edges { cursor } } }',
      'UNKNOWN_OFFICIAL',
      'There is no official "nobody" in the graph.',
    ],
    [
      '{ events { edges { cursor } } }',
      'BAD_INPUT',
      'Query.events: give `first` or `last` (1 to 100), for this list is long.',
    ],
    [
      '{ minister(slug: "phil-goff") { officials { edges { cursor } } } }',
      'BAD_INPUT',
      'Minister.officials: give `first` or `last` (1 to 100), for this list is long.',
    ],
    [
      '{ events(first: 1, last: 1) { edges { cursor } } }',
      'BAD_INPUT',
      'Query.events: give `first` or `last`, not both.',
    ],
    [
      '{ events(first: 0) { edges { cursor } } }',
      'BAD_INPUT',
      'Query.events: `first` must be 1 to 100, got 0.',
    ],
    [
      '{ events(last: 101) { edges { cursor } } }',
      'BAD_INPUT',
      'Query.events: `last` must be 1 to 100, got 101.',
    ],
    [
      '{ events(first: 1, after: "x") { edges { cursor } } }',
      'BAD_CURSOR',
      'The cursor given as `after` or `before` is not a cursor that this API gave.',
    ],
    [
      '{ events(first: 1, filter: {from: "2013-01-02", to: "2013-01-01"}) { edges { cursor } } }',
      'BAD_INPUT',
      '`from` (2013-01-02) must not be after `to` (2013-01-01).',
    ],
    [
      '{ releases(first: 1, filter: {text: " "}) { edges { cursor } } }',
      'BAD_INPUT',
      '`text` must not be empty; leave it out to set no limit.',
    ],
    [
      '{ events(first: 1, filter: {upcoming: true}) { edges { cursor } } }',
      'BAD_INPUT',
      '`upcoming` needs `asOf`: the day on which it is to hold.',
    ],
    [
      '{ events(first: 1, filter: {reportedFrom: "2013-01-02", reportedTo: "2013-01-01"}) { edges { cursor } } }',
      'BAD_INPUT',
      '`reportedFrom` (2013-01-02) must not be after `reportedTo` (2013-01-01).',
    ],
    [
      '{ events(first: 1, filter: {notCountries: ["Vietnm"]}) { edges { cursor } } }',
      'UNKNOWN_COUNTRY',
      'There is no country "Vietnm" in the graph; did you mean "Vietnam"?',
    ],
    [
      '{ eventCounts(by: []) { count } }',
      'BAD_INPUT',
      'Query.eventCounts: `by` takes one or two different keys, got none.',
    ],
    [
      '{ eventCounts(by: [TYPE, TYPE]) { count } }',
      'BAD_INPUT',
      'Query.eventCounts: `by` takes one or two different keys, got TYPE, TYPE.',
    ],
    [
      '{ eventCounts(by: [TYPE], first: 1001) { count } }',
      'BAD_INPUT',
      'Query.eventCounts: `first` must be 1 to 1000, got 1001.',
    ],
    [
      '{ eventSeries(interval: YEAR, groupBy: TYPE, top: 51) { undatedCount } }',
      'BAD_INPUT',
      'Query.eventSeries: `top` must be 1 to 50, got 51.',
    ],
    [
      '{ eventSeries(interval: MONTH) { rows(first: 3) { count } } }',
      'BAD_INPUT',
      'EventSeries.rows: there are 77 rows, more than `first: 3`; narrow `from` and `to`, take a longer interval or fewer groups.',
    ],
    [
      '{ relationship(country: "Vietnm") { eventCount } }',
      'UNKNOWN_COUNTRY',
      'There is no country "Vietnm" in the graph; did you mean "Vietnam"?',
    ],
    [
      '{ paths(from: "Phil Gof", to: "AUS") { cutOff } }',
      'UNKNOWN_NODE',
      'There is no country, minister, portfolio or official "Phil Gof" in the graph; did you mean "Phil Goff"?',
    ],
    [
      '{ paths(from: "VNM", to: "Viet Nam") { cutOff } }',
      'BAD_INPUT',
      'Query.paths: `from` and `to` are the same node; give two different ones.',
    ],
    [
      '{ paths(from: "VNM", to: "AUS", maxHops: 5) { cutOff } }',
      'BAD_INPUT',
      'Query.paths: `maxHops` must be 1 to 4, got 5.',
    ],
    [
      '{ paths(from: "VNM", to: "AUS", first: 51) { cutOff } }',
      'BAD_INPUT',
      'Query.paths: `first` must be 1 to 50, got 51.',
    ],
    [
      '{ neighbourhood(id: "VNM", depth: 3) { nodes { key } } }',
      'BAD_INPUT',
      'Query.neighbourhood: `depth` must be 1 or 2, got 3.',
    ],
    [
      '{ neighbourhood(id: "VNM", limit: 201) { nodes { key } } }',
      'BAD_INPUT',
      'Query.neighbourhood: `limit` must be 1 to 200, got 201.',
    ],
    [
      `{ neighbourhood(id: "${Buffer.from('Event:x').toString('base64url')}") { nodes { key } } }`,
      'BAD_INPUT',
      '"RXZlbnQ6eA" is the id of a node of kind event; expected one of a node that has a name.',
    ],
    [
      `{ neighbourhood(id: "${Buffer.from('Country:XYZ').toString('base64url')}") { nodes { key } } }`,
      'UNKNOWN_NODE',
      'There is no country any more with the id "Q291bnRyeTpYWVo".',
    ],
    [
      `{ search(text: "${'x'.repeat(201)}") { totalCount } }`,
      'BAD_INPUT',
      '`text` takes at most 200 characters, got 201.',
    ],
    [
      '{ changes(since: "x") { cursor } }',
      'BAD_CURSOR',
      'The cursor given as `since` is not a cursor that this API gave.',
    ],
    [
      '{ changes(first: 1001) { cursor } }',
      'BAD_INPUT',
      'Query.changes: `first` must be 1 to 1000, got 1001.',
    ],
    [
      '{ ask(phrase: "Vietman") { events { totalCount } } }',
      'BAD_PHRASE',
      'Nothing in the phrase "Vietman" can be read as a question about events; did you mean "Vietnam"?',
    ],
    [
      `{ ask(phrase: "${'x'.repeat(1001)}") { events { totalCount } } }`,
      'BAD_INPUT',
      '`phrase` takes at most 1000 characters, got 1001.',
    ],
    ['{ node(id: "nonsense") { id } }', 'BAD_INPUT', '"nonsense" is not an id of a node of this graph.'],
  ])('%s says %s', async (query, code, message) => {
    expect(await graph.errors(query)).toEqual([{ code, message }]);
  });

  it('names the near names for programs too', async () => {
    const { errors } = await graph.run('{ country(code: "Vietnm") { name } }');
    expect(errors?.[0]?.extensions).toEqual({
      code: 'UNKNOWN_COUNTRY',
      name: 'Vietnm',
      suggestions: ['Vietnam'],
    });
  });

  it.each(['2013-02-30', '2013-2-3', 'today', ''])(
    'refuses "%s" as a date, inline and as a variable',
    async (date) => {
      const message = `Expected a calendar date YYYY-MM-DD, got ${JSON.stringify(date)}.`;
      const inline = `{ events(first: 1, filter: {from: ${JSON.stringify(date)}}) { edges { cursor } } }`;
      const variable = 'query ($from: Date) { events(first: 1, filter: {from: $from}) { edges { cursor } } }';
      expect((await graph.errors(inline))[0]?.message).toContain(message);
      expect((await graph.errors(variable, { from: date }))[0]?.message).toContain(message);
    },
  );

  it('takes a cursor only in the list that it came from', async () => {
    const { events } = await graph.data<{ events: { pageInfo: { endCursor: string } } }>(
      '{ events(first: 1, filter: {countries: ["VNM"]}) { pageInfo { endCursor } } }',
    );
    const cursor = events.pageInfo.endCursor;
    const elsewhere = [
      `{ events(first: 1, after: "${cursor}") { edges { cursor } } }`,
      `{ events(first: 1, filter: {countries: ["VNM"]}, orderBy: DATE_ASC, after: "${cursor}") { edges { cursor } } }`,
      `{ releases(first: 1, before: "${cursor}") { edges { cursor } } }`,
      `{ country(code: "VNM") { events(first: 1, after: "${cursor}") { edges { cursor } } } }`,
    ];
    for (const query of elsewhere) expect(await graph.errors(query)).toMatchObject([{ code: 'BAD_CURSOR' }]);
    const same = `{ events(first: 1, filter: {countries: ["Viet Nam", "VN"]}, after: "${cursor}") { edges { node { key } } } }`;
    expect(await graph.data(same)).toEqual({ events: { edges: [{ node: { key: TALKS_ID } }] } });
  });

  it('refuses the id of another type', async () => {
    const { event } = await graph.data<{ event: { id: string } }>(`{ event(id: "${TALKS_ID}") { id } }`);
    expect(await graph.errors(`{ release(id: "${event.id}") { id } }`)).toEqual([
      { code: 'BAD_INPUT', message: `"${event.id}" is an id of type Event; expected one of type Release.` },
    ]);
  });

  it('leaves the rest of the answer standing', async () => {
    const result = await graph.run(
      '{ a: country(code: "Nowhereland") { name } b: country(code: "AUS") { name } }',
    );
    expect(JSON.parse(JSON.stringify(result.data))).toEqual({ a: null, b: { name: 'Australia' } });
  });
});
