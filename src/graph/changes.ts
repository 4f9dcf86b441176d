import type { Change, Changes } from '../store/analytics.ts';
import { builder } from './builder.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { ChangeActionEnum, NodeKindEnum } from './enums-analysis.ts';
import { inputError } from './errors.ts';
import { encodeGlobalId, NODE_TYPES } from './global-id.ts';
import { listSize } from './list-sizes.ts';
import { loadNode } from './node-refs.ts';
import { boundedNumber } from './paging.ts';

const MAX_CHANGES = 1000;
/** Marks cursors of this list; the log has no filter or order that could make it another. */
const LIST = 'changes';

const ChangeRef = builder.objectRef<Change>('Change').implement({
  description: 'That a node came, became another or went.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Place of the change in the log: `since` this, only later ones come.',
      resolve: ({ sequence }) => encodeCursor(LIST, [sequence, '']),
    }),
    action: t.expose('action', { type: ChangeActionEnum, description: 'Whether to fetch or to drop it.' }),
    kind: t.expose('kind', { type: NodeKindEnum, description: 'What has changed.' }),
    nodeId: t.id({
      description: 'The opaque `id` of the node, which stays known when the node is gone.',
      resolve: ({ kind, id }) => encodeGlobalId(NODE_TYPES[kind], id),
    }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'The node as it is now; null where it is gone.',
      resolve: ({ kind, id, action }, _args, context) =>
        action === 'DELETE' ? null : loadNode(kind, id, context),
    }),
  }),
});

const ChangeLogRef = builder.objectRef<Changes>('ChangeLog').implement({
  description: 'A stretch of the log of changes.',
  fields: (t) => ({
    changes: t.field({
      type: [ChangeRef],
      description: 'What has changed, oldest first; of each node the latest change alone.',
      extensions: listSize('reckonedAbove'),
      resolve: ({ changes }) => changes,
    }),
    cursor: t.string({
      description: 'What to give as `since` the next time, whether or not there is more now.',
      resolve: ({ cursor }) => encodeCursor(LIST, [cursor, '']),
    }),
    hasMore: t.exposeBoolean('hasMore', { description: 'Whether later changes are there already.' }),
  }),
});

/** The sequence number of a cursor; throws BAD_CURSOR for what is no cursor of the log. */
function sequenceOf(cursor: string): number {
  const [sequence] = decodeCursor(LIST, cursor, '`since`');
  if (typeof sequence === 'number' && Number.isSafeInteger(sequence) && sequence >= 0) return sequence;
  throw inputError('BAD_CURSOR', 'The cursor given as `since` is not a cursor that this API gave.');
}

builder.queryField('changes', (t) =>
  t.field({
    type: ChangeLogRef,
    nullable: true,
    description:
      'Everything that has changed since a cursor, for those who mirror the data: start without one, then ask with the last `cursor` again and again.',
    args: {
      since: t.arg.string({
        description: 'The `cursor` of the last answer; from the beginning where it is left out.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 100,
        description: `At most this many changes, 1 to ${MAX_CHANGES}.`,
      }),
    },
    resolve: (_root, args, context, info) => {
      const first = boundedNumber('first', args.first, 1, MAX_CHANGES, info);
      return context.view.changes(args.since == null ? null : sequenceOf(args.since), first);
    },
  }),
);
