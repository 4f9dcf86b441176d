import { sql } from 'kysely';
import type { SearchFilter } from '../../analytics.ts';
import type { Engine, Sql } from '../../engine.ts';
import type { EventFilter, ReleaseFilter } from '../../filters.ts';
import type { TextTerm } from '../../fold.ts';
import { strings } from '../../rows.ts';
import { type Candidates, releaseCandidates } from '../candidates.ts';
import { eventCandidates } from '../event-candidates.ts';
import { isEmpty } from './matched.ts';

/** Best hits that are ranked, paged through and counted in facets. */
export const MOST_HITS = 1000;

/** Matches that are looked at: ranking those of a word that every text has takes seconds. */
export const MOST_MATCHES = 20_000;

/** A release or event that a search finds, with what facets count. */
export interface TextHit {
  readonly kind: 'release' | 'event';
  readonly id: string;
  readonly score: number;
  readonly day: string;
  /** Null for a release. */
  readonly type: string | null;
  readonly countries: readonly string[];
}

/** Hits of one kind, best first, and how many there are in all. */
export interface TextHits {
  readonly hits: readonly TextHit[];
  readonly total: number;
}

interface HitRow {
  readonly id: string;
  readonly score: number;
  readonly total: number;
  readonly day: string;
  readonly type: string | null;
  readonly countries: string | null;
}

/** The best releases; one statement. */
export async function releasesFound(
  engine: Engine,
  terms: readonly TextTerm[],
  filter: SearchFilter,
): Promise<TextHits> {
  const { types: _, ...limits } = filter;
  const allowed = isEmpty(limits) ? null : releaseCandidates(engine, limits satisfies ReleaseFilter, null);
  const { rows } = await sql<HitRow>`
    with f as (${best(engine, 'release', terms, sql`release`, sql`id`, allowed)})
    select f.id, f.score, f.total, r.day, null as type, l.countries
    from f join release r on r.id = f.id left join release_link l on l.release_id = f.id`.execute(engine.db);
  return toHits(rows, 'release', (countries) =>
    (JSON.parse(countries) as readonly { readonly id: string }[]).map(({ id }) => id),
  );
}

/** The best events; one statement. */
export async function eventsFound(
  engine: Engine,
  terms: readonly TextTerm[],
  filter: SearchFilter,
): Promise<TextHits> {
  const allowed = isEmpty(filter) ? null : eventCandidates(engine, filter satisfies EventFilter, null);
  const { rows } = await sql<HitRow>`
    with f as (${best(engine, 'event', terms, sql`event_key`, sql`event_id`, allowed)})
    select f.id, f.score, f.total, e.day, e.type, e.countries from f join event e on e.id = f.id`.execute(
    engine.db,
  );
  return toHits(rows, 'event', strings);
}

/** Ids and scores of the best hits that the filter allows, with their number before they were cut off. */
function best(
  engine: Engine,
  target: 'release' | 'event',
  terms: readonly TextTerm[],
  keys: Sql,
  id: Sql,
  allowed: Candidates | null,
): Sql {
  const matches = engine.textRanked(target, terms, MOST_MATCHES);
  if (!allowed) {
    // The best first, then their ids: looking up all would cost more than ranking them.
    return sql`select t.${id} as id, s.score, s.total from (select key, score, count(*) over () as total
      from ${matches} as f order by score, key limit ${MOST_HITS}) as s join ${keys} as t on t.key = s.key`;
  }
  const where = sql`where t.${id} in (${idsOf(allowed)})`;
  return sql`select t.${id} as id, s.score, count(*) over () as total
    from ${matches} as s join ${keys} as t on t.key = s.key ${where}
    order by s.score, t.${id} limit ${MOST_HITS}`;
}

function idsOf(list: Candidates): Sql {
  const alternatives = list.alternatives.length > 0 ? [sql`(${sql.join(list.alternatives, sql` or `)})`] : [];
  const conditions = [...alternatives, ...list.where];
  return sql`select ${list.id} from ${list.from}
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}`;
}

function toHits(
  rows: readonly HitRow[],
  kind: 'release' | 'event',
  countriesOf: (json: string) => readonly string[],
): TextHits {
  const hits = rows.map(({ id, score, day, type, countries }): TextHit => {
    return { kind, id, score: Number(score), day, type, countries: countries ? countriesOf(countries) : [] };
  });
  return { hits, total: Number(rows[0]?.total ?? 0) };
}
