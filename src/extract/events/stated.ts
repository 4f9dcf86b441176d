import { type ClauseCandidate, clauseCandidates, eachSentence } from './candidates.ts';
import { argmax, scoreOf, sigmoid } from './linear.ts';
import type { EventModel } from './model.ts';
import type { Reading, SentenceReading } from './reading.ts';
import type { ReleaseFacts } from './sentence-features.ts';

/** A clause that is held to state an event. */
export interface StatedClause {
  readonly candidate: ClauseCandidate;
  /** Log-odds that its sentence states an event, and that it does. */
  readonly scores: { readonly sentence: number; readonly clause: number };
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
    const clauseScores = clauses.map(({ features }) => scoreOf(heads.clause, features));
    const main = argmax(clauseScores);
    const isStated = (at: number): boolean =>
      at === main || (!forced && sigmoid(clauseScores[at] ?? 0) >= thresholds.clause);
    const siblings = clauses.filter((_, at) => isStated(at)).length;
    clauses.forEach((candidate, at) => {
      if (!isStated(at)) return;
      const clause = clauseScores[at] ?? 0;
      stated.push({ candidate, scores: { sentence: score, clause }, siblings, forced });
    });
  });
  return stated;
}
