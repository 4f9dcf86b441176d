import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { FILES, GRAPH, RELEASES } from '../graph/world.ts';

// A second process that writes to the store which a server reads: first all but one release and one event, then the whole graph.
const [path = '', step = ''] = process.argv.slice(2);
const store = await openSqliteStore(path, { create: true });
const [last] = GRAPH.events.slice(-1);
if (step === 'first') {
  const kept = FILES.filter(({ release }) => release?.id !== RELEASES.at(-1)?.id);
  const ids = new Set(kept.map(({ release }) => release?.id));
  await store.writer.putFiles(kept);
  await store.writer.replaceGraph(
    {
      ...GRAPH,
      releases: GRAPH.releases.filter(({ id }) => ids.has(id)),
      events: GRAPH.events.filter(({ id }) => id !== last?.id),
      redirects: [],
    },
    'test',
  );
} else {
  await store.writer.putFiles(FILES);
  await store.writer.replaceGraph(GRAPH, 'test');
}
await store.close();
