import type { Answer, AnswerEvent } from './gold.ts';
import { pairEvents } from './pairing.ts';

/** One kind of error about events, and how often it was made. */
export interface ErrorKind {
  readonly kind: string;
  readonly count: number;
}

const NONE: Pick<Answer, 'events'> = { events: [] };

/** The kinds of error about events, the commonest first: what was missed, made up, or taken for something else. */
export function errorKinds(
  gold: ReadonlyMap<string, Answer>,
  answers: ReadonlyMap<string, Answer>,
): readonly ErrorKind[] {
  const counts = new Map<string, number>();
  const add = (kind: string): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  for (const [release, { events }] of gold) {
    const given = answers.get(release) ?? NONE;
    const pairs = pairEvents(events, given.events);
    const found = new Set(pairs.map((pair) => pair.gold));
    const right = new Set(pairs.map((pair) => pair.answer));
    for (const event of events) if (!found.has(event)) add(`${event.type} not found`);
    for (const event of given.events) if (!right.has(event)) add(`${event.type} that a reader does not note`);
    for (const pair of pairs) for (const kind of differences(pair.gold, pair.answer, release)) add(kind);
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

function differences(gold: AnswerEvent, answer: AnswerEvent, release: string): readonly string[] {
  const kinds: string[] = [];
  if (gold.type !== answer.type) kinds.push(`${gold.type} taken for ${answer.type}`);
  if (gold.status !== answer.status) kinds.push(`${gold.status} taken for ${answer.status}`);
  if (gold.headline && !answer.headline) kinds.push('another event taken for the headline');
  if (gold.date !== answer.date)
    kinds.push(
      `date: ${dateKind(gold, release)} for the reader, ${dateKind(answer, release)} for the program`,
    );
  return kinds;
}

/** What a date is like, seen from the release's day, with which its id begins. */
function dateKind({ date }: AnswerEvent, release: string): string {
  if (date === null) return 'none';
  if (release.startsWith(date) && date.length === 10) return "the release's day";
  if (date.includes('/')) return 'a stretch';
  return date.length === 10 ? 'another day' : date.length === 7 ? 'a month' : 'a year';
}
