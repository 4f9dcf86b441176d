import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../model/errors.ts';
import { createApp } from './app.ts';
import type { AppOptions } from './app-options.ts';

export interface ServerOptions extends AppOptions {
  /** 127.0.0.1 where it is left out: nothing outside this machine can connect unless it is asked for. */
  readonly host?: string;
  /** 4000 where it is left out; 0 takes any free port. */
  readonly port?: number;
  /** How long closing waits for requests in flight, in milliseconds; 10,000 where it is left out. */
  readonly graceMs?: number;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more connections, lets requests in flight finish, then ends. Can be called more than once. */
  close(): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

/** Listens. Throws AppError PORT_TAKEN where another program has the port, CONFIG_INVALID where host or port are none. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 4000, graceMs = 10_000, logger } = options;
  const app = createApp(options);
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: 5_000 },
    app.listener,
  );
  const started = performance.now();
  await app.warmUp();
  logger.debug({ durationMs: Math.round(performance.now() - started) }, 'warmed up');
  await listen(server, host, port);
  const actualPort = (server.address() as AddressInfo).port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`;
  logger.info({ url }, 'listening');
  let closing: Promise<void> | undefined;
  return {
    url,
    port: actualPort,
    close() {
      app.drain();
      closing ??= close(server, graceMs);
      return closing;
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, host, port)));
    try {
      server.listen(port, host, resolve);
    } catch (cause) {
      reject(new AppError('CONFIG_INVALID', `expected a port from 0 to 65535, got ${port}`, { cause }));
    }
  });
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): AppError {
  const options = { cause };
  switch (cause.code) {
    case 'EADDRINUSE':
      return new AppError(
        'PORT_TAKEN',
        `expected port ${port} on ${host} to be free, got another program there; give another with --port`,
        options,
      );
    case 'EACCES':
      return new AppError(
        'PORT_TAKEN',
        `expected to be allowed port ${port} on ${host}, got refused; give one above 1023 with --port`,
        options,
      );
    default:
      return new AppError(
        'CONFIG_INVALID',
        `expected an address of this machine to listen on, got ${host}`,
        options,
      );
  }
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    // Connections that wait for their next request; those with one in flight close after it.
    server.closeIdleConnections();
  });
}
