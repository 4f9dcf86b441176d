import type { Decomposition } from '../model/decomposition.ts';
import type { Release } from '../model/release.ts';
import type { ReleaseRow } from './tables.ts';

/** What a file gives, as kept while a later path has its release id. */
export interface Reading {
  readonly release: Release;
  readonly decomposition: Decomposition;
}

/** A release's row with its texts and its decomposition as JSON. */
export type ReadingRow = Omit<ReleaseRow, 'key' | 'root' | 'body_hash'> & {
  readonly text: string;
  readonly body: string;
  readonly data: string;
};

/** What the file gave that a stored release came from. */
export function toReading(row: ReadingRow): Reading {
  return {
    release: {
      id: row.id,
      path: row.path,
      title: row.title,
      date: row.day || null,
      url: row.url,
      ministers: JSON.parse(row.ministers),
      portfolios: JSON.parse(row.portfolios),
      attachments: JSON.parse(row.attachments),
      body: row.body,
      text: row.text,
      bodyStart: row.body_start,
      hash: row.hash,
    },
    decomposition: JSON.parse(row.data) as Decomposition,
  };
}
