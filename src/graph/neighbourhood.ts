import type { DrawnEdge, DrawnNode, Neighbourhood } from '../store/analytics.ts';
import type { NamedRef } from '../store/node-types.ts';
import { builder } from './builder.ts';
import { NodeKindEnum } from './enums-analysis.ts';
import { inputError } from './errors.ts';
import { findNamed, NAMED_WORDS } from './find-named.ts';
import { encodeGlobalId, NODE_TYPES } from './global-id.ts';
import { listSize } from './list-sizes.ts';
import { NamedNodeRef } from './named-node.ts';
import { loadNode } from './node-refs.ts';
import { boundedNumber } from './paging.ts';

const MAX_NODES = 200;
const MAX_LINKS = 2000;

function globalIdOf({ kind, id }: NamedRef): string {
  return encodeGlobalId(NODE_TYPES[kind], id);
}

const NeighbourhoodNodeRef = builder.objectRef<DrawnNode>('NeighbourhoodNode').implement({
  description: 'A node as a drawing needs it.',
  fields: (t) => ({
    key: t.id({ description: 'The opaque id of the node, by which links name it.', resolve: globalIdOf }),
    kind: t.expose('kind', { type: NodeKindEnum, description: 'What it is: for its colour or shape.' }),
    name: t.exposeString('name', { description: 'What to write beside it.' }),
    eventCount: t.exposeInt('eventCount', {
      description: 'Number of events that it is part of in the whole graph: for its size.',
    }),
    releaseCount: t.exposeInt('releaseCount', {
      description: 'Number of releases in which it occurs in the whole graph.',
    }),
    depth: t.exposeInt('depth', { description: 'Steps from the node asked for, which has 0 itself.' }),
    node: t.field({
      type: NamedNodeRef,
      nullable: true,
      description: 'All that there is to know of it.',
      resolve: ({ kind, id }, _args, context) => loadNode(kind, id, context),
    }),
  }),
});

const NeighbourhoodLinkRef = builder.objectRef<DrawnEdge>('NeighbourhoodLink').implement({
  description: 'A line between two nodes of the drawing, without direction, and its weight.',
  fields: (t) => ({
    source: t.id({ description: 'Key of the node at one end.', resolve: ({ a }) => globalIdOf(a) }),
    target: t.id({ description: 'Key of the node at the other end.', resolve: ({ b }) => globalIdOf(b) }),
    eventCount: t.exposeInt('eventCount', { description: 'Number of events that both ends take part in.' }),
    releaseCount: t.exposeInt('releaseCount', {
      description: 'Number of releases in which both ends occur.',
    }),
  }),
});

const NeighbourhoodRef = builder.objectRef<Neighbourhood>('Neighbourhood').implement({
  description: 'The part of the graph around one node, for drawing.',
  fields: (t) => ({
    nodes: t.field({
      type: [NeighbourhoodNodeRef],
      description: 'The node asked for first, then the others, nearest and heaviest first.',
      extensions: listSize('drawnNodes'),
      resolve: ({ nodes }) => nodes,
    }),
    edges: t.field({
      type: [NeighbourhoodLinkRef],
      description: 'What joins the nodes, each pair once, heaviest first.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: 500,
          description: `At most this many, 1 to ${MAX_LINKS}, the heaviest.`,
        }),
      },
      resolve: ({ edges }, { first }, _context, info) =>
        edges.slice(0, boundedNumber('first', first, 1, MAX_LINKS, info)),
    }),
  }),
});

builder.queryField('neighbourhood', (t) =>
  t.field({
    type: NeighbourhoodRef,
    nullable: true,
    description:
      'The nodes around a country, minister, portfolio or official and what joins them, for drawing.',
    args: {
      id: t.arg.id({ required: true, description: NAMED_WORDS }),
      depth: t.arg.int({
        required: true,
        defaultValue: 1,
        description: '1 for its neighbours, 2 for the neighbours of the heaviest of these as well.',
      }),
      limit: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `At most this many nodes around it, 1 to ${MAX_NODES}.`,
      }),
    },
    resolve: async (_root, args, context, info) => {
      const limit = boundedNumber('limit', args.limit, 1, MAX_NODES, info);
      if (args.depth !== 1 && args.depth !== 2) {
        throw inputError('BAD_INPUT', `Query.neighbourhood: \`depth\` must be 1 or 2, got ${args.depth}.`);
      }
      return context.view.neighbourhood(await findNamed(String(args.id), context), args.depth, limit);
    },
  }),
);
