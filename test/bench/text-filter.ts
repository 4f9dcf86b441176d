import { openStore } from '../../src/store/open.ts';
import { FIRST_PAGE } from '../store/place.ts';

/**
 * A page of 20 events with their total count, by words that most, some, few and no releases have: milliseconds (the
 * median of several runs) and how many times as long as the same page and count of all events.
 *
 *     node test/bench/text-filter.ts sqlite:STORE.db
 */
const [url] = process.argv.slice(2);
if (url === undefined) throw new TypeError('expected the URL of a store');
const RUNS = 9;

const store = await openStore(url, { readOnly: true });
const all = await median({});
process.stdout.write(`${all.ms.toFixed(1).padStart(7)} ms         ${all.count} events in all\n`);
for (const text of ['the', 'min*', 'trade', '"free trade agreement"', 'peacekeeping', 'xyzzyq', '-the']) {
  for (const more of [{}, { countries: ['AUS'] }]) {
    const filter = { text, ...more };
    const { ms, count } = await median(filter);
    const ratio = (ms / all.ms).toFixed(1);
    process.stdout.write(
      `${ms.toFixed(1).padStart(7)} ms  ×${ratio.padEnd(5)} ${count} events, ${JSON.stringify(filter)}\n`,
    );
  }
}
await store.close();

async function median(filter: object): Promise<{ readonly ms: number; readonly count: number | null }> {
  const times: number[] = [];
  let count: number | null = null;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    const order = { by: 'DATE', descending: true } as const;
    const page = await store.view.page('event', filter, order, { ...FIRST_PAGE, limit: 20, total: true });
    times.push(performance.now() - start);
    count = page.totalCount;
  }
  times.sort((a, b) => a - b);
  return { ms: times[RUNS >> 1] ?? 0, count };
}
