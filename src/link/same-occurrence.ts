import type { EventType } from '../model/event.ts';
import { contradicts, SERVING, shares } from './contradictions.ts';
import type { QuoteWords } from './quote-words.ts';
import {
  areOfOneDay,
  comesTrue,
  compareDates,
  type DateRelation,
  daysApart,
  isStretch,
  nameDays,
} from './statement-days.ts';
import type { Statement } from './statements.ts';

/** How alike the quotes must be for each kind of thing shared, where the dates are close and where they are vague. */
interface Thresholds {
  /** A proper name that few statements have. */
  readonly name: Likeness;
  /** An official, and no country that the other leaves out. */
  readonly official: Likeness;
  /** A minister, and the same countries, at least one. */
  readonly minister: Likeness;
  /** Both an official and a minister. */
  readonly both: Likeness;
}

type Likeness = readonly [close: number, vague: number];

/** More than any similarity: never. */
const NEVER = 2;

/** What names, people and days say of most kinds leaves open which occurrence it is: the words must tell. */
const OTHERS: Thresholds = {
  name: [0.35, 0.5],
  official: [0.35, 0.6],
  minister: [0.35, 0.6],
  both: [0.3, 0.5],
};
const FORCES: Thresholds = { name: [0.2, 0.35], official: [0, 0.15], minister: [0.12, 0.45], both: [0, 0.1] };
/** Nobody travels to one country twice within weeks; but what names no visitor can be the visitor's travel or the host's. */
const UNTOLD_VISIT: Likeness = FORCES.minister;

/** The same where they name other days of it. */
const OTHER_DAYS = 0.1;

/** Kinds whose participants and days nearly say which occurrence it is. */
const THRESHOLDS: Readonly<Partial<Record<EventType, Thresholds>>> = {
  VISIT: { name: [0.2, 0.35], official: [0, 0.12], minister: [0, 0.05], both: [0, 0] },
  EXERCISE: FORCES,
  DEPLOYMENT: FORCES,
  MEETING: { name: [0.2, 0.35], official: [0.06, 0.35], minister: [0.22, 0.6], both: [0, 0] },
  CONFERENCE: { name: [0, 0.08], official: [0.2, 0.35], minister: [0.1, 0.16], both: [0.1, 0.16] },
  LEGISLATION: { name: [0.4, NEVER], official: [0.6, NEVER], minister: [0.6, NEVER], both: [0.6, NEVER] },
};
/** A conference whose name is the end of the other's ("petroleum conference"). */
const NAMED_ALIKE: Likeness = [0.12, 0.2];
/** A conference of which one statement has no date. */
const UNDATED_CONFERENCE = 0.22;

/** What shares neither name nor participant must say the same on the same day: with a country in common, or none. */
const SAME_WORDS = 0.6;
/** The same where both name days that are not their own: each tells it by itself. */
const SAME_NAMED_DAYS = 0.2;
const TOLD_BY_DAYS: ReadonlySet<EventType> = new Set([
  'INCIDENT',
  'COMMEMORATION',
  'AGREEMENT',
  'CONFERENCE',
  'MEETING',
  'VISIT',
  'EXERCISE',
]);
/** Kinds whose proper names are those of occurrences; other kinds have those of bodies and acts too. */
const NAMED: ReadonlySet<EventType> = new Set(['CONFERENCE', 'COMMEMORATION', 'EXERCISE', 'AWARD']);
/** One text in two releases. */
const SAME_TEXT = 0.9;

/**
 * Whether statements of two releases are of one occurrence: precision first, undecided is no. They are of one type;
 * nothing contradicts; the dates fit; and they share a name, an official, a minister with the countries, a plan and its
 * report, or nearly all their words, the more the wider the dates are. `earlier` is the statement of the release that
 * comes first.
 */
export function isSameOccurrence(earlier: Statement, later: Statement, words: QuoteWords): boolean {
  if (earlier.type !== later.type || earlier.release === later.release) return false;
  const relation = compareDates(earlier, later);
  if (relation === null || contradicts(earlier, later, words)) return false;
  const likeness = words.similarity(earlier, later);
  if (likeness >= neededLikeness(earlier, later, relation, words)) return true;
  return (
    isToldByKind(earlier, later, relation, likeness, words) ||
    isPlanAndReport(earlier, later, relation, likeness) ||
    isSameText(earlier, later, relation, likeness, words)
  );
}

function neededLikeness(a: Statement, b: Statement, relation: DateRelation, words: QuoteWords): number {
  const { name, official, minister, both } = THRESHOLDS[a.type] ?? OTHERS;
  const column = relation === 'VAGUE' ? 1 : 0;
  const needed = [NEVER];
  if (a.name !== null && a.name === b.name && (NAMED.has(a.type) || words.isSpecific(a.name))) {
    needed.push(name[column]);
  }
  if (a.type === 'CONFERENCE' && isNamedAlike(a.name, b.name)) needed.push(NAMED_ALIKE[column]);
  if (shares(a.officials, b.officials)) {
    needed.push(official[column]);
    if (shares(a.ministers, b.ministers)) needed.push(both[column]);
  }
  if (shares(a.ministers, b.ministers) && haveOneCountry(a, b)) {
    // Nobody makes two visits of some days to one country at one time.
    if (a.type === 'VISIT' && relation !== 'VAGUE' && [a, b].some(isStretch)) needed.push(0);
    else if (a.type === 'VISIT' && !isToldVisit(a, b, words)) needed.push(UNTOLD_VISIT[column]);
    else if (a.type === 'CONFERENCE' && !(a.days && b.days)) needed.push(UNDATED_CONFERENCE);
    else if (a.type === 'VISIT' && a.days && b.days && daysApart(a.days, b.days) > 0) needed.push(OTHER_DAYS);
    else needed.push(minister[column]);
  }
  return Math.min(...needed);
}

