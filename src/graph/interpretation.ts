import type { Interpretation, Part, Piece, Suggestion } from '../ask/interpretation.ts';
import type { EventFilter } from '../store/filters.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { DateMatchEnum, DateOrderEnum, EventStatusEnum, EventTypeEnum } from './enums.ts';
import { ReadingEnum } from './enums-analysis.ts';
import { namedById } from './fetch.ts';
import { filterText } from './filter-text.ts';
import { cut, listSize } from './list-sizes.ts';
import { CountryRef, MinisterRef, OfficialRef, PortfolioRef } from './node-refs.ts';

export const InterpretationRef = builder.objectRef<Interpretation>('Interpretation');

const PhrasePieceRef = builder.objectRef<Piece>('PhrasePiece').implement({
  description: 'A stretch of the phrase that was not understood, or that no filter can ask.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words as they stand in the phrase.' }),
    start: t.exposeInt('start', { description: 'Where it starts in the phrase, in UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'Where it ends in the phrase, in UTF-16 code units, exclusive.' }),
  }),
});

const PhrasePartRef = builder.objectRef<Part>('PhrasePart').implement({
  description: 'A stretch of the phrase and what it was read as.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words as they stand in the phrase.' }),
    start: t.exposeInt('start', { description: 'Where it starts in the phrase, in UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'Where it ends in the phrase, in UTF-16 code units, exclusive.' }),
    reads: t.expose('reads', { type: ReadingEnum, description: 'What it was taken for.' }),
    values: t.stringList({
      description:
        'What it stands for: codes, slugs, kinds, statuses, an EDTF date, a number, or words of the text.',
      extensions: listSize('filterValues'),
      resolve: ({ values }) => cut('filterValues', values),
    }),
    excluded: t.exposeBoolean('excluded', {
      description: 'Whether the phrase asks to leave this out: "not in Australia".',
    }),
  }),
});

const SpellingSuggestionRef = builder.objectRef<Suggestion>('SpellingSuggestion').implement({
  description: 'A stretch of the phrase that is spelt nearly like a name of the graph.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words as they stand in the phrase.' }),
    start: t.exposeInt('start', { description: 'Where it starts in the phrase, in UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'Where it ends in the phrase, in UTF-16 code units, exclusive.' }),
    names: t.stringList({
      description: 'One to three names that may have been meant, the nearest first.',
      extensions: listSize('names'),
      resolve: ({ names }) => cut('names', names),
    }),
  }),
});

type NamedList =
  | 'countries'
  | 'allCountries'
  | 'notCountries'
  | 'ministers'
  | 'officials'
  | 'notOfficials'
  | 'notMinisters'
  | 'portfolios'
  | 'notPortfolios';

/** The nodes that a list of the filter names; null where the filter has no such list. */
function nodesOf<K extends 'country' | 'minister' | 'portfolio' | 'official'>(
  kind: K,
  filter: EventFilter,
  field: NamedList,
  context: GraphContext,
) {
  const ids = filter[field];
  return ids === undefined ? null : namedById(kind, cut('filterValues', ids), context);
}

const LIMITS = 'null where the phrase sets no such limit';

