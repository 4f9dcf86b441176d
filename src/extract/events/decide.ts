import { EVENT_STATUSES, EVENT_TYPES, type EventStatus, type EventType } from '../../model/event.ts';
import { type ClauseCandidate, headlineFeatures } from './candidates.ts';
import { cuesIn } from './cues.ts';
import { type DateCandidate, dateCandidates } from './date-candidates.ts';
import { datesInRow } from './date-rows.ts';
import type { DecidedEvent } from './decided-event.ts';
import { keepEvents } from './keep.ts';
import { argmax, distribution, NO_NUMBERS, scoreOf, softmax } from './linear.ts';
import { type FoundEvent, mergeEvents } from './merge.ts';
import type { EventModel } from './model.ts';
import type { Reading } from './reading.ts';
import { reportFeatures } from './report-features.ts';
import type { ReleaseFacts } from './sentence-features.ts';
import { type StatedClause, statedClauses } from './stated.ts';

/** A status less likely than this by the words alone is not tried with dates. */
const LEAST_PRIOR = 0.2;

/** A release that states nothing for sure is taken to make a statement unless another type is this likely. */
const SURE_TYPE = 0.6;

/** Words before "exercise" that make it one of forces. */
const MILITARY = new Set([
  'military',
  'naval',
  'training',
  'joint',
  'field',
  'defence',
  'army',
  'multinational',
]);

/** Of each type, how likely it is that an exercise is of it. */
const EXERCISE = EVENT_TYPES.map((type) => (type === 'EXERCISE' ? 1 : 0));

/** Types that are set for a time and so can be called off. */
const CALLABLE: ReadonlySet<EventType> = new Set([
  'VISIT',
  'MEETING',
  'CONFERENCE',
  'DEPLOYMENT',
  'EXERCISE',
  'COMMEMORATION',
  'LAUNCH',
  'REVIEW',
]);

/** The events of a release, in order of the text; exactly one is the headline where there is any. */
export function decideEvents(
  reading: Reading,
  facts: ReleaseFacts,
  model: EventModel,
): readonly DecidedEvent[] {
  const reported = distribution(model.heads.report, reportFeatures(reading, facts));
  const mentions = findEvents(reading, facts, model);
  const merged = mergeEvents(reading, facts, model, mentions);
  const events = keepEvents(reading, facts, model, merged, reported);
  const scores = events.map((event, rank) =>
    scoreOf(
      model.heads.headline,
      headlineFeatures(reading, facts, event.candidate, event.type, rank, reported),
    ),
  );
  const { index: headline, type } = headlineOf(events, scores, reported);
  return events.map((event, index) => {
    return index === headline ? { ...event, headline: true, type } : { ...event, headline: false };
  });
}

/**
 * Which event is the headline, and its type: the type that those who may be it and the release as a whole speak for
 * most, and the event that is likeliest the headline and of that type.
 */
function headlineOf(
  events: readonly FoundEvent[],
  scores: readonly number[],
  reported: readonly number[],
): { readonly index: number; readonly type: EventType } {
  const shares = softmax(scores);
  const likely = (event: number, type: number): number =>
    (shares[event] ?? 0) * (events[event]?.chances[type] ?? 0);
  const all = reported.map((chance, type) => {
    return chance * events.reduce((sum, _, event) => sum + likely(event, type), 0);
  });
  const type = argmax(all);
  const index = argmax(events.map((_, event) => likely(event, type)));
  return { index, type: EVENT_TYPES[type] ?? 'STATEMENT' };
}

/** Every mention of an event, repetitions among them, in order of the text. */
export function findEvents(reading: Reading, facts: ReleaseFacts, model: EventModel): readonly FoundEvent[] {
  return statedClauses(reading, facts, model).flatMap((one): FoundEvent[] => {
    const { type, chance, chances } = typeOf(reading, model, one);
    const { candidate, siblings } = one;
    const scores = { ...one.scores, type: chance };
    const said = one.forced && type === 'STATEMENT' ? saidToday(reading) : null;
    const when = said ?? decideStatusAndDate(reading, facts, model, candidate, type);
    const event = { candidate, scores, chances, siblings, type, ...when };
    return splitByDate(reading, event);
  });
}

