import { dayNumber } from '../model/date.ts';
import type { EventType } from '../model/event.ts';
import type { QuoteWords } from './quote-words.ts';
import type { Statement } from './statements.ts';

/** How two dates stand to each other: the same days; within some days; within a month. */
type DateRelation = 'SAME' | 'CLOSE' | 'VAGUE';

/** A date of up to so many days still tells one occurrence from the next of its kind. */
const CLOSE_DAYS = 12;
/** The same for a month; wider dates tell nothing. */
export const VAGUE_DAYS = 45;

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
const TRAVEL: Thresholds = { name: [0.2, 0.35], official: [0, 0.15], minister: [0.12, 0.45], both: [0, 0.1] };

/** Kinds whose participants and days nearly say which occurrence it is. */
const THRESHOLDS: Readonly<Partial<Record<EventType, Thresholds>>> = {
  VISIT: TRAVEL,
  EXERCISE: TRAVEL,
  DEPLOYMENT: TRAVEL,
  MEETING: { name: [0.2, 0.35], official: [0.06, 0.35], minister: [0.22, 0.6], both: [0.06, 0.15] },
  CONFERENCE: { name: [0.12, 0.2], official: [0.2, 0.35], minister: [0.15, 0.22], both: [0.12, 0.2] },
  LEGISLATION: { name: [0.4, NEVER], official: [0.6, NEVER], minister: [0.6, NEVER], both: [0.6, NEVER] },
};

/** Kinds of which an undated statement is one of the weeks around its release. */
const TOLD_BY_PARTICIPANTS: ReadonlySet<EventType> = new Set([
  'VISIT',
  'MEETING',
  'CONFERENCE',
  'EXERCISE',
  'DEPLOYMENT',
]);

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
/** One sentence but for its names, as the publisher writes it for each of several bodies on one day. */
const SAME_SENTENCE = 0.5;
const SERVING: ReadonlySet<EventType> = new Set([
  'AGREEMENT',
  'APPOINTMENT',
  'AWARD',
  'DECISION',
  'FUNDING',
  'LAUNCH',
  'LEGISLATION',
  'REVIEW',
  'STATEMENT',
]);
/** One text in two releases. */
const SAME_TEXT = 0.9;

/**
 * Whether statements of two releases are of one occurrence: precision first, undecided is no. They are of one type;
 * nothing contradicts; the dates fit; and they share a name, an official, a minister with the countries, or nearly all
 * their words, the more the wider the dates are. `earlier` is the statement of the release that comes first.
 */
export function isSameOccurrence(earlier: Statement, later: Statement, words: QuoteWords): boolean {
  if (earlier.type !== later.type || earlier.release === later.release) return false;
  const relation = compareDates(earlier, later);
  if (relation === null || contradicts(earlier, later, words)) return false;
  const likeness = words.similarity(earlier, later);
  if (likeness >= neededLikeness(earlier, later, relation, words)) return true;
  const isSameDay = relation === 'SAME' && haveSameCountries(earlier, later);
  if (
    isSameDay &&
    TOLD_BY_DAYS.has(earlier.type) &&
    likeness >= SAME_NAMED_DAYS &&
    nameDays(earlier, later)
  ) {
    return true;
  }
  if (!words.areTelling(earlier, later) || words.capitalsDiffer(earlier, later)) return false;
  return likeness >= (isSameDay ? SAME_WORDS : SAME_TEXT);
}

function neededLikeness(a: Statement, b: Statement, relation: DateRelation, words: QuoteWords): number {
  const { name, official, minister, both } = THRESHOLDS[a.type] ?? OTHERS;
  const column = relation === 'VAGUE' ? 1 : 0;
  const needed = [NEVER];
  if (a.name !== null && a.name === b.name && (NAMED.has(a.type) || words.isSpecific(a.name))) {
    needed.push(name[column]);
  }
  if (shares(a.officials, b.officials)) {
    needed.push(official[column]);
    if (shares(a.ministers, b.ministers)) needed.push(both[column]);
  }
  if (shares(a.ministers, b.ministers) && haveSameCountries(a, b) && a.countries.length > 0) {
    needed.push(relation !== 'VAGUE' && isTrip(a, b) ? 0 : minister[column]);
  }
  return Math.min(...needed);
}

/** Nobody makes two visits of some days to one country at one time. */
function isTrip(a: Statement, b: Statement): boolean {
  return a.type === 'VISIT' && [a, b].some(({ days }) => days !== null && days[1] > days[0]);
}

/**
 * Null where the dates do not meet or one is wider than a month. Of kinds told by their participants, a statement
 * without a date is one of the weeks around its release; and a day that is worked out ("said today") may be the next.
 */
