import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { PoolState, View } from '../store/store.ts';
import type { Cors } from './cors.ts';
import type { NamedDocument } from './documents.ts';
import type { Limits } from './limits.ts';

/** Answers a request and returns true, or leaves it and returns false. */
export type Route = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

/** Makes what is to be answered with a registry: its own metrics, or those of several processes together. */
export type GatherMetrics = (registry: Registry) => () => Promise<string>;

export interface AppOptions {
  readonly view: View;
  readonly logger: Logger;
  /** Tabs of GraphiQL, trusted documents, and plain URLs under `/q/`. All must be valid. */
  readonly documents: readonly NamedDocument[];
  /** Answers the documents only, by id or by name, and refuses all other queries; false where it is left out. */
  readonly documentsOnly?: boolean;
  /**
   * Origins whose pages may read answers: `*` (the default) for all, for the graph is public, only read and takes no
   * credentials; a list of origins; or none at all.
   */
  readonly cors?: Cors;
  /** Those that are left out have their defaults. */
  readonly limits?: Partial<Limits>;
  /** Longest body of a request in bytes; 250,000 where it is left out. Longer ones get status 413. */
  readonly maxBodyBytes?: number;
  /** Longest execution of a query in milliseconds; 10,000 where it is left out. */
  readonly timeoutMs?: number;
  /** How long caches may keep an answer without asking again, in seconds; 0, always asking, where it is left out. */
  readonly maxAgeSeconds?: number;
  /** How often a server with subscribers looks whether the store changed, in milliseconds; 1,000 where it is left out. */
  readonly pollMs?: number;
  /** The store's connections, for `/metrics`. */
  readonly pools?: () => readonly PoolState[];
  /** What `/metrics` answers; the figures of this process alone where it is left out. */
  readonly gatherMetrics?: GatherMetrics;
  /** Answers before the API is tried: feeds, exports, pages. */
  readonly routes?: readonly Route[];
}
