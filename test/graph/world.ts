import { eventDate } from '../../src/model/date.ts';
import type { EventStatus } from '../../src/model/event.ts';
import type { Event, Evidence, LinkedGraph, LinkedRelease, Seen } from '../../src/model/graph.ts';
import { byCode, hashId, sha256 } from '../../src/model/ids.ts';
import type { Release } from '../../src/model/release.ts';
import type { IngestedFile } from '../../src/store/writer.ts';

/** A small made-up graph: two defence dealings with Viet Nam, a trade meeting, a treaty office under two names. */
export const ROOT = '/made-up';

function makeRelease(id: string, title: string, body: string, more: Partial<Release> = {}): Release {
  return {
    id,
    path: `${id.slice(0, 4)}/${id}.md`,
    title,
    date: id.slice(0, 10),
    url: `https://example.org/${id.slice(11)}`,
    ministers: [],
    portfolios: [],
    attachments: [],
    body: `**${body}**`,
    text: `${title}\n\n${body}`,
    bodyStart: title.length + 2,
    hash: sha256(body),
    ...more,
  };
}

const TALKS = makeRelease(
  '2006-11-17-defence-talks-hanoi',
  'Defence talks in Hanoi',
  'Defence Minister Phil Goff met Vietnamese Defence Minister Phung Quang Thanh in Hanoi today.',
  { ministers: ['Hon Phil Goff'], portfolios: ['Defence'] },
);
const PLANNED = makeRelease(
  '2013-03-22-defence-minister-visit-vietnam',
  'Defence Minister to visit Vietnam',
  'Jonathan Coleman will travel to Vietnam next week.',
  { ministers: ['Hon Dr Jonathan Coleman'], portfolios: ['Defence'] },
);
const OVER = makeRelease(
  '2013-03-29-vietnam-visit-ends',
  'Vietnam visit ends',
  'Dr Coleman has visited Vietnam this week, where he saw a café in Huế.',
  { ministers: ['Hon Dr Jonathan Coleman'], portfolios: ['Defence (Associate)'] },
);
const TRADE = makeRelease(
  '2013-04-02-trade-talks-canberra',
  'Trade talks in Canberra',
  'Phil Goff meets his Australian counterpart on the Māori fisheries treaty.',
  { ministers: ['Hon Phil Goff'], portfolios: ['Trade'] },
);
const COPY = makeRelease('2013-04-03-trade-talks-again', 'Trade talks again', 'Phil Goff meets.', {
  date: null,
  url: null,
});
export const RELEASES = [TALKS, PLANNED, OVER, TRADE, COPY] as const;

function evidenceOf(
  eventId: string,
  release: Release,
  quote: string,
  status: EventStatus,
  edtf: string | null,
): Evidence {
  const start = release.text.indexOf(quote);
  if (start < 0) throw new RangeError(`expected the quote in ${release.id}`);
  const span = { start, end: start + quote.length };
  return {
    ...span,
    eventId,
    releaseId: release.id,
    quote,
    sentence: { start: release.bodyStart, end: release.text.length },
    rule: 'test/rule',
    status,
    edtf,
    headline: true,
  };
}

export const TALKS_ID = hashId('talks');
export const VISIT_ID = hashId('visit');
export const MEETING_ID = hashId('meeting');
export const MERGED_ID = hashId('merged');

const EVENTS: readonly Event[] = [
  {
    id: TALKS_ID,
    type: 'MEETING' as const,
    status: 'OCCURRED' as const,
    date: eventDate('2006-11-17', 'RELATIVE'),
    headline: true,
    summary: 'Defence talks in Hanoi',
    name: null,
    place: 'Hanoi',
    countries: ['VNM'],
    ministers: ['phil-goff'],
    officials: ['phung-quang-thanh-vnm'],
    portfolios: ['defence'],
    evidence: [
      evidenceOf(
        TALKS_ID,
        TALKS,
        'met Vietnamese Defence Minister Phung Quang Thanh',
        'OCCURRED',
        '2006-11-17',
      ),
    ],
  },
  {
    id: VISIT_ID,
    type: 'VISIT' as const,
    status: 'OCCURRED' as const,
    date: eventDate('2013-03-25/2013-03-31', 'RELATIVE'),
    headline: true,
    summary: 'Defence Minister to visit Vietnam',
    name: null,
    place: null,
    countries: ['VNM'],
    ministers: ['jonathan-coleman'],
    officials: [],
    portfolios: ['associate-defence', 'defence'],
    evidence: [
      evidenceOf(VISIT_ID, PLANNED, 'will travel to Vietnam next week', 'PLANNED', '2013-03-25/2013-03-31'),
      evidenceOf(VISIT_ID, OVER, 'has visited Vietnam this week', 'OCCURRED', '2013-03-25/2013-03-31'),
    ],
  },
  {
    id: MEETING_ID,
    type: 'MEETING' as const,
    status: 'PLANNED' as const,
    date: null,
    headline: false,
    summary: 'Trade talks in Canberra',
    name: null,
    place: 'Canberra',
    countries: ['AUS'],
    ministers: ['phil-goff'],
    officials: [],
    portfolios: ['trade'],
    evidence: [evidenceOf(MEETING_ID, TRADE, 'meets his Australian counterpart', 'PLANNED', null)],
  },
].sort((a, b) => byCode(a.id, b.id));

function seen(eventCount: number, releaseCount: number, firstSeen: string, lastSeen: string): Seen {
  return { eventCount, releaseCount, firstSeen, lastSeen };
}

const NONE: Seen = { eventCount: 0, releaseCount: 0, firstSeen: null, lastSeen: null };

function linkOf(release: Release, more: Partial<LinkedRelease>): LinkedRelease {
  return {
    id: release.id,
    duplicateOf: null,
    signers: [],
    portfolios: [],
    named: [],
    countries: [],
    officials: [],
    mentions: [],
    ...more,
  };
}

