import type { EventType } from '../../model/event.ts';
import { EVENT_TYPES } from '../../model/event.ts';
import type { MentionedDocument } from '../document.ts';
import type { Clause } from './clauses.ts';
import { mix } from './hash.ts';
import type { Reading, SentenceReading } from './reading.ts';
import { type FeatureSink, template } from './sink.ts';

/** Whom the release names of one kind, with where each is named. */
export interface Namings {
  /** In order of first naming. */
  readonly targets: readonly string[];
  /** For each target the sentence and token of every naming, in order. */
  readonly places: ReadonlyMap<string, readonly Naming[]>;
  /** How many namings there are in all. */
  readonly count: number;
}

export interface Naming {
  readonly sentence: number;
  readonly token: number;
  readonly kind: string;
}

const BIAS = template('who bias');
const WHERE = template('who where');
const WHERE_TYPE = template('who where type');
const KIND = template('who kind');
const ORDER = template('who order');
const COUNT = template('who count');
const OTHERS = template('who others');
const NEXT_TO = template('who next to');
const SPEAKER = template('who speaker');
const TYPE = template('who type');
const POSITION = template('who position');
const RIVALS = template('who rivals');
const SHARE = template('who share');

/** Where the countries, officials or ministers of a document are named; persons by short form and pronoun too. */
export function namingsOf(document: MentionedDocument, kind: 'COUNTRY' | 'OFFICIAL' | 'MINISTER'): Namings {
  const places = new Map<string, Naming[]>();
  const officialCountry = new Map(document.officials.map(({ key, of }) => [key, of]));
  let token = 0;
  const add = (target: string, start: number, as: string): void => {
    while (token > 0 && (document.tokens[token]?.start ?? 0) > start) token--;
    while ((document.tokens[token]?.end ?? Number.POSITIVE_INFINITY) <= start) token++;
    const naming = { sentence: document.sentenceOf[token] ?? 0, token, kind: as };
    const list = places.get(target);
    if (list) list.push(naming);
    else places.set(target, [naming]);
  };
  if (kind === 'COUNTRY') {
    for (const mention of document.mentions) {
      if (mention.kind === 'COUNTRY' || mention.kind === 'PLACE')
        add(mention.target, mention.start, mention.kind);
      const of = mention.kind === 'OFFICIAL' ? officialCountry.get(mention.target) : undefined;
      if (of && isCountry(document, of)) add(of, mention.start, 'OFFICIAL');
    }
  } else {
    for (const reference of document.references) {
      if (reference.kind === kind) add(reference.target, reference.start, reference.form);
    }
  }
  let count = 0;
  for (const list of places.values()) count += list.length;
  return { targets: [...places.keys()], places, count };
}

/** Features of "this one takes part in the event of this clause". */
export function addParticipantFeatures(
  sink: FeatureSink,
  reading: Reading,
  namings: Namings,
  target: string,
  event: {
    readonly sentence: SentenceReading;
    readonly clause: Clause;
    readonly type: EventType;
    readonly firstBody: number;
  },
): void {
  const { sentence, clause, firstBody } = event;
  const type = EVENT_TYPES.indexOf(event.type);
  const places = namings.places.get(target) ?? [];
  const source = reading.document.sentences[sentence.index];
  const where = whereIs(places, sentence.index, clause, firstBody);
  const quoted = source?.quoted ? 1 : 0;
  const order = Math.min(namings.targets.indexOf(target), 4);
  const nearby = companions(namings, target, (spot) => spot.sentence === sentence.index);
  sink.add(BIAS, 0);
  sink.add(WHERE, where);
  sink.add(WHERE_TYPE, where * 32 + type);
  sink.add(OTHERS, where * 8 + Math.min(nearby, 4));
  const rivals = companions(
    namings,
    target,
    (spot) => spot.token >= clause.first && spot.token <= clause.last,
  );
  sink.add(RIVALS, where * 8 + Math.min(rivals, 4));
  sink.add(RIVALS, 1000 + (where & 3) * 64 + Math.min(rivals, 4) * 8 + Math.min(nearby, 4));
  sink.add(RIVALS, mix(type, (where & 7) * 8 + Math.min(rivals, 3)));
  const share = places.length / Math.max(1, namings.count);
  sink.add(SHARE, Math.floor(share * 5));
  sink.add(SHARE, 10 + Math.floor(share * 5) * 64 + (where & 31));
  sink.add(ORDER, order);
  sink.add(ORDER, 10 + where * 8 + order);
  sink.add(COUNT, Math.min(places.length, 5));
  sink.add(COUNT, 10 + Math.min(namings.targets.length, 5));
  sink.add(COUNT, 100 + where * 64 + Math.min(namings.targets.length, 5) * 8 + (nearby > 0 ? 1 : 0));
  sink.add(TYPE, type * 2 + quoted);
  sink.add(POSITION, where * 8 + Math.min(sentence.index - firstBody, 4));
  for (const spot of places) {
    if (spot.sentence !== sentence.index) continue;
    const inside = spot.token >= clause.first && spot.token <= clause.last ? 1 : 0;
    sink.add(KIND, mix(kindHash(spot.kind), inside));
    sink.add(NEXT_TO, mix(reading.words[spot.token - 1]?.wordHash ?? 0, inside));
    sink.add(NEXT_TO, mix(reading.words[spot.token + 1]?.wordHash ?? 0, 2 + inside));
    const trigger = clause.triggers[0];
    if (trigger)
      sink.add(NEXT_TO, mix(77, Math.max(-6, Math.min(6, (spot.token - trigger.firstToken) >> 1))));
  }
  if (reading.document.speakers[sentence.index] === target) {
    sink.add(SPEAKER, 1 + 2 * type + quoted);
    for (let at = clause.first; at <= clause.last; at++) {
      const key = reading.document.tokens[at]?.key;
      if (key === 'i' || key === 'my' || key === 'we' || key === 'me' || key === 'our')
        sink.add(SPEAKER, mix(100, reading.words[at]?.wordHash ?? 0));
    }
  }
}

const codes = new WeakMap<object, ReadonlySet<string>>();

/** An official's country and not an organisation, which may be three capitals too ("WTO"). */
function isCountry({ lexicon }: MentionedDocument, of: string): boolean {
  let known = codes.get(lexicon);
  if (!known) {
    known = new Set(lexicon.countries.map(({ code }) => code));
    codes.set(lexicon, known);
  }
  return known.has(of);
}

/** How many others are named where `isThere` says. */
function companions(namings: Namings, target: string, isThere: (spot: Naming) => boolean): number {
  let count = 0;
  for (const [other, spots] of namings.places) if (other !== target && spots.some(isThere)) count++;
  return count;
}

/** 0 in the clause, 1 in its sentence, 2 and 3 in the sentence before and after, 4 lead, 5 title, 6 elsewhere; sums. */
function whereIs(places: readonly Naming[], index: number, clause: Clause, firstBody: number): number {
  let where = 0;
  for (const spot of places) {
    if (spot.sentence === index) where |= spot.token >= clause.first && spot.token <= clause.last ? 1 : 2;
    else if (spot.sentence === index - 1) where |= 4;
    else if (spot.sentence < firstBody) where |= 8;
    else if (spot.sentence === firstBody) where |= 16;
    else if (spot.sentence < index) where |= 32;
  }
  return where;
}

function kindHash(kind: string): number {
  return kind === 'COUNTRY' || kind === 'NAME' ? 1 : kind === 'PLACE' || kind === 'PRONOUN' ? 2 : 3;
}
