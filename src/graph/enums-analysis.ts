import type { Reading } from '../ask/interpretation.ts';
import type { NodeKind } from '../model/graph.ts';
import type { Change, CountKey, SeriesGroup, SeriesInterval } from '../store/analytics.ts';
import { builder } from './builder.ts';
import { valuesOf } from './enums.ts';

const GROUPS: Readonly<Record<SeriesGroup, string>> = {
  COUNTRY: 'By country; an event of two countries counts for both.',
  PORTFOLIO: 'By portfolio of the releases that report it; an event of two counts for both.',
  MINISTER: 'By minister who takes part; an event of two counts for both.',
  TYPE: 'By kind of event.',
  STATUS: 'By where the event stands.',
};

export const CountKeyEnum = builder.enumType('EventCountKey', {
  description: 'What events can be counted by.',
  values: valuesOf<CountKey>({
    ...GROUPS,
    OFFICIAL: 'By official elsewhere who takes part; an event of two counts for both.',
    YEAR: 'By the year in which its date begins, `2006`; null where it has none.',
    MONTH:
      'By the month in which its date begins, `2006-11`; null where its date is no more exact than years.',
  }),
});

export const SeriesIntervalEnum = builder.enumType('SeriesInterval', {
  description: 'How long each step of a series is.',
  values: valuesOf<SeriesInterval>({
    YEAR: 'From January to December.',
    QUARTER: 'Three months from January, April, July or October.',
    MONTH: 'From its first day to its last.',
  }),
});

export const SeriesGroupEnum = builder.enumType('SeriesGroup', {
  description: 'What a series can be split by.',
  values: valuesOf<SeriesGroup>(GROUPS),
});

export const ChangeActionEnum = builder.enumType('ChangeAction', {
  description: 'What a mirror has to do to follow a change.',
  values: valuesOf<Change['action']>({
    UPSERT: 'Fetch the node again: it is new, or something of it is.',
    DELETE: 'Drop the node: it is there no more.',
  }),
});

const KINDS: Readonly<Record<Uppercase<NodeKind>, { value: NodeKind; description: string }>> = {
  RELEASE: { value: 'release', description: 'Press releases.' },
  MINISTER: { value: 'minister', description: 'New Zealand ministers.' },
  COUNTRY: { value: 'country', description: 'Countries and territories.' },
  PORTFOLIO: { value: 'portfolio', description: 'Offices under whose names ministers sign.' },
  OFFICIAL: { value: 'official', description: 'Holders of public offices elsewhere.' },
  EVENT: { value: 'event', description: 'Occurrences, past, under way or planned.' },
};

export const NodeKindEnum = builder.enumType('NodeKind', {
  description: 'The types of node that the graph has.',
  values: KINDS,
});

export const ReadingEnum = builder.enumType('Reading', {
  description: 'What a part of a phrase can be read as.',
  values: valuesOf<Reading>({
    COUNTRY: 'A country by name, code or demonym.',
    PLACE: 'A country through a place inside it.',
    PORTFOLIO: 'A portfolio, with all names that the office has had and its associates.',
    MINISTER: 'A New Zealand minister by name.',
    OFFICIAL: 'Holders of public offices elsewhere by name: all who have it.',
    TYPE: 'A kind of event: "visits", "agreements with".',
    STATUS: 'Where events stand: "upcoming", "cancelled".',
    DATE: 'A day, month, year or stretch of time: "since 2005", "last year".',
    HEADLINE: 'Whether releases exist to report the events, or mention them in passing.',
    ORDER: 'Which come first: "latest", "oldest".',
    LIMIT: 'How many are asked for: "latest 5".',
    TEXT: 'Words that the text of a reporting release must have.',
  }),
});
