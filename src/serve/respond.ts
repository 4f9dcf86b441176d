import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { View } from '../store/store.ts';
import { allowOrigin, type Cors } from './cors.ts';
import { answerTag, cacheControl, matches } from './etag.ts';
import { createErrorMask } from './mask-error.ts';

/** What a plain URL answers. */
export interface Answer {
  readonly status: number;
  /** Media type with its charset; empty where there is no body. */
  readonly type: string;
  readonly body: string;
  /** More headers, in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What all plain URLs share. */
export interface PlainSite {
  readonly view: View;
  readonly logger: Logger;
  readonly cors: Cors;
  /** How long caches may keep an answer unasked. */
  readonly maxAgeSeconds: number;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
export const HTML_TYPE = 'text/html; charset=utf-8';

/** A JSON answer, indented: these URLs are opened in browsers. */
export function jsonAnswer(value: unknown, status = 200, type = JSON_TYPE): Answer {
  return { status, type, body: `${JSON.stringify(value, null, 2)}\n` };
}

/** An answer that says what is wrong, in the form of GraphQL's errors. */
export function failure(status: number, code: string, message: string, more: object = {}): Answer {
  return jsonAnswer({ errors: [{ message, extensions: { ...more, code } }] }, status);
}

/**
 * Answers GET and HEAD with what `make` gives, with a tag of the graph's revision, the address and the wanted media
 * type; 304 without making anything where the client has that answer. OPTIONS gets 204, all else 405. What is no
 * success gets no tag and is kept by no cache. What `make` throws is logged and masked.
 */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  site: PlainSite,
  make: () => Promise<Answer> | Answer,
): Promise<void> {
  allowOrigin(request, response, site.cors);
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { allow: 'GET, HEAD, OPTIONS' }).end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD, OPTIONS');
    return send(response, failure(405, 'METHOD_NOT_ALLOWED', `${request.method} is not understood here.`));
  }
  response.appendHeader('vary', 'Accept');
  const accept = request.headers.accept ?? '';
  // A store that is gone fails the query itself, in its own words.
  const revision = await site.view.revision().catch(() => null);
  const tag = revision === null ? null : answerTag(revision, `${accept} ${request.url}`);
  const kept = { 'cache-control': cacheControl(site.maxAgeSeconds), ...(tag ? { etag: tag } : {}) };
  if (tag && matches(request.headers['if-none-match'], tag)) {
    response.writeHead(304, kept).end();
    return;
  }
  const answer = await Promise.resolve()
    .then(make)
    .catch((error: unknown) => {
      const { message, extensions } = createErrorMask(site.logger)(error);
      return failure(500, String(extensions.code), message);
    });
  const isKept = tag !== null && (answer.status === 200 || answer.status === 301);
  send(response, {
    ...answer,
    headers: { ...(isKept ? kept : { 'cache-control': 'no-store' }), ...answer.headers },
  });
}

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  // Not writeHead: the compressor looks at the headers and takes the length away again.
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (type) response.setHeader('content-type', type);
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}
