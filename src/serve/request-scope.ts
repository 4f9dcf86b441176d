import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';

/** What is known of the request that is being answered, wherever it is asked for. */
export interface RequestScope {
  readonly id: string;
  /** Writes the id with every line. */
  readonly logger: Logger;
  /** Name of the operation that is executed; null until then, and where it has none. */
  operation: string | null;
}

/** The scope of the request in whose course this code runs; none outside of requests. */
export const requestScope = new AsyncLocalStorage<RequestScope>();

const ACCEPTED_ID = /^[\w.:/+=-]{1,128}$/;

/** The id that the client or a proxy gave as `x-request-id`, if it is one that can be logged, else a new one. */
export function requestId(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && ACCEPTED_ID.test(header) ? header : randomUUID();
}
