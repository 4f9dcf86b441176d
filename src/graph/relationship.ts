import type { Relationship, SharedEvents } from '../store/analytics.ts';
import { builder } from './builder.ts';
import { EventTypeEnum } from './enums.ts';
import { cut, listSize } from './list-sizes.ts';
import { CountryRef, EventRef, MinisterRef, type NodeRef, OfficialRef, PortfolioRef } from './node-refs.ts';
import { boundedNumber, MAX_PAGE } from './paging.ts';

const RelationshipRef = builder.objectRef<Relationship>('Relationship');

const TypeCountRef = builder.objectRef<Relationship['types'][number]>('EventTypeCount').implement({
  description: 'How many events there are of one kind.',
  fields: (t) => ({
    type: t.expose('type', { type: EventTypeEnum, description: 'What kind of occurrence was counted.' }),
    count: t.exposeInt('count', { description: 'Number of events, merged ones once.' }),
  }),
});

const YearCountRef = builder.objectRef<Relationship['years'][number]>('YearCount').implement({
  description: 'How many events there are in one year.',
  fields: (t) => ({
    year: t.exposeString('year', { description: 'The year in which their dates begin, four digits.' }),
    count: t.exposeInt('count', { description: 'Number of events, merged ones once.' }),
  }),
});

const GapRef = builder.objectRef<NonNullable<Relationship['longestGap']>>('RelationshipGap').implement({
  description: 'A stretch of time in which nothing is known to have happened between the two.',
  fields: (t) => ({
    days: t.exposeInt('days', {
      description:
        'How many days surely lie between the end of the one event and the beginning of the other.',
    }),
    before: t.expose('before', { type: EventRef, description: 'The event after which it begins.' }),
    after: t.expose('after', { type: EventRef, description: 'The event with which it ends.' }),
  }),
});

function sharedRef<T>(name: string, what: string, node: NodeRef<T>) {
  return builder.objectRef<SharedEvents>(name).implement({
    description: `How many events ${what} shares with the country.`,
    fields: (t) => ({
      eventCount: t.exposeInt('eventCount', { description: 'Number of events that both take part in.' }),
      node: t.field({
        type: node as unknown as NodeRef<object>,
        nullable: true,
        description: `The one that is meant: ${what}.`,
        resolve: ({ id }) => id,
      }),
    }),
  });
}

const SharedMinisterRef = sharedRef('MinisterShare', 'a minister', MinisterRef);
const SharedOfficialRef = sharedRef('OfficialShare', 'an official elsewhere', OfficialRef);
const SharedPortfolioRef = sharedRef('PortfolioShare', 'a portfolio', PortfolioRef);

RelationshipRef.implement({
  description:
    'What New Zealand and one country have had to do with each other, as releases tell it. Cancelled events are counted; they are no first or last one and end no gap.',
  fields: (t) => ({
    country: t.field({
      type: CountryRef,
      nullable: true,
      description: 'The other side.',
      resolve: ({ countryId }) => countryId,
    }),
    eventCount: t.exposeInt('eventCount', { description: 'Number of events with the country.' }),
    undatedCount: t.exposeInt('undatedCount', { description: 'Number of those of which no day is known.' }),
    types: t.field({
      type: [TypeCountRef],
      description: 'What kinds of event there were, the most frequent first.',
      extensions: listSize('types'),
      resolve: ({ types }) => types,
    }),
    years: t.field({
      type: [YearCountRef],
      description: 'How many there were in each year, oldest first; years without any are left out.',
      extensions: listSize('years'),
      resolve: ({ years }) => cut('years', years),
    }),
    first: t.expose('first', {
      type: EventRef,
      nullable: true,
      description: 'The earliest event that has begun by today; null where none with a date has.',
    }),
    last: t.expose('last', {
      type: EventRef,
      nullable: true,
      description: 'The latest event that has begun by today; null where none with a date has.',
    }),
    longestGap: t.expose('longestGap', {
      type: GapRef,
      nullable: true,
      description: 'The longest stretch up to today without an event; null where no two are apart.',
    }),
    ministers: t.field({
      type: [SharedMinisterRef],
      description: 'The ten New Zealand ministers who share most events with the country, most first.',
      extensions: listSize('mostShared'),
      resolve: ({ ministers }) => ministers,
    }),
    officials: t.field({
      type: [SharedOfficialRef],
      description: 'The ten holders of offices elsewhere who share most events with the country, most first.',
      extensions: listSize('mostShared'),
      resolve: ({ officials }) => officials,
    }),
    portfolios: t.field({
      type: [SharedPortfolioRef],
      description: 'The ten portfolios whose releases report most events with the country, most first.',
      extensions: listSize('mostShared'),
      resolve: ({ portfolios }) => portfolios,
    }),
    upcoming: t.field({
      type: [EventRef],
      description: 'What is planned and not yet over as far as is known, soonest first, undated last.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: 10,
          description: `At most this many, 1 to ${MAX_PAGE}; pages of more are to be had from \`events\`.`,
        }),
      },
      resolve: ({ upcoming }, { first }, _context, info) =>
        upcoming.slice(0, boundedNumber('first', first, 1, MAX_PAGE, info)),
    }),
  }),
});

builder.queryField('relationship', (t) =>
  t.field({
    type: RelationshipRef,
    nullable: true,
    description:
      'What the relationship with one country looks like. An unknown country is an error that suggests near names.',
    args: {
      country: t.arg.string({
        required: true,
        description: 'Alpha-2 code, alpha-3 code or name: `VN`, `VNM`, `Viet Nam`.',
      }),
      today: t.arg({
        type: 'Date',
        description:
          'The day that divides past and future; the server’s day in New Zealand where it is left out.',
      }),
    },
    resolve: async (_root, { country, today }, context) => {
      const { id } = (await context.names()).country.find(country);
      return context.view.relationship(id, today ?? context.today());
    },
  }),
);
