import type { EventType } from './event.ts';

/** The parts of a decomposition whose accuracy is measured. Those from EVENT_DATE on are measured on events found. */
export const ACCURACY_FIELDS = [
  'COUNTRIES',
  'COUNTRIES_WITH_PLACES',
  'MINISTERS',
  'OFFICIALS',
  'EVENTS',
  'TYPED_EVENTS',
  'EVENT_DATE',
  'EVENT_STATUS',
  'EVENT_COUNTRIES',
  'EVENT_OFFICIALS',
  'HEADLINE',
] as const;
export type AccuracyField = (typeof ACCURACY_FIELDS)[number];

/** How far a part of the data can be trusted, from 0 to 1. */
export interface Accuracy {
  readonly field: AccuracyField;
  /** Null for all types together. */
  readonly eventType: EventType | null;
  /** The share of what is answered that is right. */
  readonly precision: number;
  /** The share of what is there that is answered; null where the field is only judged on what was found. */
  readonly recall: number | null;
  /** On how many annotated cases the figure rests. */
  readonly sampleSize: number;
}

/** What data/accuracy.json holds. */
export interface AccuracyFile {
  /** How many annotated releases were measured. */
  readonly releases: number;
  readonly rows: readonly Accuracy[];
}
