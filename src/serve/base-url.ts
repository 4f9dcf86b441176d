import type { IncomingMessage } from 'node:http';

const HOST = /^[\w.-]+(?::\d{1,5})?$|^\[[\da-fA-F:.]+\](?::\d{1,5})?$/;

/** Where the client finds this server, `https://host:port`, by its own word or its proxy's; empty where that is none. */
export function baseUrl(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-proto'];
  const scheme = forwarded === 'https' ? 'https' : 'http';
  const host = request.headers.host ?? '';
  return HOST.test(host) ? `${scheme}://${host}` : '';
}
