import { builder } from './builder.ts';
import { listIdentity } from './cursor.ts';
import { NameOrderEnum } from './enums.ts';
import { MinisterFilterInput } from './filter-inputs.ts';
import { namedFilter, nameOrder } from './filters.ts';
import { cut, listSize } from './list-sizes.ts';
import { addEvents, addNeighbours, addReleases } from './lists.ts';
import { wikidataOf } from './minister-identifiers.ts';
import { NamedNodeRef } from './named-node.ts';
import { MinisterRef } from './node-refs.ts';
import { connection, MAX_PAGE, pageRequest } from './paging.ts';
import { MinisterConnectionRef, TermRef } from './refs.ts';

MinisterRef.implement({
  interfaces: [NamedNodeRef],
  description:
    'A person who signed releases as a New Zealand minister, or is known to have been one and is named: one node a person.',
  fields: (t) => ({
    slug: t.string({
      description: 'The name in ASCII, `phil-goff`, by which filters and `minister` know the person.',
      resolve: (minister) => minister.id,
    }),
    name: t.exposeString('name', { description: 'The fullest usual name, without honorifics.' }),
    aliases: t.exposeStringList('aliases', {
      description: 'The strings as signed that mean this person, honorifics and misprints among them.',
    }),
    wikidata: t.string({
      nullable: true,
      description: 'The item in Wikidata that is this person, `Q597909`; null where none is known.',
      resolve: ({ id }) => wikidataOf(id),
    }),
    terms: t.field({
      type: [TermRef],
      nullable: true,
      description: 'When the person was seen in which portfolio.',
      extensions: listSize('terms'),
      resolve: async ({ id }, _args, context) =>
        cut('terms', await context.loaders.terms('minister').load(id)),
    }),
  }),
});

addEvents(MinisterRef, 'minister', 'The events in which the minister takes part.');
addReleases(MinisterRef, 'minister', 'The releases that the minister signed or is named in.');
addNeighbours(MinisterRef, 'minister', {
  countries: 'The countries that the minister has dealt with.',
  officials: 'The holders of offices elsewhere whom the minister has dealt with.',
  portfolios: 'The portfolios whose releases report the minister’s events.',
});

builder.queryFields((t) => ({
  minister: t.field({
    type: MinisterRef,
    nullable: true,
    description: 'One minister. An unknown name is an error that suggests near ones.',
    args: { slug: t.arg.string({ required: true, description: 'The slug, or a name in full.' }) },
    resolve: async (_root, { slug }, context) => (await context.names()).minister.find(slug),
  }),
  ministers: t.field({
    type: MinisterConnectionRef,
    nullable: true,
    description: `Ministers that fit a filter. Gives ${MAX_PAGE} where neither \`first\` nor \`last\` is given.`,
    args: {
      filter: t.arg({ type: MinisterFilterInput, description: 'Leaves only the ministers that fit.' }),
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
      const list = listIdentity(null, 'minister', filter, order);
      const request = pageRequest(args, list, info, MAX_PAGE);
      return connection(await context.view.page('minister', filter, order, request), list);
    },
  }),
}));
