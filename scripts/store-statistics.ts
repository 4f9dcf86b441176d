import pg from 'pg';

/**
 * Prints, as JSON, how large the tables and indexes of a Postgres store are and how the values of their columns are
 * spread, without any value: what the planner goes by. Of the whole corpus it stands in `test/store/full-size.json`,
 * by which a test has plans made as for that store; to be printed anew after a change of tables or indexes.
 *
 *     node scripts/store-statistics.ts postgres://user@host/database > test/store/full-size.json
 */
const [url] = process.argv.slice(2);
if (url === undefined) throw new TypeError('expected the URL of a Postgres store');

const client = new pg.Client({ connectionString: url });
await client.connect();
const { rows: relations } = await client.query(
  `select relname as name, relpages as pages, reltuples::bigint::integer as rows, relallvisible as visible
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i') and relname not like 'kysely%'
    order by relkind desc, relname`,
);
const { rows: columns } = await client.query(
  `select tablename || '.' || attname as column, round(null_frac::numeric, 4)::float8 as nulls,
      avg_width as width, round(n_distinct::numeric, 4)::float8 as distinct,
      round(correlation::numeric, 2)::float8 as correlation
    from pg_stats where schemaname = 'public' and tablename not like 'kysely%' order by tablename, attname`,
);
await client.end();

/** One to a line, so that a change of one is a change of a line. */
const lines = (rows: readonly object[]): string =>
  rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
process.stdout.write(`{
  "relations": [
${lines(relations)}
  ],
  "columns": [
${lines(columns)}
  ]
}
`);
