import { headlineFeatures, withSentenceScore } from '../../src/extract/events/candidates.ts';
import { findEvents } from '../../src/extract/events/decide.ts';
import type { Head } from '../../src/extract/events/linear.ts';
import { distribution, NO_NUMBERS, scoreOf } from '../../src/extract/events/linear.ts';
import { type FoundEvent, mergeEvents, mergeFeatures } from '../../src/extract/events/merge.ts';
import type { EventModel, Thresholds } from '../../src/extract/events/model.ts';
import { EVENT_STATUSES, EVENT_TYPES } from '../../src/model/event.ts';
import type { Annotated } from './annotations.ts';
import {
  type AlignedEvent,
  alignClauses,
  clauseOf,
  dateChoices,
  participantExamples,
  type TrainingDocument,
} from './examples.ts';
import { type Choice, type Example, fitChoices, fitClasses, quantise } from './fit.ts';

/** A training document with the annotations that it was read from. */
export interface TrainingRelease {
  readonly annotated: Annotated;
  readonly document: TrainingDocument;
}

const SETTINGS = {
  sentence: { classes: 1, bits: 18, epochs: 16, rate: 0.01, denseRate: 0.02 },
  clause: { classes: 1, bits: 17, epochs: 10, rate: 0.007, denseRate: 0.03 },
  type: { classes: EVENT_TYPES.length, bits: 15, epochs: 14, rate: 0.015, denseRate: 0.12 },
  status: { classes: EVENT_STATUSES.length, bits: 15, epochs: 10, rate: 0.01, denseRate: 0.05 },
  date: { classes: 1, bits: 16, epochs: 12, rate: 0.02 },
  merge: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
  headline: { classes: 1, bits: 12, epochs: 15, rate: 0.02 },
  country: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
  official: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
  minister: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
} as const;

/** Tuned on F1 by cross-validation over fold TRAIN. */
export const THRESHOLDS: Thresholds = {
  sentence: 0.32,
  clause: 0.42,
  merge: 0.8,
  country: 0.45,
  official: 0.4,
  minister: 0.45,
};

const FOLDS = 5;
const ALIGNMENT_ROUNDS = 2;
const FOUND_FOLDS = 3;

/** Trains every head. The same releases in the same order give the same model. */
export function trainModel(releases: readonly TrainingRelease[], thresholds: Thresholds): EventModel {
  const documents = releases.map(({ document }) => document);
  const heads = fitFirst(releases);
  const model = { heads: { ...heads, merge: EMPTY, headline: EMPTY }, thresholds };
  // What comes after finding events learns from events found by models that have not seen the release.
  const found = findUnseen(documents, releases, thresholds);
  const merge = quantise(fitClasses(mergeExamples(documents, found), SETTINGS.merge));
  const merging: EventModel = { heads: { ...model.heads, merge }, thresholds };
  const headline = quantise(fitChoices(headlineChoices(documents, found, merging), SETTINGS.headline));
  return { heads: { ...merging.heads, headline }, thresholds };
}

const EMPTY: Head = { classes: 1, bits: 0, scale: 1, weights: new Int8Array(1), dense: NO_NUMBERS };

function fitFirst(releases: readonly TrainingRelease[]): Omit<EventModel['heads'], 'merge' | 'headline'> {
  const documents = releases.map(({ document }) => document);
  let type = fitType(documents);
  for (let round = 1; round < ALIGNMENT_ROUNDS; round++) {
    for (const { document, annotated } of releases) {
      alignClauses(document, annotated.events, (clause, event) => {
        return 1.5 * (distribution(type, clause.features)[EVENT_TYPES.indexOf(event.type)] ?? 0);
      });
    }
    type = fitType(documents);
  }
  return {
    sentence: quantise(fitClasses(documents.flatMap(sentenceExamples), SETTINGS.sentence)),
    clause: quantise(fitClasses(clauseExamples(documents), SETTINGS.clause)),
    type,
    status: quantise(fitClasses(documents.flatMap(statusExamples), SETTINGS.status)),
    date: quantise(fitChoices(documents.flatMap(dateChoices), SETTINGS.date)),
    country: fitParticipants(documents, 'country'),
    official: fitParticipants(documents, 'official'),
    minister: fitParticipants(documents, 'minister'),
  };
}

/** The events that are found in each document by a model of the other documents. */
function findUnseen(
  documents: readonly TrainingDocument[],
  releases: readonly TrainingRelease[],
  thresholds: Thresholds,
): ReadonlyMap<TrainingDocument, readonly FoundEvent[]> {
  const found = new Map<TrainingDocument, readonly FoundEvent[]>();
  for (let fold = 0; fold < FOUND_FOLDS; fold++) {
    const others = releases.filter((_, index) => index % FOUND_FOLDS !== fold);
    const model = { heads: { ...fitFirst(others), merge: EMPTY, headline: EMPTY }, thresholds };
    documents.forEach((document, index) => {
      if (index % FOUND_FOLDS === fold)
        found.set(document, findEvents(document.reading, document.facts, model));
    });
  }
  return found;
}

