import { dayNumber } from '../model/date.ts';
import type { EventType } from '../model/event.ts';
import type { Statement } from './statements.ts';

/** How two dates stand to each other: the same days; within some days; within a month. */
export type DateRelation = 'SAME' | 'CLOSE' | 'VAGUE';

/** First and last day number. */
export type Days = NonNullable<Statement['days']>;

/** A date of up to so many days still tells one occurrence from the next of its kind. */
export const CLOSE_DAYS = 12;
/** The same for a month; wider dates tell nothing. */
export const VAGUE_DAYS = 45;

/** Kinds of which an undated statement is one of the weeks around its release. */
export const TOLD_BY_PARTICIPANTS: ReadonlySet<EventType> = new Set([
  'VISIT',
  'MEETING',
  'CONFERENCE',
  'EXERCISE',
  'DEPLOYMENT',
]);

/** How long before or after a release lies what it tells of without a date. */
const UNDATED_DAYS = 30;
/** The same for disasters and attacks, which are news. */
const NEWS_DAYS = 10;
/** Releases name the day of departure, of arrival or of a stop: so many days lie between them at most. */
const TRAVEL_DAYS = 3;

/**
 * Null where the dates do not meet or one is wider than a month. Where `daysOf` says of when an undated statement is,
 * that will do for one of the two. A day that is worked out ("said today") may be the next, an incident's too, for it
 * may be told by the clock of its place; and releases of one trip may name other days of it.
 */
export function compareDates(a: Statement, b: Statement): DateRelation | null {
  const [daysA, daysB] = [daysOf(a), daysOf(b)];
  if (!daysA || !daysB || (!a.days && !b.days && a.type !== 'INCIDENT')) return null;
  const widest = Math.max(daysA[1] - daysA[0], daysB[1] - daysB[0]);
  if (widest > VAGUE_DAYS) return null;
  const apart = daysApart(daysA, daysB);
  if (apart > 0) {
    const isOneTrip = a.type === 'VISIT' && apart <= TRAVEL_DAYS && a.days !== null && b.days !== null;
    return isOneTrip || (apart === 1 && widest === 0 && mayBeNextDay(a, b)) ? 'VAGUE' : null;
  }
  if (widest > CLOSE_DAYS || !a.days || !b.days) return 'VAGUE';
  return daysA[0] === daysB[0] && daysA[1] === daysB[1] ? 'SAME' : 'CLOSE';
}

/** Days between two stretches; 0 or less where they meet. */
export function daysApart(a: Days, b: Days): number {
  return Math.max(a[0] - b[1], b[0] - a[1]);
}

function mayBeNextDay(a: Statement, b: Statement): boolean {
  if (a.type === 'INCIDENT') return true;
  return TOLD_BY_PARTICIPANTS.has(a.type) && [a, b].some(({ mention }) => mention.date?.basis === 'RELATIVE');
}

/** The days that a statement can be of; null where nothing says. */
export function daysOf({ type, days, status, releaseDate }: Statement): Days | null {
  if (days || releaseDate === null) return days;
  const day = dayNumber(releaseDate);
  if (type === 'INCIDENT' && status === 'OCCURRED') return [day - NEWS_DAYS, day];
  if (type === 'AGREEMENT' && status === 'PLANNED') return [day, day + UNDATED_DAYS];
  if (!TOLD_BY_PARTICIPANTS.has(type)) return null;
  return status === 'PLANNED' ? [day, day + UNDATED_DAYS] : [day - UNDATED_DAYS, day];
}

/** Whether both say which days (12 at most), and neither was released on one of them. */
export function nameDays(a: Statement, b: Statement): boolean {
  return [a, b].every((statement) => {
    if (statement.mention.date?.basis !== 'EXPLICIT' || statement.releaseDate === null) return false;
    const { earliest, latest } = statement.mention.date;
    return statement.releaseDate < earliest || statement.releaseDate > latest;
  });
}

/** Whether a statement's date is of several days. */
export function isStretch({ days }: Statement): boolean {
  return days !== null && days[1] > days[0];
}

/** Whether both are of one and the same day. */
export function areOfOneDay(a: Statement, b: Statement): boolean {
  if (!a.days || !b.days) return false;
  return a.days[0] === a.days[1] && a.days[0] === b.days[0] && a.days[1] === b.days[1];
}

/** How long after what was planned releases still report it as new. */
const REPORTED_DAYS = 3;

/** Whether a later day's release reports, when the time has come, what the earlier one plans. */
export function comesTrue(earlier: Statement, later: Statement): boolean {
  if (earlier.status !== 'PLANNED' || later.status !== 'OCCURRED' || !later.days) return false;
  if (earlier.releaseDate === null || later.releaseDate === null) return false;
  if (earlier.releaseDate >= later.releaseDate) return false;
  const day = dayNumber(later.releaseDate);
  return day >= later.days[0] && day <= later.days[1] + REPORTED_DAYS;
}
