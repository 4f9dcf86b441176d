import { readFileSync, rmSync } from 'node:fs';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../../src/graph/context.ts';
import { schema } from '../../src/graph/schema.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { loadDocuments } from '../../src/serve/documents.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import * as phrases from '../ask/phrases.ts';
import { sampleFolder } from '../ingest/corpus.ts';
import { WORLD } from './place.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const PHRASES = Object.values(phrases).flatMap((cases) => cases.map(([phrase]) => phrase));
const ASK = readFileSync(
  new URL('../../schema/documents/11-ask-in-plain-words.graphql', import.meta.url),
  'utf8',
);
const SEARCHES = [
  ...['defence', 'Maori', 'māori', '"prime minister"', 'vis*', 'trade -china', 'minister agreement signed'],
  ...['"free trade"', 'Viet Nam -"prime minister"', 'the', 'pacific isl*', '2008', '½', '"defence" "talks"'],
];
const SEARCH = `query ($text: String!) { search(text: $text, first: 50) { totalCount kinds { kind count }
  years { key count } countries { key count } bounded edges { cursor node { __typename id } title snippet { text } } } }`;

/** Ids that a language's rules sort otherwise than their bytes do. */
const IDS: Readonly<Record<string, string>> = {
  c0: 'a-b',
  c1: 'ab',
  c2: 'B',
  c3: 'a_b',
  c4: 'A',
  m0: 'é',
  m1: 'f',
  m2: 'E',
};

describe('the engines, over ids of all sorts,', () => {
  it('order and join by bytes, whatever the collation of the database', async () => {
    const server = await startPostgres();
    const graph: typeof WORLD.graph = JSON.parse(
      JSON.stringify(WORLD.graph).replace(/"([cm]\d)"/g, (whole, id) => (IDS[id] ? `"${IDS[id]}"` : whole)),
    );
    const answers: string[] = [];
    for (const url of ['sqlite::memory:', await server.makeDatabase()]) {
      const { view, writer, close } = await openStore(url, { create: true });
      await writer.putFiles(WORLD.files);
      await writer.replaceGraph(graph, 'v1');
      const ref = { kind: 'country', id: 'a-b' } as const;
      const found = [
        await view.eventCounts({}, ['COUNTRY', 'MINISTER'], 1000),
        await view.eventCounts({ types: ['VISIT', 'MEETING'] }, ['COUNTRY', 'MINISTER'], 1000),
        await view.eventCounts({ headline: true }, ['MINISTER', 'YEAR'], 1000),
        await view.eventSeries({ headline: true }, 'YEAR', 'COUNTRY', 3),
        await view.neighbourhood(ref, 2, 50),
        await view.paths(ref, { kind: 'minister', id: 'é' }, 4, 50),
        await view.relationship('B', '2012-06-30'),
        await view.digest(),
      ];
      answers.push(JSON.stringify(found));
      await close();
    }
    await server.remove();
    expect(answers[1]).toBe(answers[0]);
  });
});

describe('SQLite and Postgres', () => {
  const folder = sampleFolder();
  let server: PostgresServer;
  let stores: readonly Store[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    stores = [
      await openStore('sqlite::memory:', { create: true }),
      await openStore(await server.makeDatabase(), { create: true }),
    ];
    for (const store of stores) await ingest(store, [folder], { workers: 0 });
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await server.remove();
    rmSync(folder, { recursive: true });
  });

  /** The answers of both stores, each as the text that a client would get. */
  async function answers(source: string, variableValues: Record<string, unknown>): Promise<string[]> {
    const found: string[] = [];
    for (const { view } of stores) {
      const contextValue = createContext(view, () => new Date('2026-01-31T00:00:00Z'));
      const result = await graphql({ schema, source, contextValue, variableValues });
      found.push(JSON.stringify(result));
    }
    return found;
  }

  it('have one digest', async () => {
    const [sqlite, postgres] = await Promise.all(stores.map(({ view }) => view.digest()));
    expect(postgres).toBe(sqlite);
  });

  it('log the same changes under the same numbers', async () => {
    const [sqlite, postgres] = await Promise.all(stores.map(({ view }) => view.changes(null, 10_000)));
    const { nodes } = (await stores[0]?.view.counts()) ?? {};
    // A first ingest makes every node, each once.
    expect(sqlite?.changes.length).toBe(Object.values(nodes ?? {}).reduce((sum, count) => sum + count, 0));
    expect(sqlite?.changes.length).toBeGreaterThan(250);
    expect(postgres).toEqual(sqlite);
  });

  it.each(loadDocuments().map((document) => [document.title, document] as const))(
    'answer "%s" byte for byte the same',
    async (_title, { query, variables }) => {
      const [sqlite, postgres] = await answers(query, { ...variables });
      expect(JSON.parse(sqlite ?? '')).not.toHaveProperty('errors');
      expect(postgres).toBe(sqlite);
    },
  );

  it('read and answer every phrase the same', async () => {
    for (const phrase of PHRASES) {
      const [sqlite, postgres] = await answers(ASK, { phrase, first: 20 });
      expect(postgres, phrase).toBe(sqlite);
    }
  });

  it('find the same by words, in the same order, with the same cursors', async () => {
    for (const text of SEARCHES) {
      const [sqlite, postgres] = await answers(SEARCH, { text });
      expect(JSON.parse(sqlite ?? '')).not.toHaveProperty('errors');
      expect(postgres, text).toBe(sqlite);
    }
  });
});
