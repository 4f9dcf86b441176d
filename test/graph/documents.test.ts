import { readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/graph/schema.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { LinkedGraph } from '../../src/model/graph.ts';
import { byCode, hashId } from '../../src/model/ids.ts';
import { loadDocuments } from '../../src/serve/documents.ts';
import type { IngestedFile } from '../../src/store/writer.ts';
import { sampleFolder } from '../ingest/corpus.ts';
import { openGraph, type TestGraph } from './harness.ts';
import { FILES, GRAPH, TALKS_ID } from './world.ts';

/** The documents in the order of their files, each with lists that it must not leave empty over the sample releases. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'all-vietnam-defence-events': ['events.edges', 'events.edges.0.node.evidence'],
  'a-countrys-relationship': [
    'relationship.types',
    'relationship.years',
    'relationship.ministers',
    'relationship.officials',
    'relationship.portfolios',
  ],
  'who-held-defence': [
    'ministers.edges',
    'ministers.edges.0.node.terms',
    'ministers.edges.0.node.events.edges',
  ],
  'a-ministers-travels': ['minister.countries.edges', 'minister.countries.edges.0.node.events.edges'],
  'what-lies-ahead': ['ahead.edges', 'portfolios.edges', 'perPortfolio', 'neverReported.edges'],
  'events-over-the-years': ['eventSeries.rows', 'byType', 'byMinisterAndStatus'],
  'how-two-are-connected': ['paths.paths', 'paths.paths.0.hops'],
  'around-a-node': ['neighbourhood.nodes', 'neighbourhood.edges'],
  'search-everything': ['search.edges', 'search.kinds', 'search.years'],
  'what-has-changed': ['changes.changes'],
  'ask-in-plain-words': ['ask.events.edges', 'ask.interpretation.parts'],
  'what-a-release-decomposes-into': ['releases.edges', 'releases.edges.0.node.mentions'],
  'the-latest-disasters': ['events.edges'],
  'search-over-releases': ['releases.edges'],
};

const DOCUMENTS = loadDocuments();

/** The member of nested data that a path of field names and positions leads to. */
function at(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], data);
}

describe('over the sample releases', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await openGraph([], { ...EMPTY });
    await ingest(graph.store, [sampleFolder()], { workers: 1 });
  }, 60_000);
  afterAll(() => graph.store.close());

  it('each named document is expected to answer', () => {
    expect(DOCUMENTS.map(({ name }) => name)).toEqual(Object.keys(ANSWERS));
  });

  it.each(DOCUMENTS.map((document) => [document.title, document] as const))(
    '"%s" is valid and answers',
    async (_title, { name, query, variables }) => {
      expect(validate(schema, parse(query))).toEqual([]);
      const data = await graph.data(query, { ...variables });
      const empty = (ANSWERS[name] ?? []).filter((path) => (at(data, path) as unknown[]).length === 0);
      expect(empty).toEqual([]);
    },
  );
});

const EMPTY: LinkedGraph = {
  releases: [],
  ministers: [],
  countries: [],
  portfolios: [],
  officials: [],
  terms: [],
  events: [],
  redirects: [],
  problems: [],
};

/** The made-up graph with every release and event `copies` times, so that all its lists are longer. */
function manyTimes(copies: number): [readonly IngestedFile[], LinkedGraph] {
  const suffixes = Array.from({ length: copies }, (_, copy) => (copy === 0 ? '' : `-${copy}`));
  const files = suffixes.flatMap((suffix) =>
    FILES.map((file): IngestedFile => {
      const id = (releaseId: string) => `${releaseId}${suffix}`;
      const path = file.path.replace('.md', `${suffix}.md`);
      return {
        ...file,
        path,
        problems: file.problems.map((problem) => ({ ...problem, file: path })),
        release: file.release && { ...file.release, id: id(file.release.id), path },
        decomposition:
          file.release &&
          JSON.stringify({ ...JSON.parse(file.decomposition ?? ''), releaseId: id(file.release.id) }),
      };
    }),
  );
  const releases = suffixes.flatMap((suffix) =>
    GRAPH.releases.map((release) => ({ ...release, id: `${release.id}${suffix}` })),
  );
  const events = suffixes.flatMap((suffix) =>
    GRAPH.events.map((event) => {
      const id = suffix ? hashId(event.id, suffix) : event.id;
      const evidence = event.evidence.map((passage) => ({
        ...passage,
        eventId: id,
        releaseId: `${passage.releaseId}${suffix}`,
      }));
      // An incident among them, for one of the documents asks for those.
      return { ...event, id, evidence, type: event.id === TALKS_ID ? ('INCIDENT' as const) : event.type };
    }),
  );
  return [
    files,
    {
      ...GRAPH,
      releases: releases.sort((a, b) => byCode(a.id, b.id)),
      events: events.sort((a, b) => byCode(a.id, b.id)),
    },
  ];
}

/** The most statements by the documents' names, as the README tells them. */
const STATEMENTS = new Map(
  [...readFileSync('README.md', 'utf8').matchAll(/^\| \[`\d+-([\w-]+)\.graphql`\].* \| (\d+) \|$/gm)].map(
    ([, name = '', statements]): [string, number] => [name, Number(statements)],
  ),
);

/** Other values than the documents' own where the made-up graph has nothing under those. */
const VARIABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'who-held-defence': { on: '2013-03-22' },
  'what-lies-ahead': { asOf: '2013-03-23' },
  'search-everything': { text: 'talks' },
  'search-over-releases': { text: 'talks' },
};

describe('the number of statements of each named document', () => {
  let few: TestGraph;
  let many: TestGraph;
  beforeAll(async () => {
    few = await openGraph(...manyTimes(1));
    many = await openGraph(...manyTimes(7));
  });
  afterAll(async () => {
    await few.store.close();
    await many.store.close();
  });

  it.each(DOCUMENTS.map((document) => [document.title, document] as const))(
    'is the same for little and for much data, and at most what the README says: "%s"',
    async (_title, { name, query, variables }) => {
      const given = { ...variables, ...VARIABLES[name] };
      const measure = async (graph: TestGraph): Promise<[statements: number, length: number]> => {
        await graph.data(query, given);
        graph.statements.length = 0;
        const data = await graph.data(query, given);
        return [graph.statements.length, JSON.stringify(data).length];
      };
      const [statementsOfFew] = await measure(few);
      const [statements, length] = await measure(many);
      expect(statements).toBe(statementsOfFew);
      expect(statements).toBeLessThanOrEqual(STATEMENTS.get(name) ?? 0);
      expect(length).toBeGreaterThan(100);
    },
  );
});
