import { Feed } from 'feed';
import { byCode } from '../../model/ids.ts';
import type { ListedEvent } from './event-list.ts';

/** Where a feed is and what it is of. */
export interface FeedPlace {
  readonly title: string;
  readonly description: string;
  /** `https://host:port`, without a slash at the end. */
  readonly base: string;
  /** Path and query string of the feed itself. */
  readonly self: string;
  /** Path of the document's own page. */
  readonly home: string;
}

/** Characters that XML 1.0 cannot hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Events as Atom 1.0, in their order. */
export function toAtom(events: readonly ListedEvent[], place: FeedPlace): string {
  return feedOf(events, place).atom1();
}

/** Events as JSON Feed 1.1, in their order. */
export function toJsonFeed(events: readonly ListedEvent[], place: FeedPlace): string {
  const feed = JSON.parse(feedOf(events, place).json1()) as Readonly<Record<string, unknown>>;
  // The library writes version 1, of which 1.1 is a superset but for `author`, which it does not write here.
  const { base, self } = place;
  return JSON.stringify(
    { ...feed, version: 'https://jsonfeed.org/version/1.1', feed_url: `${base}${self}`, language: 'en-NZ' },
    null,
    2,
  );
}

function feedOf(events: readonly ListedEvent[], place: FeedPlace): Feed {
  const { base, self, home } = place;
  const items = events.map((event) => ({ event, ...reportDays(event) }));
  const updated =
    items
      .map(({ last }) => last)
      .sort(byCode)
      .at(-1) ?? NO_DAY;
  const feed = new Feed({
    id: `${base}${home}`,
    title: clean(place.title),
    description: clean(place.description),
    link: `${base}${home}`,
    feedLinks: { atom: `${base}${self}` },
    updated: atMidnight(updated),
    language: 'en-NZ',
    generator: 'beehive-graph',
    author: { name: 'beehive-graph' },
  });
  for (const { event, first, last } of items) {
    feed.addItem({
      id: `urn:beehive-graph:event:${event.key}`,
      title: clean(event.summary),
      link: releaseUrl(event) ?? `${base}/events/${event.key}`,
      description: clean(describe(event)),
      published: atMidnight(first),
      date: atMidnight(last),
      category: [
        { name: event.type.toLowerCase(), term: event.type },
        ...(event.countries ?? []).map(({ code, name }) => ({ name: clean(name), term: code })),
      ],
    });
  }
  return feed;
}

/** What is known of an event in a few plain words: when, where, with whom, and the sentence that says so. */
export function describe(event: ListedEvent): string {
  const names = [...(event.ministers ?? []), ...(event.countries ?? [])].map(({ name }) => name);
  const facts = [
    `${event.type.toLowerCase()}, ${event.status.toLowerCase()}`,
    event.date?.edtf ?? 'no date',
    event.place ?? '',
    names.join(', '),
  ];
  const quote = event.evidence?.[0]?.quote;
  return `${facts.filter((fact) => fact !== '').join('; ')}.${quote ? ` “${quote}”` : ''}`;
}

/** The address of the first release that reports the event and has one. */
export function releaseUrl(event: ListedEvent): string | null {
  const urls = (event.evidence ?? []).map(({ release }) => release?.url ?? null);
  return urls.find((url) => url !== null && /^https?:\/\//.test(url)) ?? null;
}

const NO_DAY = '1970-01-01';

/** First and last day on which it was reported; of the event itself where no release has a date. */
export function reportDays(event: ListedEvent): { readonly first: string; readonly last: string } {
  const days = (event.evidence ?? []).flatMap(({ release }) => release?.date ?? []).sort(byCode);
  const fallback = event.date?.earliest ?? NO_DAY;
  return { first: days.at(0) ?? fallback, last: days.at(-1) ?? fallback };
}

function atMidnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function clean(text: string): string {
  return text.replace(NOT_XML, ' ');
}
