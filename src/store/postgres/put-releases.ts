import type { Release } from '../../model/release.ts';
import { toReleaseRow } from '../rows.ts';
import type { ReleaseRow } from '../tables.ts';
import type { Session } from './session.ts';
import { vectorOf } from './words.ts';

/** A release that is to stand, with the root that it was read through. */
export interface PutRelease {
  readonly root: string;
  readonly release: Release;
}

const COLUMNS: readonly (keyof ReleaseRow)[] = [
  ...(['key', 'id', 'root', 'path', 'title', 'day', 'url', 'ministers', 'portfolios'] as const),
  ...(['attachments', 'hash', 'body_hash', 'body_start'] as const),
];

/** Writes releases with their texts and words, over those of the same ids; each id once. Gives the ids that are new. */
export async function putReleases(
  session: Session,
  puts: readonly PutRelease[],
): Promise<ReadonlySet<string>> {
  if (puts.length === 0) return new Set();
  const known = await session.query<{ readonly id: string; readonly key: number }>(
    'select id, key from release where id = any($1::text[])',
    [puts.map(({ release }) => release.id)],
  );
  const keys = new Map(known.map(({ id, key }) => [id, key]));
  if (keys.size > 0) await makeWay(session, puts, keys);
  const [last] = await session.query<{ readonly key: number }>(
    'select coalesce(max(key), 0) as key from release',
  );
  let next = last?.key ?? 0;
  const added: PutRelease[] = [];
  for (const put of puts) {
    if (keys.has(put.release.id)) continue;
    next += 1;
    keys.set(put.release.id, next);
    added.push(put);
  }
  const keyOf = ({ release }: PutRelease): number => keys.get(release.id) ?? 0;
  await session.copyValues(
    'release',
    COLUMNS,
    added.map((put) => {
      const row: ReleaseRow = { key: keyOf(put), ...toReleaseRow(put.root, put.release) };
      return COLUMNS.map((column) => row[column]);
    }),
  );
  await session.copyValues(
    'release_text',
    ['key', 'text', 'body'],
    puts.map((put) => [keyOf(put), put.release.text, put.release.body]),
  );
  await session.copyValues(
    'release_fts',
    ['key', 'length', 'words'],
    puts.map((put) => {
      const { length, vector } = vectorOf(put.release.text);
      return [keyOf(put), length, vector];
    }),
  );
  return new Set(added.map(({ release }) => release.id));
}

/** Changes the rows of releases that are there and takes their texts away, which are then written as new ones are. */
async function makeWay(
  session: Session,
  puts: readonly PutRelease[],
  keys: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { root, release } of puts) {
    const key = keys.get(release.id);
    if (key === undefined) continue;
    const row = toReleaseRow(root, release);
    await session.query(
      `update release set root = $2, path = $3, title = $4, day = $5, url = $6, ministers = $7, portfolios = $8,
        attachments = $9, hash = $10, body_hash = $11, body_start = $12 where key = $1`,
      [
        ...[key, row.root, row.path, row.title, row.day, row.url, row.ministers, row.portfolios],
        ...[row.attachments, row.hash, row.body_hash, row.body_start],
      ],
    );
  }
  await session.query('delete from release_text where key = any($1::bigint[])', [[...keys.values()]]);
  // Their quotes are checked again against the new text when the graph is replaced.
  await session.query(
    `update event set row_hash = '' where id in (select event_id from evidence where release_id = any($1::text[]))`,
    [[...keys.keys()]],
  );
}

/** Writes decompositions, JSON by release id, over those of the same releases, which must be there; those `added` now have none. */
export async function putDecompositions(
  session: Session,
  decompositions: ReadonlyMap<string, string>,
  added: ReadonlySet<string>,
): Promise<void> {
  const others = [...decompositions.keys()].filter((releaseId) => !added.has(releaseId));
  if (others.length > 0) {
    await session.query('delete from decomposition where release_id = any($1::text[])', [others]);
  }
  await session.copy(
    'decomposition',
    decompositions.entries().map(([release_id, data]) => ({ release_id, data })),
  );
}