function compareDates(a: Statement, b: Statement): DateRelation | null {
  const [daysA, daysB] = [daysOf(a), daysOf(b)];
  if (!daysA || !daysB || (!a.days && !b.days)) return null;
  const widest = Math.max(daysA[1] - daysA[0], daysB[1] - daysB[0]);
  if (widest > VAGUE_DAYS) return null;
  const apart = daysApart(daysA, daysB);
  if (apart > 0) return apart === 1 && widest === 0 && mayBeNextDay(a, b) ? 'VAGUE' : null;
  if (widest > CLOSE_DAYS || !a.days || !b.days) return 'VAGUE';
  return daysA[0] === daysB[0] && daysA[1] === daysB[1] ? 'SAME' : 'CLOSE';
}

type Days = NonNullable<Statement['days']>;

/** Days between two stretches; 0 or less where they meet. */
function daysApart(a: Days, b: Days): number {
  return Math.max(a[0] - b[1], b[0] - a[1]);
}

function mayBeNextDay(a: Statement, b: Statement): boolean {
  return TOLD_BY_PARTICIPANTS.has(a.type) && [a, b].some(({ mention }) => mention.date?.basis === 'RELATIVE');
}

/** How long before or after a release lies what it tells of without a date. */
const UNDATED_DAYS = 30;

/** The days that a statement can be of; null where nothing says. */
export function daysOf({ type, days, status, releaseDate }: Statement): Statement['days'] {
  if (days || releaseDate === null || !TOLD_BY_PARTICIPANTS.has(type)) return days;
  const day = dayNumber(releaseDate);
  return status === 'PLANNED' ? [day, day + UNDATED_DAYS] : [day - UNDATED_DAYS, day];
}

/** Whether two statements tell different occurrences, whatever else they share. */
export function contradicts(earlier: Statement, later: Statement, words: QuoteWords): boolean {
  if (areDisjoint(earlier.officials, later.officials)) return true;
  if (areDisjoint(earlier.countries, later.countries)) return true;
  const isShared = shares(earlier.officials, later.officials);
  if (areDisjoint(earlier.ministers, later.ministers)) {
    // Each minister has meetings and travels of their own; a visitor can have several hosts.
    if (earlier.type === 'MEETING' || (earlier.type === 'VISIT' && !isShared)) return true;
  } else if (earlier.type === 'MEETING' && !haveSameCountries(earlier, later)) {
    // A plan may list several meetings in one breath; each of them is reported by itself.
    if (!isShared || !listsMore(earlier, later)) return true;
  }
  if (areDaysTooFarApart(earlier, later) || words.figuresDiffer(earlier, later)) return true;
  if (haveOtherNames(earlier, later) && words.similarity(earlier, later) < SAME_WORDS) return true;
  // Of one sentence that serves for several bodies, each is another's.
  if (!isShared && SERVING.has(earlier.type) && words.similarity(earlier, later) >= SAME_SENTENCE) {
    if (words.capitalsDiffer(earlier, later)) return true;
  }
  // What was past when an earlier day's release spoke does not lie ahead of a later one.
  const isLater = (earlier.releaseDate ?? '') < (later.releaseDate ?? '');
  return isLater && earlier.status !== 'PLANNED' && later.status === 'PLANNED';
}

/** Whether an earlier plan has every country and official of the later statement. */
function listsMore(earlier: Statement, later: Statement): boolean {
  return (
    earlier.status === 'PLANNED' &&
    later.countries.every((country) => earlier.countries.includes(country)) &&
    later.officials.every((official) => earlier.officials.includes(official))
  );
}

/** Kinds that last for days, of which releases may name different ones. */
const LASTING: ReadonlySet<EventType> = new Set(['CONFERENCE', 'EXERCISE', 'DEPLOYMENT']);
const LASTING_SLACK_DAYS = 3;

/** Whether days that do not meet are further apart than one slip, or than what lasts can last. */
function areDaysTooFarApart(a: Statement, b: Statement): boolean {
  if (!a.days || !b.days) return false;
  const slack = a.type === 'VISIT' ? CLOSE_DAYS : LASTING.has(a.type) ? LASTING_SLACK_DAYS : 1;
  return daysApart(a.days, b.days) > slack;
}

/** Whether both have a proper name and neither is part of the other's. */
function haveOtherNames(a: Statement, b: Statement): boolean {
  if (a.name === null || b.name === null) return false;
  return !` ${a.name} `.includes(` ${b.name} `) && !` ${b.name} `.includes(` ${a.name} `);
}

function haveSameCountries(a: Statement, b: Statement): boolean {
  return a.countries.join() === b.countries.join();
}

/** Whether both say which days (12 at most), and neither was released on one of them. */
function nameDays(a: Statement, b: Statement): boolean {
  return [a, b].every(({ mention: { date }, releaseDate }) => {
    if (date === null || date.basis !== 'EXPLICIT' || releaseDate === null) return false;
    return releaseDate < date.earliest || releaseDate > date.latest;
  });
}

function areDisjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !shares(a, b);
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}
