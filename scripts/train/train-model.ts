import { withSentenceScore } from '../../src/extract/events/candidates.ts';
import type { Head } from '../../src/extract/events/linear.ts';
import { distribution, scoreOf } from '../../src/extract/events/linear.ts';
import type { EventModel, HeadName, Thresholds } from '../../src/extract/events/model.ts';
import { EVENT_STATUSES, EVENT_TYPES } from '../../src/model/event.ts';
import type { Annotated } from './annotations.ts';
import {
  alignClauses,
  clauseOf,
  dateChoices,
  headlineChoices,
  participantExamples,
  type TrainingDocument,
} from './examples.ts';
import { type Example, fitChoices, fitClasses, quantise } from './fit.ts';

/** A training document with the annotations that it was read from. */
export interface TrainingRelease {
  readonly annotated: Annotated;
  readonly document: TrainingDocument;
}

const SETTINGS = {
  sentence: { classes: 1, bits: 18, epochs: 10, rate: 0.007, denseRate: 0.03 },
  clause: { classes: 1, bits: 17, epochs: 10, rate: 0.007, denseRate: 0.03 },
  type: { classes: EVENT_TYPES.length, bits: 15, epochs: 12, rate: 0.015, denseRate: 0.1 },
  status: { classes: EVENT_STATUSES.length, bits: 15, epochs: 10, rate: 0.01, denseRate: 0.05 },
  date: { classes: 1, bits: 16, epochs: 12, rate: 0.02 },
  headline: { classes: 1, bits: 12, epochs: 15, rate: 0.02 },
  country: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
  official: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
  minister: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
} as const;

/** Tuned on F1 by cross-validation over fold TRAIN. */
export const THRESHOLDS: Thresholds = {
  sentence: 0.3,
  clause: 0.55,
  country: 0.45,
  official: 0.4,
  minister: 0.45,
};

const FOLDS = 5;
const ALIGNMENT_ROUNDS = 2;

/** Trains every head. The same releases in the same order give the same model. */
export function trainModel(releases: readonly TrainingRelease[], thresholds: Thresholds): EventModel {
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
  const heads: Record<HeadName, Head> = {
    sentence: quantise(fitClasses(documents.flatMap(sentenceExamples), SETTINGS.sentence)),
    clause: quantise(fitClasses(clauseExamples(documents), SETTINGS.clause)),
    type,
    status: quantise(fitClasses(documents.flatMap(statusExamples), SETTINGS.status)),
    date: quantise(fitChoices(documents.flatMap(dateChoices), SETTINGS.date)),
    headline: quantise(fitChoices(documents.flatMap(headlineChoices), SETTINGS.headline)),
    country: fitParticipants(documents, 'country'),
    official: fitParticipants(documents, 'official'),
    minister: fitParticipants(documents, 'minister'),
  };
  return { heads, thresholds };
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
          examples.push({ features: withSentenceScore(clause, score), label: stating.has(clause) ? 1 : 0 });
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
