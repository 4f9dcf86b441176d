import { type EventDate, eventDate } from '../model/date.ts';
import type { EventStatus } from '../model/event.ts';
import type { Event, Evidence } from '../model/graph.ts';
import { byCode } from '../model/ids.ts';
import type { Occurrence } from './occurrences.ts';
import type { Statement } from './statements.ts';
import { summaryOf, type Titles } from './summary.ts';

/** What an event takes from the releases that report it, by index in the corpus. */
export interface ReleaseFacts {
  readonly titles: Titles;
  /** Portfolio ids. */
  readonly portfolios: (release: number) => readonly string[];
}

/** Makes one event of the statements of one occurrence. */
export function eventOf(occurrence: Occurrence, facts: ReleaseFacts): Event {
  const [first] = occurrence;
  if (!first) throw new RangeError('expected an occurrence with a statement, got none');
  const status = lastStatus(occurrence);
  return {
    id: first.id,
    type: first.type,
    status,
    date: bestDate(occurrence),
    headline: occurrence.some(({ mention }) => mention.headline),
    summary: summaryOf(occurrence, status, facts.titles),
    name: mostFrequent(occurrence.map(({ mention }) => mention.name)),
    place: mostFrequent(occurrence.map(({ mention }) => mention.place)),
    countries: union(occurrence, (statement) => statement.countries),
    ministers: union(occurrence, (statement) => statement.ministers),
    officials: union(occurrence, (statement) => statement.officials),
    portfolios: union(occurrence, (statement) => facts.portfolios(statement.release)),
    evidence: occurrence.map((statement) => evidenceOf(statement, first.id)),
  };
}

function evidenceOf({ mention, quote, releaseId, status }: Statement, eventId: string): Evidence {
  return {
    eventId,
    releaseId,
    start: mention.start,
    end: mention.end,
    quote,
    sentence: mention.sentence,
    rule: mention.rule,
    status,
    edtf: mention.date?.edtf ?? null,
    headline: mention.headline,
  };
}

/** Which step comes later where releases of one day differ. */
const STEPS: Readonly<Record<EventStatus, number>> = { PLANNED: 0, ONGOING: 1, OCCURRED: 2, CANCELLED: 3 };

/** What the latest release says; of releases of one day the furthest step. */
function lastStatus(occurrence: Occurrence): EventStatus {
  const latest = latestDay(occurrence);
  return occurrence
    .filter(({ releaseDate }) => releaseDate === latest)
    .map(({ status }) => status)
    .reduce((last, status) => (STEPS[status] > STEPS[last] ? status : last));
}

/** The latest date of a release; null where none has one. */
function latestDay(occurrence: Occurrence): string | null {
  return occurrence.reduce<string | null>(
    (latest, { releaseDate }) =>
      releaseDate !== null && releaseDate > (latest ?? '') ? releaseDate : latest,
    null,
  );
}

const BASES: Readonly<Record<EventDate['basis'], number>> = { EXPLICIT: 0, RELATIVE: 1, RELEASE: 2 };

/** The date of the fewest days; of those, said before worked out; of those, the latest release's. */
function bestDate(occurrence: Occurrence): EventDate | null {
  let best: Statement | null = null;
  for (const statement of occurrence) {
    if (!statement.days || !statement.mention.date) continue;
    if (!best || compareDates(statement, best) <= 0) best = statement;
  }
  return best?.mention.date ?? null;
}

function compareDates(a: Statement, b: Statement): number {
  const [dateA, dateB] = [a.mention.date, b.mention.date];
  if (!a.days || !b.days || !dateA || !dateB) return 0;
  return a.days[1] - a.days[0] - (b.days[1] - b.days[0]) || BASES[dateA.basis] - BASES[dateB.basis];
}

/** The most frequent value; of equals the longest, then the first in code order. */
function mostFrequent(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || b.length - a.length || byCode(a, b),
  );
  return best?.[0] ?? null;
}

const NONE: readonly never[] = Object.freeze([]);

function union(occurrence: Occurrence, ids: (statement: Statement) => readonly string[]): readonly string[] {
  const [only] = occurrence;
  const all = occurrence.length === 1 && only ? ids(only) : occurrence.flatMap(ids);
  return all.length === 0 ? NONE : [...new Set(all)].sort(byCode);
}

/** Replaces the date of an event; null takes it away. */
export function withDate(event: Event, edtf: string | null): Event {
  return { ...event, date: edtf === null ? null : eventDate(edtf, 'EXPLICIT') };
}
