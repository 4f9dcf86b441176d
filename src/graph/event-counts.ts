import type { CountKey, EventCount } from '../store/analytics.ts';
import { builder } from './builder.ts';
import { CountKeyEnum } from './enums-analysis.ts';
import { inputError } from './errors.ts';
import { EventFilterInput } from './filter-inputs.ts';
import { eventFilter } from './filters.ts';
import { labelOf } from './labels.ts';
import { listSize } from './list-sizes.ts';
import { boundedNumber } from './paging.ts';

const MAX_COUNTS = 1000;
const MAX_KEYS = 2;

/** A row of a count and what its keys are of. */
interface CountNode extends EventCount {
  readonly by: readonly CountKey[];
}

const EventCountRef = builder.objectRef<CountNode>('EventCount').implement({
  description: 'How many events have one value, or two values together, of what they are counted by.',
  fields: (t) => ({
    keys: t.field({
      type: t.listRef('String', { nullable: true }),
      description:
        'The values, in the order asked for: codes and slugs as filters take them, kinds, statuses, `2006` or `2006-11`; null for the date of an event that does not have one so exact.',
      extensions: listSize('keys'),
      resolve: ({ keys }) => keys,
    }),
    labels: t.field({
      type: t.listRef('String', { nullable: true }),
      nullable: true,
      description: 'The same for people to read: names in place of codes and slugs.',
      extensions: listSize('keys'),
      resolve: ({ keys, by }, _args, context) =>
        Promise.all(keys.map((key, position) => labelOf(by[position] ?? null, key, context))),
    }),
    count: t.exposeInt('count', { description: 'Number of events, merged ones once.' }),
  }),
});

builder.queryField('eventCounts', (t) =>
  t.field({
    type: [EventCountRef],
    nullable: true,
    description:
      'Numbers of events by one or two things: facets beside any list, by the same filter. Most first, then by keys.',
    args: {
      filter: t.arg({ type: EventFilterInput, description: 'Counts only the events that fit.' }),
      by: t.arg({
        type: [CountKeyEnum],
        required: true,
        description: 'One or two things to count by; two give a row for each pair that occurs.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 100,
        description: `At most this many rows, 1 to ${MAX_COUNTS}, those with most events.`,
      }),
    },
    resolve: async (_root, args, context, info) => {
      const { by } = args;
      if (by.length < 1 || by.length > MAX_KEYS || new Set(by).size < by.length) {
        throw inputError(
          'BAD_INPUT',
          `Query.eventCounts: \`by\` takes one or two different keys, got ${by.join(', ') || 'none'}.`,
        );
      }
      const limit = boundedNumber('first', args.first, 1, MAX_COUNTS, info);
      const counts = await context.view.eventCounts(await eventFilter(args.filter, context), by, limit);
      return counts.map((count) => ({ ...count, by }));
    },
  }),
);
