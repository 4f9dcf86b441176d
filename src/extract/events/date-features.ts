import { EVENT_STATUSES, EVENT_TYPES, type EventStatus, type EventType } from '../../model/event.ts';
import { boundsOf } from '../dates/bounds.ts';
import type { DateExpression } from '../dates/find-dates.ts';
import type { Clause } from './clauses.ts';
import { mix } from './hash.ts';
import type { Reading, SentenceReading } from './reading.ts';
import { type FeatureList, template } from './sink.ts';
import { TENSES } from './tense.ts';

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
const TYPE_STATUS = template('date type status');

/** Where an expression stands, seen from the clause. */
export const PLACES = [
  'CLAUSE',
  'BEFORE',
  'AFTER',
  'PREVIOUS',
  'NEXT',
  'LEAD',
  'TITLE',
  'NEAR',
  'FAR',
] as const;
export type Place = (typeof PLACES)[number];

/** What speaks for an expression of time, read as `edtf`, as the date of an event. */
export function addExpression(
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

/** Where an expression stands, seen from the clause. */
export function placeOf(
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

/** The expressions of time inside the clause. */
export function clauseDates(event: DatedClause): readonly DateExpression[] {
  return event.sentence.dates.filter(
    (date) => date.firstToken >= event.clause.first && date.lastToken <= event.clause.last,
  );
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
