import { EVENT_STATUSES, EVENT_TYPES } from '../../model/event.ts';
import { mix } from './hash.ts';
import { type Features, NO_NUMBERS, scoreOf, sigmoid } from './linear.ts';
import { type FoundEvent, repeatChance } from './merge.ts';
import type { EventModel } from './model.ts';
import type { Reading } from './reading.ts';
import type { ReleaseFacts } from './sentence-features.ts';
import { FeatureList, template } from './sink.ts';

const KEEP = template('keep');

/**
 * The events that stand a second look, which sees what the first could not: all of them together, with their types and
 * dates. One always stays, the likeliest where none is sure: what the release exists to report.
 */
export function keepEvents(
  reading: Reading,
  facts: ReleaseFacts,
  model: EventModel,
  events: readonly FoundEvent[],
  reported: readonly number[],
): readonly FoundEvent[] {
  const chances = keepFeatures(reading, facts, model, events, reported).map((features) =>
    sigmoid(scoreOf(model.heads.keep, features)),
  );
  const least = Math.min(model.thresholds.keep, Math.max(...chances));
  return events.filter((_, index) => (chances[index] ?? 0) >= least);
}

/** For each event the features of "a reader would note this". */
export function keepFeatures(
  reading: Reading,
  facts: ReleaseFacts,
  model: EventModel,
  events: readonly FoundEvent[],
  reported: readonly number[],
): readonly Features[] {
  const count = Math.min(events.length, 12);
  return events.map((event, rank) => {
    const sink = new FeatureList();
    const add = (id: number, value: number): void => sink.add(KEEP, mix(id, value));
    const { sentence, clause } = event.candidate;
    const source = reading.document.sentences[sentence.index];
    const type = EVENT_TYPES.indexOf(event.type);
    const status = EVENT_STATUSES.indexOf(event.status);
    const position = Math.min(sentence.index - facts.firstBody, 6);
    const quoted = source?.quoted ? 1 : (source?.quotes.length ?? 0) > 0 ? 2 : 0;
    const stated = steps(event.scores.sentence);
    const clear = clause.count > 1 ? steps(event.scores.clause) : 99;
    const before = events.slice(0, rank);
    const alike = before.filter((other) => other.type === event.type).length;
    const repeats = before.reduce(
      (most, other) => Math.max(most, repeatChance(reading, facts, model, other, event)),
      0,
    );
    const date = event.date.edtf === null ? 0 : event.date.basis === 'RELEASE' ? 1 : 2;
    const near = event.date.expression && sentence.dates.includes(event.date.expression) ? 1 : 0;
    const dated = date * 2 + near;
    const repeated = Math.floor(repeats * 8);
    const report = Math.floor(-2 * Math.log(Math.max(reported[type] ?? 0, 0.001)));
    add(0, 0);
    add(1, stated);
    add(2, clear);
    add(3, mix(stated, clear));
    add(4, type);
    add(5, mix(type, stated));
    add(6, mix(type, position));
    add(7, mix(type, status));
    add(8, dated);
    add(9, mix(type, dated));
    add(10, mix(stated, dated));
    add(11, repeated);
    add(12, mix(repeated, alike > 0 ? 1 : 0));
    add(13, mix(repeated, stated));
    add(14, count);
    add(15, mix(rank, count));
    add(16, mix(Math.min(alike, 4), type));
    add(17, mix(stated, Math.min(rank, 5)));
    add(18, report);
    add(19, mix(report, position));
    add(20, mix(quoted, type));
    add(21, mix(quoted, stated));
    add(22, mix(clause.index, Math.min(clause.count, 5)));
    add(23, mix(event.siblings, clear));
    add(24, mix(Math.floor(event.scores.type * 8), stated));
    add(25, mix(Math.floor(event.scores.type * 8), type));
    add(26, Math.min(facts.sentenceCount - sentence.index, 4));
    add(27, mix(position, quoted));
    add(28, Math.floor((facts.repeats[sentence.index] ?? 0) * 8));
    add(29, mix(bucket(facts.sentenceCount), count));
    const named = sentence.mentions.length;
    add(30, Math.min(named, 5));
    add(31, mix(Math.min(named, 3), type));
    for (const trigger of clause.triggers.slice(0, 3)) {
      const stem = reading.words[trigger.firstToken]?.stemHash ?? 0;
      add(32, mix(stem, type));
      add(33, mix(stem, dated));
    }
    for (const portfolio of facts.portfolios) add(34, mix(portfolio, type));
    return { sparse: sink.features, dense: NO_NUMBERS };
  });
}

function steps(score: number): number {
  return Math.max(-8, Math.min(8, Math.round(score * 2)));
}

function bucket(count: number): number {
  return count < 8 ? 0 : count < 14 ? 1 : count < 22 ? 2 : 3;
}
