import type { DatePrecision } from '../model/date.ts';
import type { EventStatus, EventType } from '../model/event.ts';
import { builder } from './builder.ts';
import { type DateMatch, DateMatchEnum, DatePrecisionEnum, EventStatusEnum, EventTypeEnum } from './enums.ts';

type List<T> = readonly T[] | null | undefined;

/** An EventFilter as it arrives, names not yet resolved. */
export interface EventFilterArgs {
  readonly countries?: List<string>;
  readonly allCountries?: List<string>;
  readonly ministers?: List<string>;
  readonly portfolios?: List<string>;
  readonly officials?: List<string>;
  readonly types?: List<EventType>;
  readonly statuses?: List<EventStatus>;
  readonly precisions?: List<DatePrecision>;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly within?: DateMatch | null | undefined;
  readonly headline?: boolean | null | undefined;
  readonly text?: string | null | undefined;
  readonly allMinisters?: List<string>;
  readonly notCountries?: List<string>;
  readonly notMinisters?: List<string>;
  readonly notPortfolios?: List<string>;
  readonly notOfficials?: List<string>;
  readonly notTypes?: List<EventType>;
  readonly reportedFrom?: string | null | undefined;
  readonly reportedTo?: string | null | undefined;
  readonly asOf?: string | null | undefined;
  readonly upcoming?: boolean | null | undefined;
  readonly unreported?: boolean | null | undefined;
}

/** A ReleaseFilter as it arrives, names not yet resolved. */
export interface ReleaseFilterArgs {
  readonly countries?: List<string>;
  readonly ministers?: List<string>;
  readonly portfolios?: List<string>;
  readonly officials?: List<string>;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly duplicates?: boolean | null | undefined;
}

const AND_OR =
  'Fields mean "and", values of a list mean "any of", a field that is left out or null sets no limit.';
const COUNTRY_NAMES = 'by alpha-2 code, alpha-3 code or name ("VN", "VNM", "Viet Nam")';
const TEXT_SYNTAX =
  'Every word must occur, whatever its case and macrons; "words in quotes" together, `word*` as the start of a word, `-word` not at all.';
const PORTFOLIO_NAMES =
  'by slug or name ("defence"); each stands for the office under every name it has had, its associates included';

export const EventFilterInput = builder.inputRef<EventFilterArgs>('EventFilter').implement({
  description: `Which events to take. ${AND_OR} Names that the graph does not know are errors.`,
  fields: (t) => ({
    countries: t.stringList({ description: `Events with any of these countries, ${COUNTRY_NAMES}.` }),
    allCountries: t.stringList({
      description: `Events with every one of these countries, ${COUNTRY_NAMES}.`,
    }),
    ministers: t.stringList({
      description: 'Events in which any of these ministers takes part, by slug or name.',
    }),
    allMinisters: t.stringList({
      description: 'Events in which every one of these ministers takes part, by slug or name.',
    }),
    portfolios: t.stringList({
      description: `Events reported by releases of any of these portfolios, ${PORTFOLIO_NAMES}.`,
    }),
    officials: t.stringList({
      description: 'Events in which any of these officials takes part, by slug or name.',
    }),
    types: t.field({ type: [EventTypeEnum], description: 'Events of any of these kinds.' }),
    statuses: t.field({
      type: [EventStatusEnum],
      description: 'Events that now stand at any of these steps.',
    }),
    precisions: t.field({
      type: [DatePrecisionEnum],
      description: 'Events whose date is exactly this exact; those without a date are left out.',
    }),
    from: t.field({
      type: 'Date',
      description: 'Events that can have been on this day or later; those without a date are left out.',
    }),
    to: t.field({
      type: 'Date',
      description: 'Events that can have been on this day or earlier; those without a date are left out.',
    }),
    within: t.field({
      type: DateMatchEnum,
      description: 'How inexact dates count against `from` and `to`; POSSIBLY where it is left out.',
    }),
    headline: t.boolean({
      description:
        'True for events that some release exists to report, false for those mentioned in passing.',
    }),
    text: t.string({
      description: `Events that a release reports whose text has these words. ${TEXT_SYNTAX}`,
    }),
    notCountries: t.stringList({ description: `Events with none of these countries, ${COUNTRY_NAMES}.` }),
    notMinisters: t.stringList({
      description: 'Events in which none of these ministers takes part, by slug or name.',
    }),
    notPortfolios: t.stringList({
      description: `Events that no release of any of these portfolios reports, ${PORTFOLIO_NAMES}.`,
    }),
    notOfficials: t.stringList({
      description: 'Events in which none of these officials takes part, by slug or name.',
    }),
    notTypes: t.field({ type: [EventTypeEnum], description: 'Events of none of these kinds.' }),
    reportedFrom: t.field({
      type: 'Date',
      description: 'Events whose first dated report came on this day or later: what was news since then.',
    }),
    reportedTo: t.field({
      type: 'Date',
      description: 'Events whose first dated report came on this day or earlier.',
    }),
    asOf: t.field({
      type: 'Date',
      description:
        'Events as known on this day: reported by a release of that day or earlier, with `statuses` as those releases gave them. Dates and participants are as known now.',
    }),
    upcoming: t.boolean({
      description:
        'Needs `asOf`. True for events planned on that day that then lay ahead or had no date; false for all others.',
    }),
    unreported: t.boolean({
      description:
        'Needs `asOf`. True for events planned whose last day had passed by that day without a release that says they took place or were called off; false for all others.',
    }),
  }),
});

