import { GraphQLError } from 'graphql';
import { AppError, type AppErrorCode } from '../model/errors.ts';

/** An error that the asker can act on: its message reaches clients as it is, its code as `extensions.code`. */
export function inputError(
  code: AppErrorCode,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

/** Codes of AppErrors whose message is meant for whoever asked; all others are masked by the server. */
const PUBLIC: ReadonlySet<AppErrorCode> = new Set<AppErrorCode>([
  'UNKNOWN_COUNTRY',
  'UNKNOWN_PORTFOLIO',
  'UNKNOWN_MINISTER',
  'UNKNOWN_OFFICIAL',
  'BAD_CURSOR',
  'BAD_INPUT',
  'UNKNOWN_NODE',
  'BAD_PHRASE',
]);

/**
 * The public form of an operational error that a resolver threw: its code as `extensions.code`; a store that is
 * gone, locked or of another version becomes STORE_UNAVAILABLE with HTTP status 503 and without its details.
 * Null where the error is not meant for clients.
 */
export function publicError(error: unknown): GraphQLError | null {
  if (!(error instanceof AppError)) return null;
  if (PUBLIC.has(error.code)) return inputError(error.code, error.message);
  if (!error.code.startsWith('STORE_')) return null;
  return inputError('STORE_UNAVAILABLE', 'The graph cannot be read at the moment; try again in a while.', {
    http: { status: 503, headers: { 'retry-after': '5' } },
  });
}

/** The longest name that an error repeats. */
const MOST_SHOWN = 100;

/** What a client sent, as an error's message repeats it: cut where it is longer than names are. */
export function shown(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
