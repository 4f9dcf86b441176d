import { builder } from './builder.ts';
import { listIdentity } from './cursor.ts';
import { NameOrderEnum } from './enums.ts';
import { CountryFilterInput } from './filter-inputs.ts';
import { namedFilter, nameOrder } from './filters.ts';
import { addEvents, addNeighbours, addReleases } from './lists.ts';
import { NamedNodeRef } from './named-node.ts';
import { CountryRef } from './node-refs.ts';
import { connection, MAX_PAGE, pageRequest } from './paging.ts';
import { CountryConnectionRef } from './refs.ts';

CountryRef.implement({
  interfaces: [NamedNodeRef],
  description: 'A country or territory of ISO 3166-1, Kosovo, or a former state by its withdrawn code.',
  fields: (t) => ({
    code: t.string({
      description: 'ISO 3166-1 alpha-3 code, `VNM`; XKX for Kosovo, the withdrawn code of a former state.',
      resolve: (country) => country.id,
    }),
    alpha2: t.exposeString('alpha2', {
      nullable: true,
      description: 'ISO 3166-1 alpha-2 code, `VN`; null where the list of codes has none.',
    }),
    name: t.exposeString('name', { description: 'The usual English name.' }),
    aliases: t.exposeStringList('aliases', {
      description: 'Other names that filters know it by, demonyms among them.',
    }),
  }),
});

addEvents(CountryRef, 'country', 'The events in which the country takes part or that happen there.');
addReleases(CountryRef, 'country', 'The releases that name the country or a place in it.');
addNeighbours(CountryRef, 'country', {
  ministers: 'The New Zealand ministers who have dealt with the country.',
  officials: 'The holders of offices elsewhere who occur with the country, its own and others.',
  portfolios: 'The portfolios whose releases report the country’s events.',
});

builder.queryFields((t) => ({
  country: t.field({
    type: CountryRef,
    nullable: true,
    description: 'One country. An unknown code or name is an error that suggests near ones.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'Alpha-2 code, alpha-3 code or name: `VN`, `VNM`, `Viet Nam`.',
      }),
    },
    resolve: async (_root, { code }, context) => (await context.names()).country.find(code),
  }),
  countries: t.field({
    type: CountryConnectionRef,
    nullable: true,
    description: `Countries that fit a filter. Gives ${MAX_PAGE} where neither \`first\` nor \`last\` is given.`,
    args: {
      filter: t.arg({ type: CountryFilterInput, description: 'Leaves only the countries that fit.' }),
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
      const list = listIdentity(null, 'country', filter, order);
      const request = pageRequest(args, list, info, MAX_PAGE);
      return connection(await context.view.page('country', filter, order, request), list);
    },
  }),
}));