/**
 * Two found events that two annotated ones answer to are distinct; where only one of the two does, the other repeats
 * it or is none, and goes either way.
 */
function mergeExamples(
  documents: readonly TrainingDocument[],
  found: ReadonlyMap<TrainingDocument, readonly FoundEvent[]>,
): Example[] {
  const examples: Example[] = [];
  for (const document of documents) {
    const events = found.get(document) ?? [];
    const answered = answeredEvents(document, events);
    for (let later = 1; later < events.length; later++) {
      for (let earlier = 0; earlier < later; earlier++) {
        const [first, second] = [events[earlier], events[later]];
        if (!first || !second || (!answered.has(first) && !answered.has(second))) continue;
        const features = mergeFeatures(document.reading, document.facts, first, second);
        examples.push({ features, label: answered.has(first) && answered.has(second) ? 0 : 1 });
      }
    }
  }
  return examples;
}

/** The found events that an annotated one of the same sentence answers to, of the same type where there is one. */
function answeredEvents(
  { aligned, sentences }: TrainingDocument,
  events: readonly FoundEvent[],
): ReadonlyMap<FoundEvent, AlignedEvent> {
  const answered = new Map<FoundEvent, AlignedEvent>();
  const used = new Set<AlignedEvent>();
  for (const strict of [true, false]) {
    for (const event of events) {
      if (answered.has(event)) continue;
      const match = aligned.find((one) => {
        const here = sentences[one.sentence]?.sentence === event.candidate.sentence;
        return here && !used.has(one) && (!strict || one.event.type === event.type);
      });
      if (!match) continue;
      used.add(match);
      answered.set(event, match);
    }
  }
  return answered;
}

/** Which of the found events, repetitions merged, the annotated headline answers to. */
function headlineChoices(
  documents: readonly TrainingDocument[],
  found: ReadonlyMap<TrainingDocument, readonly FoundEvent[]>,
  model: EventModel,
): Choice[] {
  return documents.flatMap((document) => {
    const { reading, facts, aligned, sentences } = document;
    const events = mergeEvents(reading, facts, model, found.get(document) ?? []);
    const wanted = aligned.find(({ event }) => event.headline);
    if (!wanted) return [];
    const here = (event: FoundEvent): boolean =>
      sentences[wanted.sentence]?.sentence === event.candidate.sentence;
    const exact = events.findIndex((event) => here(event) && event.type === wanted.event.type);
    const typed = events.findIndex((event) => event.type === wanted.event.type);
    const label = exact !== -1 ? exact : events.some(here) ? events.findIndex(here) : typed;
    if (label === -1) return [];
    const candidates = events.map((event, rank) =>
      headlineFeatures(reading, facts, event.candidate, event.type, rank),
    );
    return [{ candidates, label }];
  });
}

function fitParticipants(
  documents: readonly TrainingDocument[],
  kind: 'country' | 'official' | 'minister',
): Head {
  const examples = documents.flatMap((document) => participantExamples(document, kind));
  return quantise(fitClasses(examples, SETTINGS[kind]));
}

function fitType(documents: readonly TrainingDocument[]): Head {
  return quantise(fitClasses(documents.flatMap(typeExamples), SETTINGS.type));
}

function sentenceExamples({ sentences }: TrainingDocument): Example[] {
  return sentences.map(({ features, count }) => ({ features, label: count > 0 ? 1 : 0 }));
}

/** The clause model sees sentence scores as it will meet them: from models that have not seen the release. */
function clauseExamples(documents: readonly TrainingDocument[]): Example[] {
  const examples: Example[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = documents.filter((_, index) => index % FOLDS !== fold);
    const head = quantise(fitClasses(others.flatMap(sentenceExamples), SETTINGS.sentence));
    documents.forEach((document, index) => {
      if (index % FOLDS !== fold) return;
      const stating = new Set(document.aligned.map((one) => clauseOf(document, one)));
      for (const { features, clauses } of document.sentences) {
        const score = scoreOf(head, features);
        for (const clause of clauses) {
          examples.push({
            features: withSentenceScore(document.reading, clause, score),
            label: stating.has(clause) ? 1 : 0,
          });
        }
      }
    });
  }
  return examples;
}

function typeExamples(document: TrainingDocument): Example[] {
  return document.aligned.flatMap((one) => {
    const clause = clauseOf(document, one);
    return clause ? [{ features: clause.features, label: EVENT_TYPES.indexOf(one.event.type) }] : [];
  });
}

function statusExamples(document: TrainingDocument): Example[] {
  return document.aligned.flatMap((one) => {
    const clause = clauseOf(document, one);
    return clause ? [{ features: clause.features, label: EVENT_STATUSES.indexOf(one.event.status) }] : [];
  });
}
