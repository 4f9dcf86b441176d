import type { MentionedDocument } from '../../src/extract/document.ts';
import {
  type ClauseCandidate,
  clauseCandidates,
  type SentenceCandidate,
  sentenceCandidates,
} from '../../src/extract/events/candidates.ts';
import { dateCandidates } from '../../src/extract/events/date-candidates.ts';
import { Encoder } from '../../src/extract/events/encoder.ts';
import { NO_NUMBERS } from '../../src/extract/events/linear.ts';
import { addParticipantFeatures, namingsOf } from '../../src/extract/events/participant-features.ts';
import { type Reading, readDocument } from '../../src/extract/events/reading.ts';
import { type ReleaseFacts, readFacts } from '../../src/extract/events/sentence-features.ts';
import { FeatureSink } from '../../src/extract/events/sink.ts';
import { slugify } from '../../src/model/ids.ts';
import type { Annotated, AnnotatedEvent } from './annotations.ts';
import type { Choice, Example } from './fit.ts';

// Before anything is learned no channel sees anything.
const NO_ENCODER = new Encoder({ channels: 0, kernel: NO_NUMBERS, bias: NO_NUMBERS });

/** A sentence with its clauses and how many annotated events it states. */
export interface TrainingSentence extends SentenceCandidate {
  readonly clauses: readonly ClauseCandidate[];
  readonly count: number;
}

/** An annotated event with the clause that is held to state it. */
export interface AlignedEvent {
  readonly event: AnnotatedEvent;
  /** Index in `TrainingDocument.sentences`. */
  readonly sentence: number;
  /** Index in the sentence's clauses; set anew by every round of alignment. */
  clause: number;
}

/** One annotated release, read as the extractor reads it. */
export interface TrainingDocument {
  readonly reading: Reading;
  readonly facts: ReleaseFacts;
  readonly sentences: readonly TrainingSentence[];
  readonly aligned: readonly AlignedEvent[];
}

/** Judges how well a clause suits an event; greater is better. */
export type ClauseJudge = (clause: ClauseCandidate, event: AnnotatedEvent) => number;

/** Reads an annotated release; each event goes to the sentence that most of its quote lies in. */
export function readTraining(document: MentionedDocument, { events }: Annotated): TrainingDocument {
  const reading = readDocument(document);
  const facts = readFacts(reading, NO_ENCODER);
  const candidates = sentenceCandidates(reading, facts);
  const aligned: AlignedEvent[] = [];
  const counts = candidates.map(() => 0);
  const spans = candidates.map(({ sentence }) => document.sentences[sentence.index] ?? { start: 0, end: 0 });
  for (const event of events) {
    let best = -1;
    let most = 0;
    spans.forEach(({ start, end }, index) => {
      const shared = Math.min(end, event.span.end) - Math.max(start, event.span.start);
      if (shared > most) {
        most = shared;
        best = index;
      }
    });
    if (best === -1) continue;
    counts[best] = (counts[best] ?? 0) + 1;
    aligned.push({ event, sentence: best, clause: 0 });
  }
  const sentences = candidates.map((candidate, index) => ({
    ...candidate,
    clauses: clauseCandidates(reading, facts, candidate.sentence),
    count: counts[index] ?? 0,
  }));
  const training = { reading, facts, sentences, aligned };
  alignClauses(training, events, hasTrigger);
  return training;
}

