import type { Seen } from '../model/graph.ts';
import { builder } from './builder.ts';

/** What all named kinds of node have in common. */
export const NamedNodeRef = builder
  .interfaceRef<Seen & { readonly id: string; readonly name: string }>('NamedNode')
  .implement({
    description: 'A minister, country, portfolio or official: whatever has a name and takes part in events.',
    interfaces: [builder.nodeInterfaceRef()],
    fields: (t) => ({
      name: t.exposeString('name', { description: 'What people call it, in English.' }),
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
    }),
  });
