import { parse } from 'graphql';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PoolState, View } from '../store/store.ts';
import type { GatherMetrics, Route } from './app-options.ts';
import type { NamedDocument } from './documents.ts';
import { operationOf } from './run-operation.ts';

export interface MetricsOptions {
  readonly view: View;
  readonly documents: readonly NamedDocument[];
  readonly pools?: () => readonly PoolState[];
  readonly gather?: GatherMetrics;
}

/** What a server counts of itself, and where it says so. */
export interface Metrics {
  /** Answers `/metrics` in Prometheus' text format 0.0.4. */
  readonly route: Route;
  /** Notes an answered request; `operation` is the name that the client gave, null where nothing was executed. */
  observe(operation: string | null, status: number, seconds: number): void;
}

/** From a look-up in memory to the timeout of a query, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Counts requests with their durations by operation and status; connections; the store's revision; and Node's own
 * figures. An operation counts under its name where it is one of the documents', else as `other`, for clients may
 * send names without end; what executes nothing (health, feeds, mistakes) is `none`.
 */
export function createMetrics({ view, documents, pools, gather }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const known = new Set(documents.flatMap(({ query }) => operationOf(parse(query)).name?.value ?? []));
  const requests = new Histogram({
    name: 'beehive_graph_request_duration_seconds',
    help: 'Time from a request to the end of its answer, without event streams.',
    labelNames: ['operation', 'status'],
    buckets: BUCKETS,
    registers,
  });
  storeGauges(view, registers);
  if (pools) poolGauge(pools, registers);
  const answer = gather ? gather(registry) : () => registry.metrics();
  return {
    observe(operation, status, seconds) {
      const name = operation === null ? 'none' : known.has(operation) ? operation : 'other';
      requests.observe({ operation: name, status }, seconds);
    },
    route(request, response, path) {
      if (path !== '/metrics') return false;
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { allow: 'GET, HEAD' }).end();
        return true;
      }
      answer().then(
        (text) => {
          response.setHeader('content-type', Registry.PROMETHEUS_CONTENT_TYPE);
          response.setHeader('cache-control', 'no-store');
          response.end(text);
        },
        () => response.writeHead(503, { 'cache-control': 'no-store' }).end(),
      );
      return true;
    },
  };
}

function storeGauges(view: View, registers: Registry[]): void {
  const revisionNow = (): Promise<string | null> => view.revision().catch(() => null);
  // All processes read one store, so figures of theirs are not to be added up.
  new Gauge({
    name: 'beehive_graph_store_up',
    help: '1 where the store answers, else 0.',
    aggregator: 'min',
    registers,
    async collect() {
      this.set((await revisionNow()) === null ? 0 : 1);
    },
  });
  new Gauge({
    name: 'beehive_graph_revision',
    help: 'How often the graph has changed; without a value while the store does not answer.',
    aggregator: 'max',
    registers,
    async collect() {
      const revision = await revisionNow();
      if (revision === null) this.remove();
      // Before the number stands the store's own mark.
      else this.set(Number(revision.slice(revision.lastIndexOf('-') + 1)));
    },
  });
}

function poolGauge(pools: () => readonly PoolState[], registers: Registry[]): void {
  new Gauge({
    name: 'beehive_graph_pool_connections',
    help: 'Connections to read with, busy and idle, and statements that wait for one.',
    labelNames: ['server', 'state'],
    registers,
    collect() {
      for (const { server, busy, idle, waiting } of pools()) {
        this.set({ server, state: 'busy' }, busy);
        this.set({ server, state: 'idle' }, idle);
        this.set({ server, state: 'waiting' }, waiting);
      }
    },
  });
}