function typeOf(
  reading: Reading,
  model: EventModel,
  { candidate, forced }: StatedClause,
): { readonly type: EventType; readonly chance: number; readonly chances: readonly number[] } {
  if (isExercise(reading, candidate)) return { type: 'EXERCISE', chance: 1, chances: EXERCISE };
  const chances = distribution(model.heads.type, candidate.features);
  const chance = Math.max(...chances);
  // What states no event for sure is there to say something.
  if (forced && chance < SURE_TYPE) return { type: 'STATEMENT', chance: SURE_TYPE, chances };
  return { type: EVENT_TYPES[argmax(chances)] ?? 'STATEMENT', chance, chances };
}

/** What is said for want of any event is said by the release itself; null where that has no date. */
function saidToday({ document }: Reading): Pick<FoundEvent, 'status' | 'date'> | null {
  const edtf = document.release.date;
  if (edtf === null) return null;
  const features = { sparse: [], dense: NO_NUMBERS };
  return { status: 'OCCURRED', date: { edtf, basis: 'RELEASE', expression: null, features } };
}

/** Exercises are too rare to be learned: "Exercise Southern Tiger", "a joint military exercise". */
function isExercise(reading: Reading, { clause }: ClauseCandidate): boolean {
  return clause.triggers.some(({ firstToken, lastToken, senses }) => {
    if (!senses.some(({ type, form }) => type === 'EXERCISE' && form === 'NOUN')) return false;
    const { tokens } = reading.document;
    const named = tokens[lastToken + 1]?.gap === 'SPACE' && tokens[lastToken + 1]?.shape === 'CAPITAL';
    if (tokens[lastToken]?.shape === 'CAPITAL' && named) return true;
    return firstToken < lastToken || MILITARY.has(tokens[firstToken - 1]?.key ?? '');
  });
}

/** "visits in 2004 and 2006" are two events: one for each of several dates of one kind in a row. */
function splitByDate(reading: Reading, event: FoundEvent): FoundEvent[] {
  const { expression } = event.date;
  if (!expression) return [event];
  const row = datesInRow(reading, event.candidate, expression, event.status);
  if (row.length < 2) return [event];
  return row.map((date) => ({ ...event, siblings: event.siblings + row.length - 1, date }));
}

/** "has been postponed", "was cancelled": too rare to be learned, and plain enough for a rule. */
function isCalledOff(reading: Reading, { clause }: ClauseCandidate, type: EventType): boolean {
  if (!CALLABLE.has(type)) return false;
  const cues = cuesIn(reading.words, clause.first, clause.last);
  return cues.includes('CANCELLED') && !cues.includes('NEGATION') && !cues.includes('MODAL');
}

/** Status and date are judged together: a date that lies ahead speaks for a plan, and the other way round. */
function decideStatusAndDate(
  reading: Reading,
  facts: ReleaseFacts,
  model: EventModel,
  candidate: ClauseCandidate,
  type: EventType,
): { readonly status: EventStatus; readonly date: DateCandidate } {
  const { sentence, clause } = candidate;
  const likelihood = isCalledOff(reading, candidate, type)
    ? EVENT_STATUSES.map((status) => (status === 'CANCELLED' ? 1 : 0))
    : distribution(model.heads.status, candidate.features);
  let best: { status: EventStatus; date: DateCandidate } | null = null;
  let most = -1;
  EVENT_STATUSES.forEach((status, index) => {
    const prior = likelihood[index] ?? 0;
    if (prior < LEAST_PRIOR) return;
    const dates = dateCandidates(reading, { sentence, clause, type, status, firstBody: facts.firstBody });
    const chances = softmax(dates.map((date) => scoreOf(model.heads.date, date.features)));
    const at = argmax(chances);
    const date = dates[at];
    const chance = prior * Math.sqrt(chances[at] ?? 0);
    if (date && chance > most) {
      most = chance;
      best = { status, date };
    }
  });
  if (!best) throw new RangeError('expected at least one status and one date');
  return best;
}