/** Whether one name is the end of the other ("petroleum conference", "new zealand petroleum conference"). */
function isNamedAlike(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.includes(' ') && ` ${long}`.endsWith(` ${short}`);
}

/** Whether both or neither name an official, or both one place: else one may be a visitor's travel and one a host's. */
function isToldVisit(a: Statement, b: Statement, words: QuoteWords): boolean {
  return (a.officials.length === 0) === (b.officials.length === 0) || areInOnePlace(a, b, words);
}

/** What tells occurrences of single kinds. */
function isToldByKind(
  a: Statement,
  b: Statement,
  relation: DateRelation,
  likeness: number,
  words: QuoteWords,
): boolean {
  if (relation === 'SAME' && haveSameCountries(a, b) && TOLD_BY_DAYS.has(a.type)) {
    if (likeness >= SAME_NAMED_DAYS && nameDays(a, b)) return true;
  }
  const sharesMinister = shares(a.ministers, b.ministers);
  switch (a.type) {
    case 'INCIDENT':
      return isSameIncident(a, b, relation, likeness);
    case 'VISIT':
      // A trip to several countries, and a stop of it; or a visitor whom no country tells, such as a prince.
      if (!sharesMinister) return false;
      if (relation !== 'VAGUE' && isPart(a.countries, b.countries)) return true;
      return likeness >= 0.4 && haveSameCountries(a, b) && !words.capitalsDiffer(a, b);
    case 'CONFERENCE':
      if (!a.days || !b.days || likeness < 0.12) return false;
      return shares(a.countries, b.countries) && areInOnePlace(a, b, words);
    case 'MEETING':
      if (!sharesMinister) return false;
      return relation === 'SAME' && likeness >= 0.3;
    default:
      return false;
  }
}

/**
 * Disasters and attacks are told for years by their day alone; one country is struck by one of them a day, and with some
 * of the words in common a month.
 */
function isSameIncident(a: Statement, b: Statement, relation: DateRelation, likeness: number): boolean {
  const isOneCountry = haveOneCountry(a, b);
  if (relation === 'SAME' && areOfOneDay(a, b)) {
    if (likeness >= 0.1 && (isOneCountry || nameDays(a, b))) return true;
    if (likeness >= 0.2 && [a, b].some(isLookingBack)) return true;
  }
  if (!isOneCountry) return false;
  if (!a.days || !b.days) return likeness >= 0.35;
  return likeness >= (daysApart(a.days, b.days) > 0 ? 0.15 : 0.25);
}

function isLookingBack({ releaseDate, mention: { date } }: Statement): boolean {
  return releaseDate !== null && date !== null && releaseDate > date.latest;
}

/** What one release plans and a later one reports. */
function isPlanAndReport(
  earlier: Statement,
  later: Statement,
  relation: DateRelation,
  likeness: number,
): boolean {
  if (!comesTrue(earlier, later) || !shares(earlier.ministers, later.ministers)) return false;
  if (earlier.type === 'AGREEMENT' && likeness >= 0.3) return true;
  if (relation === 'VAGUE') return false;
  if (earlier.type === 'MEETING' && haveOneCountry(earlier, later)) {
    return likeness >= (relation === 'SAME' ? 0.12 : 0.18);
  }
  return likeness >= 0.25;
}

/** What shares no more than its words, in one or in two releases. */
function isSameText(
  earlier: Statement,
  later: Statement,
  relation: DateRelation,
  likeness: number,
  words: QuoteWords,
): boolean {
  // A release that was published twice, with few words changed.
  const isCopy = earlier.releaseDate === later.releaseDate && haveSameTitle(earlier, later);
  if (isCopy && likeness >= SAME_TEXT) return true;
  if (!words.areTelling(earlier, later) || words.capitalsDiffer(earlier, later)) return false;
  // What lies ahead is said in the same words of many things ("decisions are expected in April").
  if (relation === 'VAGUE' && later.status === 'PLANNED' && SERVING.has(later.type)) {
    if (!haveSameTitle(earlier, later)) return false;
  }
  return likeness >= (relation === 'SAME' && haveSameCountries(earlier, later) ? SAME_WORDS : SAME_TEXT);
}

function haveSameTitle(a: Statement, b: Statement): boolean {
  return a.title !== null && b.title !== null && lettersOf(a.title) === lettersOf(b.title);
}

function lettersOf(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

function areInOnePlace(a: Statement, b: Statement, words: QuoteWords): boolean {
  return a.place !== null && a.place === b.place && words.isSpecificPlace(a.place);
}

/** Whether one list is not empty and wholly in the other. */
function isPart(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.length > 0 && few.every((id) => many.includes(id));
}

function haveSameCountries(a: Statement, b: Statement): boolean {
  return a.countries.join() === b.countries.join();
}

/** Whether both have the same countries, and at least one. */
function haveOneCountry(a: Statement, b: Statement): boolean {
  return a.countries.length > 0 && haveSameCountries(a, b);
}
