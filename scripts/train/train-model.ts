import { headlineFeatures } from '../../src/extract/events/candidates.ts';
import { findEvents } from '../../src/extract/events/decide.ts';
import {
  clauseRanges,
  Encoder,
  itemsOf,
  RANGES,
  reportRanges,
  sentenceRanges,
} from '../../src/extract/events/encoder.ts';
import { keepEvents, keepFeatures } from '../../src/extract/events/keep.ts';
import { distribution, type Head, NO_NUMBERS } from '../../src/extract/events/linear.ts';
import { type FoundEvent, mergeEvents, mergeFeatures } from '../../src/extract/events/merge.ts';
import type { EventModel, Thresholds } from '../../src/extract/events/model.ts';
import { reportFeatures } from '../../src/extract/events/report-features.ts';
import type { ReleaseFacts } from '../../src/extract/events/sentence-features.ts';
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
import { fitJoint, type JointDocument, type JointExample, type JointSettings } from './joint.ts';

/** A training document with the annotations that it was read from. */
export interface TrainingRelease {
  readonly annotated: Annotated;
  readonly document: TrainingDocument;
}

const SETTINGS = {
  date: { classes: 1, bits: 16, epochs: 12, rate: 0.02 },
  merge: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
  keep: { classes: 1, bits: 14, epochs: 8, rate: 0.01 },
  headline: { classes: 1, bits: 13, epochs: 15, rate: 0.02 },
  country: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
  official: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
  minister: { classes: 1, bits: 14, epochs: 10, rate: 0.02 },
} as const;

/** For the rounds that only say which clause an annotated event stands in. */
const ALIGNING = { classes: EVENT_TYPES.length, bits: 15, epochs: 6, rate: 0.015 };

const JOINT_HEADS = ['sentence', 'clause', 'type', 'status', 'report'] as const;
const JOINT: JointSettings = {
  channels: 64,
  epochs: 8,
  denseRate: 0.05,
  wordDropout: 0.15,
  poolDropout: 0.4,
  heads: [
    { classes: 1, bits: 18, rate: 0.007, ranges: RANGES },
    { classes: 1, bits: 17, rate: 0.005, ranges: RANGES },
    { classes: EVENT_TYPES.length, bits: 15, rate: 0.01, ranges: RANGES },
    { classes: EVENT_STATUSES.length, bits: 15, rate: 0.007, ranges: RANGES },
    { classes: EVENT_TYPES.length, bits: 14, rate: 0.01, ranges: RANGES },
  ],
};

/** Tuned on F1 over 1,160 annotated releases that the model of the time had not learned from. */
export const THRESHOLDS: Thresholds = {
  sentence: 0.32,
  clause: 0.4,
  merge: 0.77,
  keep: 0.44,
  country: 0.42,
  official: 0.4,
  minister: 0.45,
};

const FOUND_FOLDS = 2;
/** Fewer epochs do for those: they only have to err as the model errs. */
const FOUND_EPOCHS = 3;

