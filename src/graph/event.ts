import { builder } from './builder.ts';
import { listIdentity } from './cursor.ts';
import { DateOrderEnum, EventStatusEnum, EventTypeEnum } from './enums.ts';
import { namedById } from './fetch.ts';
import { EventFilterInput } from './filter-inputs.ts';
import { dateOrder, eventFilter } from './filters.ts';
import { rawId } from './global-id.ts';
import { lifeCycle } from './life-cycle.ts';
import { cut, listSize } from './list-sizes.ts';
import { addReleases } from './lists.ts';
import { CountryRef, EventRef, loadNodes, MinisterRef, OfficialRef, PortfolioRef } from './node-refs.ts';
import { connection, pageRequest } from './paging.ts';
import { EventConnectionRef, EventDateRef, EvidenceRef, LifeCycleStepRef } from './refs.ts';

EventRef.implement({
  description:
    'One occurrence that releases state as fact, past, under way or planned, merged over all that report it.',
  fields: (t) => ({
    key: t.string({
      description: 'Its id within the events, as exports give it: a hash of the earliest statement of it.',
      resolve: (event) => event.id,
    }),
    type: t.expose('type', { type: EventTypeEnum, description: 'What kind of occurrence it is.' }),
    status: t.expose('status', {
      type: EventStatusEnum,
      description: 'Where it stands, by the latest release that reports it.',
    }),
    headline: t.exposeBoolean('headline', {
      description: 'Whether some release exists to report it; false where it is only mentioned in passing.',
    }),
    summary: t.exposeString('summary', {
      description:
        'One line for lists: the title of the release that exists to report it, else the first quote.',
    }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'The proper name of the occurrence as written, where it has one.',
    }),
    place: t.exposeString('place', {
      nullable: true,
      description: 'The most exact place that a release gives, as written; null where none does.',
    }),
    date: t.expose('date', {
      type: EventDateRef,
      nullable: true,
      description:
        'When it was or will be, no more exact than the text; null where the text gives no way to tell.',
    }),
    countries: t.field({
      type: [CountryRef],
      nullable: true,
      description:
        'Countries that take part or where it happens, New Zealand left out, in the order of their codes.',
      extensions: listSize('countriesOfEvent'),
      resolve: ({ countries }, _args, context) =>
        namedById('country', cut('countriesOfEvent', countries), context),
    }),
    ministers: t.field({
      type: [MinisterRef],
      nullable: true,
      description: 'New Zealand ministers who take part, in the order of their slugs.',
      extensions: listSize('peopleOfEvent'),
      resolve: ({ ministers }, _args, context) =>
        namedById('minister', cut('peopleOfEvent', ministers), context),
    }),
    officials: t.field({
      type: [OfficialRef],
      nullable: true,
      description: 'Holders of public offices elsewhere who take part, in the order of their slugs.',
      extensions: listSize('peopleOfEvent'),
      resolve: ({ officials }, _args, context) =>
        loadNodes('official', cut('peopleOfEvent', officials), context),
    }),
    portfolios: t.field({
      type: [PortfolioRef],
      nullable: true,
      description: 'Portfolios of the releases that report it, in the order of their slugs.',
      extensions: listSize('portfoliosOfEvent'),
      resolve: ({ portfolios }, _args, context) =>
        namedById('portfolio', cut('portfoliosOfEvent', portfolios), context),
    }),
    evidence: t.field({
      type: [EvidenceRef],
      nullable: true,
      description: 'Every passage that states it, oldest release first; never empty.',
      extensions: listSize('evidence'),
      resolve: async ({ id }, _args, context) => cut('evidence', await context.loaders.evidence.load(id)),
    }),
    steps: t.field({
      type: [LifeCycleStepRef],
      nullable: true,
      description: 'Its life over the releases: one step for each change of status, oldest first.',
      extensions: listSize('evidence'),
      resolve: async ({ id }, _args, context) =>
        lifeCycle(cut('evidence', await context.loaders.evidence.load(id))),
    }),
  }),
});

addReleases(EventRef, 'event', 'The releases that report it.');

builder.queryFields((t) => ({
  event: t.field({
    type: EventRef,
    nullable: true,
    description:
      'One event; the id of a statement that was merged into an event gives that event. Null where there is none.',
    args: { id: t.arg.id({ required: true, description: 'The opaque `id` of the event, or its `key`.' }) },
    resolve: (_root, { id }) => rawId('Event', String(id)),
  }),
  events: t.field({
    type: EventConnectionRef,
    nullable: true,
    description:
      'Events that fit a filter, each once however many releases report it. `first` or `last` is required.',
    args: {
      filter: t.arg({ type: EventFilterInput, description: 'Leaves only the events that fit.' }),
      orderBy: t.arg({
        type: DateOrderEnum,
        required: true,
        defaultValue: 'DATE_DESC',
        description: 'By the day of the event, newest first where nothing is said.',
      }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, args, context, info) => {
      const filter = await eventFilter(args.filter, context);
      const order = dateOrder(args.orderBy);
      const list = listIdentity(null, 'event', filter, order);
      const request = pageRequest(args, list, info);
      return connection(await context.view.page('event', filter, order, request), list);
    },
  }),
}));
