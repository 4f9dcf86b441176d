import pino from 'pino';
import { startServer } from '../../src/serve/server.ts';
import { untilSignal } from '../../src/serve/until-signal.ts';
import { openGraph } from '../graph/harness.ts';

// A server as the command line runs it, for the test of its shutdown: prints its address, ends after SIGTERM.
const graph = await openGraph();
const logger = pino({ level: 'silent' });
const server = await startServer({ view: graph.store.view, logger, documents: [], port: 0 });
process.stdout.write(`${server.url}\n`);
await untilSignal([server.close, graph.store.close], logger);
process.stdout.write('closed\n');
