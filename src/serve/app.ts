import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { createContext } from '../graph/context.ts';
import { schema } from '../graph/schema.ts';
import type { AppOptions } from './app-options.ts';
import { compress } from './compress.ts';
import { useCors } from './cors.ts';
import { GRAPHIQL_POLICY, renderGraphiqlPage } from './graphiql.ts';
import { createHealth } from './health.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { createLiveChanges } from './live-changes.ts';
import { createErrorMask } from './mask-error.ts';
import { createMetrics } from './metrics.ts';
import { plainRoutes } from './plain-routes.ts';
import { type RequestScope, requestId, requestScope } from './request-scope.ts';
import { useTrustedDocuments } from './trusted-documents.ts';
import { warmUp } from './warm-up.ts';
import { COST_HEADER, useLimits } from './yoga-limits.ts';
import { useEntityTags, useOperationName, useTimeout } from './yoga-plugins.ts';
import { useFreshContext } from './yoga-subscriptions.ts';

/** Where the API is served. */
export const GRAPHQL_PATH = '/graphql';

/** The server without its listening: a request listener for node:http, and a switch for shutting down. */
export interface App {
  readonly listener: RequestListener;
  /** Compiles what refuses requests, before the first one comes. */
  warmUp(): Promise<void>;
  /** Turns readiness red, so that a balancer sends no more; requests are answered all the same. */
  drain(): void;
}

/** Puts schema, limits, masking, health and GraphiQL together. Throws nothing; a store that is gone shows in answers. */
export function createApp(options: AppOptions): App {
  const { view, logger, documents } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const timeoutMs = options.timeoutMs ?? 10_000;
  const maxAgeSeconds = options.maxAgeSeconds ?? 0;
  const cors = options.cors ?? '*';
  const site = { view, logger, cors, maxAgeSeconds, limits, timeoutMs };
  const live = createLiveChanges(view, logger, options.pollMs ?? 1000);
  const metrics = createMetrics({
    view,
    documents,
    ...(options.pools && { pools: options.pools }),
    ...(options.gatherMetrics && { gather: options.gatherMetrics }),
  });
  const routes = [...(options.routes ?? []), metrics.route, ...plainRoutes(documents, site)];
  const health = createHealth(view);
  const page = renderGraphiqlPage(documents, GRAPHQL_PATH);
  const yoga = createYoga({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    context: () => ({ ...createContext(view), live }),
    graphiql: true,
    renderGraphiQL: () => page,
    landingPage: false,
    healthCheckEndpoint: '/health/yoga',
    batching: false,
    multipart: false,
    maxRequestBodySize: options.maxBodyBytes ?? 250_000,
    cors: false,
    extraParamNames: ['documentId'],
    logging: {
      debug: (...args) => logger.trace({ args }, 'yoga'),
      info: (...args) => logger.debug({ args }, 'yoga'),
      warn: (...args) => logger.warn({ args }, 'yoga'),
      // What is unexpected the mask logs, whole and once; here come the mistakes of clients too, with what they sent.
      error: (...args) => logger.debug({ args }, 'yoga'),
    },
    maskedErrors: { maskError: createErrorMask(logger), errorMessage: 'Something went wrong on the server.' },
    plugins: [
      useCors(cors, ['content-type', 'x-request-id', 'if-none-match', COST_HEADER]),
      useEntityTags(view, maxAgeSeconds),
      ...useTrustedDocuments(documents, options.documentsOnly ?? false),
      useLimits(limits),
      useOperationName(),
      useTimeout(timeoutMs),
      useFreshContext(view),
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
      // Yoga knows no HEAD; Node leaves the body of its answer away by what the request was at first.
      if (request.method === 'HEAD') request.method = 'GET';
      void yoga(request, response);
    } else {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: `There is nothing at ${path}; the API is at ${GRAPHQL_PATH}.` }));
    }
  };

  return {
    warmUp: () => warmUp((url, init) => yoga.fetch(url, init), GRAPHQL_PATH),
    drain() {
      health.drain();
      live.close();
    },
    listener(request, response) {
      const id = requestId(request.headers['x-request-id']);
      const scope: RequestScope = { id, logger: logger.child({ requestId: id }), operation: null };
      const start = performance.now();
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      response.setHeader('x-request-id', id);
      response.setHeader('x-content-type-options', 'nosniff');
      response.on('close', () => {
        const milliseconds = performance.now() - start;
        const durationMs = Math.round(milliseconds);
        const { statusCode: status, writableFinished: finished } = response;
        scope.logger.info({ method: request.method, path, status, durationMs, finished }, 'request');
        // A stream lasts as long as its client stays.
        const isStream = String(response.getHeader('content-type')).startsWith('text/event-stream');
        if (!isStream) metrics.observe(scope.operation, status, milliseconds / 1000);
      });
      requestScope.run(scope, () => compress(request, response, () => answer(request, response, path)));
    },
  };
}