const InterpretedFilterRef = builder.objectRef<EventFilter>('InterpretedFilter').implement({
  description:
    'The filter of events that a phrase was read into; its fields mean what those of EventFilter mean.',
  fields: (t) => ({
    countries: t.field({
      type: [CountryRef],
      nullable: true,
      description: `Any of these takes part; ${LIMITS}.`,
      extensions: listSize('filterValues'),
      resolve: (filter, _args, context) => nodesOf('country', filter, 'countries', context),
    }),
    allCountries: t.field({
      type: [CountryRef],
      nullable: true,
      description: `Every one of these takes part; ${LIMITS}.`,
      extensions: listSize('filterValues'),
      resolve: (filter, _args, context) => nodesOf('country', filter, 'allCountries', context),
    }),
    notCountries: t.field({
      type: [CountryRef],
      nullable: true,
      description: `None of these takes part; ${LIMITS}.`,
      extensions: listSize('filterValues'),
      resolve: (filter, _args, context) => nodesOf('country', filter, 'notCountries', context),
    }),
    ministers: t.field({
      type: [MinisterRef],
      nullable: true,
      description: `Any of these takes part; ${LIMITS}.`,
      extensions: listSize('filterValues'),
      resolve: (filter, _args, context) => nodesOf('minister', filter, 'ministers', context),
    }),
    notMinisters: t.field({
      type: [MinisterRef],
      nullable: true,
      description: `None of these takes part; ${LIMITS}.`,
      extensions: listSize('filterValues'),
      resolve: (filter, _args, context) => nodesOf('minister', filter, 'notMinisters', context),
    }),
    portfolios: t.field({
      type: [PortfolioRef],
      nullable: true,
      description: `Releases of any of these report it, all names of an office and its associates among them; ${LIMITS}.`,
      extensions: listSize('filterValues'),
      resolve: (filter, _args, context) => nodesOf('portfolio', filter, 'portfolios', context),
    }),
    notPortfolios: t.field({
      type: [PortfolioRef],
      nullable: true,
      description: `No release of these reports it; ${LIMITS}.`,
      extensions: listSize('filterValues'),
      resolve: (filter, _args, context) => nodesOf('portfolio', filter, 'notPortfolios', context),
    }),
    officials: t.field({
      type: [OfficialRef],
      nullable: true,
      description: `Any of these holders of offices elsewhere takes part; ${LIMITS}.`,
      extensions: listSize('filterValues'),
      resolve: (filter, _args, context) => nodesOf('official', filter, 'officials', context),
    }),
    notOfficials: t.field({
      type: [OfficialRef],
      nullable: true,
      description: `None of these holders of offices elsewhere takes part; ${LIMITS}.`,
      extensions: listSize('filterValues'),
      resolve: (filter, _args, context) => nodesOf('official', filter, 'notOfficials', context),
    }),
    types: t.field({
      type: [EventTypeEnum],
      nullable: true,
      description: `It is of any of these kinds; ${LIMITS}.`,
      extensions: listSize('types'),
      resolve: ({ types }) => types ?? null,
    }),
    notTypes: t.field({
      type: [EventTypeEnum],
      nullable: true,
      description: `It is of none of these kinds; ${LIMITS}.`,
      extensions: listSize('types'),
      resolve: ({ notTypes }) => notTypes ?? null,
    }),
    statuses: t.field({
      type: [EventStatusEnum],
      nullable: true,
      description: `It stands at any of these steps; ${LIMITS}.`,
      extensions: listSize('types'),
      resolve: ({ statuses }) => statuses ?? null,
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: `The first day that it can have been on; ${LIMITS}.`,
      resolve: ({ from }) => from ?? null,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: `The last day that it can have been on; ${LIMITS}.`,
      resolve: ({ to }) => to ?? null,
    }),
    within: t.field({
      type: DateMatchEnum,
      description: 'How inexact dates count against `from` and `to`.',
      resolve: ({ certainly }) => (certainly ? 'CERTAINLY' : 'POSSIBLY'),
    }),
    headline: t.boolean({
      nullable: true,
      description: `Whether a release exists to report it; ${LIMITS}.`,
      resolve: ({ headline }) => headline ?? null,
    }),
    text: t.string({
      nullable: true,
      description: `Words that the text of a reporting release has; ${LIMITS}.`,
      resolve: ({ text }) => text ?? null,
    }),
  }),
});

InterpretationRef.implement({
  description: 'How a phrase in plain words was understood.',
  fields: (t) => ({
    phrase: t.exposeString('phrase', { description: 'What was asked, as it came.' }),
    understood: t.exposeBoolean('understood', {
      description: 'False where nothing could be read: then there are no events, but perhaps suggestions.',
    }),
    filter: t.field({
      type: InterpretedFilterRef,
      description: 'The filter of events that it means, names as nodes.',
      resolve: ({ filter }) => filter,
    }),
    filterText: t.string({
      description: 'The same as the argument `filter` of `events` takes it, to copy into a query.',
      resolve: ({ filter }) => filterText(filter),
    }),
    orderBy: t.field({
      type: DateOrderEnum,
      description: 'Which come first; newest where the phrase does not say.',
      resolve: ({ order }) => (order.descending ? 'DATE_DESC' : 'DATE_ASC'),
    }),
    limit: t.int({
      nullable: true,
      description: 'How many the phrase asks for ("latest 5"); null where it does not say.',
      resolve: ({ limit }) => limit,
    }),
    parts: t.field({
      type: [PhrasePartRef],
      description:
        'What was read as what, in the order of the phrase; words that only join others are left out.',
      extensions: listSize('parts'),
      resolve: ({ parts }) => cut('parts', parts),
    }),
    ignored: t.field({
      type: [PhrasePieceRef],
      description: 'What was not understood or no filter can ask, in the order of the phrase.',
      extensions: listSize('parts'),
      resolve: ({ ignored }) => cut('parts', ignored),
    }),
    suggestions: t.field({
      type: [SpellingSuggestionRef],
      description: 'For what was ignored: names that are spelt nearly so.',
      extensions: listSize('parts'),
      resolve: ({ suggestions }) => cut('parts', suggestions),
    }),
  }),
});
