import type { Span } from '../model/span.ts';
import type { EventFilter } from '../store/filters.ts';
import type { OrderOf } from '../store/paging.ts';

/** What a part of a phrase can be read as. */
export const READINGS = [
  'COUNTRY',
  'PLACE',
  'PORTFOLIO',
  'MINISTER',
  'OFFICIAL',
  'TYPE',
  'STATUS',
  'DATE',
  'HEADLINE',
  'ORDER',
  'LIMIT',
  'TEXT',
] as const;
export type Reading = (typeof READINGS)[number];

/** A stretch of the phrase; `text === phrase.slice(start, end)`. */
export interface Piece extends Span {
  readonly text: string;
}

/** A part that was read. */
export interface Part extends Piece {
  readonly reads: Reading;
  /**
   * COUNTRY, PLACE: alpha-3 codes; PORTFOLIO, MINISTER, OFFICIAL: ids; TYPE: value of the enum, then the term that it asks of the
   * text ("free trade agreements"); STATUS: value of the enum, then the date that it asks for ("upcoming"); DATE: EDTF,
   * open ends as `..`; HEADLINE: true or false; ORDER: DATE_ASC or DATE_DESC; LIMIT: a number, then the order
   * ("latest 5"); TEXT: the term as in `text`.
   */
  readonly values: readonly string[];
  /** Asked to be left out of the answer: "not in Australia". */
  readonly excluded: boolean;
}

/** A part that was not read, and names that are spelt nearly so, the nearest first. */
export interface Suggestion extends Piece {
  /** One to three. */
  readonly names: readonly string[];
}

/** How a phrase was understood. Lists in the order of the phrase, parts not overlapping. */
export interface Interpretation {
  readonly phrase: string;
  /** Ids sorted and without repeats, so that phrases that mean the same give the same filter. */
  readonly filter: EventFilter;
  /** `filter.text`: full-text terms, all of which must hold; null where there are none. */
  readonly text: string | null;
  readonly order: OrderOf['event'];
  /** How many events are asked for ("latest 5"); null where the phrase does not say. */
  readonly limit: number | null;
  /** Stop words have no part. */
  readonly parts: readonly Part[];
  /**
   * What is not understood or cannot be asked: misspelt names, dates that contradict, what "not" excludes where it is
   * of more than one kind ("except visits to Japan").
   */
  readonly ignored: readonly Piece[];
  readonly suggestions: readonly Suggestion[];
  /** False where nothing was read: neither a part nor a word that asks for events whatever they are ("all events"). */
  readonly understood: boolean;
}
