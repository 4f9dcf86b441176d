import { EVENT_TYPES, type EventType } from '../model/event.ts';
import type { Answer } from './gold.ts';
import { pairEvents, personKey } from './pairing.ts';

/** How well a list of answers agrees with the gold list. All figures from 0 to 1; 0 where nothing is to divide by. */
export interface ListScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly hits: number;
  readonly gold: number;
  readonly answered: number;
}

/** Agreement of a folder of answers with a folder of gold. */
export interface Score {
  readonly releases: number;
  readonly countries: ListScore;
  readonly countriesWithPlaces: ListScore;
  readonly ministers: ListScore;
  readonly officials: ListScore;
  readonly events: ListScore;
  /** Events that were found with the right type. */
  readonly typedEvents: ListScore;
  /** Shares of the events found. */
  readonly typeAccuracy: number;
  readonly dateAccuracy: number;
  readonly statusAccuracy: number;
  /** Share of the releases whose headline event was found as such, with its type. */
  readonly headlineAccuracy: number;
  /** Participants of the events found. */
  readonly eventCountries: ListScore;
  readonly eventOfficials: ListScore;
  /** Found with the right type, per type. */
  readonly byType: Readonly<Record<EventType, ListScore>>;
}

class Tally {
  hits = 0;
  gold = 0;
  answered = 0;

  addSets(gold: readonly string[], answered: readonly string[]): void {
    const [expected, given] = [new Set(gold), new Set(answered)];
    this.gold += expected.size;
    this.answered += given.size;
    this.hits += expected.intersection(given).size;
  }

  score(): ListScore {
    const precision = share(this.hits, this.answered);
    const recall = share(this.hits, this.gold);
    const f1 = share(2 * precision * recall, precision + recall);
    return { precision, recall, f1, hits: this.hits, gold: this.gold, answered: this.answered };
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

const NO_ANSWER = { countries: [], countriesByPlace: [], ministers: [], officials: [], events: [] };

/** Scores answers against gold, both by release id. A release without an answer counts as an empty one. */
export function score(gold: ReadonlyMap<string, Answer>, answers: ReadonlyMap<string, Answer>): Score {
  const tally = () => new Tally();
  const lists = {
    countries: tally(),
    countriesWithPlaces: tally(),
    ministers: tally(),
    officials: tally(),
    events: tally(),
    typedEvents: tally(),
    eventCountries: tally(),
    eventOfficials: tally(),
  };
  const byType = new Map(EVENT_TYPES.map((type) => [type, new Tally()]));
  const right = { type: 0, date: 0, status: 0, headline: 0, pairs: 0 };

  for (const [release, expected] of gold) {
    const given: Omit<Answer, 'release'> = answers.get(release) ?? NO_ANSWER;
    lists.countries.addSets(expected.countries, given.countries);
    lists.countriesWithPlaces.addSets(
      [...expected.countries, ...expected.countriesByPlace],
      [...given.countries, ...given.countriesByPlace],
    );
    lists.ministers.addSets(expected.ministers.map(personKey), given.ministers.map(personKey));
    lists.officials.addSets(
      expected.officials.map(({ name }) => personKey(name)),
      given.officials.map(({ name }) => personKey(name)),
    );

    const pairs = pairEvents(expected.events, given.events);
    for (const list of [lists.events, lists.typedEvents]) {
      list.gold += expected.events.length;
      list.answered += given.events.length;
    }
    for (const { type } of expected.events) tallyOf(byType, type).gold++;
    for (const { type } of given.events) tallyOf(byType, type).answered++;
    for (const pair of pairs) {
      right.pairs++;
      lists.events.hits++;
      if (pair.gold.type === pair.answer.type) {
        right.type++;
        lists.typedEvents.hits++;
        tallyOf(byType, pair.gold.type).hits++;
      }
      if (pair.gold.date === pair.answer.date) right.date++;
      if (pair.gold.status === pair.answer.status) right.status++;
      lists.eventCountries.addSets(pair.gold.countries, pair.answer.countries);
      lists.eventOfficials.addSets(pair.gold.officials.map(personKey), pair.answer.officials.map(personKey));
    }
    if (pairs.some((p) => p.gold.headline && p.answer.headline && p.gold.type === p.answer.type))
      right.headline++;
  }

  return {
    releases: gold.size,
    countries: lists.countries.score(),
    countriesWithPlaces: lists.countriesWithPlaces.score(),
    ministers: lists.ministers.score(),
    officials: lists.officials.score(),
    events: lists.events.score(),
    typedEvents: lists.typedEvents.score(),
    typeAccuracy: share(right.type, right.pairs),
    dateAccuracy: share(right.date, right.pairs),
    statusAccuracy: share(right.status, right.pairs),
    headlineAccuracy: share(right.headline, gold.size),
    eventCountries: lists.eventCountries.score(),
    eventOfficials: lists.eventOfficials.score(),
    byType: Object.fromEntries([...byType].map(([type, list]) => [type, list.score()])) as Score['byType'],
  };
}

function tallyOf(tallies: ReadonlyMap<EventType, Tally>, type: EventType): Tally {
  const found = tallies.get(type);
  if (!found) throw new RangeError(`expected an event type, got ${type}`);
  return found;
}
