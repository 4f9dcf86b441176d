import { ATTACKS } from '../serve/attacks/corpus.ts';
import { openServer } from '../serve/harness.ts';

/**
 * Posts every request of the attack corpus to a server of its own and prints milliseconds at the server, from head to
 * last byte: the median and the most of several runs, and those before them, by which the code was not yet compiled.
 * `core` is the most that a run, the client's part of it too, had of a core: what a busy machine does not change.
 *
 *     node test/bench/attacks.ts [RUNS]
 */
const runs = Number(process.argv[2] ?? 9);
const server = await openServer();
await server.post('{ events(first: 1) { edges { node { id } } } }');

const cold = await round();
const warm = new Map<string, Run[]>(ATTACKS.map(({ name }) => [name, []]));
for (let run = 0; run < runs; run += 1) {
  for (const [name, run] of await round()) warm.get(name)?.push(run);
}
await server.close();
const rows = [...warm].map(([name, measured]) => {
  const sorted = measured.map(({ clock }) => clock).toSorted((a, b) => a - b);
  const core = Math.max(...measured.map((run) => run.core));
  return {
    name,
    core,
    median: sorted[runs >> 1] ?? 0,
    most: sorted.at(-1) ?? 0,
    first: cold.get(name)?.clock ?? 0,
  };
});
rows.sort((a, b) => b.median - a.median);
process.stdout.write('median   most  first   core\n');
for (const { name, median, most, first, core } of rows) {
  process.stdout.write(
    `${[median, most, first, core].map((ms) => ms.toFixed(1).padStart(6)).join(' ')}  ${name}\n`,
  );
}

interface Run {
  /** Milliseconds at the server. */
  readonly clock: number;
  /** Milliseconds of this thread on a core. */
  readonly core: number;
}

/** Each attack once, one after the other. */
async function round(): Promise<ReadonlyMap<string, Run>> {
  const times = new Map<string, Run>();
  for (const { name, body, type } of ATTACKS) {
    server.lines.length = 0;
    const before = process.threadCpuUsage();
    const answer = await fetch(`${server.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type ?? 'application/json' },
      body,
    });
    await answer.arrayBuffer();
    for (;;) {
      const line = server.lines.find(({ msg }) => msg === 'request');
      if (line) {
        const { user, system } = process.threadCpuUsage(before);
        times.set(name, { clock: Number(line.durationMs), core: (user + system) / 1000 });
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  return times;
}
