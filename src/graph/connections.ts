import type { ImplementableObjectRef, ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from './builder.ts';
import * as nodes from './node-refs.ts';
import * as refs from './refs.ts';

type ConnectionRef<E> = ImplementableObjectRef<SchemaTypes, refs.Connection<E>>;
/** What a list is of: a node type, whose ref stands for ids too, or another type. */
type NodeLike<T> = ObjectRef<SchemaTypes, string | T, T>;
type EdgeRef<E> = ImplementableObjectRef<SchemaTypes, E>;

/** Gives a connection type its three fields; the words name what it lists. */
function implementConnection<E>(ref: ConnectionRef<E>, edge: ObjectRef<SchemaTypes, E>, what: string): void {
  ref.implement({
    description: `A page of a list of ${what}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The rows of the page, in the order of the list whichever end it was taken from.',
        // Pothos cannot see through the type parameter that the list has the shape that the ref has.
        resolve: (page) => page.edges as never,
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Whether there is more, and the cursors to ask for it.',
        resolve: (page) => page.pageInfo,
      }),
      totalCount: t.exposeInt('totalCount', {
        nullable: true,
        description: 'How many rows the whole list has under its filter; counted only where it is asked for.',
      }),
    }),
  });
}

/** Gives an edge type its cursor and node. */
function implementEdge<T, E extends refs.Edge<T>>(ref: EdgeRef<E>, node: NodeLike<T>, what: string): void {
  ref.implement({
    description: `One row of a list of ${what}.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'Opaque place of the row in its list, for `after` and `before`.',
        resolve: (edge) => edge.cursor,
      }),
      node: t.field({
        type: node,
        description: `The row itself: one of the ${what}.`,
        resolve: (edge) => edge.node as never,
      }),
    }),
  });
}

/** Implements the connection and edge of a plain list. */
function implementList<T>(
  name: string,
  what: string,
  node: NodeLike<T>,
  connection: ConnectionRef<refs.Edge<T>>,
): void {
  const edge = builder.objectRef<refs.Edge<T>>(`${name}Edge`);
  implementEdge(edge, node, what);
  implementConnection(connection, edge, what);
}

/** Implements the connection and edge of a list of neighbours: the edge says how much joins the two nodes. */
function implementNeighbours<T>(
  name: string,
  what: string,
  node: NodeLike<T>,
  connection: ConnectionRef<refs.NeighbourEdge<T>>,
): void {
  const edge = builder.objectRef<refs.NeighbourEdge<T>>(`${name}NeighbourEdge`);
  implementEdge(edge, node, `${what} that events or releases join to another node`);
  implementConnection(connection, edge, `${what} beside another node, most events first`);
  builder.objectFields(edge as EdgeRef<Omit<refs.NeighbourEdge<unknown>, 'node'>>, (t) => ({
    eventCount: t.exposeInt('eventCount', { description: 'Number of events that both take part in.' }),
    releaseCount: t.exposeInt('releaseCount', { description: 'Number of releases in which both occur.' }),
    first: t.expose('first', {
      type: 'Date',
      nullable: true,
      description: 'Day of the first release that joins them; null where none of them has a date.',
    }),
    last: t.expose('last', {
      type: 'Date',
      nullable: true,
      description: 'Day of the last release that joins them; null where none of them has a date.',
    }),
  }));
}

implementList('Release', 'releases', nodes.ReleaseRef, refs.ReleaseConnectionRef);
implementList('Event', 'events', nodes.EventRef, refs.EventConnectionRef);
implementList('Minister', 'ministers', nodes.MinisterRef, refs.MinisterConnectionRef);
implementList('Country', 'countries', nodes.CountryRef, refs.CountryConnectionRef);
implementList('Portfolio', 'portfolios', nodes.PortfolioRef, refs.PortfolioConnectionRef);
implementList('Official', 'officials', nodes.OfficialRef, refs.OfficialConnectionRef);
implementList('Problem', 'problems', refs.ProblemRef, refs.ProblemConnectionRef);

implementNeighbours('Minister', 'ministers', nodes.MinisterRef, refs.MinisterNeighboursRef);
implementNeighbours('Country', 'countries', nodes.CountryRef, refs.CountryNeighboursRef);
implementNeighbours('Portfolio', 'portfolios', nodes.PortfolioRef, refs.PortfolioNeighboursRef);
implementNeighbours('Official', 'officials', nodes.OfficialRef, refs.OfficialNeighboursRef);
