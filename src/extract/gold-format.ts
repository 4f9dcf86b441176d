import type { Decomposition, EventMention } from '../model/decomposition.ts';
import type { EventStatus, EventType } from '../model/event.ts';
import type { Release } from '../model/release.ts';

/** One event as annotators write it. */
export interface GoldEvent {
  readonly type: EventType;
  readonly headline: boolean;
  readonly date: string | null;
  readonly status: EventStatus;
  readonly countries: readonly string[];
  readonly ministers: readonly string[];
  readonly officials: readonly string[];
  readonly place: string | null;
  readonly quote: string;
}

/** One release's answer as annotators write it: names in place of ids, quotes in place of spans. */
export interface GoldAnswer {
  readonly release: string;
  readonly countries: readonly string[];
  readonly countriesByPlace: readonly string[];
  readonly ministers: readonly string[];
  readonly officials: readonly { readonly name: string; readonly role: string | null; readonly of: string }[];
  readonly events: readonly GoldEvent[];
}

/** Writes a decomposition in the form in which readers annotate, so that the two can be compared. */
export function goldFormat(release: Release, decomposition: Decomposition): GoldAnswer {
  const ministers = new Map(decomposition.ministers.map(({ id, name }) => [id, name]));
  const officials = new Map(decomposition.officials.map(({ key, name }) => [key, name]));
  const eventOf = (event: EventMention): GoldEvent => ({
    type: event.type,
    headline: event.headline,
    date: event.date?.edtf ?? null,
    status: event.status,
    countries: event.countries,
    ministers: event.ministers.map((id) => ministers.get(id) ?? id),
    officials: event.officials.map((key) => officials.get(key) ?? key),
    place: event.place,
    quote: release.text.slice(event.start, event.end),
  });
  return {
    release: release.id,
    countries: decomposition.countries,
    countriesByPlace: decomposition.countriesByPlace,
    ministers: decomposition.ministers.map((minister) => minister.name),
    officials: decomposition.officials.map(({ name, role, of }) => ({ name, role, of })),
    events: decomposition.events.map(eventOf),
  };
}
