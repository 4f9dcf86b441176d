import type { EventType } from '../../model/event.ts';
import { EVENT_TYPES } from '../../model/event.ts';
import { addClauseFeatures } from './clause-features.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { RANGES } from './encoder.ts';
import { mix } from './hash.ts';
import { type Features, NO_NUMBERS } from './linear.ts';
import type { Reading, SentenceReading } from './reading.ts';
import { addSentenceFeatures, type ReleaseFacts } from './sentence-features.ts';
import { FeatureList, FeatureSink, template } from './sink.ts';

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

const HEADLINE = template('headline');

// Kept for good, for their tables cost more to make than to use; each user clears before and copies after.
const SENTENCE_SINK = new FeatureSink();
const CLAUSE_SINK = new FeatureSink();

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
  const sink = SENTENCE_SINK;
  const from = facts.firstBody < reading.sentences.length ? facts.firstBody : 0;
  const { encoding } = facts;
  const dense = new Float32Array(RANGES * encoding.channels);
  for (let index = from; index < reading.sentences.length; index++) {
    const sentence = reading.sentences[index];
    if (!sentence || sentence.last < sentence.first) continue;
    sink.clear();
    addSentenceFeatures(sink, reading, facts, index);
    encoding.writeSentence(dense, index, facts.firstBody);
    visit(sentence, { sparse: sink.features, dense });
  }
}

/** The clauses of a sentence with their features. */
export function clauseCandidates(
  reading: Reading,
  facts: ReleaseFacts,
  sentence: SentenceReading,
): ClauseCandidate[] {
  const sink = CLAUSE_SINK;
  const { encoding } = facts;
  return clausesOf(reading, sentence).map((clause) => {
    sink.clear();
    addClauseFeatures(sink, reading, facts, sentence, clause);
    const dense = new Float32Array(RANGES * encoding.channels);
    encoding.writeClause(dense, sentence.index, clause);
    return { sentence, clause, features: { sparse: sink.features.slice(), dense } };
  });
}

/** Likeness of what the channels saw in two of the stretches, from 0 to 1. */
function cosine(numbers: Float32Array, first: number, second: number, channels: number): number {
  let sum = 0;
  let one = 1e-9;
  let other = 1e-9;
  for (let at = 0; at < channels; at++) {
    const a = numbers[first * channels + at] ?? 0;
    const b = numbers[second * channels + at] ?? 0;
    sum += a * b;
    one += a * a;
    other += b * b;
  }
  return sum / Math.sqrt(one * other);
}

/** Features of "this is what the release exists to report". */
export function headlineFeatures(
  reading: Reading,
  facts: ReleaseFacts,
  candidate: ClauseCandidate,
  type: EventType,
  rank: number,
  reported: readonly number[],
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
  const alike = cosine(dense, 0, 2, facts.encoding.channels);
  const around = cosine(dense, 1, 2, facts.encoding.channels);
  sink.add(HEADLINE, mix(11, Math.floor(alike * 8)));
  sink.add(HEADLINE, mix(12, Math.floor(around * 8)));
  sink.add(HEADLINE, mix(13, Math.floor(alike * 5) * 8 + Math.min(position, 3)));
  for (let at = clause.first; at <= clause.last; at++) {
    sink.add(HEADLINE, mix(14 + Math.min(position, 1), reading.words[at]?.stemHash ?? 0));
  }
  for (const portfolio of facts.portfolios) sink.add(HEADLINE, mix(20, mix(portfolio, kind)));
  const chance = reported[kind] ?? 0;
  const likely = Math.floor(-2 * Math.log(Math.max(chance, 0.001)));
  sink.add(HEADLINE, mix(21, likely));
  sink.add(HEADLINE, mix(22, likely * 8 + Math.min(position, 3)));
  sink.add(HEADLINE, mix(23, chance === Math.max(...reported) ? 1 + Math.min(rank, 3) : 0));
  sink.add(HEADLINE, mix(10, Math.min(inClause, 5) * 8 + Math.min(position, 2)));
  return { sparse: sink.features, dense: NO_NUMBERS };
}
