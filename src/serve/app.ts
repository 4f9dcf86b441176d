import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import { createContext } from '../graph/context.ts';
import { schema } from '../graph/schema.ts';
import type { View } from '../store/store.ts';
import type { NamedDocument } from './documents.ts';
import { GRAPHIQL_POLICY, renderGraphiqlPage } from './graphiql.ts';
import { createHealth } from './health.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { createErrorMask } from './mask-error.ts';
import { requestId, requestScope } from './request-scope.ts';
import { useEntityTags, useLimits, useTimeout } from './yoga-plugins.ts';

/** Where the API is served. */
export const GRAPHQL_PATH = '/graphql';

/** Answers a request and returns true, or leaves it and returns false. */
export type Route = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

export interface AppOptions {
  readonly view: View;
  readonly logger: Logger;
  /** Tabs of GraphiQL. */
  readonly documents: readonly NamedDocument[];
  /**
   * Origins whose pages may read answers: `*` (the default) for all, for the graph is public, only read and takes no
   * credentials; a list of origins; or none at all.
   */
  readonly cors?: '*' | readonly string[];
  readonly limits?: Limits;
  /** Longest body of a request in bytes; 1,000,000 where it is left out. Longer ones get status 413. */
  readonly maxBodyBytes?: number;
  /** Longest execution of a query in milliseconds; 10,000 where it is left out. */
  readonly timeoutMs?: number;
  /** Answers before the API is tried: feeds, exports, pages. */
  readonly routes?: readonly Route[];
}

/** The server without its listening: a request listener for node:http, and a switch for shutting down. */
export interface App {
  readonly listener: RequestListener;
  /** Turns readiness red, so that a balancer sends no more; requests are answered all the same. */
  drain(): void;
}

/** Puts schema, limits, masking, health and GraphiQL together. Throws nothing; a store that is gone shows in answers. */
export function createApp(options: AppOptions): App {
  const { view, logger, documents, routes = [] } = options;
  const health = createHealth(view);
  const page = renderGraphiqlPage(documents, GRAPHQL_PATH);
  const yoga = createYoga({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    context: () => createContext(view),
    graphiql: true,
    renderGraphiQL: () => page,
    landingPage: false,
    healthCheckEndpoint: '/health/yoga',
    batching: false,
    multipart: false,
    maxRequestBodySize: options.maxBodyBytes ?? 1_000_000,
    cors: corsOptions(options.cors ?? '*'),
    logging: {
      debug: (...args) => logger.trace({ args }, 'yoga'),
      info: (...args) => logger.debug({ args }, 'yoga'),
      warn: (...args) => logger.warn({ args }, 'yoga'),
      error: (...args) => logger.error({ args }, 'yoga'),
    },
    maskedErrors: { maskError: createErrorMask(logger), errorMessage: 'Something went wrong on the server.' },
    plugins: [
      useEntityTags(view),
      useLimits(options.limits ?? DEFAULT_LIMITS),
      useTimeout(options.timeoutMs ?? 10_000),
    ],
  });

  const answer = (request: IncomingMessage, response: ServerResponse, path: string): void => {
    if (health.route(request, response, path) || routes.some((route) => route(request, response, path)))
      return;
    if (path === '/') {
      response.writeHead(302, { location: GRAPHQL_PATH }).end();
    } else if (path === GRAPHQL_PATH) {
      if (request.headers.accept?.includes('text/html')) {
        response.setHeader('content-security-policy', GRAPHIQL_POLICY);
      }
      void yoga(request, response);
    } else {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: `There is nothing at ${path}; the API is at ${GRAPHQL_PATH}.` }));
    }
  };

  return {
    drain: health.drain,
    listener(request, response) {
      const id = requestId(request.headers['x-request-id']);
      const scope = { id, logger: logger.child({ requestId: id }) };
      const start = performance.now();
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      response.setHeader('x-request-id', id);
      response.setHeader('x-content-type-options', 'nosniff');
      response.on('close', () => {
        const durationMs = Math.round(performance.now() - start);
        const { statusCode: status, writableFinished: finished } = response;
        scope.logger.info({ method: request.method, path, status, durationMs, finished }, 'request');
      });
      requestScope.run(scope, () => answer(request, response, path));
    },
  };
}

function corsOptions(cors: '*' | readonly string[]) {
  if (cors !== '*' && cors.length === 0) return false;
  return {
    origin: cors === '*' ? '*' : [...cors],
    credentials: false,
    methods: ['GET', 'POST', 'OPTIONS'],
    allowedHeaders: ['content-type', 'x-request-id', 'if-none-match'],
    exposedHeaders: ['x-request-id', 'etag'],
    maxAge: 86_400,
  };
}
