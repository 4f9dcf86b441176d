import { eventDate } from '../../model/date.ts';
import type { EventMention } from '../../model/decomposition.ts';
import type { Span } from '../../model/span.ts';
import type { MentionedDocument } from '../document.ts';
import type { EventParser } from '../rules.ts';
import { decideEvents } from './decide.ts';
import type { DecidedEvent } from './decided-event.ts';
import { nameOf, officesOf, placeOf } from './details.ts';
import { NO_NUMBERS, scoreOf, sigmoid } from './linear.ts';
import { type EventModel, loadEventModel } from './model.ts';
import { addParticipantFeatures, type Namings, namingsOf } from './participant-features.ts';
import { type Reading, readDocument } from './reading.ts';
import { type ReleaseFacts, readFacts } from './sentence-features.ts';
import { FeatureSink } from './sink.ts';

// Kept for good, for its table costs more to make than to use.
const SINK = new FeatureSink();

/** Words that only join a clause to the one before. */
const JOINERS = new Set(['and', 'but', 'while', 'then', 'or']);

/** The events that a release states, judged by the model of data/models. */
export const statedEvents: EventParser = {
  id: 'event/stated',
  parse: (document) => readEvents(document, loadEventModel()),
};

/** The events of a document by a given model. */
export function readEvents(document: MentionedDocument, model: EventModel): readonly EventMention[] {
  const reading = readDocument(document);
  if (document.tokens.length === 0) return [];
  const facts = readFacts(reading, model.encoder);
  const kinds = {
    country: namingsOf(document, 'COUNTRY'),
    official: namingsOf(document, 'OFFICIAL'),
    minister: namingsOf(document, 'MINISTER'),
  };
  return decideEvents(reading, facts, model).map((event): EventMention => {
    const sentence = sentenceSpan(reading, event);
    const span = event.siblings > 1 ? clauseSpan(reading, event) : sentence;
    const trigger = event.candidate.clause.triggers[0];
    const { edtf, basis } = event.date;
    return {
      ...span,
      type: event.type,
      headline: event.headline,
      date: edtf === null || basis === null ? null : eventDate(edtf, basis),
      status: event.status,
      countries: choose('country', kinds.country),
      ministers: choose('minister', kinds.minister),
      offices: officesOf(document, span),
      officials: choose('official', kinds.official),
      place: placeOf(reading, event.candidate),
      name: nameOf(reading, event.candidate),
      sentence,
      rule: `event/${event.type.toLowerCase()}${trigger ? '' : '-untriggered'}`,
    };

    function choose(kind: 'country' | 'official' | 'minister', namings: Namings): string[] {
      return participants(reading, facts, model, event, kind, namings);
    }
  });
}

function participants(
  reading: Reading,
  facts: ReleaseFacts,
  model: EventModel,
  event: DecidedEvent,
  kind: 'country' | 'official' | 'minister',
  namings: Namings,
): string[] {
  const { sentence, clause } = event.candidate;
  const question = { sentence, clause, type: event.type, firstBody: facts.firstBody };
  return namings.targets.filter((target) => {
    SINK.clear();
    addParticipantFeatures(SINK, reading, namings, target, question);
    return (
      sigmoid(scoreOf(model.heads[kind], { sparse: SINK.features, dense: NO_NUMBERS })) >=
      model.thresholds[kind]
    );
  });
}

function sentenceSpan(reading: Reading, event: DecidedEvent): Span {
  const { start, end } = reading.document.sentences[event.candidate.sentence.index] ?? { start: 0, end: 0 };
  return { start, end };
}

/** From the first to the last word of the clause, without the word that joins it to the one before. */
function clauseSpan(reading: Reading, event: DecidedEvent): Span {
  const { tokens } = reading.document;
  const { first, last } = event.candidate.clause;
  const from = first < last && JOINERS.has(tokens[first]?.key ?? '') ? first + 1 : first;
  return { start: tokens[from]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}
