import { Writable } from 'node:stream';
import pino, { type Logger } from 'pino';
import type { AppOptions } from '../../src/serve/app-options.ts';
import { loadDocuments } from '../../src/serve/documents.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/serve/server.ts';
import { openGraph, type TestGraph } from '../graph/harness.ts';

/** A line of the log as pino writes it. */
export type LogLine = Readonly<Record<string, unknown>>;

/** A logger that keeps its lines. */
export function keptLog(): { readonly logger: Logger; readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)) as LogLine);
      done();
    },
  });
  return { logger: pino({ level: 'debug' }, stream), lines };
}

export interface TestServer {
  readonly graph: TestGraph;
  readonly server: RunningServer;
  readonly lines: LogLine[];
  /** Posts a query as JSON. */
  post(query: string, options?: { variables?: unknown; headers?: Record<string, string> }): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** A server on a free port of this machine over a small graph. */
export async function openServer(
  options: Partial<AppOptions & Pick<ServerOptions, 'graceMs'>> = {},
): Promise<TestServer> {
  const graph = await openGraph();
  const { logger, lines } = keptLog();
  const server = await startServer({
    view: graph.store.view,
    logger,
    documents: loadDocuments(),
    port: 0,
    ...options,
  });
  return {
    graph,
    server,
    lines,
    post: (query, { variables, headers } = {}) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      }),
    get: (path, headers = {}) => fetch(`${server.url}${path}`, { headers, redirect: 'manual' }),
    async close() {
      await server.close();
      await graph.store.close();
    },
  };
}