export const ReleaseFilterInput = builder.inputRef<ReleaseFilterArgs>('ReleaseFilter').implement({
  description: `Which releases to take. ${AND_OR} Names that the graph does not know are errors.`,
  fields: (t) => ({
    countries: t.stringList({ description: `Releases that name any of these countries, ${COUNTRY_NAMES}.` }),
    ministers: t.stringList({
      description: 'Releases that any of these ministers signed or is named in, by slug or name.',
    }),
    portfolios: t.stringList({ description: `Releases of any of these portfolios, ${PORTFOLIO_NAMES}.` }),
    officials: t.stringList({ description: 'Releases that name any of these officials, by slug or name.' }),
    from: t.field({ type: 'Date', description: 'Releases of this day or later; undated ones are left out.' }),
    to: t.field({ type: 'Date', description: 'Releases of this day or earlier; undated ones are left out.' }),
    text: t.string({
      description: `Full text over title and body. ${TEXT_SYNTAX}`,
    }),
    duplicates: t.boolean({
      description:
        'False to leave out releases whose body another, earlier release has; true or nothing leaves them in.',
    }),
  }),
});

/** A SearchFilter as it arrives, names not yet resolved. */
export type SearchFilterArgs = Pick<
  EventFilterArgs,
  'countries' | 'ministers' | 'portfolios' | 'officials' | 'types' | 'from' | 'to'
>;

export const SearchFilterInput = builder.inputRef<SearchFilterArgs>('SearchFilter').implement({
  description: `Which releases and events a search is to find. ${AND_OR} Names that the graph does not know are errors.`,
  fields: (t) => ({
    countries: t.stringList({
      description: `Events with any of these countries and releases that name one, ${COUNTRY_NAMES}.`,
    }),
    ministers: t.stringList({
      description:
        'Events with any of these ministers and releases that one signed or is named in, by slug or name.',
    }),
    portfolios: t.stringList({
      description: `Events and releases of any of these portfolios, ${PORTFOLIO_NAMES}.`,
    }),
    officials: t.stringList({
      description: 'Events with any of these officials and releases that name one, by slug or name.',
    }),
    types: t.field({
      type: [EventTypeEnum],
      description: 'Events of any of these kinds; releases, which have none, are left out then.',
    }),
    from: t.field({
      type: 'Date',
      description: 'Events and releases of this day or later, undated ones left out.',
    }),
    to: t.field({
      type: 'Date',
      description: 'Events and releases of this day or earlier, undated ones left out.',
    }),
  }),
});

/** Filters of the named kinds: each has what makes sense for it. */
export const MinisterFilterInput = builder.inputType('MinisterFilter', {
  description: `Which ministers to take. ${AND_OR}`,
  fields: (t) => ({
    name: t.string({ description: 'Part of a name or of a form signed, whatever its case and macrons.' }),
    portfolios: t.stringList({
      description: `Ministers seen in any of these portfolios, ${PORTFOLIO_NAMES}.`,
    }),
    on: t.field({ type: 'Date', description: 'Ministers with a term seen on or around this day.' }),
  }),
});

export const CountryFilterInput = builder.inputType('CountryFilter', {
  description: 'Which countries to take.',
  fields: (t) => ({
    name: t.string({
      description: 'Part of a name or alias, demonyms among them, whatever its case and macrons.',
    }),
  }),
});

export const PortfolioFilterInput = builder.inputType('PortfolioFilter', {
  description: 'Which portfolios to take.',
  fields: (t) => ({
    name: t.string({ description: 'Part of a name or of a form signed, whatever its case and macrons.' }),
  }),
});

export const OfficialFilterInput = builder.inputType('OfficialFilter', {
  description: `Which officials to take. ${AND_OR}`,
  fields: (t) => ({
    name: t.string({ description: 'Part of a name as releases give it, whatever its case and accents.' }),
    countries: t.stringList({ description: `Officials of any of these countries, ${COUNTRY_NAMES}.` }),
  }),
});