/** Gives each event of a sentence a clause that its quote covers; two take different ones where they can. */
export function alignClauses(
  { reading, sentences, aligned }: TrainingDocument,
  events: Annotated['events'],
  judge: ClauseJudge,
): void {
  const { tokens } = reading.document;
  const spanOf = new Map(events.map((event) => [event as AnnotatedEvent, event.span]));
  const pointerOf = new Map(events.map((event) => [event as AnnotatedEvent, event.pointer]));
  const taken = new Map<ClauseCandidate, number>();
  const order = aligned.toSorted((a, b) => lengthOf(a.event) - lengthOf(b.event));
  for (const one of order) {
    const span = spanOf.get(one.event);
    const pointer = pointerOf.get(one.event);
    const clauses = sentences[one.sentence]?.clauses ?? [];
    let most = Number.NEGATIVE_INFINITY;
    clauses.forEach((clause, index) => {
      const start = tokens[clause.clause.first]?.start ?? 0;
      const end = tokens[clause.clause.last]?.end ?? 0;
      const shared = span ? Math.min(end, span.end) - Math.max(start, span.start) : 0;
      const covered = shared / Math.max(1, end - start) > 0.5 ? 1 : 0;
      const said = pointer ? Math.min(end, pointer.end) - Math.max(start, pointer.start) : 0;
      const pointed = pointer ? (100 * Math.max(0, said)) / (pointer.end - pointer.start) : 0;
      const value =
        pointed + covered * 2 + judge(clause, one.event) - 3 * (taken.get(clause) ?? 0) - index * 0.05;
      if (shared > 3 && value > most) {
        most = value;
        one.clause = index;
      }
    });
    const chosen = clauses[one.clause];
    if (chosen) taken.set(chosen, (taken.get(chosen) ?? 0) + 1);
  }

  function lengthOf(event: AnnotatedEvent): number {
    const span = spanOf.get(event);
    return span ? span.end - span.start : 0;
  }
}

function hasTrigger({ clause }: ClauseCandidate, event: AnnotatedEvent): number {
  return clause.triggers.some((trigger) => trigger.senses.some((sense) => sense.type === event.type)) ? 1 : 0;
}

/** The clause of an aligned event. */
export function clauseOf(
  document: TrainingDocument,
  { sentence, clause }: AlignedEvent,
): ClauseCandidate | undefined {
  return document.sentences[sentence]?.clauses[clause];
}

/** One choice for each event whose date is among the candidates. */
export function dateChoices(document: TrainingDocument): Choice[] {
  const choices: Choice[] = [];
  for (const one of document.aligned) {
    const candidate = clauseOf(document, one);
    if (!candidate) continue;
    const { type, status, date } = one.event;
    const { sentence, clause } = candidate;
    const firstBody = document.facts.firstBody;
    const candidates = dateCandidates(document.reading, { sentence, clause, type, status, firstBody });
    const label = candidates.findIndex((other) => other.edtf === date);
    if (label !== -1) choices.push({ candidates: candidates.map((other) => other.features), label });
  }
  return choices;
}

/** For everyone of a kind whom the release names: whether they take part in each event. */
export function participantExamples(
  document: TrainingDocument,
  kind: 'country' | 'official' | 'minister',
): Example[] {
  const { reading, facts, aligned } = document;
  const namings = namingsOf(
    reading.document,
    kind === 'country' ? 'COUNTRY' : kind === 'official' ? 'OFFICIAL' : 'MINISTER',
  );
  const nameOf = namesByTarget(reading, kind);
  const examples: Example[] = [];
  const sink = new FeatureSink();
  for (const one of aligned) {
    const candidate = clauseOf(document, one);
    if (!candidate) continue;
    const { event } = one;
    const wanted = new Set(
      (kind === 'country' ? event.countries : kind === 'official' ? event.officials : event.ministers).map(
        keyOf,
      ),
    );
    for (const target of namings.targets) {
      sink.clear();
      const { sentence, clause } = candidate;
      addParticipantFeatures(sink, reading, namings, target, {
        sentence,
        clause,
        type: event.type,
        firstBody: facts.firstBody,
      });
      examples.push({
        features: { sparse: sink.features.slice(), dense: NO_NUMBERS },
        label: wanted.has(keyOf(nameOf(target))) ? 1 : 0,
      });
    }
  }
  return examples;
}

function namesByTarget(
  { document }: Reading,
  kind: 'country' | 'official' | 'minister',
): (target: string) => string {
  if (kind === 'country') return (target) => target;
  const names = new Map<string, string>(
    kind === 'official'
      ? document.officials.map(({ key, name }) => [key, name])
      : document.ministers.map(({ id, name }) => [id, name]),
  );
  return (target) => names.get(target) ?? target;
}

/** People agree by last name, as the scorer has it. */
function keyOf(name: string): string {
  return slugify(name).split('-').at(-1) ?? '';
}
