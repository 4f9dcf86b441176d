import type { Engine } from '../engine.ts';
import { linkInputs } from '../link-inputs.ts';
import type { FileRow } from '../tables.ts';
import type { KnownFile, Writer } from '../writer.ts';
import { type ChangeLog, createChangeLog } from './changes.ts';
import type { Connections } from './connections.ts';
import { CHANNEL } from './listener.ts';
import { putFiles, removeFiles } from './put-files.ts';
import { replaceGraph } from './replace-graph.ts';
import { type Session, transact } from './session.ts';

/** The writing side of a Postgres store. Transactions of one process wait for each other, as those of several do. */
export function createWriter(connections: Connections, engine: Engine, busyTimeoutMs: number): Writer {
  let last: Promise<unknown> = Promise.resolve();
  const write = <T>(action: (session: Session, changes: ChangeLog) => Promise<T>): Promise<T> => {
    const run = () =>
      transact(connections, busyTimeoutMs, async (session) => {
        const changes = createChangeLog();
        const result = await action(session, changes);
        await changes.flush(session);
        return result;
      });
    const next = last.then(run, run);
    last = next.catch(() => undefined);
    return next;
  };

  /** How often files had changed when it was asked whether to link; null where that was not asked. */
  let filesLinked: string | null = null;
  return {
    async knownFiles(root) {
      const rows = await engine.db
        .selectFrom('file')
        .select(['path', 'release_id', 'hash', 'version'])
        .where('root', '=', root)
        .orderBy('path')
        .execute();
      return new Map(
        rows.map(
          ({
            path,
            release_id,
            hash,
            version,
          }: Pick<FileRow, 'path' | 'release_id' | 'hash' | 'version'>): [string, KnownFile] => [
            path,
            { path, releaseId: release_id, hash, version },
          ],
        ),
      );
    },
    putFiles: (files) =>
      write(async (session, changes) => {
        if (files.length > 0) await filesChanged(session, await putFiles(session, changes, files));
      }),
    removeFiles: (root, paths) =>
      write(async (session, changes) => {
        if (await removeFiles(session, changes, root, paths)) await filesChanged(session, true);
      }),
    async needsLink(version) {
      const rows = await engine.db
        .selectFrom('meta')
        .selectAll()
        .where('key', 'in', ['linked', 'files'])
        .execute();
      const state = new Map(rows.map(({ key, value }) => [key, value]));
      filesLinked = state.get('files') ?? '';
      return state.get('linked') !== version;
    },
    linkInputs: () => linkInputs(engine),
    async replaceGraph(graph, version) {
      const changed = await write(async (session, changes) => {
        const differs = await replaceGraph(session, changes, graph);
        if (differs) await bumpRevision(session);
        await setLinked(session, version, filesLinked);
        return differs;
      });
      if (changed) await tidyUp(connections);
    },
  };
}

const TIDIED = [
  ...['release', 'release_fts', 'release_link', 'release_edge', 'named', 'term', 'neighbour'],
  ...['event', 'event_key', 'event_fts', 'event_edge', 'event_step', 'event_redirect', 'evidence', 'rollup'],
  ...['change', 'problem', 'file'],
];
/** The long texts, which are read by their keys only: of them a sample does. */
const SAMPLED = ['release_text', 'decomposition'];

/**
 * What the server would do by itself in a while: figures to plan queries by, the pages that can be read from an index
 * alone, and the words that wait to be put into theirs. Until then queries are slow, but right; so a failure is none.
 */
async function tidyUp(connections: Connections): Promise<void> {
  const connection = await connections.connect();
  let broken = false;
  try {
    await connection.query(`vacuum (analyze, skip_locked) ${TIDIED.join(', ')}`, []);
    await connection.query(`analyze (skip_locked) ${SAMPLED.join(', ')}`, []);
  } catch {
    broken = true;
  }
  connection.release(broken);
}

async function filesChanged(session: Session, visible: boolean): Promise<void> {
  await setLinked(session, '', null);
  await session.query(
    `insert into meta (key, value) values ('files', '1')
      on conflict (key) do update set value = (meta.value::bigint + 1)::text`,
  );
  if (visible) await bumpRevision(session);
}

/** Unless `files` is null, only where no other process has changed files since; then they are still to be linked. */
async function setLinked(session: Session, version: string, files: string | null): Promise<void> {
  await session.query(
    `update meta set value = $1 where key = 'linked' and ($2::text is null
      or $2 = coalesce((select value from meta where key = 'files'), ''))`,
    [version, files],
  );
}

async function bumpRevision(session: Session): Promise<void> {
  const [row] = await session.query<{ readonly value: string }>(
    `update meta set value = value::bigint + 1 where key = 'revision' returning value`,
  );
  // Sent when the transaction commits.
  await session.query('select pg_notify($1, $2)', [CHANNEL, row?.value ?? '']);
}