/** Trains every head. The same releases in the same order give the same model. */
export function trainModel(
  releases: readonly TrainingRelease[],
  thresholds: Thresholds,
  report: (line: string) => void,
): EventModel {
  alignAll(releases);
  const documents = releases.map(({ document }) => document);
  report('aligned');
  const questions = new Map(
    releases.map(({ document, annotated }): [TrainingDocument, readonly JointDocument[]] => {
      return [document, new Array<JointDocument>(annotated.weight).fill(jointDocument(document))];
    }),
  );
  const fitOn = (chosen: readonly TrainingDocument[], epochs: number): ReturnType<typeof fitStating> =>
    fitStating(
      chosen.flatMap((document) => questions.get(document) ?? []),
      { ...JOINT, epochs },
      report,
    );
  const later = {
    date: quantise(fitChoices(documents.flatMap(dateChoices), SETTINGS.date)),
    country: fitParticipants(documents, 'country'),
    official: fitParticipants(documents, 'official'),
    minister: fitParticipants(documents, 'minister'),
  };
  report('dates and participants');
  // What comes after finding events learns from events found by models that have not seen the release.
  const found: Found[] = [];
  for (let fold = 0; fold < FOUND_FOLDS; fold++) {
    const { encoder, heads } = fitOn(
      documents.filter((_, index) => index % FOUND_FOLDS !== fold),
      FOUND_EPOCHS,
    );
    const model = {
      encoder,
      heads: { ...heads, ...later, merge: EMPTY, keep: EMPTY, headline: EMPTY },
      thresholds,
    };
    documents.forEach((document, index) => {
      if (index % FOUND_FOLDS !== fold) return;
      const facts = {
        ...document.facts,
        encoding: encoder.encode(itemsOf(document.reading), document.facts.firstBody),
      };
      const reported = distribution(heads.report, reportFeatures(document.reading, facts));
      found.push({ document, facts, reported, events: findEvents(document.reading, facts, model) });
    });
  }
  const merge = quantise(fitClasses(mergeExamples(found), SETTINGS.merge));
  const { encoder, heads } = fitOn(documents, JOINT.epochs);
  const merging = { encoder, heads: { ...heads, ...later, merge, keep: EMPTY, headline: EMPTY }, thresholds };
  const united = found.map((one) => ({
    ...one,
    events: mergeEvents(one.document.reading, one.facts, merging, one.events),
  }));
  const keep = quantise(fitClasses(keepExamples(united, merging), SETTINGS.keep));
  const keeping = { ...merging, heads: { ...merging.heads, keep } };
  const headline = quantise(fitChoices(headlineChoices(united, keeping), SETTINGS.headline));
  return { ...keeping, heads: { ...keeping.heads, headline } };
}

const EMPTY: Head = { classes: 1, bits: 0, scale: 1, weights: new Int8Array(1), dense: NO_NUMBERS };

/** Annotations that do not point to words are laid to the clause that a first model of types finds likeliest. */
function alignAll(releases: readonly TrainingRelease[]): void {
  const type = quantise(
    fitClasses(
      releases.flatMap(({ document }) => typeExamples(document)),
      ALIGNING,
    ),
  );
  for (const { document, annotated } of releases) {
    alignClauses(document, annotated.events, (clause, event) => {
      return 1.5 * (distribution(type, clause.features)[EVENT_TYPES.indexOf(event.type)] ?? 0);
    });
  }
}

/** What finds events: the convolution and the heads that read it. */
function fitStating(
  documents: readonly JointDocument[],
  settings: JointSettings,
  log: (line: string) => void,
): { readonly encoder: Encoder; readonly heads: Pick<EventModel['heads'], (typeof JOINT_HEADS)[number]> } {
  const { convolution, heads } = fitJoint(documents, settings, (epoch, loss) => {
    log(`epoch ${epoch}: ${loss.map((value) => value.toFixed(3)).join(' ')}`);
  });
  const [sentence = EMPTY, clause = EMPTY, type = EMPTY, status = EMPTY, report = EMPTY] = heads;
  return { encoder: new Encoder(convolution), heads: { sentence, clause, type, status, report } };
}

