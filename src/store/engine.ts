import type { Kysely, RawBuilder } from 'kysely';
import type { TextTerm } from './fold.ts';
import type { Tables } from './tables.ts';

/** A piece of SQL with its parameters bound. */
export type Sql = RawBuilder<unknown>;

/** What the shared queries need of an engine beside Kysely. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** The words of a join with `on` whose left side is to be read first, where the engine can be told so. */
  readonly joinInOrder: Sql;
  /** Place of the first `part` in a text, from 1; 0 where it is not there. */
  indexOf(text: Sql, part: string): Sql;
  /** A table of a list of strings under `alias`, with columns `key` (position from 0) and `value`; one parameter. */
  values(list: readonly string[], alias: 'p' | 'q'): Sql;
  /** A condition: a column has one of the values, of which there are several; one parameter. */
  isOneOf(column: Sql, values: readonly string[]): Sql;
  /** An aggregate: a JSON array with the columns of each row of a subquery as an array, in the rows' order. */
  rowArrays(columns: readonly Sql[]): Sql;
  /** The rows of a JSON list column as table `alias` with column `value`. */
  elements(column: Sql, alias: 'j' | 'k'): Sql;
  /** A subquery of the keys of the releases whose text has the terms (at least one that is not excluded). */
  textMatches(terms: readonly TextTerm[]): Sql;
  /**
   * A subquery with columns `key` and `score` (BM25 as FTS5 has it, rounded to nine places; less is better) of the
   * releases or events (keys of `event_key`) that have the terms, at least one of them not excluded; the `limit` first
   * by key where there are more.
   */
  textRanked(target: 'release' | 'event', terms: readonly TextTerm[], limit: number): Sql;
}
