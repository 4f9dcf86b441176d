import type { EventType } from '../../model/event.ts';
import { EVENT_TYPES } from '../../model/event.ts';
import { addClauseFeatures } from './clause-features.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { mix } from './hash.ts';
import { type Features, NO_NUMBERS } from './linear.ts';
import type { Reading, SentenceReading } from './reading.ts';
import { addSentenceFeatures, type ReleaseFacts } from './sentence-features.ts';
import { FeatureSink, template } from './sink.ts';
import { DIMENSIONS, writeMean } from './vectors.ts';

/** A sentence that may state events, with the features of the question whether it does. */
export interface SentenceCandidate {
  readonly sentence: SentenceReading;
  readonly features: Features;
}

/** A clause that may state an event of its own, with features for every question about it. */
export interface ClauseCandidate {
  readonly sentence: SentenceReading;
  readonly clause: Clause;
  readonly features: Features;
}

const SCORE = template('sentence score');
const SCORE_INDEX = template('sentence score, clause index');
const SCORE_COUNT = template('sentence score, clause count');
const HEADLINE = template('headline');

/** Every sentence with words that can state an event: those below the title, or the title where there is no other. */
export function sentenceCandidates(reading: Reading, facts: ReleaseFacts): SentenceCandidate[] {
  const sink = new FeatureSink();
  const candidates: SentenceCandidate[] = [];
  const from = facts.firstBody < reading.sentences.length ? facts.firstBody : 0;
  for (const sentence of reading.sentences.slice(from)) {
    if (sentence.last < sentence.first) continue;
    sink.clear();
    addSentenceFeatures(sink, reading, facts, sentence.index);
    candidates.push({
      sentence,
      features: { sparse: sink.features.slice(), dense: sentenceNumbers(reading, facts, sentence) },
    });
  }
  return candidates;
}

/** The clauses of a sentence with their features. */
export function clauseCandidates(
  reading: Reading,
  facts: ReleaseFacts,
  sentence: SentenceReading,
): ClauseCandidate[] {
  const sink = new FeatureSink();
  return clausesOf(reading, sentence).map((clause) => {
    sink.clear();
    addClauseFeatures(sink, reading, facts, sentence, clause);
    return {
      sentence,
      clause,
      features: { sparse: sink.features.slice(), dense: clauseNumbers(reading, facts, sentence, clause) },
    };
  });
}

/** The features of a clause and of how sure its sentence is: for "states an event of its own". */
export function withSentenceScore(candidate: ClauseCandidate, score: number): Features {
  const sink = new FeatureSink();
  const bucket = Math.max(-6, Math.min(6, Math.round(score)));
  sink.add(SCORE, bucket);
  sink.add(SCORE_INDEX, mix(bucket, Math.min(candidate.clause.index, 3)));
  sink.add(SCORE_COUNT, mix(bucket, Math.min(candidate.clause.count, 4)));
  return { sparse: [...candidate.features.sparse, ...sink.features], dense: candidate.features.dense };
}

/** Meaning of the sentence, of the one before it and of the title. */
function sentenceNumbers(reading: Reading, facts: ReleaseFacts, sentence: SentenceReading): Float32Array {
  const numbers = new Float32Array(3 * DIMENSIONS);
  const before = reading.sentences[sentence.index - 1];
  writeMean(numbers, 0, reading.vectors, sentence.first, sentence.last);
  if (before && before.index >= facts.firstBody)
    writeMean(numbers, DIMENSIONS, reading.vectors, before.first, before.last);
  writeMean(numbers, 2 * DIMENSIONS, reading.vectors, 0, lastOfTitle(reading, facts));
  return numbers;
}

/** Meaning of the clause, of its sentence, of the title and of its first trigger. */
function clauseNumbers(
  reading: Reading,
  facts: ReleaseFacts,
  sentence: SentenceReading,
  clause: Clause,
): Float32Array {
  const numbers = new Float32Array(4 * DIMENSIONS);
  const trigger = clause.triggers[0];
  writeMean(numbers, 0, reading.vectors, clause.first, clause.last);
  writeMean(numbers, DIMENSIONS, reading.vectors, sentence.first, sentence.last);
  writeMean(numbers, 2 * DIMENSIONS, reading.vectors, 0, lastOfTitle(reading, facts));
  if (trigger) writeMean(numbers, 3 * DIMENSIONS, reading.vectors, trigger.firstToken, trigger.lastToken);
  return numbers;
}

function lastOfTitle(reading: Reading, facts: ReleaseFacts): number {
  return reading.sentences[facts.firstBody - 1]?.last ?? -1;
}

/** Features of "this is what the release exists to report". */
export function headlineFeatures(
  reading: Reading,
  facts: ReleaseFacts,
  candidate: ClauseCandidate,
  type: EventType,
  rank: number,
): Features {
  const { sentence, clause } = candidate;
  const sink = new FeatureSink();
  const position = Math.min(sentence.index - facts.firstBody, 6);
  const kind = EVENT_TYPES.indexOf(type);
  const shared = [...(facts.stems[sentence.index] ?? [])].filter((stem) => facts.titleStems.has(stem)).length;
  let inClause = 0;
  for (let at = clause.first; at <= clause.last; at++) {
    if (facts.titleStems.has(reading.words[at]?.stemHash ?? 0)) inClause++;
  }
  sink.add(HEADLINE, mix(1, position));
  sink.add(HEADLINE, mix(2, Math.min(rank, 5)));
  sink.add(HEADLINE, mix(3, kind));
  sink.add(HEADLINE, mix(4, kind * 8 + Math.min(position, 2)));
  sink.add(HEADLINE, mix(5, Math.min(shared, 5)));
  sink.add(HEADLINE, mix(6, Math.min(inClause, 5)));
  sink.add(HEADLINE, mix(7, facts.titleTriggers.has(kind) ? 1 : 0));
  sink.add(HEADLINE, mix(8, clause.index));
  sink.add(HEADLINE, mix(9, clause.index * 8 + Math.min(position, 2)));
  sink.add(HEADLINE, mix(10, Math.min(inClause, 5) * 8 + Math.min(position, 2)));
  return { sparse: sink.features, dense: NO_NUMBERS };
}
