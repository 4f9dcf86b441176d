import type { ChangeLog } from './changes.ts';
import type { Session } from './session.ts';

/** What the steps of replacing a graph share. */
export interface Replacing {
  readonly session: Session;
  readonly changes: ChangeLog;
  /** Day of each stored release, the empty string where it has none. */
  readonly days: ReadonlyMap<string, string>;
  /** Key of each stored release. */
  readonly keys: ReadonlyMap<string, number>;
}

/** The hash that each row was written with, by id. */
export async function hashesOf(
  session: Session,
  sql: string,
  ...parameters: readonly string[]
): Promise<Map<string, string>> {
  const rows = await session.query<{ readonly id: string; readonly row_hash: string }>(sql, parameters);
  return new Map(rows.map((row) => [row.id, row.row_hash]));
}
