import type { EventSeries, SeriesGroup, SeriesRow } from '../store/analytics.ts';
import { builder } from './builder.ts';
import { SeriesGroupEnum, SeriesIntervalEnum } from './enums-analysis.ts';
import { inputError } from './errors.ts';
import { EventFilterInput } from './filter-inputs.ts';
import { eventFilter } from './filters.ts';
import { labelOf } from './labels.ts';
import { boundedNumber } from './paging.ts';

const MAX_GROUPS = 50;
const MAX_ROWS = 20_000;

interface RowNode extends SeriesRow {
  readonly by: SeriesGroup | null;
}

interface SeriesNode extends EventSeries {
  readonly by: SeriesGroup | null;
}

const SeriesRowRef = builder.objectRef<RowNode>('SeriesRow').implement({
  description: 'One point of a series, flat, as dashboards take them.',
  fields: (t) => ({
    start: t.expose('start', { type: 'Date', description: 'The first day of the step.' }),
    group: t.exposeString('group', {
      nullable: true,
      description:
        'Code, slug, kind or status as filters take it; OTHER for all that are not among the top; null where the series is not split.',
    }),
    label: t.string({
      nullable: true,
      description: 'What people call the group: the name in place of a code or slug.',
      resolve: ({ group, by }, _args, context) => labelOf(by, group, context),
    }),
    count: t.exposeInt('count', {
      description: 'Number of events whose date begins in the step; zeros are said.',
    }),
  }),
});

const EventSeriesRef = builder.objectRef<SeriesNode>('EventSeries').implement({
  description: 'Numbers of events over time.',
  fields: (t) => ({
    rows: t.field({
      type: [SeriesRowRef],
      nullable: true,
      description:
        'By step, then by group: most events first, OTHER last. A series that has more rows than `first` is an error, for a part of it would mislead.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: 5000,
          description: `The most rows to take, 1 to ${MAX_ROWS}.`,
        }),
      },
      resolve: ({ rows, by }, { first }, _context, info) => {
        const limit = boundedNumber('first', first, 1, MAX_ROWS, info);
        if (rows.length > limit) {
          const message = `EventSeries.rows: there are ${rows.length} rows, more than \`first: ${limit}\`; narrow \`from\` and \`to\`, take a longer interval or fewer groups.`;
          throw inputError('BAD_INPUT', message);
        }
        return rows.map((row) => ({ ...row, by }));
      },
    }),
    gapsFilled: t.exposeBoolean('gapsFilled', {
      description: 'Whether steps without events are there as zeros; false where there would be too many.',
    }),
    undatedCount: t.exposeInt('undatedCount', {
      description: 'Number of events that fit and have no date: they are in no row.',
    }),
    impreciseCount: t.exposeInt('impreciseCount', {
      description:
        'Number of events that fit and whose date is less exact than the interval: they are in no row.',
    }),
  }),
});

builder.queryField('eventSeries', (t) =>
  t.field({
    type: EventSeriesRef,
    nullable: true,
    description: 'Events over time, for a dashboard: flat rows, gaps filled with zeros.',
    args: {
      filter: t.arg({
        type: EventFilterInput,
        description:
          'Counts only the events that fit; `from` and `to` also say where the series begins and ends.',
      }),
      interval: t.arg({ type: SeriesIntervalEnum, required: true, description: 'How long each step is.' }),
      groupBy: t.arg({
        type: SeriesGroupEnum,
        description: 'Splits each step by this; not at all where it is left out.',
      }),
      top: t.arg.int({
        required: true,
        defaultValue: 10,
        description: `With \`groupBy\`: this many groups with most events, 1 to ${MAX_GROUPS}; the rest are OTHER.`,
      }),
    },
    resolve: async (_root, args, context, info) => {
      const by = args.groupBy ?? null;
      const top = boundedNumber('top', args.top, 1, MAX_GROUPS, info);
      const filter = await eventFilter(args.filter, context);
      return { ...(await context.view.eventSeries(filter, args.interval, by, top)), by };
    },
  }),
);
