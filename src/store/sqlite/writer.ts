import type { Engine } from '../engine.ts';
import { linkInputs } from '../link-inputs.ts';
import type { FileRow } from '../tables.ts';
import type { KnownFile, Writer } from '../writer.ts';
import type { Database } from './database.ts';
import { createFileWriter } from './put-files.ts';
import { replaceGraph } from './replace-graph.ts';
import { createQueue, transact } from './transaction.ts';

/**
 * The writing side of a SQLite store. `pause` is awaited now and then while the graph is replaced, so that readers on
 * other connections of the same process are answered meanwhile.
 */
export function createWriter(database: Database, engine: Engine, pause: () => Promise<void>): Writer {
  const queued = createQueue();
  const write = <T>(action: () => T | Promise<T>): Promise<T> => queued(() => transact(database, action));
  const setMeta = (key: string, value: string): void => {
    database.run('insert or replace into meta (key, value) values (?, ?)', key, value);
  };
  const bumpRevision = (): void => {
    database.run(`update meta set value = cast(value as integer) + 1 where key = 'revision'`);
  };
  const filesChanged = (visible: boolean): void => {
    setMeta('linked', '');
    if (visible) bumpRevision();
  };

  return {
    async knownFiles(root) {
      const rows = database.all('select * from file where root = ? order by path', root) as FileRow[];
      return new Map(
        rows.map(({ path, release_id, hash, version }): [string, KnownFile] => [
          path,
          { path, releaseId: release_id, hash, version },
        ]),
      );
    },
    putFiles: (files) =>
      write(() => {
        if (files.length === 0) return;
        const writer = createFileWriter(database);
        const changes = files.map((file) => writer.put(file));
        writer.finish();
        filesChanged(changes.includes(true));
      }),
    removeFiles: (root, paths) =>
      write(() => {
        const writer = createFileWriter(database);
        const changes = paths.map((path) => writer.remove(root, path));
        writer.finish();
        if (changes.includes(true)) filesChanged(true);
      }),
    async needsLink(version) {
      const [row] = database.all(`select value from meta where key = 'linked'`) as { value: string }[];
      return row?.value !== version;
    },
    linkInputs: () => linkInputs(engine),
    replaceGraph: (graph, version) =>
      write(async () => {
        if (await replaceGraph(database, graph, pause)) bumpRevision();
        setMeta('linked', version);
      }),
  };
}
