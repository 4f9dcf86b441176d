import type { Accuracy, AccuracyField, AccuracyFile } from '../model/accuracy.ts';
import { EVENT_TYPES, type EventType } from '../model/event.ts';
import type { ListScore, Score } from './score.ts';

/** A score as users of the data are told it: one row a field, and one a type for events found with their type. */
export function accuracyOf(score: Score): AccuracyFile {
  const list = (field: AccuracyField, figures: ListScore, eventType: EventType | null = null): Accuracy => ({
    field,
    eventType,
    precision: rounded(figures.precision),
    recall: rounded(figures.recall),
    sampleSize: figures.gold,
  });
  const share = (field: AccuracyField, value: number, sampleSize: number): Accuracy => ({
    field,
    eventType: null,
    precision: rounded(value),
    recall: null,
    sampleSize,
  });
  const found = score.events.hits;
  return {
    releases: score.releases,
    rows: [
      list('COUNTRIES', score.countries),
      list('COUNTRIES_WITH_PLACES', score.countriesWithPlaces),
      list('MINISTERS', score.ministers),
      list('OFFICIALS', score.officials),
      list('EVENTS', score.events),
      list('TYPED_EVENTS', score.typedEvents),
      ...EVENT_TYPES.map((type) => list('TYPED_EVENTS', score.byType[type], type)),
      share('EVENT_DATE', score.dateAccuracy, found),
      share('EVENT_STATUS', score.statusAccuracy, found),
      list('EVENT_COUNTRIES', score.eventCountries),
      list('EVENT_OFFICIALS', score.eventOfficials),
      share('HEADLINE', score.headlineAccuracy, score.releases),
    ],
  };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
