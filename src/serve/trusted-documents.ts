import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { sha256 } from '../model/ids.ts';
import type { NamedDocument } from './documents.ts';

const PREFIX = 'sha256:';

/**
 * Takes documents by their hash: `documentId: "sha256:…"` as the GraphQL over HTTP appendix has it, in the body or in
 * the address, and `extensions.persistedQuery` as Apollo's clients send it. The hash is SHA-256 of the file as it is,
 * in hexadecimal. With `only`, a query's text is refused unless it is that of a document to the letter.
 */
export function useTrustedDocuments(documents: readonly NamedDocument[], only: boolean): Plugin[] {
  const byHash = new Map(documents.map(({ query }) => [sha256(query), query]));
  const texts = new Set(byHash.values());
  return [
    {
      onParams({ params }) {
        // Comes before the documents' own texts are put in place of their ids.
        if (only && params.query && !texts.has(params.query)) {
          throw refused(
            'DOCUMENTS_ONLY',
            'This server answers its own documents only; /q/ lists them, with the id of each.',
          );
        }
      },
    },
    usePersistedOperations({
      allowArbitraryOperations: true,
      extractPersistedOperationId: (params, request) => documentHash(params) ?? hashInAddress(request.url),
      getPersistedOperation: (hash) => byHash.get(hash) ?? null,
      customErrors: {
        notFound: () =>
          refused(
            'PERSISTED_QUERY_NOT_FOUND',
            // Apollo's clients look for this word in the message, and send the text then.
            'PersistedQueryNotFound: no document of this server has that id; /q/ lists them.',
          ),
        keyNotFound: () =>
          refused('BAD_INPUT', 'Give a `query`, or the `documentId` of one of the documents at /q/.'),
      },
    }) as Plugin,
  ];
}

/** The hash that a request names a document by; null where it names none. */
export function documentHash(params: object): string | null {
  const { documentId, extensions } = params as {
    readonly documentId?: unknown;
    readonly extensions?: { readonly persistedQuery?: unknown } | null;
  };
  if (typeof documentId === 'string') {
    return documentId.startsWith(PREFIX) ? documentId.slice(PREFIX.length) : documentId;
  }
  const persisted = extensions?.persistedQuery;
  if (!persisted || typeof persisted !== 'object' || !('sha256Hash' in persisted)) return null;
  return typeof persisted.sha256Hash === 'string' ? persisted.sha256Hash : null;
}

/** Yoga reads no other names than GraphQL's own from the address. */
function hashInAddress(url: string): string | null {
  const start = url.indexOf('?');
  const documentId = start < 0 ? null : new URLSearchParams(url.slice(start + 1)).get('documentId');
  return documentHash({ documentId });
}

function refused(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
