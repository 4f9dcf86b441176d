import { beforeAll, describe, expect, it } from 'vitest';
import { link } from '../../src/link/link.ts';
import type { EventMention } from '../../src/model/decomposition.ts';
import { sha256 } from '../../src/model/ids.ts';
import type { Release } from '../../src/model/release.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { IngestedFile } from '../../src/store/writer.ts';
import { event, lexicon } from '../link/builders.ts';
import { openGraph, type TestGraph } from './harness.ts';

/** A file of one release with one event, whose quote is the whole body. */
function file(id: string, body: string, stated: Parameters<typeof event>[0]): IngestedFile {
  const title = `Title of ${id}`;
  const start = title.length + 2;
  const span = { start, end: start + body.length };
  const release: Release = {
    id,
    path: `${id}.md`,
    title,
    date: id.slice(0, 10),
    url: null,
    ministers: ['Phil Goff'],
    portfolios: ['Defence'],
    attachments: [],
    body,
    text: `${title}\n\n${body}`,
    bodyStart: start,
    hash: sha256(body),
  };
  const mention: EventMention = event({
    ...span,
    sentence: span,
    type: 'VISIT',
    ministers: ['phil-goff'],
    ...stated,
  });
  return {
    root: '/made-up',
    path: release.path,
    hash: release.hash,
    version: 'test',
    release,
    decomposition: JSON.stringify({
      releaseId: id,
      countries: mention.countries,
      countriesByPlace: [],
      ministers: [{ id: 'phil-goff', name: 'Phil Goff' }],
      officials: [],
      mentions: [],
      events: [mention],
    }),
    problems: [],
  };
}

const FILES = [
  file('2005-05-01-to-visit-australia', 'Phil Goff will visit Australia next week.', {
    countries: ['AUS'],
    date: '2005-05-09/2005-05-12',
    status: 'PLANNED',
  }),
  file('2005-05-09-leaves-for-australia', 'Phil Goff leaves for Australia today.', {
    countries: ['AUS'],
    date: '2005-05-09',
    status: 'ONGOING',
  }),
  file('2005-05-13-back-from-australia', 'Phil Goff returned from Australia.', {
    countries: ['AUS'],
    date: '2005-05-12',
    status: 'OCCURRED',
  }),
  file('2005-05-02-to-visit-japan', 'Phil Goff will visit Japan on 1 June.', {
    countries: ['JPN'],
    date: '2005-06-01',
    status: 'PLANNED',
  }),
];

describe('the life of an event over its releases, from what they state to the answer', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    const store = await openSqliteStore(':memory:');
    await store.writer.putFiles(FILES);
    const linked = await link(() => store.writer.linkInputs(), lexicon, []);
    await store.close();
    graph = await openGraph(FILES, linked);
  });

  const list = async (filter: string) => {
    const { events } = await graph.data<{ events: { edges: { node: unknown }[] } }>(
      `{ events(filter: {${filter}}, orderBy: DATE_ASC, first: 9) { edges { node {
        status countries { code } steps { status date edtf release { slug } evidence { quote } } } } } }`,
    );
    return events.edges.map(({ node }) => node);
  };

  it('shows what was planned and what was reported, each step with its release', async () => {
    expect(await list('countries: ["AUS"]')).toEqual([
      {
        status: 'OCCURRED',
        countries: [{ code: 'AUS' }],
        steps: [
          {
            status: 'PLANNED',
            date: '2005-05-01',
            edtf: '2005-05-09/2005-05-12',
            release: { slug: '2005-05-01-to-visit-australia' },
            evidence: { quote: 'Phil Goff will visit Australia next week.' },
          },
          {
            status: 'ONGOING',
            date: '2005-05-09',
            edtf: '2005-05-09',
            release: { slug: '2005-05-09-leaves-for-australia' },
            evidence: { quote: 'Phil Goff leaves for Australia today.' },
          },
          {
            status: 'OCCURRED',
            date: '2005-05-13',
            edtf: '2005-05-12',
            release: { slug: '2005-05-13-back-from-australia' },
            evidence: { quote: 'Phil Goff returned from Australia.' },
          },
        ],
      },
    ]);
  });

  it('tells what was announced and never reported, as known on a day', async () => {
    const announced = async (filter: string) =>
      (await list(filter)).map((node) => (node as { countries: { code: string }[] }).countries[0]?.code);
    expect(await announced('asOf: "2005-05-20", unreported: true')).toEqual([]);
    expect(await announced('asOf: "2005-05-20", upcoming: true')).toEqual(['JPN']);
    expect(await announced('asOf: "2005-07-01", unreported: true')).toEqual(['JPN']);
    expect(await announced('asOf: "2005-05-08", upcoming: true')).toEqual(['AUS', 'JPN']);
  });
});
