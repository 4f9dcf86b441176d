import { ATTACKS } from '../serve/attacks/corpus.ts';
import { openServer } from '../serve/harness.ts';

/**
 * Posts every request of the attack corpus to a server of its own and prints milliseconds at the server, from head to
 * last byte: the median and the most of several runs, and those before them, by which the code was not yet compiled.
 *
 *     node test/bench/attacks.ts [RUNS]
 */
const runs = Number(process.argv[2] ?? 9);
const server = await openServer();
await server.post('{ events(first: 1) { edges { node { id } } } }');

const cold = await round();
const warm = new Map<string, number[]>(ATTACKS.map(({ name }) => [name, []]));
for (let run = 0; run < runs; run += 1) {
  for (const [name, ms] of await round()) warm.get(name)?.push(ms);
}
await server.close();
const rows = [...warm].map(([name, times]) => {
  const sorted = times.toSorted((a, b) => a - b);
  return { name, median: sorted[runs >> 1] ?? 0, most: sorted.at(-1) ?? 0, first: cold.get(name) ?? 0 };
});
rows.sort((a, b) => b.median - a.median);
process.stdout.write('median   most  first\n');
for (const { name, median, most, first } of rows) {
  process.stdout.write(
    `${[median, most, first].map((ms) => ms.toFixed(1).padStart(6)).join(' ')}  ${name}\n`,
  );
}

/** Each attack once, one after the other. */
async function round(): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (const { name, body, type } of ATTACKS) {
    server.lines.length = 0;
    const answer = await fetch(`${server.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type ?? 'application/json' },
      body,
    });
    await answer.arrayBuffer();
    for (;;) {
      const line = server.lines.find(({ msg }) => msg === 'request');
      if (line) {
        times.set(name, Number(line.durationMs));
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  return times;
}
