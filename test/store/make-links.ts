import type { EventDate } from '../../src/model/date.ts';
import { eventDate } from '../../src/model/date.ts';
import type { Mention } from '../../src/model/decomposition.ts';
import { EVENT_STATUSES, EVENT_TYPES, type EventStatus } from '../../src/model/event.ts';
import type { Event, Evidence, LinkedRelease, Term } from '../../src/model/graph.ts';
import { byCode, hashId } from '../../src/model/ids.ts';
import type { Release } from '../../src/model/release.ts';
import type { Size } from './make-file.ts';
import { makeDay, pick, type Random, some } from './random.ts';

/** Ids of the named nodes of a world. */
export interface Ids {
  readonly countries: readonly string[];
  readonly ministers: readonly string[];
  readonly portfolios: readonly string[];
  readonly officials: readonly string[];
}

/** What linking gave a release. */
export function makeLink(
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

/** What the latest release says, the furthest step of those of one day. */
function lastStatus(evidence: readonly Evidence[], releases: readonly Release[]): EventStatus {
  const dayOf = (id: string) => releases.find((release) => release.id === id)?.date ?? '';
  const [last] = evidence.toSorted(
    (a, b) =>
      byCode(dayOf(b.releaseId), dayOf(a.releaseId)) ||
      EVENT_STATUSES.indexOf(b.status) - EVENT_STATUSES.indexOf(a.status),
  );
  return last?.status ?? 'OCCURRED';
}

/** One event with one or two releases that report it. */
export function makeEvent(random: Random, number: number, releases: readonly Release[], ids: Ids): Event {
  const id = hashId('event', number);
  const type = pick(random, EVENT_TYPES) ?? 'VISIT';
  const date = makeDate(random);
  const first = pick(random, releases);
  const more = random() < 0.3 ? pick(random, releases) : undefined;
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
        status: pick(random, EVENT_STATUSES) ?? 'OCCURRED',
        edtf: date?.edtf ?? null,
        headline: random() < 0.5,
      };
    });
  return {
    id,
    type,
    status: lastStatus(evidence, releases),
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

/** A few terms for each minister. */
export function makeTerms(random: Random, ids: Ids): readonly Term[] {
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
