import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WritingThread } from '../../src/store/sqlite/writing-thread.ts';

describe('a thread that writes', () => {
  let folder: string;
  let path: string;
  let thread: WritingThread;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beehive-thread-'));
    path = join(folder, 'graph.db');
    const database = new DatabaseSync(path);
    database.exec('pragma journal_mode = wal; create table node (id integer primary key)');
    database.close();
    thread = new WritingThread({ path, busyTimeoutMs: 20 });
  });
  afterEach(async () => {
    await thread.close();
    rmSync(folder, { recursive: true });
  });

  const ids = (): unknown[] => {
    const database = new DatabaseSync(path);
    const rows = database.prepare('select id from node order by id').all();
    database.close();
    return rows.map(({ id }) => id);
  };

  it('runs statements in the order in which they are given', async () => {
    thread.exec('begin immediate');
    for (let id = 1; id <= 3000; id++) thread.run('insert into node (id) values (?)', id);
    thread.run('delete from node where id > ?', 2);
    thread.exec('commit');
    await thread.finish();
    expect(ids()).toEqual([1, 2]);
  });

  it('tells of a statement that fails, runs none after it, and rolls back what is not committed', async () => {
    thread.exec('begin immediate');
    thread.run('insert into node (id) values (?)', 1);
    thread.run('insert into node (id) values (?)', 1);
    thread.exec('commit');
    await expect(thread.finish()).rejects.toThrow(/UNIQUE/);
    await expect(thread.finish()).rejects.toThrow(/UNIQUE/);
    await thread.close();
    expect(ids()).toEqual([]);
  });

  it('says STORE_LOCKED while another connection writes', async () => {
    const database = new DatabaseSync(path);
    database.exec('begin immediate');
    thread.exec('begin immediate');
    await expect(thread.finish()).rejects.toMatchObject({ name: 'AppError', code: 'STORE_LOCKED' });
    database.close();
  });

  it('can be closed twice, and then says so to who waits for an answer', async () => {
    await thread.close();
    await thread.close();
    thread.exec('begin immediate');
    await expect(thread.finish()).rejects.toThrow();
  });
});
