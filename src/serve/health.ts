import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../model/errors.ts';
import type { View } from '../store/store.ts';

/** `/health/live`: the process answers. `/health/ready`: the store answers too and the server is not shutting down. */
export interface Health {
  route(request: IncomingMessage, response: ServerResponse, path: string): boolean;
  drain(): void;
}

/** Health checks over a store. */
export function createHealth(view: View): Health {
  let draining = false;
  return {
    drain() {
      draining = true;
    },
    route(request, response, path) {
      if (path !== '/health/live' && path !== '/health/ready') return false;
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD');
        reply(response, 405, { status: 'method not allowed' });
      } else if (path === '/health/live') {
        reply(response, 200, { status: 'live' });
      } else if (draining) {
        reply(response, 503, { status: 'shutting down' });
      } else {
        view.revision().then(
          (revision) => reply(response, 200, { status: 'ready', revision }),
          (error: unknown) => {
            const code = error instanceof AppError ? error.code : 'INTERNAL_SERVER_ERROR';
            reply(response, 503, { status: 'store unavailable', code });
          },
        );
      }
      return true;
    },
  };
}

function reply(response: ServerResponse, status: number, body: Readonly<Record<string, string>>): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
