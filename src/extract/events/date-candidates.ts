import { EVENT_STATUSES, EVENT_TYPES, type EventStatus } from '../../model/event.ts';
import { boundsOf } from '../dates/bounds.ts';
import type { DateExpression } from '../dates/find-dates.ts';
import { addExpression, clauseDates, type DatedClause, PLACES, placeOf } from './date-features.ts';
import { withDuration, withReturn, withYearBefore } from './duration.ts';
import { mix } from './hash.ts';
import { type Features, NO_NUMBERS } from './linear.ts';
import type { Reading } from './reading.ts';
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

const DERIVED = template('date derived');
const REFINED = template('date refined');
const REFINES = template('date refines');
const NONE = template('no date');
const OWN = template('release date');

/** One date and what speaks for it, from all of the expressions that mean it. */
interface Value {
  readonly edtf: string;
  readonly expression: DateExpression;
  readonly sink: FeatureList;
}

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
      if (release === null) continue;
      const derived = [
        withDuration(reading, sentence, edtf),
        withReturn(reading, edtf),
        withYearBefore(reading, sentence, expression, edtf),
      ];
      derived.forEach((value, how) => {
        if (value === null) return;
        const other = byValue.get(value) ?? { edtf: value, expression, sink: new FeatureList() };
        byValue.set(value, other);
        other.sink.add(DERIVED, how * 16 + PLACES.indexOf(place));
        other.sink.add(DERIVED, mix(how, EVENT_TYPES.indexOf(event.type)));
        addExpression(other.sink, reading, event, sentence, expression, value, place);
        entry.sink.add(DERIVED, 100 + how);
        entry.sink.add(DERIVED, mix(100 + how, EVENT_TYPES.indexOf(event.type)));
      });
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

/** The way a status reads a date without a year or a bare weekday. */
export function readingOf(expression: DateExpression, status: EventStatus): string {
  const { reading } = expression;
  if (status === 'OCCURRED') return reading.past;
  return status === 'PLANNED' || status === 'CANCELLED' ? reading.future : reading.near;
}
