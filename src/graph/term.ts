import { TermKindEnum } from './enums.ts';
import { MinisterRef, PortfolioRef } from './node-refs.ts';
import { TermRef } from './refs.ts';

TermRef.implement({
  description:
    'A stretch of time in which a minister was seen signing for a portfolio. It says "seen", not "appointed": the first and last releases bound it from within.',
  fields: (t) => ({
    kind: t.expose('kind', { type: TermKindEnum, description: 'In full, acting, or as an associate.' }),
    first: t.expose('first', { type: 'Date', description: 'Day of the first release signed so.' }),
    last: t.expose('last', { type: 'Date', description: 'Day of the last release signed so.' }),
    releaseCount: t.exposeInt('releaseCount', { description: 'Number of releases signed so.' }),
    minister: t.field({
      type: MinisterRef,
      nullable: true,
      description: 'Who signed.',
      resolve: async ({ ministerId }, _args, context) =>
        (await context.names()).minister.byId(ministerId) ?? null,
    }),
    portfolio: t.field({
      type: PortfolioRef,
      nullable: true,
      description: 'The office, under the name it had then.',
      resolve: async ({ portfolioId }, _args, context) =>
        (await context.names()).portfolio.byId(portfolioId) ?? null,
    }),
  }),
});
