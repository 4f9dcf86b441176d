import { Command, InvalidArgumentError, Option } from 'commander';
import { type Logger, pino } from 'pino';
import { loadDocuments } from '../../serve/documents.ts';
import { DEFAULT_LIMITS } from '../../serve/limits.ts';
import { startServer } from '../../serve/server.ts';
import { storeLog } from '../../serve/store-log.ts';
import { untilSignal } from '../../serve/until-signal.ts';
import { dbOption, openForReading, readDbOption } from '../db.ts';
import { print } from '../print.ts';
import { gatherFromWorkers } from '../worker-metrics.ts';
import { isSpokesman, isWorker, leave, superviseWorkers } from '../workers.ts';

/** Flags of every command that listens. */
export interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly cors: '*' | readonly string[];
  readonly log: string;
  readonly documentsOnly: boolean;
  readonly maxCost: number;
  readonly maxAge: number;
  readonly db: string;
  readonly readDb?: string;
  readonly slow: number;
}

/** Flags of where to listen and of what to answer, with their environment variables. */
export function serveOptions(): readonly Option[] {
  return [
    new Option('--host <address>', 'address to listen on').env('HOST').default('127.0.0.1'),
    new Option('--port <number>', 'port to listen on, 0 for any free one')
      .env('PORT')
      .default(4000)
      .argParser(port),
    new Option('--cors <origins>', 'origins whose pages may read answers: "*", "none" or a list with commas')
      .env('CORS_ORIGINS')
      .default('*')
      .argParser(origins),
    new Option('--log <level>', 'what is logged to standard error')
      .env('LOG_LEVEL')
      .choices(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
      // A line a request is for log collectors; a person at a terminal wants to hear of trouble only.
      .default(process.stderr.isTTY ? 'warn' : 'info'),
    new Option('--documents-only', 'answer the named documents only, no other queries')
      .env('DOCUMENTS_ONLY')
      .default(false),
    new Option('--max-cost <objects>', 'how many objects an answer may hold at most')
      .env('MAX_COST')
      .default(DEFAULT_LIMITS.cost)
      .argParser(wholeNumber),
    new Option('--slow <milliseconds>', 'log statements of the store that take this long')
      .env('SLOW_QUERY_MS')
      .default(500)
      .argParser(wholeNumber),
    new Option('--max-age <seconds>', 'how long caches may keep answers without asking again')
      .env('MAX_AGE')
      .default(0)
      .argParser(wholeNumber),
  ];
}

/** `serve`: the API over a store that is there. */
export function serveCommand(): Command {
  const command = new Command('serve').description('serve GraphQL and GraphiQL over the store');
  for (const option of [dbOption(), readDbOption(), ...serveOptions()]) command.addOption(option);
  return command
    .addOption(
      new Option('--workers <number>', 'processes that share the port')
        .env('WORKERS')
        .default(1)
        .argParser(wholeNumber),
    )
    .action(async ({ workers, ...flags }: ServeFlags & { readonly workers: number }) => {
      if (workers > 1 && !isWorker()) await superviseWorkers(workers, loggerOf(flags));
      else await serveUntilSignal(flags);
    });
}

/** Serves a store that is there until SIGTERM or SIGINT, then closes server and store. */
export async function serveUntilSignal(flags: ServeFlags): Promise<void> {
  const { host, port: wanted, cors } = flags;
  const logger = loggerOf(flags);
  const store = await openForReading(flags.db, {
    ...storeLog(logger),
    slowMs: flags.slow,
    ...(flags.readDb && { readUrl: flags.readDb }),
  });
  try {
    const documents = loadDocuments();
    const server = await startServer({
      view: store.view,
      pools: store.pools,
      ...(isWorker() && { gatherMetrics: gatherFromWorkers }),
      logger,
      documents,
      host,
      port: wanted,
      cors,
      documentsOnly: flags.documentsOnly,
      limits: { cost: flags.maxCost },
      maxAgeSeconds: flags.maxAge,
    });
    if (isSpokesman()) {
      print(`GraphiQL   ${server.url}/graphql`);
      print(`documents  ${server.url}/q/`);
      print(`health     ${server.url}/health/live  ${server.url}/health/ready`);
      print('Ctrl+C ends it.');
    }
    if (isWorker()) {
      // Ctrl+C reaches all processes of a terminal; a worker ends when its primary says so.
      process.on('SIGINT', () => {});
      await untilSignal([() => server.close()], logger, ['SIGTERM']);
    } else await untilSignal([() => server.close()], logger);
  } finally {
    await store.close();
    leave();
  }
}

function loggerOf({ log }: Pick<ServeFlags, 'log'>): Logger {
  return pino({ level: log }, pino.destination({ dest: 2, sync: true }));
}

function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InvalidArgumentError('expected a port from 0 to 65535.');
  }
  return number;
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('expected a whole number.');
  return number;
}

function origins(value: string): '*' | readonly string[] {
  if (value === '*') return '*';
  return value === 'none' ? [] : value.split(',').map((origin) => origin.trim());
}
