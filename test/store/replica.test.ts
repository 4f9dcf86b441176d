import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { makeWorld } from './builder.ts';
import { fill } from './place.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const SIZE = { releases: 20, events: 60, countries: 4, ministers: 4, portfolios: 4, officials: 4 };

describe('a store with a replica', () => {
  let primary: PostgresServer;
  let replica: PostgresServer;
  let url: string;
  let writer: Store;
  let reader: Store;
  const troubles: string[] = [];
  beforeAll(async () => {
    primary = await startPostgres();
    url = await primary.makeDatabase();
    await (await openStore(url, { create: true })).close();
    replica = await primary.replicate();
    writer = await openStore(url);
    reader = await openStore(url, {
      readOnly: true,
      readUrl: url.replace(String(primary.port), String(replica.port)),
      onTrouble: (message) => troubles.push(message),
    });
  });
  afterAll(async () => {
    await reader.close();
    await writer.close();
    await replica.remove();
    await primary.remove();
  });

  const untilRead = (events: number) =>
    expect.poll(async () => (await reader.view.counts()).nodes.event, { timeout: 20_000 }).toBe(events);
  /** How many connections of ours have read on the replica since it started. */
  const readsOnReplica = async (): Promise<number> => {
    const { rows } = await replica.execute(
      url.replace(String(primary.port), String(replica.port)),
      `select count(*)::integer as count from pg_stat_activity where application_name = 'beehive-graph'`,
    );
    return rows[0].count;
  };

  it('reads there what was written on the primary', async () => {
    await fill(writer, makeWorld(1, SIZE));
    await untilRead(60);
    expect(await readsOnReplica()).toBeGreaterThan(0);
    expect(await reader.view.digest()).toBe(await writer.view.digest());
    expect(troubles).toEqual([]);
  });

  it('goes on from the primary when the replica is gone, says so once, and comes back', async () => {
    await replica.halt();
    const counts = await Promise.all(Array.from({ length: 12 }, () => reader.view.counts()));
    expect(counts.every(({ nodes }) => nodes.event === 60)).toBe(true);
    await fill(writer, makeWorld(2, { ...SIZE, events: 80 }));
    expect((await reader.view.counts()).nodes.event).toBe(80);
    expect(troubles.filter((message) => /is gone, reading from the primary/.test(message)).length).toBe(1);
    await replica.resume();
    await expect.poll(() => troubles.at(-1), { timeout: 20_000 }).toMatch(/is back$/);
    await untilRead(80);
    expect(await readsOnReplica()).toBeGreaterThan(0);
  });
});
