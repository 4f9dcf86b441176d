import type { IncomingMessage, ServerResponse } from 'node:http';

/** Origins whose pages may read answers: all, a list, or none. */
export type Cors = '*' | readonly string[];

export const CORS_EXPOSED = ['x-request-id', 'etag'];
export const CORS_MAX_AGE_SECONDS = 86_400;

/**
 * Lets pages of the allowed origins read the answer of a plain URL. What the answer says depends on the origin only
 * where there is a list, so only then does it vary by it.
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse, cors: Cors): void {
  if (cors === '*') {
    response.setHeader('access-control-allow-origin', '*');
  } else {
    if (cors.length === 0) return;
    response.appendHeader('vary', 'Origin');
    const origin = request.headers.origin;
    if (!origin || !cors.includes(origin)) return;
    response.setHeader('access-control-allow-origin', origin);
  }
  response.setHeader('access-control-expose-headers', CORS_EXPOSED.join(', '));
  if (request.method !== 'OPTIONS') return;
  response.setHeader('access-control-allow-methods', 'GET, HEAD, OPTIONS');
  response.setHeader('access-control-allow-headers', 'if-none-match, x-request-id');
  response.setHeader('access-control-max-age', String(CORS_MAX_AGE_SECONDS));
}
