import type { EventDate } from '../../src/model/date.ts';
import { eventDate } from '../../src/model/date.ts';
import type { Decomposition, Mention } from '../../src/model/decomposition.ts';
import { EVENT_STATUSES, EVENT_TYPES } from '../../src/model/event.ts';
import type {
  Country,
  Event,
  Evidence,
  LinkedGraph,
  LinkedRelease,
  Minister,
  Official,
  Portfolio,
  Term,
} from '../../src/model/graph.ts';
import { byCode, hashId, sha256 } from '../../src/model/ids.ts';
import type { Release } from '../../src/model/release.ts';
import type { IngestedFile } from '../../src/store/store.ts';
import { makeDay, pick, type Random, seeded, some } from './random.ts';

/** How much a world holds. */
export interface Size {
  readonly releases: number;
  readonly events: number;
  readonly countries: number;
  readonly ministers: number;
  readonly portfolios: number;
  readonly officials: number;
  /** Characters of a release's text, about. */
  readonly textLength?: number;
  readonly mentionsPerRelease?: number;
}

/** Files as ingested and the graph that could have been linked from them. */
export interface World {
  readonly files: readonly IngestedFile[];
  readonly graph: LinkedGraph;
}

export const ROOT = '/made-up/releases';
const WORDS = [
  'Minister',
  'visits',
  'Māori',
  'trade',
  'talks',
  'defence',
  'café',
  'budget',
  'signs',
  'Hanoi',
];

/** A world drawn from a seed: every list in canonical order, every quote true, some of everything missing. */
export function makeWorld(seed: number, size: Size): World {
  const random = seeded(seed);
  const files = Array.from({ length: size.releases }, (_, number) => makeFile(random, number, size));
  const releases = files.flatMap(({ release }) => release ?? []);
  const ids = {
    countries: named('c', size.countries),
    ministers: named('m', size.ministers),
    portfolios: named('p', size.portfolios),
    officials: named('o', size.officials),
  };
  const events = Array.from({ length: releases.length > 0 ? size.events : 0 }, (_, number) =>
    makeEvent(random, number, releases, ids),
  ).sort((a, b) => byCode(a.id, b.id));
  const seen = { releaseCount: 1, firstSeen: '2001-02-03', lastSeen: null };
  const counts = countEvents(events);
  return {
    files,
    graph: {
      releases: releases.map((release) => makeLink(random, release, releases, ids, size)),
      countries: ids.countries.map(
        (id): Country => ({
          ...seen,
          id,
          alpha2: id === 'c0' ? null : id,
          name: `Countrý ${id}`,
          aliases: [`${id}-ish`],
          eventCount: counts.get(id) ?? 0,
        }),
      ),
      ministers: ids.ministers.map(
        (id): Minister => ({
          ...seen,
          id,
          name: `Minister ${id}`,
          aliases: [`Hon ${id}`],
          eventCount: counts.get(id) ?? 0,
        }),
      ),
      portfolios: ids.portfolios.map(
        (id): Portfolio => ({
          ...seen,
          id,
          name: `Māori ${id}`,
          aliases: [],
          eventCount: counts.get(id) ?? 0,
          lineage: 'p0',
          office: null,
        }),
      ),
      officials: ids.officials.map(
        (id): Official => ({
          ...seen,
          id,
          name: `Official ${id}`,
          aliases: [],
          eventCount: counts.get(id) ?? 0,
          role: 'Ambassador',
          countryId: pick(random, ids.countries) ?? null,
          organisation: null,
          roles: [{ role: 'Ambassador', first: '2001-01-01', last: null }],
        }),
      ),
      terms: makeTerms(random, ids),
      events,
      redirects: events.slice(0, 3).map(({ id }) => ({ from: hashId('merged', id), to: id })),
      problems: [
        {
          code: 'SIGNER_NOT_A_PERSON',
          file: files[0]?.path ?? 'none.md',
          field: 'ministers',
          message: 'a link',
        },
      ],
    },
  };
}

