import type { EventStatus, EventType } from '../../model/event.ts';
import { EVENT_STATUSES, EVENT_TYPES } from '../../model/event.ts';
import { boundsOf } from '../dates/bounds.ts';
import type { DateExpression } from '../dates/find-dates.ts';
import type { Clause } from './clauses.ts';
import { withDuration } from './duration.ts';
import { mix } from './hash.ts';
import { type Features, NO_NUMBERS } from './linear.ts';
import type { Reading, SentenceReading } from './reading.ts';
import { FeatureList, template } from './sink.ts';
import { TENSES } from './tense.ts';

/** One answer to "when": an EDTF string, or null for "the text gives no way to tell". */
export interface DateCandidate {
  readonly edtf: string | null;
  readonly basis: 'EXPLICIT' | 'RELATIVE' | 'RELEASE' | null;
  /** The expression that it was read from; null for the release's date and for none. */
  readonly expression: DateExpression | null;
  readonly features: Features;
}

/** The event that a date is sought for, as far as it is known. */
export interface DatedClause {
  readonly sentence: SentenceReading;
  readonly clause: Clause;
  readonly type: EventType;
  readonly status: EventStatus;
  /** Index of the first sentence below the title. */
  readonly firstBody: number;
}

const KIND = template('date kind');
const KIND_TYPE = template('date kind type');
const KIND_STATUS = template('date kind status');
const KIND_SHAPE = template('date kind shape');
const KIND_TENSE = template('date kind tense');
const SHAPE = template('date shape');
const SHAPE_TYPE = template('date shape type');
const LEAD = template('date lead');
const SIDE = template('date side');
const NEAREST = template('date nearest');
const DISTANCE = template('date distance');
const NAMED = template('date named');
const COUNT = template('date count');
const CLASH = template('date clash');
const WORDS = template('date words');
const REFINED = template('date refined');
const REFINES = template('date refines');
const NONE = template('no date');
const OWN = template('release date');
const TYPE_STATUS = template('date type status');

/** One date and what speaks for it, from all of the expressions that mean it. */
interface Value {
  readonly edtf: string;
  readonly expression: DateExpression;
  readonly sink: FeatureList;
}

/** Where an expression stands, seen from the clause. */
const PLACES = ['CLAUSE', 'BEFORE', 'AFTER', 'PREVIOUS', 'NEXT', 'LEAD', 'TITLE', 'NEAR', 'FAR'] as const;
type Place = (typeof PLACES)[number];

/** All dates that the release gives and that could be this event's, with what speaks for each; null is always last. */
export function dateCandidates(reading: Reading, event: DatedClause): readonly DateCandidate[] {
  const release = reading.document.release.date;
  const byValue = new Map<string, Value>();
  const own = event.sentence.dates.length;
  for (const sentence of reading.sentences) {
    for (const expression of sentence.dates) {
      const place = placeOf(reading, event, sentence, expression);
      const edtf = readingOf(expression, event.status);
      let entry = byValue.get(edtf);
      if (!entry) {
        entry = { edtf, expression, sink: new FeatureList() };
        byValue.set(edtf, entry);
      }
      addExpression(entry.sink, reading, event, sentence, expression, edtf, place);
      const longer = release === null ? null : withDuration(reading, sentence, edtf);
      if (longer) {
        const other = byValue.get(longer) ?? { edtf: longer, expression, sink: new FeatureList() };
        byValue.set(longer, other);
        other.sink.add(WORDS, mix(99, PLACES.indexOf(place)));
        addExpression(other.sink, reading, event, sentence, expression, longer, place);
      }
    }
  }
  addRefinements(event, [...byValue.values()]);
  const candidates: DateCandidate[] = [];
  for (const { edtf, expression, sink } of byValue.values()) {
    if (edtf === release) continue;
    candidates.push({
      edtf,
      basis: expression.basis,
      expression,
      features: { sparse: sink.features, dense: NO_NUMBERS },
    });
  }
  if (release !== null) candidates.push(releaseCandidate(reading, event, release, byValue.get(release), own));
  candidates.push({
    edtf: null,
    basis: null,
    expression: null,
    features: noDateFeatures(reading, event, own),
  });
  return candidates;
}

