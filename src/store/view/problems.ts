import { sql } from 'kysely';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import type { Engine } from '../engine.ts';
import type { Page, PageRequest } from '../paging.ts';
import type { ProblemRow } from '../tables.ts';
import { keyPages } from './pages.ts';

/** A page of problems by file, field and code; two statements. */
export async function problemsOf(
  engine: Engine,
  code: ProblemCode | null,
  page: PageRequest,
): Promise<Page<Problem & { readonly releaseId: string | null }>> {
  const list = {
    from: sql`problem as x`,
    where: code === null ? [] : [sql`x.code = ${code}`],
    value: sql`x.sort`,
    id: sql`x.id`,
    alternatives: [],
  };
  const order = { descending: false, undated: false };
  const [keys] = await keyPages(engine, [''], () => list, order, page);
  if (!keys) throw new TypeError('expected a page for the one list asked for');
  const ids = keys.keys.map(([, id]) => id);
  const { rows } = await sql<ProblemRow & { readonly ord: number; readonly release_id: string | null }>`
    select p.key as ord, x.code, x.file, x.field, x.message,
      (select min(r.id) from release r where r.path = x.file) as release_id
    from ${engine.values(ids, 'p')} join problem x on x.id = p.value order by p.key`.execute(engine.db);
  return {
    hasNextPage: keys.hasNextPage,
    hasPreviousPage: keys.hasPreviousPage,
    totalCount: keys.totalCount,
    rows: rows.flatMap((row) => {
      const key = keys.keys[row.ord];
      if (!key) return [];
      const { file, field, message } = row;
      return [
        { key, node: { code: row.code as ProblemCode, file, field, message, releaseId: row.release_id } },
      ];
    }),
  };
}
