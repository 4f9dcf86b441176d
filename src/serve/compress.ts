import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

/** Shorter answers gain nothing. */
const THRESHOLD_BYTES = 1024;

const COMPRESSED = /^(?:text\/(?!event-stream)|application\/(?:[\w.-]+\+)?(?:json|xml|yaml)\b)/;

/**
 * Has answers that follow sent with brotli or gzip where the client takes them, with `vary: accept-encoding`. Event
 * streams stay as they are: a compressor would hold events back.
 */
export const compress: (request: IncomingMessage, response: ServerResponse, next: () => void) => void =
  compression({
    threshold: THRESHOLD_BYTES,
    filter: (_request, response) => COMPRESSED.test(String(response.getHeader('content-type') ?? '')),
  });
