import { sql } from 'kysely';
import { addDays } from '../../model/date.ts';
import type { NodeKind } from '../../model/graph.ts';
import type { Engine, Sql } from '../engine.ts';
import type { NamedFilter, ReleaseFilter } from '../filters.ts';
import { fold, parseTextQuery, type TextTerm } from '../fold.ts';
import type { NamedKind } from '../rows.ts';

/** The rows that a list is made of: where to read them, under which conditions, and what orders them. */
export interface Candidates {
  readonly from: Sql;
  readonly where: readonly Sql[];
  /** Further conditions of which one must hold, each apart in the order of an index; a row can meet several. */
  readonly alternatives: readonly Sql[];
  /** The column that orders; the id breaks ties. */
  readonly value: Sql;
  readonly id: Sql;
  /** Further columns to bring along. */
  readonly extras?: readonly Sql[];
}

/** The node that a list stands under: `id` refers to the row of the outer query that holds it. */
export interface ParentRef {
  readonly kind: NodeKind;
  readonly id: Sql;
}

/** One condition "has an edge to one of these". */
export interface Owners {
  readonly kind: NodeKind;
  readonly ids: readonly string[];
}

/** Longer than any name, and shorter than what the engines take as a pattern. */
const MAX_NAME = 500;

/** Days before the first and after the last release of a term on which the minister may well have held it. */
const TERM_SLACK_DAYS = 30;

export const NOTHING = sql`1 = 0`;

export interface Driven extends Omit<Candidates, 'value'> {
  /** Whether the rows are edges, which say of a release whether it is a duplicate, and not nodes. */
  readonly edges: boolean;
}

/** Releases that the filter matches, under a parent or at all. */
export function releaseCandidates(
  engine: Engine,
  filter: ReleaseFilter,
  parent: ParentRef | null,
): Candidates {
  const owners = [
    ...listed('official', filter.officials),
    ...listed('country', filter.countries),
    ...listed('minister', filter.ministers),
    ...listed('portfolio', filter.portfolios),
  ];
  const { from, id, where, alternatives, edges } = driven(engine, 'release', owners, parent);
  const conditions = [...where];
  if (filter.from !== undefined) conditions.push(sql`x.day >= ${filter.from}`);
  if (filter.to !== undefined) conditions.push(sql`x.day > ''`, sql`x.day <= ${filter.to}`);
  if (filter.duplicates === false) {
    conditions.push(
      edges
        ? sql`x.duplicate = 0`
        : sql`not exists (select 1 from release_link l where l.release_id = x.id and l.duplicate_of is not null)`,
    );
  }
  const key = edges ? sql`(select r.key from release r where r.id = x.release_id)` : sql`x.key`;
  conditions.push(...hasText(engine, key, filter.text));
  return { from, id, where: conditions, alternatives, value: sql`x.day` };
}

/** Ministers, countries, portfolios or officials that the filter matches. */
export function namedCandidates(
  engine: Engine,
  kind: NamedKind,
  filter: NamedFilter,
  by: 'NAME' | 'EVENTS',
): Candidates {
  const where: Sql[] = [sql`x.kind = ${kind}`];
  if (filter.name !== undefined && filter.name.length > MAX_NAME) where.push(NOTHING);
  else if (filter.name !== undefined) {
    const part = fold(filter.name).replace(/[\\%_]/g, (sign) => `\\${sign}`);
    where.push(sql`x.search like ${`%${part}%`} escape '\\'`);
  }
  if (filter.countries) where.push(oneOf(engine, sql`x.country_id`, filter.countries));
  if (filter.portfolios || filter.on !== undefined) {
    const term = [sql`t.minister_id = x.id`];
    if (filter.portfolios) term.push(oneOf(engine, sql`t.portfolio_id`, filter.portfolios));
    if (filter.on !== undefined) {
      term.push(
        sql`t.first <= ${addDays(filter.on, TERM_SLACK_DAYS)}`,
        sql`t.last >= ${addDays(filter.on, -TERM_SLACK_DAYS)}`,
      );
    }
    where.push(sql`exists (select 1 from term t where ${sql.join(term, sql` and `)})`);
  }
  return {
    from: sql`named as x`,
    where,
    value: by === 'NAME' ? sql`x.name` : sql`x.event_count`,
    id: sql`x.id`,
    alternatives: [],
  };
}

/** `column` is one of the values; nothing is where there are none. */
export function oneOf(engine: Engine, column: Sql, values: readonly string[]): Sql {
  const [only] = values;
  if (only === undefined) return NOTHING;
  if (values.length === 1) return sql`${column} = ${only}`;
  return engine.isOneOf(column, values);
}

/** The release whose key `column` is has what a text query asks for; no conditions where it asks for nothing. */
export function hasText(engine: Engine, column: Sql, text: string | undefined): readonly Sql[] {
  const terms = parseTextQuery(text ?? '');
  const excluded = terms.filter((term) => term.excluded);
  if (excluded.length < terms.length) return [sql`${column} in ${engine.textMatches(terms)}`];
  const wanted = (term: TextTerm): TextTerm => ({ ...term, excluded: false });
  return excluded.map((term) => sql`${column} not in ${engine.textMatches([wanted(term)])}`);
}

/** The condition of one list of a filter; none where there is no list. */
export function listed(kind: NodeKind, ids: readonly string[] | undefined): readonly Owners[] {
  return ids ? [{ kind, ids: [...new Set(ids)] }] : [];
}

/**
 * What to read: the parent's edges, else those of the first condition, else the nodes themselves; the other conditions
 * narrow it. Between events and releases the evidence is the edge.
 */
export function driven(
  engine: Engine,
  target: 'event' | 'release',
  owners: readonly Owners[],
  parent: ParentRef | null,
): Driven {
  if (parent?.kind === target) throw new TypeError(`expected a parent of another kind than ${target}`);
  const reported = parent?.kind === 'event' || parent?.kind === 'release';
  const [first] = owners;
  const edges = !reported && (parent !== null || first !== undefined);
  const id = edges ? sql.ref(`x.${target}_id`) : sql`x.id`;
  const edgeTable = sql.table(`${target}_edge`);
  const narrowed = (rest: readonly Owners[]): readonly Sql[] =>
    rest.map(
      ({ kind, ids }) => sql`exists (select 1 from ${edgeTable} as y where y.kind = ${kind}
        and ${oneOf(engine, sql`y.owner`, ids)} and y.day = x.day and y.${sql.ref(`${target}_id`)} = ${id})`,
    );
  if (parent && reported) {
    const evidence = sql`(select distinct ${sql.ref(`${target}_id`)} as id from evidence
      where ${sql.ref(`${parent.kind}_id`)} = ${parent.id}) as v`;
    return {
      from: sql`${evidence} cross join ${sql.table(target)} as x`,
      where: [sql`x.id = v.id`, ...narrowed(owners)],
      ...{ id, edges, alternatives: [] },
    };
  }
  if (parent) {
    const where = [sql`x.kind = ${parent.kind}`, sql`x.owner = ${parent.id}`, ...narrowed(owners)];
    return { from: sql`${edgeTable} as x`, where, id, edges, alternatives: [] };
  }
  if (first) {
    const alternatives = first.ids.map((owner) => sql`x.owner = ${owner}`);
    return {
      from: sql`${edgeTable} as x`,
      where: [sql`x.kind = ${first.kind}`, ...narrowed(owners.slice(1))],
      ...{ id, edges, alternatives: alternatives.length === 0 ? [NOTHING] : alternatives },
    };
  }
  return { from: sql`${sql.table(target)} as x`, where: [], id, edges, alternatives: [] };
}
