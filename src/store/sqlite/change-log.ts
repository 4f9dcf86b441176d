import type { NodeKind } from '../../model/graph.ts';
import type { Statements } from './statements.ts';

/** Notes which nodes changed, each once, under a number that grows with every note. */
export interface ChangeLog {
  upsert(kind: NodeKind, id: string): void;
  remove(kind: NodeKind, id: string): void;
  /** Many nodes of a kind, in the list's order. */
  upsertAll(kind: NodeKind, ids: readonly string[]): void;
  removeAll(kind: NodeKind, ids: readonly string[]): void;
}

export function createChangeLog(statements: Statements): ChangeLog {
  // The older note of a node goes with `or replace`; its number is never given again.
  const one = 'insert or replace into change (kind, id, action) values (?, ?, ?)';
  const many = 'insert or replace into change (kind, id, action) select ?, value, ? from json_each(?)';
  return {
    upsert: (kind, id) => statements.run(one, kind, id, 'UPSERT'),
    remove: (kind, id) => statements.run(one, kind, id, 'DELETE'),
    upsertAll: (kind, ids) => statements.run(many, kind, 'UPSERT', JSON.stringify(ids)),
    removeAll: (kind, ids) => statements.run(many, kind, 'DELETE', JSON.stringify(ids)),
  };
}
