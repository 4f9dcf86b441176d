import { EVENT_STATUSES, type EventStatus } from '../model/event.ts';
import type { Event } from '../model/graph.ts';
import { byCode } from '../model/ids.ts';

/** What dated releases say of an event over time. */
export interface LifeCycle {
  /** Day of the first release that reports it; the empty string where none has a date. */
  readonly reported: string;
  /** Day of the first release that reports it as other than PLANNED; the empty string where none does. */
  readonly settled: string;
  /** The status from each day on, by day; a day on which nothing changes has no step. */
  readonly steps: readonly { readonly day: string; readonly status: EventStatus }[];
}

/**
 * The life cycle of an event; `dayOf` gives a release's day or the empty string. Of several releases of one day the
 * furthest step holds, as it does for the event's own status.
 */
export function lifeCycleOf(event: Pick<Event, 'evidence'>, dayOf: (releaseId: string) => string): LifeCycle {
  const said = event.evidence
    .map(({ releaseId, status }) => ({ day: dayOf(releaseId), status }))
    .filter(({ day }) => day !== '')
    .sort((a, b) => byCode(a.day, b.day) || step(b.status) - step(a.status));
  const days = said.filter(({ day }, index) => day !== said[index - 1]?.day);
  return {
    reported: said[0]?.day ?? '',
    settled: said.find(({ status }) => status !== 'PLANNED')?.day ?? '',
    steps: days.filter(({ status }, index) => status !== days[index - 1]?.status),
  };
}

function step(status: EventStatus): number {
  return EVENT_STATUSES.indexOf(status);
}
