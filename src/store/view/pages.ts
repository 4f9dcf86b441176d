import { sql } from 'kysely';
import type { Engine, Sql } from '../engine.ts';
import type { PageRequest, SortKey } from '../paging.ts';
import type { Candidates } from './candidates.ts';

/** How a list is ordered. `undated` says that the value is a day, of which the empty one comes last either way. */
export interface ListOrder {
  readonly descending: boolean;
  readonly undated: boolean;
}

/** A page before its nodes are fetched. */
export interface KeyPage {
  readonly keys: readonly SortKey[];
  /** The further columns of each row, where the candidates name any. */
  readonly extras: readonly (readonly unknown[])[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number | null;
}

interface PageRecord {
  readonly ord: number;
  readonly hits: string;
  readonly beyond: number | boolean;
  readonly total: number | string | null;
}

/**
 * Sorts after every day, whatever the collation: what an undated row is ordered by where the list is oldest first.
 */
const LAST_DAY = '9999-99-99';

/** Above so many alternatives sorting them together is cheaper than merging them. */
const MAX_RUNS = 30;

/**
 * One page of keys for each parent, all in one statement: under each parent's row stand, as subqueries, the first
 * `limit` + 1 rows of its list (which ends the reading of the index there and then, as a window function would not),
 * whether anything lies beyond the cursor, and the count. `candidates` is given the reference to the parent's id.
 */
export async function keyPages(
  engine: Engine,
  parents: readonly string[],
  candidates: (parentId: Sql) => Candidates,
  order: ListOrder,
  page: PageRequest,
): Promise<readonly KeyPage[]> {
  if (parents.length === 0) return [];
  const list = candidates(sql`p.value`);
  const statement = sql<PageRecord>`
    select p.key as ord, ${hits(engine, list, order, page)} as hits, ${beyond(list, order, page)} as beyond,
      ${page.total ? total(list) : sql`null`} as total
    from ${engine.values(parents, 'p')}`;
  const { rows } = await statement.execute(engine.db);
  const pages: KeyPage[] = parents.map(() => ({
    keys: [],
    extras: [],
    hasNextPage: false,
    hasPreviousPage: false,
    totalCount: page.total ? 0 : null,
  }));
  for (const row of rows) pages[row.ord] = keyPage(row, order, page);
  return pages;
}

/** One stretch of a list that an index gives in the list's order. */
interface Run {
  readonly value: Sql;
  readonly where: readonly Sql[];
}

/**
 * The runs that a list is merged from, so that nothing need be sorted and reading ends with the page: one for each of
 * the alternatives, and oldest first the undated rows apart, which come last there but first in the index.
 */
function runsOf(list: Candidates, order: ListOrder): readonly Run[] {
  const alternatives = list.alternatives.length > MAX_RUNS ? [anyOf(list)] : list.alternatives;
  const lists = alternatives.length === 0 ? [[]] : alternatives.map((alternative) => [alternative]);
  return lists.flatMap((alternative): Run[] => {
    const where = [...alternative, ...list.where];
    if (!order.undated || order.descending) return [{ value: list.value, where }];
    return [
      { value: list.value, where: [...where, sql`${list.value} > ''`] },
      { value: sql.lit(LAST_DAY), where: [...where, sql`${list.value} = ''`] },
    ];
  });
}

function hits(engine: Engine, list: Candidates, order: ListOrder, page: PageRequest): Sql {
  const down = order.descending !== page.backward;
  const direction = down ? sql`desc` : sql`asc`;
  const extras = (list.extras ?? []).map((column, position) => ({
    column,
    name: sql.id(`extra${position}`),
  }));
  const columns = [sql`k.value`, sql`k.id`, ...extras.map(({ name }) => sql`k.${name}`)];
  const distinct = list.alternatives.length > 1;
  const selects = runsOf(list, order).map(({ value, where }) => {
    const conditions = [...where];
    if (page.after) conditions.push(compare(list, value, order, order.descending ? '<' : '>', page.after));
    if (page.before) conditions.push(compare(list, value, order, order.descending ? '>' : '<', page.before));
    const selected = [sql`${value} as value`, sql`${list.id} as id`];
    for (const { column, name } of extras) selected.push(sql`${column} as ${name}`);
    return sql`select ${distinct ? sql`distinct ` : sql``}${sql.join(selected)} from ${list.from}
      where ${all(conditions)}`;
  });
  return sql`(select ${engine.rowArrays(columns)} from
    (${sql.join(selects, distinct ? sql` union ` : sql` union all `)}
     order by 1 ${direction}, 2 ${direction} limit ${page.limit + 1}) as k)`;
}

/** Whether there are rows on the far side of the cursor that the page is counted from; the cursor's own row is one. */
function beyond(list: Candidates, order: ListOrder, page: PageRequest): Sql {
  const cursor = page.backward ? page.before : page.after;
  if (!cursor) return sql`0`;
  const sign = page.backward !== order.descending ? '>=' : '<=';
  const exists = runsOf(list, order).map(
    ({ value, where }) =>
      sql`exists (select 1 from ${list.from} where ${all([...where, compare(list, value, order, sign, cursor)])})`,
  );
  return sql`(${sql.join(exists, sql` or `)})`;
}

function total(list: Candidates): Sql {
  const rows = list.alternatives.length > 1 ? sql`count(distinct ${list.id})` : sql`count(*)`;
  const where = list.alternatives.length > 0 ? [anyOf(list), ...list.where] : list.where;
  return sql`(select ${rows} from ${list.from} where ${all(where)})`;
}

function anyOf(list: Candidates): Sql {
  return sql`(${sql.join(list.alternatives, sql` or `)})`;
}

function compare(
  list: Candidates,
  value: Sql,
  order: ListOrder,
  sign: '<' | '>' | '<=' | '>=',
  key: SortKey,
): Sql {
  const bound = order.undated ? (key[0] ?? (order.descending ? '' : LAST_DAY)) : key[0];
  return sql`(${value}, ${list.id}) ${sql.raw(sign)} (${bound}, ${key[1]})`;
}

function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
}

function keyPage(row: PageRecord, order: ListOrder, page: PageRequest): KeyPage {
  const found = JSON.parse(row.hits ?? '[]') as [SortKey[0], string, ...unknown[]][];
  const more = found.length > page.limit;
  const taken = found.slice(0, page.limit);
  if (page.backward) taken.reverse();
  const beyondCursor = Boolean(row.beyond);
  return {
    keys: taken.map(([value, id]) => [
      order.undated && (value === '' || value === LAST_DAY) ? null : value,
      id,
    ]),
    extras: taken.map(([, , ...extras]) => extras),
    hasNextPage: page.backward ? beyondCursor : more,
    hasPreviousPage: page.backward ? more : beyondCursor,
    totalCount: page.total ? Number(row.total) : null,
  };
}
