import type { AnswerEvent } from './gold.ts';

/** A gold event and the answered one that is taken for the same occurrence. */
export interface EventPair {
  readonly gold: AnswerEvent;
  readonly answer: AnswerEvent;
}

/** What a person is compared by: the last word of the name, folded (case, accents, punctuation). */
export function personKey(name: string): string {
  const folded = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L} ]/gu, '');
  return folded.trim().split(/\s+/).at(-1) ?? '';
}

/**
 * Pairs gold events with answered ones, the likeliest first, each at most once. Two can be one occurrence where
 * their quotes share half the words of the shorter, or type, date and a participant agree, or both are headlines of
 * one type; among those, type counts most, then date, participants and the headline.
 */
export function pairEvents(
  golds: readonly AnswerEvent[],
  answers: readonly AnswerEvent[],
): readonly EventPair[] {
  const candidates = golds.flatMap((gold, g) =>
    answers.map((answer, a) => ({ gold, answer, g, a, likeness: likeness(gold, answer) })),
  );
  const paired = { gold: new Set<number>(), answer: new Set<number>() };
  return candidates
    .filter((candidate) => candidate.likeness > 0)
    .sort((x, y) => y.likeness - x.likeness || x.g - y.g || x.a - y.a)
    .flatMap(({ gold, answer, g, a }) => {
      if (paired.gold.has(g) || paired.answer.has(a)) return [];
      paired.gold.add(g);
      paired.answer.add(a);
      return [{ gold, answer }];
    });
}

/** Weights of what speaks for two events being one; the sum only orders candidates. */
const WEIGHT = { type: 1, date: 0.6, participant: 0.4, headline: 0.2 };
const MIN_QUOTE_OVERLAP = 0.5;

function likeness(gold: AnswerEvent, answer: AnswerEvent): number {
  const quote = wordOverlap(gold.quote, answer.quote);
  const type = gold.type === answer.type;
  const date = gold.date === answer.date;
  const participant =
    shares(gold.countries, answer.countries) ||
    shares(gold.officials.map(personKey), answer.officials.map(personKey));
  const headline = gold.headline && answer.headline;
  if (quote < MIN_QUOTE_OVERLAP && !(type && date && participant) && !(headline && type)) return 0;
  return (
    quote +
    (type ? WEIGHT.type : 0) +
    (date ? WEIGHT.date : 0) +
    (participant ? WEIGHT.participant : 0) +
    (headline ? WEIGHT.headline : 0)
  );
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((item) => b.includes(item));
}

/** Share of the shorter text's words (of three letters or more) that the other has too. */
function wordOverlap(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const smaller = Math.min(first.size, second.size);
  return smaller === 0 ? 0 : first.intersection(second).size / smaller;
}

function wordsOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .split(/\s+/);
  return new Set(words.filter((word) => word.length > 2));
}
