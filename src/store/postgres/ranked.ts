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
  const names = wanted.map((_, position) => sql.id(`often${position}`));
  const often = wanted.map(
    (query, position) => sql`ts_rank_cd(${WEIGHTS[target]}::float4[], words, ${query}::tsquery)::float8
      * ${sql.lit(SCALE[target])} as ${names[position]}`,
  );
  const parts = wanted.map((query, position) => {
    const count = sql`(select count(*)::float8 from ${table} where words @@ ${query}::tsquery)`;
    // A term that most texts have counts next to nothing, and never against them.
    const rarity = sql`(select case when r.rarity > 0 then r.rarity else 0.000001 end from
      (select ln((t.texts - n.n + 0.5::float8) / (n.n + 0.5::float8)) as rarity from (select ${count} as n) as n) as r)`;
    const times = sql`m.${names[position]}`;
    return sql`${rarity} * ((${times} * 2.2::float8)
      / (${times} + 1.2::float8 * (0.25::float8 + 0.75::float8 * m.length / t.average)))`;
  });
  return sql`(select m.key, round((-(${sql.join(parts, sql` + `)}))::numeric, 9)::float8 as score
    from (select key, length, ${sql.join(often)} from ${table} where words @@ ${all}::tsquery
      order by key limit ${limit}) as m
    cross join (select texts::float8 as texts, words::float8 / texts as average from text_total
      where target = ${target} and texts > 0) as t)`;
}
