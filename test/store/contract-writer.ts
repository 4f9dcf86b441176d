// biome-ignore-all lint/style/noNonNullAssertion: where a test finds nothing it is to fail at once
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decomposition } from '../../src/model/decomposition.ts';
import type { Store } from '../../src/store/store.ts';
import type { IngestedFile } from '../../src/store/writer.ts';
import { makeWorld } from './builder.ts';
import { ROOT } from './make-file.ts';
import { FIRST_PAGE, fill, type MakePlace, type Place } from './place.ts';

const SMALL = { releases: 20, events: 60, countries: 4, ministers: 4, portfolios: 4, officials: 4 };
const NEWEST = { by: 'DATE', descending: true } as const;

/** What every engine's writing side does. */
export function describeWriter(make: MakePlace): void {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await make();
    store = await place.open({ create: true });
  });
  afterEach(() => place.remove());

  async function linkedIds(): Promise<string[]> {
    const ids: string[] = [];
    for await (const input of store.writer.linkInputs()) ids.push(input.release.id);
    return ids;
  }

  describe('files', () => {
    it('gives every file back as it was put', async () => {
      const { files } = makeWorld(1, SMALL);
      await store.writer.putFiles(files);
      const known = await store.writer.knownFiles(ROOT);
      expect([...known.values()].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
        files
          .map(({ path, hash, version, release }) => ({
            path,
            hash,
            version,
            releaseId: release?.id ?? null,
          }))
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
      );
      expect((await store.writer.knownFiles('/elsewhere')).size).toBe(0);
    });

    it('streams what linking needs by release id, with the words of each event', async () => {
      const { files } = makeWorld(2, SMALL);
      await store.writer.putFiles(files);
      const ids = files.map(({ release }) => release!.id).sort();
      expect(await linkedIds()).toEqual(ids);
      expect(await linkedIds()).toEqual(ids);
      for await (const input of store.writer.linkInputs()) {
        const file = files.find(({ release }) => release?.id === input.release.id)!;
        const decomposition: Decomposition = JSON.parse(file.decomposition!);
        expect(input.decomposition).toEqual(decomposition);
        expect(input.quotes).toEqual([file.release!.text.slice(0, decomposition.events[0]!.end)]);
        expect(input.bodyHash === null).toBe(file.release!.body === '**');
        expect(input.release).toMatchObject({ title: file.release!.title, date: file.release!.date });
      }
    });

    it('gives linking one event mention of those of the same type, place and date', async () => {
      const file = makeWorld(2, SMALL).files[0]!;
      const decomposition: Decomposition = JSON.parse(file.decomposition!);
      const [event] = decomposition.events;
      const events = [event!, { ...event!, place: 'Hanoi' }, { ...event!, type: 'MEETING' as const }];
      await store.writer.putFiles([{ ...file, decomposition: JSON.stringify({ ...decomposition, events }) }]);
      for await (const input of store.writer.linkInputs()) {
        expect(input.decomposition.events).toEqual([events[0], events[2]]);
        expect(input.quotes.length).toBe(2);
      }
    });

    it('keeps nothing of a batch of which one file fails', async () => {
      const { files } = makeWorld(3, SMALL);
      const broken = { ...files[1]!, decomposition: null };
      await expect(store.writer.putFiles([files[0]!, broken, files[2]!])).rejects.toThrow(TypeError);
      expect((await store.writer.knownFiles(ROOT)).size).toBe(0);
      expect(await linkedIds()).toEqual([]);
      await store.writer.putFiles([files[0]!]);
      expect((await store.writer.knownFiles(ROOT)).size).toBe(1);
    });

    it('keeps the problems of a file that is no release, until it is one', async () => {
      const file = makeWorld(4, SMALL).files.find(({ problems }) => problems.length === 0)!;
      const problem = {
        code: 'HEADER_MISSING',
        file: file.path,
        field: null,
        message: 'expected a header',
      } as const;
      await store.writer.putFiles([{ ...file, release: null, decomposition: null, problems: [problem] }]);
      expect((await store.view.problems(null, FIRST_PAGE)).rows[0]?.node).toEqual({
        ...problem,
        releaseId: null,
      });
      await store.writer.putFiles([file]);
      expect((await store.view.problems(null, FIRST_PAGE)).rows).toEqual([]);
      expect(await linkedIds()).toEqual([file.release!.id]);
    });

    it('lets the later path have a release id, in whatever order the files come and go', async () => {
      const file = makeWorld(5, SMALL).files[0]!;
      const at = (path: string): IngestedFile => ({
        ...file,
        path,
        release: { ...file.release!, path, body: `in ${path}` },
      });
      const read = async () => {
        const [node] = await store.view.nodes('release', [file.release!.id]);
        const [texts] = await store.view.textsOf([file.release!.id]);
        return [node?.path, texts?.body];
      };
      for (const order of [
        ['a.md', 'b.md', 'c.md'],
        ['c.md', 'b.md', 'a.md'],
        ['b.md', 'c.md', 'a.md'],
      ]) {
        for (const path of order) await store.writer.putFiles([at(path)]);
        expect(await read()).toEqual(['c.md', 'in c.md']);
        expect((await store.writer.knownFiles(ROOT)).size).toBe(3);
        await store.writer.removeFiles(ROOT, ['c.md']);
        expect(await read()).toEqual(['b.md', 'in b.md']);
        await store.writer.removeFiles(ROOT, ['a.md']);
        expect(await read()).toEqual(['b.md', 'in b.md']);
        await store.writer.removeFiles(ROOT, ['b.md']);
        expect(await read()).toEqual([undefined, undefined]);
      }
    });

    it('removes all that came from a file', async () => {
      const world = makeWorld(6, SMALL);
      await fill(store, world);
      await store.writer.removeFiles(
        ROOT,
        world.files.map(({ path }) => path),
      );
      const counts = await store.view.counts();
      expect(counts).toMatchObject({ nodes: { release: 0, event: 0 }, evidence: 0, mentions: 0 });
      expect(counts.problems.BODY_EMPTY).toBeUndefined();
      const page = await store.view.page('release', { text: 'trade' }, NEWEST, FIRST_PAGE);
      expect(page.rows).toEqual([]);
      const ids = world.graph.countries.map(({ id }) => id);
      for (const kind of ['event', 'release'] as const) {
        const pages = await store.view.pagesOf({ kind: 'country', ids }, kind, {}, NEWEST, {
          ...FIRST_PAGE,
          total: true,
        });
        expect(pages.map(({ totalCount }) => totalCount)).toEqual(ids.map(() => 0));
      }
    });
  });

  describe('the graph', () => {
    it('needs linking after files changed and when the version is another', async () => {
      const { files, graph } = makeWorld(7, SMALL);
      await store.writer.putFiles(files);
      expect(await store.writer.needsLink('v1')).toBe(true);
      expect(await store.view.isLinked()).toBe(false);
      await store.writer.replaceGraph(graph, 'v1');
      expect(await store.writer.needsLink('v1')).toBe(false);
      expect(await store.view.isLinked()).toBe(true);
      expect(await store.writer.needsLink('v2')).toBe(true);
      await store.writer.removeFiles(ROOT, [files[0]!.path]);
      expect(await store.writer.needsLink('v1')).toBe(true);
      expect(await store.view.isLinked()).toBe(false);
    });

    it('changes the revision when something changed, and only then', async () => {
      const { files, graph } = makeWorld(8, SMALL);
      await fill(store, { files, graph });
      const revision = await store.view.revision();
      await store.writer.replaceGraph(graph, 'v2');
      await store.writer.putFiles(files.map((file) => ({ ...file, version: 'v2' })));
      expect(await store.view.revision()).toBe(revision);
      const [first, ...rest] = graph.events;
      const events = [{ ...first!, summary: 'Something else' }, ...rest];
      await store.writer.replaceGraph({ ...graph, events }, 'v2');
      expect(await store.view.revision()).not.toBe(revision);
    });

    it('refuses a quote that its release does not say, names the release and keeps the old graph', async () => {
      const { files, graph } = makeWorld(9, SMALL);
      await fill(store, { files, graph });
      const digest = await store.view.digest();
      const [first, ...rest] = graph.events;
      const evidence = [{ ...first!.evidence[0]!, quote: 'never said' }];
      const wrong = { ...graph, events: [{ ...first!, evidence }, ...rest], terms: [] };
      await expect(store.writer.replaceGraph(wrong, 'v1')).rejects.toThrow(evidence[0]!.releaseId);
      expect(await store.view.digest()).toBe(digest);
    });

    it('refuses two events of one id and names the release', async () => {
      const { files, graph } = makeWorld(9, SMALL);
      await store.writer.putFiles(files);
      const [first] = graph.events;
      const twice = { ...graph, events: [first!, ...graph.events] };
      await expect(store.writer.replaceGraph(twice, 'v1')).rejects.toThrow(first!.evidence[0]!.releaseId);
    });

    it('checks the quotes of an event again when the text of its release changed', async () => {
      const { files, graph } = makeWorld(10, SMALL);
      await fill(store, { files, graph });
      const { releaseId } = graph.events[0]!.evidence[0]!;
      const file = files.find(({ release }) => release?.id === releaseId)!;
      await store.writer.putFiles([
        { ...file, release: { ...file.release!, text: 'Another text altogether' } },
      ]);
      await expect(store.writer.replaceGraph(graph, 'v1')).rejects.toThrow(releaseId);
    });

    it('gives the same graph whether written at once or over another one', async () => {
      const [before, after] = [makeWorld(11, SMALL), makeWorld(12, SMALL)];
      await fill(store, before);
      await store.writer.removeFiles(
        ROOT,
        before.files.map(({ path }) => path),
      );
      await fill(store, after);
      const other = await make();
      const fresh = await other.open({ create: true });
      await fresh.writer.putFiles([...after.files].reverse());
      await fresh.writer.replaceGraph(after.graph, 'v9');
      expect(await store.view.digest()).toBe(await fresh.view.digest());
      const ids = after.graph.countries.map(({ id }) => id);
      for (const kind of ['minister', 'country', 'official', 'portfolio'] as const) {
        const parent = { kind: 'country', ids } as const;
        expect(await store.view.neighboursOf(parent, kind, FIRST_PAGE)).toEqual(
          await fresh.view.neighboursOf(parent, kind, FIRST_PAGE),
        );
      }
      await other.remove();
    });

    it('gives another digest when any part of the graph is another', async () => {
      const { files, graph } = makeWorld(13, SMALL);
      await fill(store, { files, graph });
      const digest = await store.view.digest();
      const [event, ...events] = graph.events;
      const [release, ...releases] = graph.releases;
      const [minister, ...ministers] = graph.ministers;
      const evidence = event!.evidence.map((item) => ({ ...item, rule: 'test/other' }));
      for (const changed of [
        { ...graph, events },
        { ...graph, events: [{ ...event!, place: 'Elsewhere' }, ...events] },
        { ...graph, events: [{ ...event!, evidence }, ...events] },
        { ...graph, releases: [{ ...release!, mentions: release!.mentions.slice(1) }, ...releases] },
        { ...graph, releases: [{ ...release!, named: ['m0', 'm1', 'm2'] }, ...releases] },
        { ...graph, ministers: [{ ...minister!, aliases: [] }, ...ministers] },
        { ...graph, redirects: [] },
        { ...graph, problems: [] },
      ]) {
        await store.writer.replaceGraph(changed, 'v1');
        expect(await store.view.digest()).not.toBe(digest);
      }
      await store.writer.replaceGraph(graph, 'v1');
      expect(await store.view.digest()).toBe(digest);
    });
  });
}