/** "next week" and, elsewhere, "26 to 29 March" of that week: the more exact date may be meant for both. */
function addRefinements(event: DatedClause, values: readonly Value[]): void {
  const isOwn = ({ expression }: Value): boolean => event.sentence.dates.includes(expression);
  for (const wide of values) {
    if (!isOwn(wide)) continue;
    const outer = boundsOf(wide.edtf);
    for (const narrow of values) {
      const inner = boundsOf(narrow.edtf);
      if (!outer || !inner || narrow.edtf === wide.edtf) continue;
      if (inner.earliest < outer.earliest || outer.latest < inner.latest) continue;
      const type = EVENT_TYPES.indexOf(event.type);
      const own = isOwn(narrow) ? 1 : 0;
      const shapes = Math.min(wide.edtf.length, 12) * 32 + Math.min(narrow.edtf.length, 22);
      wide.sink.add(REFINED, own);
      wide.sink.add(REFINED, 10 + shapes * 2 + own);
      narrow.sink.add(REFINES, own);
      narrow.sink.add(REFINES, 10 + shapes * 2 + own);
      narrow.sink.add(REFINES, mix(type, own));
    }
  }
}

function releaseCandidate(
  reading: Reading,
  event: DatedClause,
  release: string,
  said: { readonly expression: DateExpression; readonly sink: FeatureList } | undefined,
  own: number,
): DateCandidate {
  const sink = said?.sink ?? new FeatureList();
  addContext(sink, OWN, reading, event, own);
  sink.add(OWN, mix(7, said ? 1 : 0));
  const basis = said ? said.expression.basis : 'RELEASE';
  return {
    edtf: release,
    basis,
    expression: said?.expression ?? null,
    features: { sparse: sink.features, dense: NO_NUMBERS },
  };
}

function noDateFeatures(reading: Reading, event: DatedClause, own: number): Features {
  const sink = new FeatureList();
  addContext(sink, NONE, reading, event, own);
  return { sparse: sink.features, dense: NO_NUMBERS };
}

/** What speaks for the release's date or for none: type, status, tense, place in the release, dates at hand. */
function addContext(sink: FeatureList, id: number, reading: Reading, event: DatedClause, own: number): void {
  const { sentence, clause } = event;
  const source = reading.document.sentences[sentence.index];
  const type = EVENT_TYPES.indexOf(event.type);
  const status = EVENT_STATUSES.indexOf(event.status);
  const position = Math.min(sentence.index - event.firstBody, 3);
  const quoted = source?.quoted ? 1 : 0;
  const inClause = clauseDates(event).length;
  const dated = Math.min(own, 2) + (inClause > 0 ? 3 : 0);
  sink.add(id, 0);
  sink.add(id, mix(1, type));
  sink.add(id, mix(2, type * 4 + status));
  sink.add(id, mix(3, position * 4 + status));
  sink.add(id, mix(4, position * 32 + type));
  sink.add(id, mix(5, dated));
  sink.add(id, mix(6, dated * 4 + status));
  sink.add(id, mix(8, quoted * 32 + type));
  sink.add(id, mix(12, clause.index === 0 ? 0 : 1));
  const tense = TENSES.indexOf(clause.triggers[0]?.tense ?? 'NONE');
  sink.add(id, mix(9, tense));
  sink.add(id, mix(10, tense * 32 + type));
  sink.add(id, mix(13, tense * 32 + position));
  for (let at = clause.first; at <= clause.last; at++)
    sink.add(id, mix(11, reading.words[at]?.stemHash ?? 0));
  for (const trigger of clause.triggers.slice(0, 2)) {
    sink.add(
      id,
      mix(14, mix(reading.words[trigger.firstToken]?.stemHash ?? 0, TENSES.indexOf(trigger.tense))),
    );
  }
}

