import pg from 'pg';
import type { OpenOptions } from '../open-options.ts';
import type { PostgresSettings } from './settings.ts';

/** Channel on which every transaction that readers can see is told when it commits, with the new revision. */
export const CHANNEL = 'beehive_graph';

/** How long after a connection broke another one is tried. */
const RETRY_MS = 1_000;

/** Hears what other processes wrote, on one connection that is open only while someone watches. */
export interface Listener {
  /** Calls back after each change, until the function that it gives is called. */
  watch(onChange: () => void): () => void;
  close(): Promise<void>;
}

/**
 * Listens on the primary, for replicas tell nothing. While there is no connection nothing is heard, so watchers are
 * called once when there is one again. Poolers by transaction don't carry notifications: behind one nobody is called.
 */
export function createListener(
  settings: PostgresSettings,
  onTrouble: NonNullable<OpenOptions['onTrouble']>,
): Listener {
  const watchers = new Set<() => void>();
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  const tell = (): void => {
    for (const watcher of watchers) watcher();
  };
  const hangUp = async (): Promise<void> => {
    clearTimeout(timer);
    const last = client;
    client = null;
    await last?.end().catch(() => {});
  };
  const listen = async (): Promise<void> => {
    const current = new pg.Client({ connectionString: settings.connectionString, keepAlive: true });
    client = current;
    const lose = (error: unknown): void => {
      if (client !== current) return;
      client = null;
      current.end().catch(() => {});
      onTrouble(`cannot hear of changes in ${settings.place}, trying again`, error);
      timer = setTimeout(listen, RETRY_MS).unref();
    };
    current.on('error', lose);
    current.on('end', () => lose(null));
    current.on('notification', tell);
    try {
      await current.connect();
      await current.query(`listen ${CHANNEL}`);
      tell();
    } catch (error) {
      lose(error);
    }
  };

  return {
    watch(onChange) {
      if (settings.pooled) return () => {};
      // A function of its own for each watch, though two watch with the same one.
      const watcher = (): void => onChange();
      watchers.add(watcher);
      if (watchers.size === 1) void listen();
      return () => {
        if (watchers.delete(watcher) && watchers.size === 0) void hangUp();
      };
    },
    async close() {
      watchers.clear();
      await hangUp();
    },
  };
}