/** All questions about the sentences and clauses of a document, with their answers. */
function jointDocument(document: TrainingDocument): JointDocument {
  const { reading, facts, sentences, aligned } = document;
  const { firstBody } = facts;
  const items = itemsOf(reading);
  const examples: JointExample[] = [];
  const add = (
    name: (typeof JOINT_HEADS)[number],
    ranges: readonly number[],
    sparse: Int32Array,
    label: number,
  ) => examples.push({ head: JOINT_HEADS.indexOf(name), ranges, sparse, label });
  sentences.forEach(({ sentence, features, clauses, count }, index) => {
    const ranges = sentenceRanges(items, sentence.index, firstBody);
    add('sentence', ranges, Int32Array.from(features.sparse), count > 0 ? 1 : 0);
    // The question which clause is only asked of sentences that state something; a few others keep it honest.
    const asked = clauses.length > 1 && (count > 0 || index % 4 === 0);
    clauses.forEach(({ clause, features: own }, at) => {
      const stated = aligned.filter((one) => one.sentence === index && one.clause === at);
      if (!asked && stated.length === 0) return;
      const clauseItems = clauseRanges(items, sentence.index, clause, firstBody);
      const sparse = Int32Array.from(own.sparse);
      if (asked) add('clause', clauseItems, sparse, stated.length > 0 ? 1 : 0);
      for (const { event } of stated) {
        add('type', clauseItems, sparse, EVENT_TYPES.indexOf(event.type));
        add('status', clauseItems, sparse, EVENT_STATUSES.indexOf(event.status));
      }
    });
  });
  const headline = aligned.find(({ event }) => event.headline);
  if (headline) {
    const { sparse } = reportFeatures(reading, facts);
    add(
      'report',
      reportRanges(items, firstBody),
      Int32Array.from(sparse),
      EVENT_TYPES.indexOf(headline.event.type),
    );
  }
  return { items, examples };
}

/** A document and what is found in it by a model of other documents. */
interface Found {
  readonly document: TrainingDocument;
  /** As the model that found them saw it. */
  readonly facts: ReleaseFacts;
  /** How likely it held the release to report an event of each type. */
  readonly reported: readonly number[];
  readonly events: readonly FoundEvent[];
}

/**
 * Two found events that two annotated ones answer to are distinct; where only one of the two does, the other repeats
 * it or is none, and goes either way.
 */
function mergeExamples(found: readonly Found[]): Example[] {
  const examples: Example[] = [];
  for (const { document, facts, events } of found) {
    const answered = answeredEvents(document, events);
    for (let later = 1; later < events.length; later++) {
      for (let earlier = 0; earlier < later; earlier++) {
        const [first, second] = [events[earlier], events[later]];
        if (!first || !second || (!answered.has(first) && !answered.has(second))) continue;
        const features = mergeFeatures(document.reading, facts, first, second);
        examples.push({ features, label: answered.has(first) && answered.has(second) ? 0 : 1 });
      }
    }
  }
  return examples;
}

/** Found events, repetitions merged: those that an annotated one answers to are to be kept. */
function keepExamples(found: readonly Found[], model: EventModel): Example[] {
  return found.flatMap(({ document, facts, reported, events }) => {
    const answered = answeredEvents(document, events);
    const features = keepFeatures(document.reading, facts, model, events, reported);
    return events.flatMap((event, index): Example[] => {
      const own = features[index];
      return own ? [{ features: own, label: answered.has(event) ? 1 : 0 }] : [];
    });
  });
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

/** Which of the events kept the annotated headline answers to. */
function headlineChoices(found: readonly Found[], model: EventModel): Choice[] {
  return found.flatMap(({ document, facts, reported, events: merged }) => {
    const { reading, aligned, sentences } = document;
    const events = keepEvents(reading, facts, model, merged, reported);
    const wanted = aligned.find(({ event }) => event.headline);
    if (!wanted) return [];
    const here = (event: FoundEvent): boolean =>
      sentences[wanted.sentence]?.sentence === event.candidate.sentence;
    const exact = events.findIndex((event) => here(event) && event.type === wanted.event.type);
    const typed = events.findIndex((event) => event.type === wanted.event.type);
    const label = exact !== -1 ? exact : events.some(here) ? events.findIndex(here) : typed;
    if (label === -1) return [];
    const candidates = events.map((event, rank) =>
      headlineFeatures(reading, facts, event.candidate, event.type, rank, reported),
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

function typeExamples(document: TrainingDocument): Example[] {
  return document.aligned.flatMap((one) => {
    const clause = clauseOf(document, one);
    return clause ? [{ features: clause.features, label: EVENT_TYPES.indexOf(one.event.type) }] : [];
  });
}
