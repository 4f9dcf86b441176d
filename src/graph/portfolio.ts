import { byCode } from '../model/ids.ts';
import { builder } from './builder.ts';
import { listIdentity } from './cursor.ts';
import { NameOrderEnum } from './enums.ts';
import { PortfolioFilterInput } from './filter-inputs.ts';
import { namedFilter, nameOrder } from './filters.ts';
import { cut, listSize } from './list-sizes.ts';
import { addEvents, addNeighbours, addReleases } from './lists.ts';
import { NamedNodeRef } from './named-node.ts';
import { PortfolioRef } from './node-refs.ts';
import { connection, MAX_PAGE, pageRequest } from './paging.ts';
import { PortfolioConnectionRef, TermRef } from './refs.ts';

PortfolioRef.implement({
  interfaces: [NamedNodeRef],
  description:
    'An office under whose name ministers sign; each name that an office has had is a node of its own.',
  fields: (t) => ({
    slug: t.string({
      description: 'The name in ASCII, `foreign-affairs`, by which filters and `portfolio` know it.',
      resolve: (portfolio) => portfolio.id,
    }),
    name: t.exposeString('name', { description: 'The name of the office as it is usually signed.' }),
    aliases: t.exposeStringList('aliases', { description: 'The strings as signed that mean this office.' }),
    office: t.field({
      type: PortfolioRef,
      nullable: true,
      description: 'For an associate’s portfolio the full office, else null.',
      resolve: async ({ office }, _args, context) =>
        office === null ? null : ((await context.names()).portfolio.byId(office) ?? null),
    }),
    associates: t.field({
      type: [PortfolioRef],
      nullable: true,
      description: 'The portfolios of associates of this office, in the order of their slugs.',
      extensions: listSize('officesOfLineage'),
      resolve: async ({ id }, _args, context) =>
        cut(
          'officesOfLineage',
          (await context.names()).portfolio.all.filter(({ office }) => office === id),
        ),
    }),
    lineage: t.field({
      type: [PortfolioRef],
      nullable: true,
      description: 'Every name that the office has had, this one among them, by the day it was first seen.',
      extensions: listSize('officesOfLineage'),
      resolve: async ({ lineage }, _args, context) =>
        cut(
          'officesOfLineage',
          (await context.names()).portfolio.all
            .filter((portfolio) => portfolio.lineage === lineage)
            .sort((a, b) => byCode(a.firstSeen ?? '9', b.firstSeen ?? '9') || byCode(a.id, b.id)),
        ),
    }),
    terms: t.field({
      type: [TermRef],
      nullable: true,
      description: 'Who was seen in this portfolio when, under this name of it.',
      extensions: listSize('terms'),
      resolve: async ({ id }, _args, context) =>
        cut('terms', await context.loaders.terms('portfolio').load(id)),
    }),
  }),
});

addEvents(PortfolioRef, 'portfolio', 'The events that releases of this portfolio report.');
addReleases(PortfolioRef, 'portfolio', 'The releases published under this name of the office.');
addNeighbours(PortfolioRef, 'portfolio', {
  ministers: 'The ministers who occur in the portfolio’s events and releases.',
  countries: 'The countries that the portfolio’s events and releases are about.',
  officials: 'The holders of offices elsewhere who occur in the portfolio’s events and releases.',
});

builder.queryFields((t) => ({
  portfolio: t.field({
    type: PortfolioRef,
    nullable: true,
    description: 'One portfolio. An unknown name is an error that suggests near ones.',
    args: { slug: t.arg.string({ required: true, description: 'The slug, or the name in full.' }) },
    resolve: async (_root, { slug }, context) => (await context.names()).portfolio.find(slug),
  }),
  portfolios: t.field({
    type: PortfolioConnectionRef,
    nullable: true,
    description: `Portfolios that fit a filter. Gives ${MAX_PAGE} where neither \`first\` nor \`last\` is given.`,
    args: {
      filter: t.arg({ type: PortfolioFilterInput, description: 'Leaves only the portfolios that fit.' }),
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
      const list = listIdentity(null, 'portfolio', filter, order);
      const request = pageRequest(args, list, info, MAX_PAGE);
      return connection(await context.view.page('portfolio', filter, order, request), list);
    },
  }),
}));
