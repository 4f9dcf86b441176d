import type { EventType } from '../model/event.ts';
import type { QuoteWords } from './quote-words.ts';
import { areOfOneDay, CLOSE_DAYS, daysApart, isStretch, nameDays } from './statement-days.ts';
import type { Statement } from './statements.ts';

/** What says nearly the same is of one occurrence though it names it otherwise. */
const SAME_WORDS = 0.6;
/** One sentence but for its names, as the publisher writes it for each of several bodies on one day. */
const SAME_SENTENCE = 0.5;
/** Kinds of which one sentence serves for several bodies. */
export const SERVING: ReadonlySet<EventType> = new Set([
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
/** Kinds that figures do not tell: one release counts the delegates, the next the exporters among them. */
const FIGURES_VARY: ReadonlySet<EventType> = new Set([
  'VISIT',
  'MEETING',
  'CONFERENCE',
  'EXERCISE',
  'INCIDENT',
]);

/** Whether two statements tell different occurrences, whatever else they share. `earlier` comes first in evidence order. */
export function contradicts(earlier: Statement, later: Statement, words: QuoteWords): boolean {
  if (areDisjoint(earlier.officials, later.officials)) return true;
  if (areDisjoint(earlier.countries, later.countries) && !isNamedIncident(earlier, later)) return true;
  const isShared = shares(earlier.officials, later.officials);
  if (areDisjoint(earlier.ministers, later.ministers)) {
    // Each minister has meetings and travels of their own; a visitor can have several hosts.
    if (earlier.type === 'MEETING' || (earlier.type === 'VISIT' && !isShared)) return true;
  } else if (earlier.type === 'MEETING' && nameOtherCountries(earlier, later)) {
    // A plan may list several meetings in one breath; each of them is reported by itself.
    if (!isShared || !listsMore(earlier, later)) return true;
  }
  if (areDaysTooFarApart(earlier, later)) return true;
  if (!FIGURES_VARY.has(earlier.type) && words.figuresDiffer(earlier, later)) return true;
  if (earlier.type === 'CONFERENCE' && areOfOtherRank(earlier.quote, later.quote)) return true;
  if (haveOtherNames(earlier, later) && words.similarity(earlier, later) < SAME_WORDS) return true;
  // Of one sentence that serves for several bodies, each is another's.
  if (!isShared && SERVING.has(earlier.type) && words.similarity(earlier, later) >= SAME_SENTENCE) {
    if (words.capitalsDiffer(earlier, later)) return true;
  }
  return wasOver(earlier, later);
}

/**
 * Whether the earlier release speaks of something past and a later day's of something ahead. What was under way when
 * the first spoke can lie ahead where its date reaches as far ("is visiting this month").
 */
function wasOver(earlier: Statement, later: Statement): boolean {
  if ((earlier.releaseDate ?? '') >= (later.releaseDate ?? '')) return false;
  if (earlier.status === 'PLANNED' || later.status !== 'PLANNED') return false;
  if (earlier.status !== 'ONGOING' || !earlier.days || !later.days) return true;
  return earlier.days[1] < later.days[0];
}

/** Whether both tell an incident by its day: which countries are named then is by the way ("fewer visitors from Japan since"). */
function isNamedIncident(a: Statement, b: Statement): boolean {
  return a.type === 'INCIDENT' && areOfOneDay(a, b) && nameDays(a, b);
}

function nameOtherCountries(a: Statement, b: Statement): boolean {
  return a.countries.length > 0 && b.countries.length > 0 && a.countries.join() !== b.countries.join();
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
  return daysApart(a.days, b.days) > slackOf(a, b);
}

/** A day of a trip can be its first or its last; where both give the days of the whole, these must meet. */
function slackOf(a: Statement, b: Statement): number {
  if (a.type === 'VISIT') return isStretch(a) && isStretch(b) ? 1 : CLOSE_DAYS;
  return LASTING.has(a.type) ? LASTING_SLACK_DAYS : 1;
}

const LEADERS = /\bleaders?['’]?s?\b|\bheads of (?:state|government)\b|\bCHOGM\b/i;
const MINISTERS =
  /\bministerial\b|\bministers?['’]s? (?:meeting|conference|forum|summit)|\bministers['’]|\b(?:finance|trade|foreign|defence) ministers\b/i;

/** Leaders and their ministers often meet in one place in one week: these are two conferences. */
function areOfOtherRank(a: string, b: string): boolean {
  const [leadersA, leadersB] = [LEADERS.test(a), LEADERS.test(b)];
  if (leadersA === leadersB) return false;
  const [ministersA, ministersB] = [MINISTERS.test(a), MINISTERS.test(b)];
  return leadersA ? !ministersA && ministersB : ministersA && !ministersB;
}

/** Whether both have a proper name and neither is part of the other's. */
function haveOtherNames(a: Statement, b: Statement): boolean {
  if (a.name === null || b.name === null) return false;
  return !` ${a.name} `.includes(` ${b.name} `) && !` ${b.name} `.includes(` ${a.name} `);
}

function areDisjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !shares(a, b);
}

/** Whether two lists have an element in common. */
export function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}
