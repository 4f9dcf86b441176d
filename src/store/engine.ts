import type { Kysely, RawBuilder } from 'kysely';
import type { TextTerm } from './fold.ts';
import type { Tables } from './tables.ts';

/** A piece of SQL with its parameters bound. */
export type Sql = RawBuilder<unknown>;

/** What the shared queries need of an engine beside Kysely. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** A table of a list of strings under `alias`, with columns `key` (position from 0) and `value`; one parameter. */
  values(list: readonly string[], alias: 'p' | 'q'): Sql;
  /** An aggregate: a JSON array with the columns of each row of a subquery as an array, in the rows' order. */
  rowArrays(columns: readonly Sql[]): Sql;
  /** The rows of a JSON list column as table `j` with column `value`. */
  elements(column: Sql): Sql;
  /** A subquery of the keys of the releases whose text has all the terms (at least one). */
  textMatches(terms: readonly TextTerm[]): Sql;
}
