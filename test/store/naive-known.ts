import { EVENT_STATUSES, type EventStatus } from '../../src/model/event.ts';
import type { Event } from '../../src/model/graph.ts';
import { byCode } from '../../src/model/ids.ts';
import type { Release } from '../../src/model/release.ts';
import type { EventFilter } from '../../src/store/filters.ts';

/** Text without case and marks. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a text has what a query asks for; its words must be of letters only. */
export function hasWords(text: string, query: string): boolean {
  const words = plain(text).split(/[^a-z0-9]+/);
  const terms = plain(query).match(/-?(?:"[^"]*"|[a-z0-9*]+)/g) ?? [];
  return terms.every((term) => {
    const excluded = term.startsWith('-');
    const wanted = term.replace(/[-"]/g, '').split(' ');
    const found = words.some((_, at) =>
      wanted.every((word, next) => {
        const there = words[at + next] ?? '';
        return word.endsWith('*') ? there.startsWith(word.slice(0, -1)) : there === word;
      }),
    );
    return found !== excluded;
  });
}

/** What was said of an event by a day, oldest first, of one day the furthest step last. */
export function saidBy(
  event: Event,
  releases: ReadonlyMap<string, Release>,
  day: string,
): readonly { readonly day: string; readonly status: EventStatus }[] {
  return event.evidence
    .map(({ releaseId, status }) => ({ day: releases.get(releaseId)?.date ?? '', status }))
    .filter((said) => said.day !== '' && said.day <= day)
    .sort(
      (a, b) => byCode(a.day, b.day) || EVENT_STATUSES.indexOf(a.status) - EVENT_STATUSES.indexOf(b.status),
    );
}

/** The part of a filter that asks for releases and for what they said when. */
export function isKnown(event: Event, filter: EventFilter, releases: ReadonlyMap<string, Release>): boolean {
  const { text, asOf, statuses, reportedFrom, reportedTo, upcoming, unreported } = filter;
  if (text !== undefined) {
    const texts = event.evidence.map(({ releaseId }) => releases.get(releaseId)?.text ?? '');
    if (!texts.some((said) => hasWords(said, text))) return false;
  }
  const first = saidBy(event, releases, '9999')[0]?.day;
  if (reportedFrom !== undefined && !(first && first >= reportedFrom)) return false;
  if (reportedTo !== undefined && !(first && first <= reportedTo)) return false;
  if (asOf === undefined) return true;
  const said = saidBy(event, releases, asOf);
  const last = said.at(-1);
  if (!last || (statuses && !statuses.includes(last.status))) return false;
  const open = said.every(({ status }) => status === 'PLANNED');
  const ahead = open && (event.date === null || event.date.latest > asOf);
  const past = open && event.date !== null && event.date.latest < asOf;
  return (upcoming ?? ahead) === ahead && (unreported ?? past) === past;
}
