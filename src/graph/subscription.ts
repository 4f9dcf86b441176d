import type { EventFilter } from '../store/filters.ts';
import { builder } from './builder.ts';
import type { GraphContext, LiveChanges } from './context.ts';
import { inputError } from './errors.ts';
import { EventFilterInput } from './filter-inputs.ts';
import { eventFilter } from './filters.ts';
import { EventRef, loadNode, ReleaseRef } from './node-refs.ts';

/** How many events of one day, with ids next to each other, a look for one of them can meet. */
const NEARBY = 10;

/** Whether an event is in the list of a filter: asked of the store itself, so that a filter means one thing only. */
async function isListed(id: string, filter: EventFilter, context: GraphContext): Promise<boolean> {
  const event = await loadNode('event', id, context);
  if (!event) return false;
  const { rows } = await context.view.page(
    'event',
    filter,
    { by: 'DATE', descending: false },
    {
      limit: NEARBY,
      backward: false,
      // The key just before its own.
      after: [event.date?.earliest ?? null, event.id.slice(0, -1)],
      before: null,
      total: false,
    },
  );
  return rows.some(({ node }) => node.id === event.id);
}

/** What the server follows; throws where there is none, as where a document runs without a server. */
function liveOf({ live }: GraphContext): LiveChanges {
  if (!live) throw inputError('BAD_INPUT', 'There is nothing to subscribe to outside of a server.');
  return live;
}

builder.subscriptionType({
  description: 'What happens in the graph while it is watched, by server-sent events.',
});

builder.subscriptionFields((t) => ({
  eventAdded: t.field({
    type: EventRef,
    nullable: true,
    description:
      'Each event that comes into the graph, whichever process writes it, once it can be read. Null where it is gone again. Events that only change do not come here; see `changes`.',
    args: { filter: t.arg({ type: EventFilterInput, description: 'Leaves only the events that fit.' }) },
    subscribe: async (_root, args, context) => {
      // Names that are not known are told now, not with the first event.
      const filter = await eventFilter(args.filter, context);
      const keep = (id: string) => isListed(id, filter, context);
      return liveOf(context).follow('event', args.filter ? keep : undefined);
    },
    resolve: (id) => id as string,
  }),
  releaseIngested: t.field({
    type: ReleaseRef,
    nullable: true,
    description:
      'Each release that is ingested, for the first time or again with other words, once it can be read. Null where it is gone again.',
    subscribe: (_root, _args, context) => liveOf(context).follow('release'),
    resolve: (id) => id as string,
  }),
}));