function addExpression(
  sink: FeatureList,
  reading: Reading,
  event: DatedClause,
  sentence: SentenceReading,
  expression: DateExpression,
  edtf: string,
  place: Place,
): void {
  const release = reading.document.release.date ?? '';
  const kind = PLACES.indexOf(place);
  const type = EVENT_TYPES.indexOf(event.type);
  const status = EVENT_STATUSES.indexOf(event.status);
  const shape = edtf.length + (expression.basis === 'RELATIVE' ? 40 : 0);
  const tense = TENSES.indexOf(event.clause.triggers[0]?.tense ?? 'NONE');
  sink.add(KIND, kind);
  sink.add(KIND_TYPE, kind * 32 + type);
  sink.add(KIND_STATUS, kind * 8 + status);
  sink.add(TYPE_STATUS, (kind * 32 + type) * 8 + status);
  sink.add(KIND_SHAPE, kind * 128 + shape);
  sink.add(KIND_TENSE, kind * 32 + tense);
  sink.add(SHAPE, shape);
  sink.add(SHAPE_TYPE, shape * 32 + type);
  if (expression.named) sink.add(NAMED, kind * 32 + type);
  const before = reading.words[expression.firstToken - 1];
  if (expression.firstToken > sentence.first && before) {
    sink.add(LEAD, before.wordHash);
    sink.add(LEAD, mix(before.wordHash, kind));
  }
  for (let at = expression.firstToken; at <= expression.lastToken; at++) {
    sink.add(WORDS, mix(kind, reading.words[at]?.wordHash ?? 0));
  }
  sink.add(SIDE, sideOf(edtf, release) * 8 + status);
  sink.add(SIDE, mix(sideOf(edtf, release), kind));
  sink.add(COUNT, kind * 8 + Math.min(event.sentence.dates.length, 4));
  if (expression.reading.past !== expression.reading.future) sink.add(CLASH, status);
  if (sentence !== event.sentence) {
    const shares = sentence.triggers.some((trigger) =>
      trigger.senses.some((sense) => sense.type === event.type),
    );
    sink.add(NEAREST, 100 + kind * 2 + (shares ? 1 : 0));
    sink.add(DISTANCE, 100 + Math.max(-6, Math.min(6, sentence.index - event.sentence.index)));
    return;
  }
  const trigger = event.clause.triggers[0];
  if (!trigger) return;
  const away = expression.firstToken - trigger.lastToken;
  sink.add(DISTANCE, Math.max(-8, Math.min(8, away >> 1)));
  sink.add(NEAREST, isNearest(event, expression) ? 1 : 0);
  sink.add(NEAREST, 10 + kind * 2 + (isNearest(event, expression) ? 1 : 0));
}

function placeOf(
  reading: Reading,
  event: DatedClause,
  sentence: SentenceReading,
  expression: DateExpression,
): Place {
  if (sentence === event.sentence) {
    if (expression.lastToken < event.clause.first) return 'BEFORE';
    return expression.firstToken > event.clause.last ? 'AFTER' : 'CLAUSE';
  }
  const away = sentence.index - event.sentence.index;
  if (reading.document.sentences[sentence.index]?.title) return 'TITLE';
  if (away === -1) return 'PREVIOUS';
  if (away === 1) return 'NEXT';
  if (sentence.index <= event.firstBody + 1) return 'LEAD';
  return Math.abs(away) < 4 ? 'NEAR' : 'FAR';
}

function isNearest(event: DatedClause, expression: DateExpression): boolean {
  const trigger = event.clause.triggers[0];
  if (!trigger) return false;
  const away = (other: DateExpression): number => Math.abs(other.firstToken - trigger.firstToken);
  return event.sentence.dates.every((other) => other === expression || away(other) >= away(expression));
}

function clauseDates(event: DatedClause): readonly DateExpression[] {
  return event.sentence.dates.filter(
    (date) => date.firstToken >= event.clause.first && date.lastToken <= event.clause.last,
  );
}

/** The way a status reads a date without a year or a bare weekday. */
export function readingOf(expression: DateExpression, status: EventStatus): string {
  const { reading } = expression;
  if (status === 'OCCURRED') return reading.past;
  return status === 'PLANNED' || status === 'CANCELLED' ? reading.future : reading.near;
}

/** 0 ended before the year before the release's, 1 before it, 2 on its day or around it, 3 after it, 4 two years on. */
function sideOf(edtf: string, release: string): number {
  const bounds = boundsOf(edtf);
  if (!bounds || release === '') return 2;
  if (bounds.latest < release) return bounds.latest.slice(0, 4) < yearBefore(release) ? 0 : 1;
  if (bounds.earliest > release) return yearBefore(bounds.earliest) > release.slice(0, 4) ? 4 : 3;
  return 2;
}

function yearBefore(date: string): string {
  return String(Number(date.slice(0, 4)) - 1);
}
