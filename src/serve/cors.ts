import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';

/** Origins whose pages may read answers: all, a list, or none. */
export type Cors = '*' | readonly string[];

const CORS_EXPOSED = ['x-request-id', 'etag'];
const CORS_MAX_AGE_SECONDS = 86_400;

/**
 * Lets pages of the allowed origins read the answer of a plain URL. What the answer says depends on the origin only
 * where there is a list, so only then does it vary by it.
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse, cors: Cors): void {
  if (variesByOrigin(cors)) response.appendHeader('vary', 'Origin');
  const allowed = allowedOrigin(request.headers.origin, cors);
  if (allowed === null) return;
  const asked = request.method === 'OPTIONS';
  const headers = asked ? askedHeaders('GET, HEAD, OPTIONS', 'if-none-match, x-request-id') : {};
  for (const [name, value] of Object.entries({ ...answerHeaders(allowed), ...headers })) {
    response.setHeader(name, value);
  }
}

/**
 * The same for the API, in place of Yoga's own: that one names the asking origin where all are allowed, and so keeps
 * shared caches from answering two pages by one answer; and it lets pages without an origin in where there is a list.
 */
export function useCors(cors: Cors, requestHeaders: readonly string[]): Plugin {
  const headers = askedHeaders('GET, HEAD, POST, OPTIONS', requestHeaders.join(', '));
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== 'OPTIONS') return;
      const isAllowed = allowedOrigin(request.headers.get('origin'), cors) !== null;
      const allow = { allow: 'GET, HEAD, POST, OPTIONS' };
      endResponse(
        new fetchAPI.Response(null, { status: 204, headers: isAllowed ? { ...allow, ...headers } : allow }),
      );
    },
    onResponse({ request, response }) {
      if (variesByOrigin(cors)) response.headers.append('vary', 'Origin');
      const allowed = allowedOrigin(request.headers.get('origin'), cors);
      if (allowed === null) return;
      for (const [name, value] of Object.entries(answerHeaders(allowed))) response.headers.set(name, value);
    },
  };
}

function variesByOrigin(cors: Cors): boolean {
  return cors !== '*' && cors.length > 0;
}

/** What to say to a page of this origin; null where it is none of the allowed. */
function allowedOrigin(origin: string | null | undefined, cors: Cors): string | null {
  if (cors === '*') return '*';
  return origin && cors.includes(origin) ? origin : null;
}

function answerHeaders(origin: string): Readonly<Record<string, string>> {
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': CORS_EXPOSED.join(', '),
  };
}

/** For a browser that asks before it sends. */
function askedHeaders(methods: string, headers: string): Readonly<Record<string, string>> {
  return {
    'access-control-allow-methods': methods,
    'access-control-allow-headers': headers,
    'access-control-max-age': String(CORS_MAX_AGE_SECONDS),
  };
}
