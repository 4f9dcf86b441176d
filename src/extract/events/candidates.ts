import type { EventType } from '../../model/event.ts';
import { EVENT_TYPES } from '../../model/event.ts';
import { addClauseFeatures } from './clause-features.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { cuesIn } from './cues.ts';
import { mix } from './hash.ts';
import { type Features, NO_NUMBERS } from './linear.ts';
import type { Reading, SentenceReading } from './reading.ts';
import { addSentenceFeatures, type ReleaseFacts } from './sentence-features.ts';
import { FeatureList, FeatureSink, template } from './sink.ts';
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
  const candidates: SentenceCandidate[] = [];
  eachSentence(reading, facts, (sentence, { sparse, dense }) => {
    candidates.push({ sentence, features: { sparse: sparse.slice(), dense: dense.slice() } });
  });
  return candidates;
}

/** Calls `visit` with every sentence and its features, which hold only until the next call. */
export function eachSentence(
  reading: Reading,
  facts: ReleaseFacts,
  visit: (sentence: SentenceReading, features: Features) => void,
): void {
  const sink = new FeatureSink();
  const from = facts.firstBody < reading.sentences.length ? facts.firstBody : 0;
  const dense = new Float32Array(3 * DIMENSIONS);
  for (let index = from; index < reading.sentences.length; index++) {
    const sentence = reading.sentences[index];
    if (!sentence || sentence.last < sentence.first) continue;
    sink.clear();
    addSentenceFeatures(sink, reading, facts, index);
    writeSentenceNumbers(dense, facts, index);
    visit(sentence, { sparse: sink.features, dense });
  }
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
      features: {
        sparse: sink.features.slice(),
        dense: clauseNumbers(reading, facts, sentence.index, clause),
      },
    };
  });
}

/** The features of a clause and of how sure its sentence is: for "states an event of its own". */
export function withSentenceScore(reading: Reading, candidate: ClauseCandidate, score: number): Features {
  const sink = new FeatureList();
  const bucket = Math.max(-6, Math.min(6, Math.round(score)));
  sink.add(SCORE, bucket);
  sink.add(SCORE_INDEX, mix(bucket, Math.min(candidate.clause.index, 3)));
  sink.add(SCORE_COUNT, mix(bucket, Math.min(candidate.clause.count, 4)));
  const { clause, sentence } = candidate;
  const dated = sentence.dates.some(
    ({ firstToken }) => firstToken >= clause.first && firstToken <= clause.last,
  )
    ? 1
    : 0;
  const cued = cuesIn(reading.words, clause.first, clause.last).length > 0 ? 2 : 0;
  const place = clause.index === 0 ? 0 : clause.count;
  sink.add(SCORE_INDEX, mix(1000 + bucket, dated + cued));
  sink.add(SCORE_INDEX, mix(2000 + Math.min(place, 5), dated + cued));
  sink.add(SCORE_INDEX, mix(3000 + bucket, (dated + cued) * 8 + Math.min(place, 4)));
  return { sparse: [...candidate.features.sparse, ...sink.features], dense: candidate.features.dense };
}

/** Meaning of the sentence, of the one before it and of the title. */
function writeSentenceNumbers(
  numbers: Float32Array,
  { means, firstBody }: ReleaseFacts,
  index: number,
): void {
  copyRow(numbers, 0, means, index + 1);
  if (index > firstBody) copyRow(numbers, 1, means, index);
  else numbers.fill(0, DIMENSIONS, 2 * DIMENSIONS);
  copyRow(numbers, 2, means, 0);
}

/** Meaning of the clause, of its sentence, of the title and of its first trigger. */
function clauseNumbers(
  reading: Reading,
  { means }: ReleaseFacts,
  index: number,
  clause: Clause,
): Float32Array {
  const numbers = new Float32Array(4 * DIMENSIONS);
  const trigger = clause.triggers[0];
  if (clause.count === 1) copyRow(numbers, 0, means, index + 1);
  else writeMean(numbers, 0, reading.vectors, clause.first, clause.last);
  copyRow(numbers, 1, means, index + 1);
  copyRow(numbers, 2, means, 0);
  if (trigger) writeMean(numbers, 3 * DIMENSIONS, reading.vectors, trigger.firstToken, trigger.lastToken);
  return numbers;
}

function copyRow(to: Float32Array, toRow: number, from: Float32Array, fromRow: number): void {
  for (let d = 0; d < DIMENSIONS; d++) to[toRow * DIMENSIONS + d] = from[fromRow * DIMENSIONS + d] ?? 0;
}

/** Likeness of two of the directions in a row of numbers, which all have length 1 or 0. */
function cosine(numbers: Float32Array, first: number, second: number): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += (numbers[first + d] ?? 0) * (numbers[second + d] ?? 0);
  return sum;
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
  const sink = new FeatureList();
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
  const { dense } = candidate.features;
  const alike = cosine(dense, 0, 2 * DIMENSIONS);
  const around = cosine(dense, DIMENSIONS, 2 * DIMENSIONS);
  sink.add(HEADLINE, mix(11, Math.floor(alike * 8)));
  sink.add(HEADLINE, mix(12, Math.floor(around * 8)));
  sink.add(HEADLINE, mix(13, Math.floor(alike * 5) * 8 + Math.min(position, 3)));
  for (let at = clause.first; at <= clause.last; at++) {
    sink.add(HEADLINE, mix(14 + Math.min(position, 1), reading.words[at]?.stemHash ?? 0));
  }
  for (const portfolio of facts.portfolios) sink.add(HEADLINE, mix(20, mix(portfolio, kind)));
  sink.add(HEADLINE, mix(10, Math.min(inClause, 5) * 8 + Math.min(position, 2)));
  return { sparse: sink.features, dense: NO_NUMBERS };
}
