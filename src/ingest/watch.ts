import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface WatchOptions {
  /** Ends the watch; a run that has begun is finished first. */
  readonly signal: AbortSignal;
  /** How long nothing must change before a run begins, in milliseconds; 300 where it is left out. */
  readonly quietMs?: number;
  /** The longest that changes which never pause put a run off, in milliseconds; 5,000 where it is left out. */
  readonly mostMs?: number;
  /** What else is done now and then while nothing changes. */
  readonly idle?: { readonly everyMs: number; readonly look: () => Promise<unknown> };
}

/**
 * Runs `run` at once and then after every change of a Markdown file or folder under `paths`, one run at a time: what
 * changes during a run brings about the next. Folders that come later are watched too. Throws what `run` and
 * `look` throw.
 *
 * One watch a folder and not, as recursive watching does on Linux, one a file: 55,000 files are more than a system
 * gives one user.
 */
export async function watchPaths(
  paths: readonly string[],
  run: () => Promise<unknown>,
  { signal, quietMs = 300, mostMs = 5000, idle }: WatchOptions,
): Promise<void> {
  const watchers = new Map<string, FSWatcher>();
  let changedAt: number | null = null;
  let firstAt = 0;
  let wake: () => void = () => {};
  const onChange = (_event: string, name: string | null): void => {
    if (name !== null && !mayBeRelease(name)) return;
    firstAt = changedAt === null ? performance.now() : firstAt;
    changedAt = performance.now();
    wake();
  };
  const stop = (): void => wake();
  signal.addEventListener('abort', stop);
  /** Resolves after `ms`, or at once when something changes or the watch ends. */
  const pause = (ms: number | null): Promise<void> =>
    new Promise((resolvePause) => {
      const timer = ms === null ? null : setTimeout(resolvePause, ms);
      wake = () => {
        if (timer) clearTimeout(timer);
        resolvePause();
      };
    });
  try {
    for (;;) {
      changedAt = null;
      // Before the run: what comes into a new folder after the run has listed it is heard of.
      follow(watchers, paths, onChange);
      await run();
      while (!signal.aborted && changedAt === null) {
        await pause(idle?.everyMs ?? null);
        if (!signal.aborted && changedAt === null) await idle?.look();
      }
      while (!signal.aborted) {
        const now = performance.now();
        const left = Math.min((changedAt ?? now) + quietMs, firstAt + mostMs) - now;
        if (left <= 0) break;
        await pause(left);
      }
      if (signal.aborted) return;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    for (const watcher of watchers.values()) watcher.close();
  }
}

/** Releases are Markdown; a name without an ending may be a folder's. */
function mayBeRelease(name: string): boolean {
  return /\.md$/i.test(name) || !name.includes('.');
}

/** Watches the folders under the paths that are not watched yet, and no more those that are gone. */
function follow(
  watchers: Map<string, FSWatcher>,
  paths: readonly string[],
  onChange: (event: string, name: string | null) => void,
): void {
  const folders = new Set(paths.flatMap((path) => foldersUnder(resolve(path))));
  for (const [folder, watcher] of watchers) {
    if (folders.has(folder)) continue;
    watcher.close();
    watchers.delete(folder);
  }
  for (const folder of folders) {
    if (watchers.has(folder)) continue;
    const watcher = watch(folder, onChange);
    // A folder that goes while it is watched: the run after says what is wrong, where anything is.
    watcher.on('error', () => {
      watcher.close();
      watchers.delete(folder);
    });
    watchers.set(folder, watcher);
  }
}

/** The folder and all below it; of a file the one that it is in, for editors put a new file in a file's place. */
function foldersUnder(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  // Ingesting says what is wrong with a path that leads nowhere.
  if (!stats) return [];
  if (!stats.isDirectory()) return [dirname(path)];
  const inner = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules')
    .flatMap((entry) => foldersUnder(join(path, entry.name)));
  return [path, ...inner];
}
