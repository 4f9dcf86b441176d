import { byCode } from '../model/ids.ts';
import type { ProblemCode } from '../model/problem.ts';
import { builder } from './builder.ts';
import { ProblemCodeEnum } from './enums.ts';
import { listSize } from './list-sizes.ts';
import { ProblemCountRef, StatisticsRef } from './refs.ts';

ProblemCountRef.implement({
  description: 'How often one kind of problem was found.',
  fields: (t) => ({
    code: t.expose('code', {
      type: ProblemCodeEnum,
      description: 'What is wrong, as `problems(code:)` takes it.',
    }),
    count: t.exposeInt('count', { description: 'Number of problems of this kind.' }),
  }),
});

StatisticsRef.implement({
  description: 'How large the graph is and which state of it is served.',
  fields: (t) => ({
    revision: t.exposeString('revision', {
      description: 'Changes whenever the graph does; what was fetched under the same revision fits together.',
    }),
    releases: t.int({
      description: 'How many press releases were read, duplicates included.',
      resolve: ({ nodes }) => nodes.release,
    }),
    events: t.int({
      description: 'Number of events, merged ones once.',
      resolve: ({ nodes }) => nodes.event,
    }),
    ministers: t.int({
      description: 'How many people signed or are named as New Zealand ministers.',
      resolve: ({ nodes }) => nodes.minister,
    }),
    countries: t.int({
      description: 'Number of countries that occur.',
      resolve: ({ nodes }) => nodes.country,
    }),
    portfolios: t.int({
      description: 'Number of names of offices.',
      resolve: ({ nodes }) => nodes.portfolio,
    }),
    officials: t.int({
      description: 'Number of officials elsewhere.',
      resolve: ({ nodes }) => nodes.official,
    }),
    evidence: t.exposeInt('evidence', { description: 'Number of passages that state an event.' }),
    mentions: t.exposeInt('mentions', { description: 'Number of stretches of text that name a node.' }),
    terms: t.exposeInt('terms', { description: 'Number of terms in which ministers were seen.' }),
    problems: t.field({
      type: [ProblemCountRef],
      description: 'The kinds of problem found in the corpus, in the order of their codes.',
      extensions: listSize('problemCodes'),
      resolve: ({ problems }) =>
        Object.entries(problems)
          .map(([code, count]) => ({ code: code as ProblemCode, count }))
          .sort((a, b) => byCode(a.code, b.code)),
    }),
  }),
});

builder.queryField('statistics', (t) =>
  t.field({
    type: StatisticsRef,
    nullable: true,
    description: 'Figures of the whole graph.',
    resolve: async (_root, _args, { view }) => {
      const [counts, revision] = await Promise.all([view.counts(), view.revision()]);
      return { ...counts, revision };
    },
  }),
);
