import type { Hop, Paths } from '../store/analytics.ts';
import { builder } from './builder.ts';
import { inputError } from './errors.ts';
import { findNamed, NAMED_WORDS } from './find-named.ts';
import { listSize } from './list-sizes.ts';
import { NamedNodeRef } from './named-node.ts';
import { EventRef, loadNode, ReleaseRef } from './node-refs.ts';
import { boundedNumber } from './paging.ts';
import { EvidenceRef } from './refs.ts';

const MAX_HOPS = 4;
const MAX_PATHS = 50;

const HopRef = builder.objectRef<Hop>('Hop').implement({
  description: 'One step of a path: two nodes that events or releases join, and one thing that shows it.',
  fields: (t) => ({
    from: t.field({
      type: NamedNodeRef,
      nullable: true,
      description: 'Where the step sets out.',
      resolve: ({ from }, _args, context) => loadNode(from.kind, from.id, context),
    }),
    to: t.field({
      type: NamedNodeRef,
      nullable: true,
      description: 'Where the step leads.',
      resolve: ({ to }, _args, context) => loadNode(to.kind, to.id, context),
    }),
    eventCount: t.exposeInt('eventCount', { description: 'Number of events that both take part in.' }),
    releaseCount: t.exposeInt('releaseCount', { description: 'Number of releases in which both occur.' }),
    event: t.field({
      type: EventRef,
      nullable: true,
      description: 'The latest event that both take part in; null where only releases join them.',
      resolve: ({ evidence }) => (evidence?.kind === 'event' ? evidence.id : null),
    }),
    passage: t.field({
      type: EvidenceRef,
      nullable: true,
      description: 'The first passage that states that event; null where only releases join the two.',
      resolve: async ({ evidence }, _args, context) =>
        evidence?.kind === 'event' ? ((await context.loaders.evidence.load(evidence.id))[0] ?? null) : null,
    }),
    release: t.field({
      type: ReleaseRef,
      nullable: true,
      description: 'The release of that passage; where only releases join the two, the latest of them.',
      resolve: async ({ evidence }, _args, context) => {
        if (evidence?.kind !== 'event') return evidence?.id ?? null;
        return (await context.loaders.evidence.load(evidence.id))[0]?.releaseId ?? null;
      },
    }),
  }),
});

const PathRef = builder.objectRef<readonly Hop[]>('Path').implement({
  description: 'A way from one node to another over who stands beside whom.',
  fields: (t) => ({
    length: t.int({ description: 'Number of steps.', resolve: (hops) => hops.length }),
    hops: t.field({
      type: [HopRef],
      description: 'The steps in order: each sets out where the one before has led.',
      extensions: listSize('hops'),
      resolve: (hops) => hops,
    }),
  }),
});

const PathSearchRef = builder.objectRef<Paths>('PathSearch').implement({
  description: 'How two nodes are connected.',
  fields: (t) => ({
    paths: t.field({
      type: [PathRef],
      description:
        'Shortest first, of one length those through rarer nodes first; no way passes a node twice. Empty where there is none.',
      extensions: listSize('reckonedAbove'),
      resolve: ({ paths }) => paths,
    }),
    cutOff: t.exposeBoolean('cutOff', {
      description:
        'Whether the search was given up for its size: then there may be other ways, or a way where none is given.',
    }),
  }),
});

builder.queryField('paths', (t) =>
  t.field({
    type: PathSearchRef,
    nullable: true,
    description:
      'How two countries, ministers, portfolios or officials are connected: the shortest ways over shared events and releases, each step with its evidence.',
    args: {
      from: t.arg.id({ required: true, description: NAMED_WORDS }),
      to: t.arg.id({ required: true, description: NAMED_WORDS }),
      maxHops: t.arg.int({
        required: true,
        defaultValue: 3,
        description: `The most steps that a way may have, 1 to ${MAX_HOPS}.`,
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 10,
        description: `At most this many ways, 1 to ${MAX_PATHS}.`,
      }),
    },
    resolve: async (_root, args, context, info) => {
      const maxHops = boundedNumber('maxHops', args.maxHops, 1, MAX_HOPS, info);
      const first = boundedNumber('first', args.first, 1, MAX_PATHS, info);
      const from = await findNamed(String(args.from), context);
      const to = await findNamed(String(args.to), context);
      if (from.kind === to.kind && from.id === to.id) {
        throw inputError(
          'BAD_INPUT',
          'Query.paths: `from` and `to` are the same node; give two different ones.',
        );
      }
      return context.view.paths(from, to, maxHops, first);
    },
  }),
);
