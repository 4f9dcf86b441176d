import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from './builder.ts';
import { fill, type MakePlace, type Place } from './place.ts';

const SMALL = { releases: 20, events: 60, countries: 4, ministers: 4, portfolios: 4, officials: 4 };

/** How every engine opens, shares and closes a store. */
export function describeOpening(make: MakePlace): void {
  let place: Place;
  beforeEach(async () => {
    place = await make();
  });
  afterEach(() => place.remove());

  describe('opening', () => {
    it('gives what was written before, to readers and to writers', async () => {
      const store = await place.open({ create: true });
      await fill(store, makeWorld(1, SMALL));
      const [digest, revision] = [await store.view.digest(), await store.view.revision()];
      await store.close();
      for (const options of [{ readOnly: true }, {}, { create: true }]) {
        const again = await place.open(options);
        expect(await again.view.digest()).toBe(digest);
        expect(await again.view.revision()).toBe(revision);
        await again.close();
      }
    });

    it('is refused with STORE_MISSING where there is none', async () => {
      await expect(place.open({ readOnly: true })).rejects.toMatchObject({ code: 'STORE_MISSING' });
      await expect(place.open()).rejects.toMatchObject({ code: 'STORE_MISSING' });
    });

    it('is refused with STORE_VERSION where the store is newer, and where it is older unless it may change', async () => {
      await (await place.open({ create: true })).close();
      await place.execute(
        `insert into kysely_migration (name, timestamp) values ('9999-later', '2026-01-01T00:00:00.000Z')`,
      );
      for (const options of [{ readOnly: true }, {}, { create: true }]) {
        await expect(place.open(options)).rejects.toMatchObject({ code: 'STORE_VERSION', message: /newer/ });
      }
      await place.execute('delete from kysely_migration');
      for (const options of [{ readOnly: true }, {}]) {
        await expect(place.open(options)).rejects.toMatchObject({ code: 'STORE_VERSION', message: /older/ });
      }
    });

    it('gives STORE_UNAVAILABLE after closing, and closing twice does no harm', async () => {
      const store = await place.open({ create: true });
      await store.close();
      await store.close();
      await expect(store.view.counts()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await expect(store.writer.putFiles(makeWorld(1, SMALL).files)).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
      });
    });

    it('to read gives no writer', async () => {
      await (await place.open({ create: true })).close();
      const store = await place.open({ readOnly: true });
      expect(() => store.writer).toThrow(TypeError);
    });
  });

  describe('sharing', () => {
    it('refuses to write with STORE_LOCKED while another process writes, and works after', async () => {
      const store = await place.open({ create: true, busyTimeoutMs: 20 });
      const { files } = makeWorld(1, SMALL);
      const unlock = await place.lock();
      await expect(store.writer.putFiles(files)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
      expect((await store.view.counts()).nodes.release).toBe(0);
      await unlock();
      await store.writer.putFiles(files);
      expect((await store.view.counts()).nodes.release).toBe(20);
    });

    it('lets readers see the old graph until the new one is whole', async () => {
      const before = makeWorld(1, SMALL);
      const store = await place.open({ create: true });
      await fill(store, before);
      const after = makeWorld(2, { ...SMALL, releases: 3000, events: 12_000 });
      await store.writer.putFiles(after.files);
      const reader = await place.open({ readOnly: true });
      const seen = new Set<string>();
      let done = false;
      const replaced = store.writer.replaceGraph(after.graph, 'v2').then(() => {
        done = true;
      });
      let readings = 0;
      while (!done) {
        const { nodes, evidence } = await reader.view.counts();
        if (!done) seen.add(`${nodes.event} ${evidence}`);
        readings += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
      await replaced;
      const evidenceCount = (world: typeof before) =>
        world.graph.events.flatMap((event) => event.evidence).length;
      expect(readings).toBeGreaterThan(3);
      // The new one, whole, where it can be read a moment before the writer is told so.
      const [first, ...later] = seen;
      expect(first).toBe(`60 ${evidenceCount(before)}`);
      for (const state of later) expect(state).toBe(`12000 ${evidenceCount(after)}`);
      const { nodes, evidence } = await reader.view.counts();
      expect([nodes.event, evidence]).toEqual([12_000, evidenceCount(after)]);
    });

    it('queues writes that are started together', async () => {
      const store = await place.open({ create: true });
      const { files, graph } = makeWorld(3, SMALL);
      await Promise.all([
        store.writer.putFiles(files.slice(0, 10)),
        store.writer.putFiles(files.slice(10)),
        store.writer.replaceGraph(graph, 'v1'),
      ]);
      expect((await store.view.counts()).nodes).toMatchObject({ release: 20, event: 60 });
    });
  });
}
