import type { DatePrecision } from '../model/date.ts';
import type { EventStatus, EventType } from '../model/event.ts';

/**
 * Filters: fields mean "and", the values of a list mean "any of", an absent or undefined field means no limit, an
 * empty list matches nothing. Ids are node ids, resolved before.
 */
export interface EventFilter {
  readonly countries?: readonly string[];
  /** Only events that have every one of these countries. */
  readonly allCountries?: readonly string[];
  readonly ministers?: readonly string[];
  readonly portfolios?: readonly string[];
  readonly officials?: readonly string[];
  readonly types?: readonly EventType[];
  readonly statuses?: readonly EventStatus[];
  readonly precisions?: readonly DatePrecision[];
  /** `YYYY-MM-DD`: the event's date can lie on or after this day; events without a date are left out. */
  readonly from?: string;
  /** `YYYY-MM-DD`: the event's date can lie on or before this day; events without a date are left out. */
  readonly to?: string;
  /** With `from` and `to`: the whole span of the date lies within them, where the default is that some day of it does. */
  readonly certainly?: boolean;
  readonly headline?: boolean;
  /** Reported by a release whose text this finds, as with ReleaseFilter. */
  readonly text?: string;
  readonly allMinisters?: readonly string[];
  /** Only events that have none of these; an empty list is no limit. */
  readonly notCountries?: readonly string[];
  readonly notMinisters?: readonly string[];
  readonly notPortfolios?: readonly string[];
  readonly notOfficials?: readonly string[];
  readonly notTypes?: readonly EventType[];
  /** `YYYY-MM-DD`: the first dated release that reports it is of this day or later. */
  readonly reportedFrom?: string;
  /** `YYYY-MM-DD`: the first dated release that reports it is of this day or earlier. */
  readonly reportedTo?: string;
  /**
   * `YYYY-MM-DD`: as known on that day. Only events that a release of that day or earlier reports, and `statuses` are
   * those that such releases gave. All else is as known now, the date and who takes part too.
   */
  readonly asOf?: string;
  /**
   * Needs `asOf`. Planned, not reported otherwise by that day, and its date can lie after that day or is not known;
   * false: all others.
   */
  readonly upcoming?: boolean;
  /** Needs `asOf`. Planned, not reported otherwise by that day, though its latest day is past; false: all others. */
  readonly unreported?: boolean;
}

export interface ReleaseFilter {
  readonly ministers?: readonly string[];
  readonly countries?: readonly string[];
  readonly portfolios?: readonly string[];
  readonly officials?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Full text: every word must be there, folded (case, macrons); a `"phrase"` as a whole; `word*` a prefix; `-word` not. */
  readonly text?: string;
  /** Releases whose body another, earlier release has; left out where false. */
  readonly duplicates?: boolean;
}

/** For ministers, countries, portfolios and officials. */
export interface NamedFilter {
  /** Part of a name or alias, folded (case, macrons). */
  readonly name?: string;
  /** Officials only: of these countries. */
  readonly countries?: readonly string[];
  /** Ministers only: with a term in these portfolios. */
  readonly portfolios?: readonly string[];
  /** Ministers only, with `portfolios` or alone: a term seen on or around this day. */
  readonly on?: string;
}

export interface FilterOf {
  readonly release: ReleaseFilter;
  readonly minister: NamedFilter;
  readonly country: NamedFilter;
  readonly portfolio: NamedFilter;
  readonly official: NamedFilter;
  readonly event: EventFilter;
}
