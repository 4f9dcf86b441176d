import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { createContext } from '../src/graph/context.ts';
import { schema } from '../src/graph/schema.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { loadDocuments } from '../src/serve/documents.ts';
import { openStore } from '../src/store/open.ts';

/**
 * Loads a folder of releases into a new SQLite file and into an empty Postgres database, one after the other, and
 * compares: seconds of each phase, digests, and milliseconds of every named document (the median of several runs).
 *
 *     node scripts/compare-engines.ts RELEASES postgres://user@host/empty
 */
const [releases, url] = process.argv.slice(2);
if (releases === undefined || url === undefined) {
  throw new TypeError('expected a folder of releases and the URL of an empty Postgres database');
}
const RUNS = 9;

const folder = mkdtempSync(join(tmpdir(), 'beehive-engines-'));
const engines = { sqlite: `sqlite:${join(folder, 'graph.db')}`, postgres: url };
const totals: number[] = [];
const digests = new Set<string>();
const documents = new Map<string, number[]>();
for (const [name, place] of Object.entries(engines)) {
  const store = await openStore(place, { create: true });
  const { seconds, files } = await ingest(store, [releases]);
  const digest = await store.view.digest();
  digests.add(digest);
  totals.push(seconds.total);
  const phases = Object.entries(seconds).map(([phase, time]) => `${phase} ${time.toFixed(1)}`);
  say(`${name.padEnd(9)} ${files} files in seconds: ${phases.join(', ')}; digest ${digest.slice(0, 16)}`);
  await store.close();
  const reader = await openStore(place, { readOnly: true });
  for (const document of loadDocuments()) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const start = performance.now();
      const contextValue = createContext(reader.view, () => new Date('2026-01-31T00:00:00Z'));
      await graphql({ schema, source: document.query, contextValue, variableValues: document.variables });
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    documents.set(document.name, [...(documents.get(document.name) ?? []), times[(RUNS - 1) / 2] ?? 0]);
  }
  await reader.close();
}
rmSync(folder, { recursive: true });

const [sqlite = 1, postgres = 0] = totals;
say(`load      Postgres takes ${(postgres / sqlite).toFixed(2)} times as long as SQLite`);
say(`digests   ${digests.size === 1 ? 'equal' : 'DIFFER'}`);
for (const [name, [a = 1, b = 0]] of documents) {
  say(
    `${name.padEnd(32)} ${a.toFixed(1).padStart(7)} ms  ${b.toFixed(1).padStart(7)} ms  ×${(b / a).toFixed(1)}`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
