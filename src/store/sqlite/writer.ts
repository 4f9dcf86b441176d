import type { Engine } from '../engine.ts';
import { linkInputs } from '../link-inputs.ts';
import type { FileRow } from '../tables.ts';
import type { KnownFile, Writer } from '../writer.ts';
import type { Database } from './database.ts';
import { createFileWriter } from './put-files.ts';
import { replaceGraph } from './replace-graph.ts';
import type { Statements } from './statements.ts';
import { createQueue, transact, transactInThread } from './transaction.ts';

/** How a writer goes about it. */
export interface WriterOptions {
  /** Awaited now and then while the graph is replaced, so that readers on other connections are answered meanwhile. */
  readonly pause: () => Promise<void>;
  /** A graph of so many events is written by a thread of its own; starting one costs more than it brings for less. */
  readonly threadFrom: number;
  /** How long that thread waits for another connection's lock. */
  readonly busyTimeoutMs: number;
}

/** The writing side of a SQLite store. */
export function createWriter(database: Database, engine: Engine, options: WriterOptions): Writer {
  const { pause, threadFrom, busyTimeoutMs } = options;
  const queued = createQueue();
  const write = <T>(action: () => T | Promise<T>): Promise<T> => queued(() => transact(database, action));
  const stamp = (statements: Statements, linked: string, visible: boolean): void => {
    statements.run(`insert or replace into meta (key, value) values ('linked', ?)`, linked);
    if (visible) {
      statements.exec(`update meta set value = cast(value as integer) + 1 where key = 'revision'`);
    }
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
        stamp(database, '', changes.includes(true));
      }),
    removeFiles: (root, paths) =>
      write(() => {
        const writer = createFileWriter(database);
        const changes = paths.map((path) => writer.remove(root, path));
        writer.finish();
        if (changes.includes(true)) stamp(database, '', true);
      }),
    async needsLink(version) {
      const [row] = database.all(`select value from meta where key = 'linked'`) as { value: string }[];
      return row?.value !== version;
    },
    linkInputs: () => linkInputs(engine),
    replaceGraph(graph, version) {
      const replace = async (statements: Statements, breathe: () => Promise<void>): Promise<void> => {
        const changed = await replaceGraph(database, statements, graph, breathe);
        stamp(statements, version, changed);
      };
      if (graph.events.length < threadFrom) return write(() => replace(database, pause));
      return queued(() => {
        // The thread has a cache of its own, and this is when a run needs the most memory.
        database.exec('pragma shrink_memory');
        return transactInThread({ path: database.path, busyTimeoutMs }, (thread) =>
          replace(thread, async () => {
            await thread.settle();
            await pause();
          }),
        );
      });
    },
  };
}
