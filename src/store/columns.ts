import type { Tables } from './tables.ts';

/** The tables that are written in bulk. */
export type BulkTable =
  | 'file'
  | 'problem'
  | 'decomposition'
  | 'release_link'
  | 'named'
  | 'term'
  | 'event'
  | 'evidence'
  | 'event_redirect'
  | 'event_step'
  | 'event_key'
  | 'rollup'
  | 'neighbour';

/** All columns of each. */
export const COLUMNS: { readonly [T in BulkTable]: readonly (keyof Tables[T] & string)[] } = {
  file: ['root', 'path', 'hash', 'version', 'release_id', 'content_hash', 'waiting'],
  problem: ['id', 'root', 'path', 'code', 'file', 'field', 'message', 'sort'],
  decomposition: ['release_id', 'data'],
  release_link: [
    'release_id',
    'day',
    'duplicate_of',
    'signers',
    'portfolios',
    'named',
    'countries',
    'officials',
    'mention_count',
    'row_hash',
    'mentions',
  ],
  named: [
    'kind',
    'id',
    'name',
    'search',
    'event_count',
    'release_count',
    'country_id',
    'data',
    'row_hash',
    'neighbour_hash',
  ],
  term: ['minister_id', 'portfolio_id', 'kind', 'first', 'last', 'release_count'],
  event: [
    'id',
    'type',
    'status',
    'day',
    'latest',
    'edtf',
    'precision',
    'basis',
    'headline',
    'summary',
    'name',
    'place',
    'countries',
    'ministers',
    'officials',
    'portfolios',
    'row_hash',
    'reported',
    'settled',
    'source',
  ],
  evidence: [
    'event_id',
    'position',
    'release_id',
    'start_offset',
    'end_offset',
    'quote',
    'sentence_start',
    'sentence_end',
    'rule',
    'status',
    'edtf',
    'headline',
  ],
  event_redirect: ['from_id', 'to_id'],
  event_step: ['event_id', 'day', 'status'],
  event_key: ['key', 'event_id'],
  rollup: ['by', 'key', 'month', 'events'],
  neighbour: ['a_kind', 'a_id', 'b_kind', 'weight', 'b_id', 'event_count', 'release_count', 'first', 'last'],
};
