import { sql } from 'kysely';
import type { Country, Minister, Official, Portfolio } from '../../model/graph.ts';
import type { Engine } from '../engine.ts';
import type { Names } from '../store.ts';

/** A function that gives the named kinds, each by id, from memory while the revision stays. */
export function namesCache(engine: Engine, revision: () => Promise<string>): () => Promise<Names> {
  let cached: { readonly revision: string; readonly names: Names } | null = null;
  return async () => {
    const current = await revision();
    if (cached?.revision !== current) cached = { revision: current, names: await loadNames(engine) };
    return cached.names;
  };
}

async function loadNames(engine: Engine): Promise<Names> {
  const { rows } = await sql<{ readonly kind: string; readonly data: string }>`
    select kind, data from named order by kind, id`.execute(engine.db);
  const of = <T>(kind: string): readonly T[] =>
    rows.filter((row) => row.kind === kind).map(({ data }) => JSON.parse(data) as T);
  return {
    countries: of<Country>('country'),
    ministers: of<Minister>('minister'),
    portfolios: of<Portfolio>('portfolio'),
    officials: of<Official>('official'),
  };
}
