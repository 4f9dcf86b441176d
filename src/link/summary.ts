import type { EventStatus } from '../model/event.ts';
import type { Occurrence } from './occurrences.ts';

/** The title of a release by its index in the corpus; null where it has none. */
export type Titles = (release: number) => string | null;

const SUMMARY_LENGTH = 160;

/**
 * One line for lists: the title of the first release that exists to report the event and says its last status, else
 * of the first that exists to report it; without one, the first quote that says the last status. Cut at a word,
 * with an ellipsis, where longer than 160 characters.
 */
export function summaryOf(occurrence: Occurrence, status: EventStatus, titles: Titles): string {
  const headlines = occurrence.filter(({ mention }) => mention.headline);
  for (const statement of [...headlines.filter((headline) => headline.status === status), ...headlines]) {
    const title = oneLine(titles(statement.release) ?? '');
    if (title !== '') return cutAtWord(title, SUMMARY_LENGTH);
  }
  const telling = occurrence.find((statement) => statement.status === status) ?? occurrence[0];
  return cutAtWord(oneLine(telling?.quote ?? ''), SUMMARY_LENGTH);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The text, or its first words and "…", together no longer than `length` UTF-16 code units. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = text[length - 1] === ' ' ? length - 1 : cut.lastIndexOf(' ');
  // A text without blanks is cut where the length ends, but not inside a surrogate pair.
  const kept = space > 0 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
}