/** Ids of different kinds differ in their first letter, so that one map does for all. */
function countEvents(events: readonly Event[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { countries, ministers, portfolios, officials } of events) {
    for (const id of [...countries, ...ministers, ...portfolios, ...officials]) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

function named(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => `${prefix}${number}`).sort(byCode);
}

function makeFile(random: Random, number: number, size: Size): IngestedFile {
  const date = random() < 0.05 ? null : makeDay(random);
  const id = `${date ?? '0001-01-01'}-release-${number}`;
  const title = random() < 0.1 ? null : `Title of ${number}`;
  const length = size.textLength ?? 120;
  let body = '';
  while (body.length < length) body += `${pick(random, WORDS)} `;
  if (random() < 0.05) body = '';
  const start = title === null ? '' : `${title}\n\n`;
  const text = `${start}${body}`;
  const path = `${id.slice(0, 4)}/${id}.md`;
  const release: Release = {
    id,
    path,
    title,
    date,
    url: random() < 0.5 ? null : `https://example.org/${number}`,
    ministers: ['Hon A B'],
    portfolios: some(random, WORDS, 2),
    attachments: [],
    body: `*${body}*`,
    text,
    bodyStart: start.length,
    hash: sha256(`${number} ${body}`),
  };
  const end = Math.min(text.length, 12);
  const decomposition: Decomposition = {
    releaseId: id,
    countries: [],
    countriesByPlace: [],
    ministers: [],
    officials: [],
    mentions: [],
    events: [
      {
        start: 0,
        end,
        sentence: { start: 0, end: text.length },
        type: 'VISIT',
        headline: true,
        date: null,
        status: 'PLANNED',
        countries: [],
        ministers: [],
        offices: [],
        officials: [],
        place: null,
        name: null,
        rule: 'test/visit',
      },
    ],
  };
  return {
    root: ROOT,
    path,
    hash: release.hash,
    version: 'v1',
    release,
    decomposition,
    problems:
      body === '' ? [{ code: 'BODY_EMPTY', file: path, field: null, message: 'expected a body' }] : [],
  };
}

interface Ids {
  readonly countries: readonly string[];
  readonly ministers: readonly string[];
  readonly portfolios: readonly string[];
  readonly officials: readonly string[];
}

function makeLink(
  random: Random,
  release: Release,
  releases: readonly Release[],
  ids: Ids,
  size: Size,
): LinkedRelease {
  const mentions: Mention[] = [];
  for (let number = 0; number < (size.mentionsPerRelease ?? 2); number += 1) {
    const target = pick(random, ids.countries);
    if (target)
      mentions.push({ start: number, end: number + 1, kind: 'COUNTRY', target, rule: 'test/country' });
  }
  return {
    id: release.id,
    duplicateOf: random() < 0.1 ? (releases[0]?.id ?? null) : null,
    signers: some(random, ids.ministers, 2),
    portfolios: some(random, ids.portfolios, 3),
    named: some(random, ids.ministers, 3),
    countries: some(random, ids.countries, 4).map((id) => ({ id, byPlace: random() < 0.3 })),
    officials: some(random, ids.officials, 2),
    mentions,
  };
}

function makeDate(random: Random): EventDate | null {
  const day = makeDay(random);
  const kind = random();
  if (kind < 0.25) return null;
  if (kind < 0.7) return eventDate(day, 'EXPLICIT');
  if (kind < 0.85) return eventDate(day.slice(0, 7), 'EXPLICIT');
  if (kind < 0.92) return eventDate(day.slice(0, 4), 'RELATIVE');
  return eventDate(`${day.slice(0, 7)}-03/${day.slice(0, 7)}-19`, 'RELEASE');
}

function makeEvent(random: Random, number: number, releases: readonly Release[], ids: Ids): Event {
  const id = hashId('event', number);
  const type = pick(random, EVENT_TYPES) ?? 'VISIT';
  const status = pick(random, EVENT_STATUSES) ?? 'OCCURRED';
  const date = makeDate(random);
  const first = pick(random, releases);
  const more = random() < 0.2 ? pick(random, releases) : undefined;
  const sources = [...new Set([first, more])].filter((release) => release !== undefined);
  const evidence = sources
    .sort((a, b) => byCode(a.date ?? '', b.date ?? '') || byCode(a.id, b.id))
    .map((release): Evidence => {
      const start = Math.floor(random() * Math.min(5, release.text.length));
      const end = Math.min(release.text.length, start + 30);
      return {
        eventId: id,
        releaseId: release.id,
        start,
        end,
        quote: release.text.slice(start, end),
        sentence: { start: 0, end: release.text.length },
        rule: 'test/rule',
        status,
        edtf: date?.edtf ?? null,
        headline: random() < 0.5,
      };
    });
  return {
    id,
    type,
    status,
    date,
    headline: random() < 0.3,
    summary: `Summary ${number}`,
    name: random() < 0.8 ? null : `Name ${number}`,
    place: random() < 0.5 ? null : 'Hanoi',
    countries: some(random, ids.countries, 4),
    ministers: some(random, ids.ministers, 3),
    officials: some(random, ids.officials, 2),
    portfolios: some(random, ids.portfolios, 3),
    evidence,
  };
}

function makeTerms(random: Random, ids: Ids): readonly Term[] {
  return ids.ministers.flatMap((ministerId) =>
    some(random, ids.portfolios, 3).map((portfolioId) => {
      const [first, last] = [makeDay(random), makeDay(random)].sort(byCode);
      return {
        ministerId,
        portfolioId,
        kind: 'MINISTER' as const,
        first: first ?? '',
        last: last ?? '',
        releaseCount: 1 + Math.floor(random() * 50),
      };
    }),
  );
}
