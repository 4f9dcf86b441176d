import type { Database } from './database.ts';
import { storeError } from './errors.ts';
import { type Workplace, WritingThread } from './writing-thread.ts';

/** Runs one action after another, so that none comes into another's transaction. */
export function createQueue(): <T>(action: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (action) => {
    const next = last.then(action, action);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Runs the action whole or not at all; the write lock is taken at the start, so that it never fails half-way. */
export async function transact<T>(database: Database, action: () => T | Promise<T>): Promise<T> {
  database.exec('begin immediate');
  try {
    const result = await action();
    database.exec('commit');
    return result;
  } catch (error) {
    // The engine may have rolled back by itself (a full disk).
    if (database.raw.isTransaction) database.exec('rollback');
    throw storeError(error, database.path);
  }
}

/** The same for statements that a thread runs: returns when they are committed. */
export async function transactInThread(
  workplace: Workplace,
  action: (thread: WritingThread) => Promise<void>,
): Promise<void> {
  const thread = new WritingThread(workplace);
  try {
    thread.exec('begin immediate');
    await thread.finish();
    await action(thread);
    thread.exec('commit');
    await thread.finish();
  } finally {
    await thread.close();
  }
}
