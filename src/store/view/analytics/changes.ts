import { sql } from 'kysely';
import type { NodeKind } from '../../../model/graph.ts';
import type { Change, Changes } from '../../analytics.ts';
import type { Engine } from '../../engine.ts';
import type { ChangeRow } from '../../tables.ts';
import { checkBounds } from './matched.ts';

/** The change log after a sequence number; one statement. */
export async function changesSince(engine: Engine, since: number | null, limit: number): Promise<Changes> {
  checkBounds('limit', limit, 1, 10_000);
  const { rows } = await sql<ChangeRow>`select sequence, kind, id, action from change
    where sequence > ${since ?? 0} order by sequence limit ${limit + 1}`.execute(engine.db);
  const changes = rows.slice(0, limit).map(
    (row): Change => ({
      sequence: Number(row.sequence),
      kind: row.kind as NodeKind,
      id: row.id,
      action: row.action as Change['action'],
    }),
  );
  return { changes, cursor: changes.at(-1)?.sequence ?? since ?? 0, hasMore: rows.length > limit };
}
