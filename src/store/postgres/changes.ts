import type { NodeKind } from '../../model/graph.ts';
import type { Session } from './session.ts';

/** Notes which nodes changed, each once, under a number that grows with every note. */
export interface ChangeLog {
  upsert(kind: NodeKind, ids: readonly string[]): void;
  remove(kind: NodeKind, ids: readonly string[]): void;
  /** Writes the notes since the last time. */
  flush(session: Session): Promise<void>;
}

interface Note {
  readonly kind: string;
  readonly id: string;
  readonly action: 'UPSERT' | 'DELETE';
}

/**
 * Numbers are given here and not by a sequence: there is one writer at a time, and only so are they seen in their
 * order and the same as on any engine. The largest number ever given always stands in the table.
 */
export function createChangeLog(): ChangeLog {
  let notes: Note[] = [];
  const noteAll = (kind: NodeKind, ids: readonly string[], action: Note['action']): void => {
    for (const id of ids) notes.push({ kind, id, action });
  };
  return {
    upsert: (kind, ids) => noteAll(kind, ids, 'UPSERT'),
    remove: (kind, ids) => noteAll(kind, ids, 'DELETE'),
    async flush(session) {
      if (notes.length === 0) return;
      // The latest note of a node goes; the numbers of those before it are not given again.
      const latest = new Map(notes.map((note, place) => [`${note.kind}\t${note.id}`, { ...note, place }]));
      notes = [];
      const rows = [...latest.values()];
      await session.query(
        `insert into change (sequence, kind, id, action)
          select l.last + n.place + 1, n.kind, n.id, n.action
          from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) as n (place, kind, id, action)
          cross join (select coalesce(max(sequence), 0) as last from change) as l
          on conflict (kind, id) do update set sequence = excluded.sequence, action = excluded.action`,
        [
          rows.map(({ place }) => place),
          rows.map(({ kind }) => kind),
          rows.map(({ id }) => id),
          rows.map(({ action }) => action),
        ],
      );
    },
  };
}
