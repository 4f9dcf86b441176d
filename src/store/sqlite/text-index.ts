import type { Database } from './database.ts';

/** Brings texts into the full-text index; a text that changes or goes leaves it by trigger. */
export interface TextIndex {
  /** Notes a text that is not in the index. To be called after the text is written. */
  add(key: number): void;
  /** Whether it is noted and not yet in the index. */
  has(key: number): boolean;
  /** Indexes what `add` noted; to be called before any noted text changes or goes, and at the end. */
  flush(): void;
}

/**
 * All texts of a batch go in by one statement: FTS5 writes out what it gathered before every other statement that can
 * fail half-way, so that texts indexed one by one would each become a segment of their own, to be merged again later.
 */
export function createTextIndex(database: Database): TextIndex {
  const noted = new Set<number>();
  const insert = database.statement(
    `insert into release_fts (rowid, text)
      select t.key, t.text from json_each(?) as n cross join release_text t on t.key = n.value`,
  );
  return {
    add: (key) => void noted.add(key),
    has: (key) => noted.has(key),
    flush() {
      if (noted.size === 0) return;
      // In the order of their keys: FTS5 also writes out when a key is smaller than the one before.
      insert.run(JSON.stringify([...noted].sort((a, b) => a - b)));
      noted.clear();
    },
  };
}
