import { EVENT_TYPES } from '../../model/event.ts';
import type { DecidedEvent } from './decided-event.ts';
import { mix } from './hash.ts';
import { type Features, NO_NUMBERS, scoreOf, sigmoid } from './linear.ts';
import type { EventModel } from './model.ts';
import type { Reading } from './reading.ts';
import type { ReleaseFacts } from './sentence-features.ts';
import { FeatureList, template } from './sink.ts';

/** An event before it is known which one the release exists to report. */
export type FoundEvent = Omit<DecidedEvent, 'headline'>;

const MERGE = template('merge');

/** How many events back a repetition is looked for; bounds the cost on long texts. */
const REACH = 60;

/** Words that point back to what has been said: "the visit", "this agreement", "these talks". */
const POINTERS = new Set(['the', 'this', 'these', 'his', 'her', 'their', 'its', 'today']);

/**
 * One event for each occurrence: a later mention goes into the earlier one that it repeats, which takes the more
 * exact of the two dates.
 */
export function mergeEvents(
  reading: Reading,
  facts: ReleaseFacts,
  model: EventModel,
  events: readonly FoundEvent[],
): readonly FoundEvent[] {
  const kept: FoundEvent[] = [];
  for (const event of events) {
    let best = -1;
    let most = model.thresholds.merge;
    for (let at = Math.max(0, kept.length - REACH); at < kept.length; at++) {
      const earlier = kept[at];
      if (!earlier) continue;
      const chance = repeatChance(reading, facts, model, earlier, event);
      if (chance >= most) {
        most = chance;
        best = at;
      }
    }
    const earlier = kept[best];
    if (earlier) kept[best] = united(earlier, event);
    else kept.push(event);
  }
  return kept;
}

/** How likely it is that the later of the two repeats the earlier. */
export function repeatChance(
  reading: Reading,
  facts: ReleaseFacts,
  model: EventModel,
  earlier: FoundEvent,
  later: FoundEvent,
): number {
  return sigmoid(scoreOf(model.heads.merge, mergeFeatures(reading, facts, earlier, later)));
}

function united(earlier: FoundEvent, later: FoundEvent): FoundEvent {
  if (earlier.type !== later.type || earlier.status !== later.status) return earlier;
  return exactness(later) > exactness(earlier) ? { ...earlier, date: later.date } : earlier;
}

/** A day that is said beats the release's own date, a day a stretch, a stretch a month, a month a year. */
function exactness({ date: { edtf, basis } }: FoundEvent): number {
  if (edtf === null) return 0;
  if (basis === 'RELEASE') return 1;
  return edtf.includes('/') ? 4 : edtf.length === 10 ? 5 : edtf.length === 7 ? 3 : 2;
}

/** Features of "the later of the two repeats the earlier". */
export function mergeFeatures(
  reading: Reading,
  facts: ReleaseFacts,
  earlier: FoundEvent,
  later: FoundEvent,
): Features {
  const sink = new FeatureList();
  const first = EVENT_TYPES.indexOf(earlier.type);
  const second = EVENT_TYPES.indexOf(later.type);
  const sameType = first === second ? 1 : 0;
  const sameSentence = earlier.candidate.sentence === later.candidate.sentence ? 1 : 0;
  const lead = earlier.candidate.sentence.index === facts.firstBody ? 1 : 0;
  const date = dateRelation(earlier, later);
  const shared = sharedStems(facts, earlier, later);
  const triggers = sharedTriggers(reading, earlier, later);
  const pointed = isPointed(reading, later) ? 1 : 0;
  const away = Math.min(later.candidate.sentence.index - earlier.candidate.sentence.index, 9);
  const base = sameType * 2 + sameSentence;
  sink.add(MERGE, mix(1, base));
  sink.add(MERGE, mix(2, sameType === 1 ? first : 100 + first * 32 + second));
  sink.add(MERGE, mix(3, date * 4 + base));
  sink.add(MERGE, mix(4, shared * 4 + base));
  sink.add(MERGE, mix(5, triggers * 4 + base));
  sink.add(MERGE, mix(6, pointed * 4 + base));
  sink.add(MERGE, mix(7, pointed * 16 + triggers * 4 + base));
  sink.add(MERGE, mix(8, lead * 4 + base));
  sink.add(MERGE, mix(9, away * 4 + base));
  sink.add(MERGE, mix(10, (earlier.status === later.status ? 1 : 0) * 4 + base));
  sink.add(MERGE, mix(11, (date * 8 + triggers) * 4 + base));
  sink.add(MERGE, mix(12, (shared * 8 + triggers) * 4 + base));
  sink.add(MERGE, mix(13, (lead * 8 + triggers) * 4 + base));
  sink.add(MERGE, mix(14, (second * 8 + triggers) * 4 + base));
  sink.add(MERGE, mix(15, (second * 8 + date) * 4 + base));
  sink.add(MERGE, mix(16, (countryRelation(earlier, later) * 8 + triggers) * 4 + base));
  const quoted = reading.document.sentences[later.candidate.sentence.index]?.quoted ? 1 : 0;
  sink.add(MERGE, mix(17, quoted * 4 + base));
  return { sparse: sink.features, dense: NO_NUMBERS };
}

/** 0 neither dated, 1 the earlier alone, 2 the later alone, 3 equal, 4 different. */
function dateRelation({ date: { edtf: first } }: FoundEvent, { date: { edtf: second } }: FoundEvent): number {
  if (first === null) return second === null ? 0 : 2;
  if (second === null) return 1;
  return first === second ? 3 : 4;
}

/** Share of the later sentence's content words that the earlier has, in quarters. */
function sharedStems(facts: ReleaseFacts, earlier: FoundEvent, later: FoundEvent): number {
  const first = facts.stems[earlier.candidate.sentence.index];
  const second = facts.stems[later.candidate.sentence.index];
  if (!first || !second || second.size === 0) return 0;
  let shared = 0;
  for (const stem of second) if (first.has(stem)) shared++;
  return Math.min(4, Math.floor((shared / Math.min(first.size, second.size)) * 6));
}

/** How many trigger words the clauses share, at most 3. */
function sharedTriggers(reading: Reading, earlier: FoundEvent, later: FoundEvent): number {
  const stems = new Set(
    earlier.candidate.clause.triggers.map(({ lastToken }) => reading.words[lastToken]?.stem),
  );
  let shared = 0;
  for (const { lastToken } of later.candidate.clause.triggers)
    if (stems.has(reading.words[lastToken]?.stem)) shared++;
  return Math.min(shared, 3);
}

/** Whether a trigger of the clause stands behind a word that points back. */
function isPointed(reading: Reading, { candidate }: FoundEvent): boolean {
  return candidate.clause.triggers.some(({ firstToken }) => {
    const before = reading.document.tokens[firstToken - 1]?.key ?? '';
    const second = reading.document.tokens[firstToken - 2]?.key ?? '';
    return POINTERS.has(before) || POINTERS.has(second);
  });
}

/** 0 neither clause names a country, 1 one does, 2 both and one is shared, 3 both and none is. */
function countryRelation(earlier: FoundEvent, later: FoundEvent): number {
  const first = countriesOf(earlier);
  const second = countriesOf(later);
  if (first.length === 0 && second.length === 0) return 0;
  if (first.length === 0 || second.length === 0) return 1;
  return first.some((code) => second.includes(code)) ? 2 : 3;
}

function countriesOf({ candidate: { sentence } }: FoundEvent): readonly string[] {
  return sentence.mentions.flatMap(({ kind, target }) =>
    kind === 'COUNTRY' || kind === 'PLACE' ? [target] : [],
  );
}
