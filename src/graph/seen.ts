import type { ObjectRef } from '@pothos/core';
import type { Seen } from '../model/graph.ts';
import { builder, type SchemaTypes } from './builder.ts';
import type { NodeRef } from './node-refs.ts';

/** Adds the figures that every named node carries. */
export function addSeen<T extends Seen>(ref: NodeRef<T>): void {
  // Pothos cannot tell that the parent of a field of a generic ref is the ref's own shape.
  builder.objectFields(ref as unknown as ObjectRef<SchemaTypes, Seen>, (t) => ({
    eventCount: t.exposeInt('eventCount', { description: 'Number of events that it is part of.' }),
    releaseCount: t.exposeInt('releaseCount', { description: 'Number of releases in which it occurs.' }),
    firstSeen: t.expose('firstSeen', {
      type: 'Date',
      nullable: true,
      description: 'Day of the first release in which it occurs; null where none has a date.',
    }),
    lastSeen: t.expose('lastSeen', {
      type: 'Date',
      nullable: true,
      description: 'Day of the last release in which it occurs; null where none has a date.',
    }),
  }));
}
