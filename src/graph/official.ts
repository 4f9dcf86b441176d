import { builder } from './builder.ts';
import { listIdentity } from './cursor.ts';
import { NameOrderEnum } from './enums.ts';
import { OfficialFilterInput } from './filter-inputs.ts';
import { namedFilter, nameOrder } from './filters.ts';
import { cut, listSize } from './list-sizes.ts';
import { addEvents, addNeighbours, addReleases } from './lists.ts';
import { NamedNodeRef } from './named-node.ts';
import { CountryRef, OfficialRef } from './node-refs.ts';
import { connection, pageRequest } from './paging.ts';
import { OfficialConnectionRef, OfficialRoleRef } from './refs.ts';

OfficialRoleRef.implement({
  description: 'An office that an official is given in releases, and when.',
  fields: (t) => ({
    role: t.exposeString('role', {
      description: 'As releases give it, without the adjective of the country.',
    }),
    first: t.expose('first', {
      type: 'Date',
      nullable: true,
      description: 'Day of the first release that gives it; null where none of them has a date.',
    }),
    last: t.expose('last', {
      type: 'Date',
      nullable: true,
      description: 'Day of the last release that gives it; null where none of them has a date.',
    }),
  }),
});

OfficialRef.implement({
  interfaces: [NamedNodeRef],
  description: 'A named holder of a public office of another country or of an international organisation.',
  fields: (t) => ({
    slug: t.string({
      description:
        'Name and country or organisation in ASCII, by which filters and `official` know the person.',
      resolve: (official) => official.id,
    }),
    name: t.exposeString('name', {
      description: 'The fullest form in any release, without rank or honorific.',
    }),
    aliases: t.exposeStringList('aliases', { description: 'Other forms of the name in releases.' }),
    role: t.exposeString('role', {
      nullable: true,
      description: 'The latest office that a release gives; null where none does.',
    }),
    roles: t.field({
      type: [OfficialRoleRef],
      extensions: listSize('roles'),
      resolve: ({ roles }) => cut('roles', roles),
      description: 'Every office that a release gives, by the day it is first given.',
    }),
    organisation: t.exposeString('organisation', {
      nullable: true,
      description: 'The organisation whose office it is; null where it is a country’s.',
    }),
    country: t.field({
      type: CountryRef,
      nullable: true,
      description: 'The country whose office it is; null where it is an organisation’s.',
      resolve: async ({ countryId }, _args, context) =>
        countryId === null ? null : ((await context.names()).country.byId(countryId) ?? null),
    }),
  }),
});

addEvents(OfficialRef, 'official', 'The events in which the official takes part.');
addReleases(OfficialRef, 'official', 'The releases that name the official.');
addNeighbours(OfficialRef, 'official', {
  ministers: 'The New Zealand ministers whom the official has dealt with.',
  countries: 'The countries that occur with the official, the official’s own among them.',
  portfolios: 'The portfolios whose releases report the official’s events.',
});

builder.queryFields((t) => ({
  official: t.field({
    type: OfficialRef,
    nullable: true,
    description: 'One official. An unknown slug or name is an error with near names.',
    args: {
      slug: t.arg.string({
        required: true,
        description:
          'The slug, as `officials` gives it, or a name; of several who have it the first by slug.',
      }),
    },
    resolve: async (_root, { slug }, context) => (await context.names()).official.find(slug),
  }),
  officials: t.field({
    type: OfficialConnectionRef,
    nullable: true,
    description: 'Officials that fit a filter. `first` or `last` is required.',
    args: {
      filter: t.arg({ type: OfficialFilterInput, description: 'Leaves only the officials that fit.' }),
      orderBy: t.arg({
        type: NameOrderEnum,
        required: true,
        defaultValue: 'NAME_ASC',
        description: 'By name where nothing is said.',
      }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, args, context, info) => {
      const filter = await namedFilter(args.filter, context);
      const order = nameOrder(args.orderBy);
      const list = listIdentity(null, 'official', filter, order);
      const request = pageRequest(args, list, info);
      return connection(await context.view.page('official', filter, order, request), list);
    },
  }),
}));
