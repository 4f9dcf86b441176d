import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { EventStatus } from '../../model/event.ts';
import type { ListedEvent } from './event-list.ts';
import { describe, type FeedPlace, releaseUrl, reportDays } from './feeds.ts';

/**
 * Longer spans are left out: an event of "2007" would lie over every day of that year. A month is the longest that is
 * kept, as a span over all of it: a month is never turned into a day.
 */
const LONGEST_DAYS = 31;
const DAY_MS = 86_400_000;

const STATUSES: Readonly<Record<EventStatus, ICalEventStatus>> = {
  PLANNED: ICalEventStatus.TENTATIVE,
  ONGOING: ICalEventStatus.CONFIRMED,
  OCCURRED: ICalEventStatus.CONFIRMED,
  CANCELLED: ICalEventStatus.CANCELLED,
};

/**
 * Events as iCalendar (RFC 5545): whole days in no time zone, DTEND the day after the last, busy for nobody. Events
 * without a date and of spans over 31 days are left out.
 */
export function toCalendar(events: readonly ListedEvent[], place: FeedPlace): string {
  const calendar = new ICalCalendar({
    name: place.title,
    description: place.description,
    prodId: { company: 'beehive-graph', product: 'events', language: 'EN' },
    url: `${place.base}${place.self}`,
  });
  for (const event of events) {
    if (!event.date) continue;
    const start = Date.parse(event.date.earliest);
    const end = Date.parse(event.date.latest) + DAY_MS;
    if ((end - start) / DAY_MS > LONGEST_DAYS) continue;
    calendar.createEvent({
      id: `${event.key}@beehive-graph`,
      start: new Date(start),
      end: new Date(end),
      allDay: true,
      // Not the clock: the same graph gives the same calendar.
      stamp: new Date(reportDays(event).last),
      summary: event.summary,
      description: describe(event),
      location: event.place,
      status: STATUSES[event.status],
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: event.type.toLowerCase() }],
      url: releaseUrl(event) ?? `${place.base}/events/${event.key}`,
    });
  }
  return calendar.toString();
}
