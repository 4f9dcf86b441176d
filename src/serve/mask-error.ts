import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { publicError } from '../graph/errors.ts';
import { requestScope } from './request-scope.ts';

/**
 * Turns what a resolver threw into what a client may see. Errors meant for clients pass; operational ones get their
 * public form; all others are logged whole and masked, with the request id to find them by.
 */
export function createErrorMask(logger: Logger): (error: unknown) => GraphQLError {
  return (error) => {
    const cause = rootCause(error);
    const place = error instanceof GraphQLError ? error : null;
    if (cause === null && place) return withoutOriginal(place);
    const scope = requestScope.getStore();
    const log = scope?.logger ?? logger;
    const known = publicError(cause);
    if (known) {
      if (known.extensions.code === 'STORE_UNAVAILABLE') log.error({ err: cause }, 'store unavailable');
      return at(place, known.message, known.extensions);
    }
    log.error({ err: cause, path: place?.path }, 'unexpected error');
    const hint = scope ? `; the server's log has it under request id ${scope.id}` : '';
    return at(place, `Something went wrong on the server${hint}.`, {
      code: 'INTERNAL_SERVER_ERROR',
      // Yoga answers with status 500 where nothing could be answered at all.
      unexpected: true,
    });
  };
}

/**
 * Yoga tells what JSON.parse had to say of a body that is none, which repeats the whole body, and answers with status
 * 200 where the client takes plain JSON.
 */
function withoutOriginal(error: GraphQLError): GraphQLError {
  if (!('originalError' in error.extensions)) return error;
  const { originalError: _, ...extensions } = error.extensions;
  return at(error, error.message, { ...extensions, http: { status: 400 } });
}

/** What was thrown at first, below GraphQL's own wrappings; null where it was a GraphQLError itself. */
function rootCause(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError) {
    if (!current.originalError) return null;
    current = current.originalError;
  }
  return current;
}

function at(
  place: GraphQLError | null,
  message: string,
  extensions: GraphQLError['extensions'],
): GraphQLError {
  const { nodes, source, positions, path } = place ?? {};
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
