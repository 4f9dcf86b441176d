import type { NodeKind } from '../../model/graph.ts';
import type { Database } from './database.ts';

/** Notes which nodes changed, each once, under a number that grows with every note. */
export interface ChangeLog {
  upsert(kind: NodeKind, id: string): void;
  remove(kind: NodeKind, id: string): void;
  /** Many nodes of a kind, in the list's order. */
  upsertAll(kind: NodeKind, ids: readonly string[]): void;
  removeAll(kind: NodeKind, ids: readonly string[]): void;
}

export function createChangeLog(database: Database): ChangeLog {
  // The older note of a node goes with `or replace`; its number is never given again.
  const one = database.statement('insert or replace into change (kind, id, action) values (?, ?, ?)');
  const many = database.statement(
    'insert or replace into change (kind, id, action) select ?, value, ? from json_each(?)',
  );
  return {
    upsert: (kind, id) => void one.run(kind, id, 'UPSERT'),
    remove: (kind, id) => void one.run(kind, id, 'DELETE'),
    upsertAll: (kind, ids) => void many.run(kind, 'UPSERT', JSON.stringify(ids)),
    removeAll: (kind, ids) => void many.run(kind, 'DELETE', JSON.stringify(ids)),
  };
}
