import { type ClauseCandidate, clauseCandidates, eachSentence, withSentenceScore } from './candidates.ts';
import { argmax, scoreOf, sigmoid } from './linear.ts';
import type { EventModel } from './model.ts';
import type { Reading, SentenceReading } from './reading.ts';
import type { ReleaseFacts } from './sentence-features.ts';

/** A clause that is held to state an event. */
export interface StatedClause {
  readonly candidate: ClauseCandidate;
  /** How many events its sentence states. */
  readonly siblings: number;
  /** Whether no sentence is sure to state an event, and this one stands for what the release exists to say. */
  readonly forced: boolean;
}

/**
 * The clauses that state events. A sentence that states one at all gives its likeliest clause, and every other that
 * is likely enough by itself. A release always gives one, the first where none is sure: what it exists to report.
 */
export function statedClauses(reading: Reading, facts: ReleaseFacts, model: EventModel): StatedClause[] {
  const { heads, thresholds } = model;
  const sentences: SentenceReading[] = [];
  const scores: number[] = [];
  eachSentence(reading, facts, (sentence, features) => {
    sentences.push(sentence);
    scores.push(scoreOf(heads.sentence, features));
  });
  const forced = scores.every((score) => sigmoid(score) < thresholds.sentence);
  const stated: StatedClause[] = [];
  sentences.forEach((sentence, index) => {
    const score = scores[index] ?? 0;
    if (forced ? index > 0 : sigmoid(score) < thresholds.sentence) return;
    const clauses = clauseCandidates(reading, facts, sentence);
    const clauseScores = clauses.map((clause) =>
      scoreOf(heads.clause, withSentenceScore(reading, clause, score)),
    );
    const main = argmax(clauseScores);
    const chosen = clauses.filter((_, at) => {
      return at === main || (!forced && sigmoid(clauseScores[at] ?? 0) >= thresholds.clause);
    });
    for (const candidate of chosen) stated.push({ candidate, siblings: chosen.length, forced });
  });
  return stated;
}
