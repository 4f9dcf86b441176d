import type { EventDate } from './date.ts';
import type { EventStatus, EventType } from './event.ts';
import type { Span } from './span.ts';

/**
 * What a stretch of text names.
 * COUNTRY: a country by name, abbreviation or demonym; PLACE: a country through a place inside it;
 * MINISTER: a New Zealand minister by name; OFFICIAL: a holder of a public office elsewhere;
 * OFFICE: a New Zealand minister by office alone ("the Prime Minister"), left to linking.
 */
export const MENTION_KINDS = ['COUNTRY', 'PLACE', 'MINISTER', 'OFFICIAL', 'OFFICE'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** One stretch of text that names a node, and the rule that says so. */
export interface Mention extends Span {
  readonly kind: MentionKind;
  /**
   * COUNTRY and PLACE: the country's alpha-3 code. MINISTER: the minister's id. OFFICIAL: the `key` of an
   * official of the same decomposition. OFFICE: the slug of the portfolio ("prime-minister", "defence").
   */
  readonly target: string;
  /** Id of the rule that fired, `area/rule-name`. */
  readonly rule: string;
}

/** A New Zealand minister whom the release names. */
export interface NamedMinister {
  /** Slug of the canonical name. */
  readonly id: string;
  /** Fullest usual name without honorifics. */
  readonly name: string;
}

/** A named holder of a public office of another country or of an international organisation. */
export interface NamedOfficial {
  /** Unique in the decomposition: slug of name and `of`, joined by `@`. */
  readonly key: string;
  /** Fullest form in the release, without rank or honorific. */
  readonly name: string;
  /** As the text gives it, without the country adjective; null where it gives none. */
  readonly role: string | null;
  /** Alpha-3 code, or the organisation's name. */
  readonly of: string;
}

/** One occurrence as one release states it. Linking makes events of event mentions. */
export interface EventMention extends Span {
  readonly type: EventType;
  /** True on at most one event mention of a release: the one that the release exists to report. */
  readonly headline: boolean;
  /** Null where the text gives no way to tell. */
  readonly date: EventDate | null;
  readonly status: EventStatus;
  /** Alpha-3 codes in order of mention, New Zealand left out. */
  readonly countries: readonly string[];
  /** Minister ids in order of mention. */
  readonly ministers: readonly string[];
  /** Slugs of portfolios whose holder takes part and is named by office alone; linking finds the person. */
  readonly offices: readonly string[];
  /** Keys of officials of the decomposition, in order of mention. */
  readonly officials: readonly string[];
  /** The most exact place, as written; null where none is given. */
  readonly place: string | null;
  /** The proper name of the occurrence as written ("APEC Leaders' Meeting"), where it has one. */
  readonly name: string | null;
  /** The sentence or clause that states it is `start` to `end`; the whole sentence around it is this. */
  readonly sentence: Span;
  readonly rule: string;
}

/** What one release decomposes into. Pure in the release and the lexicon; lists sorted as stated, no duplicates. */
export interface Decomposition {
  readonly releaseId: string;
  /** Alpha-3 codes named by name, abbreviation or demonym, in code order. */
  readonly countries: readonly string[];
  /** Alpha-3 codes named only through a place inside them, in code order. */
  readonly countriesByPlace: readonly string[];
  /** In order of first mention. */
  readonly ministers: readonly NamedMinister[];
  /** In order of first mention. */
  readonly officials: readonly NamedOfficial[];
  /** Sorted by `bySpan`, not overlapping. */
  readonly mentions: readonly Mention[];
  /** Sorted by `bySpan`, then by type and date. */
  readonly events: readonly EventMention[];
}
