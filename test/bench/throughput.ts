import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';

/**
 * Requests a second of three named documents, from one and from two processes, on both engines, all in one run: the
 * stores must hold the same graph. The load comes from this process, which takes of the same processor.
 *
 *     node test/bench/throughput.ts sqlite:STORE.db postgres://user@host/database [--seconds 10] [--connections 16]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '10' }, connections: { type: 'string', default: '16' } },
});
const [sqlite, postgres] = positionals;
if (sqlite === undefined || postgres === undefined) {
  throw new TypeError('expected the URLs of a SQLite and of a Postgres store');
}
const DOCUMENTS = ['all-vietnam-defence-events', 'a-countrys-relationship', 'search-everything'];
const WORKERS = [1, 2];
/** How long a server is warmed up before anything is measured, in seconds: all its processes listen by then. */
const WARM_UP = 5;

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const seconds = Number(values.seconds);
const connections = Number(values.connections);

/** Requests a second by engine, workers and document. */
const figures = new Map<string, number>();
for (const [engine, db] of Object.entries({ sqlite, postgres })) {
  for (const workers of WORKERS) {
    const { child, url } = await serve(db, workers);
    await load(`${url}/q/${DOCUMENTS[0]}.json`, WARM_UP);
    for (const document of DOCUMENTS) {
      const { requests, non2xx, errors, latency } = await load(`${url}/q/${document}.json`, seconds);
      if (non2xx + errors > 0)
        throw new Error(`expected answers to ${document}, got ${non2xx + errors} errors`);
      figures.set(keyOf(engine, workers, document), requests.average);
      const rate = requests.average.toFixed(0).padStart(6);
      const times = `p50 ${latency.p50} ms, p99 ${latency.p99} ms`;
      say(`${engine.padEnd(9)} ${workers} workers  ${document.padEnd(28)} ${rate} a second, ${times}`);
    }
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}
say('');
for (const document of DOCUMENTS) {
  const of = (engine: string, workers: number) => figures.get(keyOf(engine, workers, document)) ?? 0;
  const ratio = (above: number, below: number) => `×${(above / below).toFixed(2)}`;
  say(
    `${document.padEnd(28)} two workers to one: SQLite ${ratio(of('sqlite', 2), of('sqlite', 1))}, ` +
      `Postgres ${ratio(of('postgres', 2), of('postgres', 1))}; Postgres to SQLite: ` +
      `one ${ratio(of('postgres', 1), of('sqlite', 1))}, two ${ratio(of('postgres', 2), of('sqlite', 2))}`,
  );
}

function keyOf(engine: string, workers: number, document: string): string {
  return `${engine} ${workers} ${document}`;
}

async function serve(
  db: string,
  workers: number,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const args = ['serve', '--db', db, '--port', '0', '--workers', String(workers), '--log', 'silent'];
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return { child, url: /http:\S+(?=\/graphql)/.exec(said)?.[0] ?? '' };
}

function load(url: string, duration: number): Promise<autocannon.Result> {
  return autocannon({ url, duration, connections });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