function mention(release: Release, words: string) {
  const start = release.text.indexOf(words);
  return { start, end: start + words.length, rule: 'test/name' };
}

/** What linking would make of the releases above. */
export const GRAPH: LinkedGraph = {
  releases: [
    linkOf(TALKS, {
      signers: ['phil-goff'],
      portfolios: ['defence'],
      named: ['phil-goff'],
      countries: [
        { id: 'AUT', byPlace: true },
        { id: 'VNM', byPlace: false },
      ],
      officials: ['phung-quang-thanh-vnm'],
      mentions: [
        { kind: 'PLACE', target: 'VNM', ...mention(TALKS, 'Hanoi') },
        { kind: 'MINISTER', target: 'phil-goff', ...mention(TALKS, 'Phil Goff') },
        { kind: 'COUNTRY', target: 'VNM', ...mention(TALKS, 'Vietnamese') },
        { kind: 'OFFICIAL', target: 'phung-quang-thanh-vnm', ...mention(TALKS, 'Phung Quang Thanh') },
      ],
    }),
    linkOf(PLANNED, {
      signers: ['jonathan-coleman'],
      portfolios: ['defence'],
      named: ['jonathan-coleman'],
      countries: [{ id: 'VNM', byPlace: false }],
    }),
    linkOf(OVER, {
      signers: ['jonathan-coleman'],
      portfolios: ['associate-defence'],
      named: ['jonathan-coleman'],
      countries: [{ id: 'VNM', byPlace: false }],
    }),
    linkOf(TRADE, {
      signers: ['phil-goff'],
      portfolios: ['trade'],
      named: ['phil-goff'],
      countries: [{ id: 'AUS', byPlace: false }],
    }),
    linkOf(COPY, { duplicateOf: TRADE.id, named: ['phil-goff'] }),
  ],
  ministers: [
    {
      id: 'jonathan-coleman',
      name: 'Jonathan Coleman',
      aliases: ['Hon Dr Jonathan Coleman'],
      ...seen(1, 2, '2013-03-22', '2013-03-29'),
    },
    {
      id: 'phil-goff',
      name: 'Phil Goff',
      aliases: ['Hon Phil Goff'],
      ...seen(2, 3, '2006-11-17', '2013-04-02'),
    },
  ],
  countries: [
    {
      id: 'AUS',
      alpha2: 'AU',
      name: 'Australia',
      aliases: ['Australian'],
      ...seen(1, 1, '2013-04-02', '2013-04-02'),
    },
    { id: 'AUT', alpha2: 'AT', name: 'Austria', aliases: ['Austrian'], ...NONE },
    {
      id: 'VNM',
      alpha2: 'VN',
      name: 'Vietnam',
      aliases: ['Viet Nam', 'Vietnamese'],
      ...seen(2, 3, '2006-11-17', '2013-03-29'),
    },
  ],
  portfolios: [
    {
      id: 'associate-defence',
      name: 'Associate Defence',
      aliases: ['Defence (Associate)'],
      lineage: 'associate-defence',
      office: 'defence',
      ...seen(1, 1, '2013-03-29', '2013-03-29'),
    },
    {
      id: 'defence',
      name: 'Defence',
      aliases: [],
      lineage: 'defence',
      office: null,
      ...seen(2, 2, '2006-11-17', '2013-03-22'),
    },
    {
      id: 'trade',
      name: 'Trade',
      aliases: [],
      lineage: 'trade',
      office: null,
      ...seen(1, 1, '2013-04-02', '2013-04-02'),
    },
    {
      id: 'trade-negotiations',
      name: 'Trade Negotiations',
      aliases: [],
      lineage: 'trade',
      office: null,
      ...NONE,
    },
  ],
  officials: [
    {
      id: 'phung-quang-thanh-vnm',
      name: 'Phung Quang Thanh',
      aliases: [],
      role: 'Defence Minister',
      countryId: 'VNM',
      organisation: null,
      roles: [{ role: 'Defence Minister', first: '2006-11-17', last: '2006-11-17' }],
      ...seen(1, 1, '2006-11-17', '2006-11-17'),
    },
  ],
  terms: [
    {
      ministerId: 'jonathan-coleman',
      portfolioId: 'defence',
      kind: 'MINISTER',
      first: '2013-03-22',
      last: '2013-03-22',
      releaseCount: 1,
    },
    {
      ministerId: 'phil-goff',
      portfolioId: 'defence',
      kind: 'MINISTER',
      first: '2006-11-17',
      last: '2006-11-17',
      releaseCount: 1,
    },
  ],
  events: EVENTS,
  redirects: [{ from: MERGED_ID, to: VISIT_ID }],
  problems: [
    {
      code: 'SIGNER_NOT_A_PERSON',
      file: TRADE.path,
      field: 'ministers',
      message: 'expected a person, got "Office"',
    },
  ],
};

function ingested(release: Release): IngestedFile {
  return {
    root: ROOT,
    path: release.path,
    hash: release.hash,
    version: 'test',
    release,
    decomposition: JSON.stringify({
      releaseId: release.id,
      countries: [],
      countriesByPlace: [],
      ministers: [],
      officials: [],
      mentions: [],
      events: [],
    }),
    problems: [],
  };
}

/** The files as ingested, with one more that is no release. */
export const FILES: readonly IngestedFile[] = [
  ...RELEASES.map(ingested),
  {
    root: ROOT,
    path: '2013/broken.md',
    hash: sha256('broken'),
    version: 'test',
    release: null,
    decomposition: null,
    problems: [
      { code: 'FILE_EMPTY', file: '2013/broken.md', field: null, message: 'expected text, got none' },
    ],
  },
];
