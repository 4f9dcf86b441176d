import type { EventType } from '../model/event.ts';
import type { Statement } from './statements.ts';

/** How two dates stand to each other. */
type DateRelation = 'SAME' | 'CLOSE' | 'VAGUE' | 'APART';

/** A wider date of up to so many days still tells one occurrence from the next of its kind. */
const CLOSE_DAYS = 12;
/** The same for a month. */
const VAGUE_DAYS = 45;

/** Kinds whose participants and day say which occurrence it is; for others the words must say it too. */
const TOLD_BY_PARTICIPANTS: ReadonlySet<EventType> = new Set(['VISIT', 'MEETING', 'CONFERENCE', 'EXERCISE']);

/** How alike (0 to 1) the quotes must be where participants and day do not suffice. */
const ALIKE = 0.35;
const VERY_ALIKE = 0.6;

/** Compares the words of two quotes, from 0 (none shared) to 1 (all shared), rare words counting more. */
export type Similarity = (a: Statement, b: Statement) => number;

/**
 * Whether statements of two releases are of one occurrence: precision first, undecided is no. They are of one type;
 * nothing contradicts (names, people, the order of planned and past); the dates fit; and they share a proper name, an
 * official, or a minister with the same countries. The wider a date, the more must be shared:
 *
 * - same day: a name or official; or minister and countries, where the type is told by its participants or the words are alike;
 * - a span of up to 12 days around it: the same;
 * - a month: a name; an official, or minister and countries, with alike words;
 * - wider: never.
 *
 * `earlier` is the statement of the release that comes first.
 */
export function isSameOccurrence(earlier: Statement, later: Statement, similarity: Similarity): boolean {
  if (earlier.type !== later.type || earlier.releaseId === later.releaseId) return false;
  const relation = compareDates(earlier, later);
  if (relation === 'APART' || contradicts(earlier, later)) return false;
  const named = earlier.name !== null && earlier.name === later.name;
  const sameCountries = earlier.countries.join() === later.countries.join();
  const official = shares(earlier.officials, later.officials);
  const minister = shares(earlier.ministers, later.ministers) && sameCountries && later.countries.length > 0;
  if (!named && !official && !minister) return false;
  if (earlier.type === 'LEGISLATION')
    return named && relation === 'SAME' && similarity(earlier, later) >= ALIKE;
  if (relation === 'VAGUE')
    return named || ((official || minister) && similarity(earlier, later) >= VERY_ALIKE);
  if (named) return true;
  return TOLD_BY_PARTICIPANTS.has(earlier.type) || similarity(earlier, later) >= ALIKE;
}

function compareDates(a: Statement, b: Statement): DateRelation {
  if (!a.days || !b.days) return 'APART';
  const [firstA, lastA] = a.days;
  const [firstB, lastB] = b.days;
  if (lastA < firstB || lastB < firstA) return 'APART';
  if (firstA === firstB && lastA === lastB && lastA - firstA <= CLOSE_DAYS) return 'SAME';
  const widest = Math.max(lastA - firstA, lastB - firstB);
  return widest <= CLOSE_DAYS ? 'CLOSE' : widest <= VAGUE_DAYS ? 'VAGUE' : 'APART';
}

/** Whether two statements tell different occurrences, whatever else they share. */
export function contradicts(earlier: Statement, later: Statement): boolean {
  if (earlier.name !== null && later.name !== null && earlier.name !== later.name) return true;
  if (isDisjoint(earlier.officials, later.officials)) return true;
  if (isDisjoint(earlier.countries, later.countries)) return true;
  // What was past when an earlier day's release spoke does not lie ahead of a later one.
  const isLater = (earlier.releaseDate ?? '') < (later.releaseDate ?? '');
  return isLater && earlier.status !== 'PLANNED' && later.status === 'PLANNED';
}

function isDisjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !shares(a, b);
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}
