import { sql } from 'kysely';
import type { Sql } from '../engine.ts';
import type { TextTerm } from '../fold.ts';
import { queryOf, queryOfAll } from './words.ts';

/**
 * What a hit in each part of a text counts, in the order D, C, B, A; a tsvector's weights are at most 1, so the figures
 * of events, of which a title counts twice, are halves.
 */
const WEIGHTS = { release: '{1,1,1,1}', event: '{0.5,0.5,0.5,1}' } as const;
const SCALE = { release: 1, event: 2 } as const;

/**
 * Texts with their score by BM25, k1 1.2 and b 0.75, as FTS5 works it out
 * (https://sqlite.org/fts5.html#the_bm25_function), so that both engines give the same order and the same cursors.
 * How often a term stands in a text is what `ts_rank_cd` comes to for one term alone: the sum of the weights of its
 * places.
 */
export function rankedTexts(target: 'release' | 'event', terms: readonly TextTerm[], limit: number): Sql {
  const table = sql.table(`${target}_fts`);
  const all = queryOfAll(terms);
  if (all === null) return sql`(select key, 0::float8 as score from ${table} where false)`;
  const wanted = terms.filter(({ excluded }) => !excluded).flatMap((term) => queryOf(term) ?? []);
  const positions = wanted.map((query, position) => ({
    query,
    often: sql.id(`often${position}`),
    having: sql.id(`having${position}`),
    rarity: sql.id(`rarity${position}`),
  }));
  const often = positions.map(
    ({ query, often }) => sql`ts_rank_cd(${WEIGHTS[target]}::float4[], words, ${query}::tsquery)::float8
      * ${sql.lit(SCALE[target])} as ${often}`,
  );
  const having = positions.map(
    ({ query, having }) =>
      sql`(select count(*) from ${table} where words @@ ${query}::tsquery)::float8 as ${having}`,
  );
  // A term that most texts have counts next to nothing, and never against them.
  const rarity = positions.map(
    ({ having, rarity }) => sql`case when t.texts > 2 * t.${having}
      then ln((t.texts - t.${having} + 0.5::float8) / (t.${having} + 0.5::float8)) else 0.000001::float8 end as ${rarity}`,
  );
  const parts = positions.map(
    ({ often, rarity }) => sql`r.${rarity} * ((m.${often} * 2.2::float8)
      / (m.${often} + 1.2::float8 * (0.25::float8 + 0.75::float8 * m.length / r.average)))`,
  );
  // Materialized, for the planner would count again in every place that a count is used in.
  return sql`(with t as materialized (select texts::float8 as texts, words::float8 / texts as average,
      ${sql.join(having)} from text_total where target = ${target} and texts > 0),
    r as materialized (select t.average, ${sql.join(rarity)} from t)
    select m.key, round((-(${sql.join(parts, sql` + `)}))::numeric, 9)::float8 as score
    from (select key, length, ${sql.join(often)} from ${table} where words @@ ${all}::tsquery
      order by key limit ${limit}) as m cross join r)`;
}
