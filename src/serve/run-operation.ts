import {
  type DocumentNode,
  execute,
  type GraphQLError,
  GraphQLError as GraphQLErrorClass,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import { createContext } from '../graph/context.ts';
import { schema } from '../graph/schema.ts';
import type { View } from '../store/store.ts';
import { createErrorMask } from './mask-error.ts';
import { requestScope } from './request-scope.ts';

/** Data as JSON has it. */
export type Data = Readonly<Record<string, unknown>>;

export interface OperationResult {
  /** Null where nothing at all could be answered. */
  readonly data: Data | null;
  /** Masked, in the order of their fields. */
  readonly errors: readonly GraphQLError[];
}

/** Runs a document that was checked before, with variables as JSON. Never throws. */
export type RunOperation = (document: DocumentNode, variables: Data) => Promise<OperationResult>;

/** The executor of plain URLs: the same schema and the same masking as the API's. */
export function createRunner(view: View, logger: Logger, timeoutMs: number): RunOperation {
  const mask = createErrorMask(logger);
  const asError = (error: unknown): GraphQLError => mask(error);
  return async (document, variableValues) => {
    const abortSignal = AbortSignal.timeout(timeoutMs);
    const scope = requestScope.getStore();
    if (scope) scope.operation = getOperationAST(document)?.name?.value ?? null;
    try {
      const result = await execute({
        schema,
        document,
        variableValues,
        contextValue: createContext(view),
        abortSignal,
      });
      return { data: (result.data as Data | null) ?? null, errors: (result.errors ?? []).map(asError) };
    } catch (error) {
      const late = new GraphQLErrorClass(`The query took longer than ${timeoutMs} ms.`, {
        extensions: { code: 'TIMEOUT' },
      });
      return { data: null, errors: [abortSignal.aborted ? late : asError(error)] };
    }
  };
}

/** The HTTP status of an answer of which nothing but an error is left. */
export function statusOf(error: GraphQLError): number {
  const code = String(error.extensions.code ?? '');
  if (code.startsWith('UNKNOWN_')) return 404;
  if (code === 'STORE_UNAVAILABLE' || code === 'TIMEOUT') return 503;
  // What has no code of its own is graphql's word on a value of the wrong type.
  return code === 'INTERNAL_SERVER_ERROR' ? 500 : 400;
}

/** The first operation of a document. Throws RangeError where there is none. */
export function operationOf(document: DocumentNode): OperationDefinitionNode {
  for (const definition of document.definitions) {
    if (definition.kind === 'OperationDefinition') return definition;
  }
  throw new RangeError('expected an operation in the document');
}
