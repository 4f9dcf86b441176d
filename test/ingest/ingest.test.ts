import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import type { IngestOptions } from '../../src/ingest/options.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { freshFolder, largeFolder, sampleFolder } from './corpus.ts';

const VIETNAM = '2006-11-17-new-zealand-and-vietnam-develop-defence-relationship.md';

async function withFreshStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(`sqlite:${join(freshFolder(), 'graph.db')}`, { create: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function digestAfter(runs: readonly (readonly string[])[], options: IngestOptions = {}): Promise<string> {
  return withFreshStore(async (store) => {
    for (const paths of runs) await ingest(store, paths, options);
    return store.view.digest();
  });
}

describe('ingest', () => {
  it('reads the sample releases into a graph with nodes of every kind', async () => {
    await withFreshStore(async (store) => {
      const report = await ingest(store, [sampleFolder()]);
      expect(report).toMatchObject({
        files: 41,
        changed: 41,
        unchanged: 0,
        skipped: 0,
        removed: 0,
        linked: true,
      });
      const { nodes, evidence } = await store.view.counts();
      expect(nodes.release).toBe(41);
      for (const kind of ['minister', 'country', 'portfolio', 'official', 'event'] as const) {
        expect(nodes[kind], kind).toBeGreaterThan(10);
      }
      expect(evidence).toBeGreaterThanOrEqual(nodes.event);
    });
  });

  it('does nothing on a second run over the same files', async () => {
    await withFreshStore(async (store) => {
      const folder = sampleFolder();
      await ingest(store, [folder]);
      const revision = await store.view.revision();
      expect(await ingest(store, [folder])).toMatchObject({ changed: 0, unchanged: 41, linked: false });
      expect(await store.view.revision()).toBe(revision);
    });
  });

  it('replaces a changed file whole and leaves the others alone', async () => {
    await withFreshStore(async (store) => {
      const folder = sampleFolder();
      await ingest(store, [folder]);
      const text =
        '---\ntitle: "Nothing"\ndate: 2006-11-17\nurl: https://www.beehive.govt.nz/x\n---\n\nNo news.\n';
      writeFileSync(join(folder, VIETNAM), text);
      expect(await ingest(store, [folder])).toMatchObject({ changed: 1, unchanged: 40, linked: true });
      const [release] = await store.view.nodes('release', [VIETNAM.slice(0, -3)]);
      expect(release).toMatchObject({ title: 'Nothing', signedMinisters: [] });
      const [texts] = await store.view.textsOf([VIETNAM.slice(0, -3)]);
      expect(texts?.text).toBe('Nothing\n\nNo news.');
    });
  });

  it('keeps what came from files that are gone, unless told to prune', async () => {
    await withFreshStore(async (store) => {
      const folder = sampleFolder();
      await ingest(store, [folder]);
      rmSync(join(folder, VIETNAM));
      expect(await ingest(store, [folder])).toMatchObject({ removed: 0 });
      expect((await store.view.counts()).nodes.release).toBe(41);
      expect(await ingest(store, [folder], { prune: true })).toMatchObject({ removed: 1, linked: true });
      expect((await store.view.counts()).nodes.release).toBe(40);
      expect(await store.view.digest()).toBe(await digestAfter([[folder]]));
    });
  });

  it('reports a bad file and reads the rest', async () => {
    await withFreshStore(async (store) => {
      const folder = sampleFolder();
      writeFileSync(join(folder, '2001-01-01-broken.md'), 'no header at all');
      const report = await ingest(store, [folder]);
      expect(report).toMatchObject({ files: 42, changed: 41, skipped: 1 });
      const page = { limit: 10, backward: false, after: null, before: null, total: false };
      const { rows } = await store.view.problems('HEADER_MISSING', page);
      expect(rows.map(({ node }) => node.file)).toEqual(['2001-01-01-broken.md']);
    });
  });

  it('takes the later by path where one run has an id twice, and reports the other', async () => {
    await withFreshStore(async (store) => {
      const folder = sampleFolder();
      mkdirSync(join(folder, 'later'));
      const text =
        '---\ntitle: "The later one"\ndate: 2006-11-17\nurl: https://www.beehive.govt.nz/x\n---\n\nText.\n';
      writeFileSync(join(folder, 'later', VIETNAM), text);
      await ingest(store, [folder]);
      const [release] = await store.view.nodes('release', [VIETNAM.slice(0, -3)]);
      expect(release).toMatchObject({ title: 'The later one', path: `later/${VIETNAM}` });
      expect((await store.view.counts()).problems.RELEASE_DUPLICATE_ID).toBe(1);
    });
  });

  it('fails with words where a path is not there', async () => {
    await withFreshStore(async (store) => {
      await expect(ingest(store, ['/no/such/folder'])).rejects.toMatchObject({ code: 'PATH_NOT_FOUND' });
    });
  });
});

describe('digest', () => {
  it('is the same for any order of files and roots', async () => {
    const folder = sampleFolder();
    const reversed = freshFolder();
    for (const name of readdirSync(folder).sort().reverse()) cpSync(join(folder, name), join(reversed, name));
    expect(await digestAfter([[reversed]])).toBe(await digestAfter([[folder]]));
  });

  it('is the same all at once and in three parts, whatever their order', async () => {
    const whole = sampleFolder();
    const parts = [freshFolder(), freshFolder(), freshFolder()];
    const copy = sampleFolder();
    for (const [index, name] of readdirSync(copy).sort().entries()) {
      renameSync(join(copy, name), join(parts[index % 3] ?? '', name));
    }
    const digest = await digestAfter([[whole]]);
    expect(await digestAfter(parts.map((part) => [part]))).toBe(digest);
    expect(await digestAfter([parts.toReversed()])).toBe(digest);
  });

  it('is the same with worker threads and without', async () => {
    const folder = largeFolder(12);
    expect(await digestAfter([[folder]], { workers: 2 })).toBe(await digestAfter([[folder]], { workers: 0 }));
  });

  it('is the same through one root and through its sub-folders', async () => {
    const folder = largeFolder(3);
    const years = readdirSync(folder).map((year) => [join(folder, year)]);
    expect(years).toHaveLength(3);
    expect(await digestAfter(years)).toBe(await digestAfter([[folder]]));
  });
});
