import { EVENT_STATUSES, EVENT_TYPES, type EventStatus, type EventType } from '../../model/event.ts';
import {
  type ClauseCandidate,
  clauseCandidates,
  headlineFeatures,
  sentenceCandidates,
  withSentenceScore,
} from './candidates.ts';
import { type DateCandidate, dateCandidates } from './date-candidates.ts';
import { argmax, distribution, scoreOf, sigmoid, softmax } from './linear.ts';
import type { EventModel } from './model.ts';
import type { Reading } from './reading.ts';
import type { ReleaseFacts } from './sentence-features.ts';

/** An event as decided: which clause states it, as what, when. */
export interface DecidedEvent {
  readonly candidate: ClauseCandidate;
  readonly type: EventType;
  readonly status: EventStatus;
  readonly date: DateCandidate;
  readonly headline: boolean;
  /** How many events its sentence states. */
  readonly siblings: number;
}

type Undated = Pick<DecidedEvent, 'candidate' | 'siblings'>;

/** The events of a release, in order of the text; exactly one is the headline where there is any. */
export function decideEvents(
  reading: Reading,
  facts: ReleaseFacts,
  model: EventModel,
): readonly DecidedEvent[] {
  const stated = statedClauses(reading, facts, model);
  const events = stated.map((one): Omit<DecidedEvent, 'headline'> => {
    const { heads } = model;
    const type = EVENT_TYPES[argmax(distribution(heads.type, one.candidate.features))] ?? 'STATEMENT';
    return { ...one, type, ...decideStatusAndDate(reading, facts, model, one.candidate, type) };
  });
  const scores = events.map((event, rank) =>
    scoreOf(model.heads.headline, headlineFeatures(reading, facts, event.candidate, event.type, rank)),
  );
  const headline = argmax(scores);
  return events.map((event, index) => ({ ...event, headline: index === headline }));
}

/**
 * The clauses that state events. A sentence that states one at all gives its likeliest clause, and every other that
 * is likely enough by itself. A release always gives one: what it exists to report.
 */
function statedClauses(reading: Reading, facts: ReleaseFacts, model: EventModel): Undated[] {
  const { heads, thresholds } = model;
  const sentences = sentenceCandidates(reading, facts);
  const scores = sentences.map((sentence) => scoreOf(heads.sentence, sentence.features));
  const surest = argmax(scores);
  const stated: Undated[] = [];
  sentences.forEach(({ sentence }, index) => {
    const score = scores[index] ?? 0;
    if (index !== surest && sigmoid(score) < thresholds.sentence) return;
    const clauses = clauseCandidates(reading, facts, sentence);
    const clauseScores = clauses.map((clause) => scoreOf(heads.clause, withSentenceScore(clause, score)));
    const main = argmax(clauseScores);
    const chosen = clauses.filter(
      (_, at) => at === main || sigmoid(clauseScores[at] ?? 0) >= thresholds.clause,
    );
    for (const candidate of chosen) stated.push({ candidate, siblings: chosen.length });
  });
  return stated;
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
  const likelihood = distribution(model.heads.status, candidate.features);
  let best: { status: EventStatus; date: DateCandidate } | null = null;
  let most = -1;
  EVENT_STATUSES.forEach((status, index) => {
    const prior = likelihood[index] ?? 0;
    if (prior < 0.1) return;
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
