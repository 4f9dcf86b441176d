import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openQueue } from '../../src/store/postgres/queue.ts';
import { readSettings } from '../../src/store/postgres/settings.ts';
import type { JobQueue } from '../../src/store/queue.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

describe('the queue of a Postgres store', () => {
  let postgres: PostgresServer;
  let url: string;
  let one: JobQueue;
  let other: JobQueue;
  const open = () => openQueue(readSettings(url), () => {}, { read: 10, link: 10 });
  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.makeDatabase();
    await (await openStore(url, { create: true })).close();
    // At once, as several machines do that begin together.
    [one, other] = await Promise.all([open(), open()]);
  });
  beforeEach(async () => {
    expect(await one.isBusy()).toBe(false);
  });
  afterAll(async () => {
    await one.close();
    await other.close();
    await postgres.remove();
  });

  it('gives a job to one of those who ask, once, however often it was put before', async () => {
    await one.put('read', '1/2', { number: 1 });
    await other.put('read', '1/2', { number: 1 });
    await one.put('read', '2/2', { number: 2 });
    expect(await one.isBusy()).toBe(true);
    const done: object[] = [];
    const work = (queue: JobQueue) => queue.work('read', async (data) => void done.push(data));
    const worked = await Promise.all([work(one), work(other), work(one), work(other)]);
    expect(worked.filter(Boolean).length).toBe(2);
    expect(done).toHaveLength(2);
    expect(done).toEqual(expect.arrayContaining([{ number: 1 }, { number: 2 }]));
  });

  it('lets a job wait that is put while one like it is at work', async () => {
    await one.put('link', 'all', {});
    await one.work('link', async () => {
      await other.put('link', 'all', {});
      expect(await other.work('link', async () => {})).toBe(false);
    });
    expect(await other.work('link', async () => {})).toBe(true);
  });

  it('throws what the work throws, and lets the job wait again', async () => {
    await one.put('link', 'all', {});
    await expect(
      one.work('link', async () => {
        throw new TypeError('out of order');
      }),
    ).rejects.toThrow('out of order');
    await expect.poll(() => other.work('link', async () => {}), { timeout: 10_000 }).toBe(true);
  });

  it('gives the job of a process that is gone to another one when its lease ends, and keeps that of one that lives', async () => {
    await one.put('link', 'all', {});
    const gone = await open();
    const never = gone.work('link', () => new Promise<void>(() => {}));
    never.catch(() => {});
    await expect
      .poll(() => postgres.execute(url, `select 1 from beehive_queue.job where state = 'active'`))
      .toMatchObject({ rowCount: 1 });
    await gone.close();
    expect(await other.work('link', async () => {})).toBe(false);
    let tries = 0;
    await expect
      .poll(
        () =>
          other.work('link', async () => {
            // Longer than a lease, which is renewed meanwhile.
            const end = performance.now() + 14_000;
            while (performance.now() < end) {
              tries += 1;
              expect(await one.work('link', async () => {})).toBe(false);
              await new Promise((resolve) => setTimeout(resolve, 1000));
            }
          }),
        { timeout: 60_000 },
      )
      .toBe(true);
    expect(tries).toBeGreaterThan(5);
  }, 90_000);

  it('knows which shares are still to be read, of one number of shares at a time', async () => {
    expect(await one.noteShare(2, 3)).toEqual([1, 3]);
    expect(await other.noteShare(2, 3)).toEqual([1, 3]);
    expect(await other.noteShare(3, 3)).toEqual([1]);
    expect(await one.noteShare(1, 3)).toEqual([]);
    await one.forgetShares();
    expect(await one.noteShare(1, 13)).toHaveLength(12);
    expect(await one.noteShare(1, 3)).toEqual([2, 3]);
    await one.forgetShares();
  });
});
