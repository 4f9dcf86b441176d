import { type DocumentNode, type ExecutionResult, parse, type Source, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type Cost, estimateCost } from './cost.ts';
import {
  type Limits,
  overBody,
  overCost,
  overLimits,
  overRepeats,
  overText,
  overValues,
  tooLarge,
} from './limits.ts';
import { measureDocument } from './measure.ts';
import { countRepeats } from './repeats.ts';

/** A request with this header gets `extensions.cost` with its answer. */
export const COST_HEADER = 'x-graphql-cost';

const MOST_ERRORS = 20;
/** Of a query with more errors than that. */
const ERRORS_SHOWN = 5;

/**
 * Refuses what is over a limit, the cheapest checks first: variables before parsing, tokens while parsing, the
 * document's measure before validation, the cost before execution. Each refusal says what to narrow.
 */
export function useLimits(limits: Limits): Plugin {
  const costs = new WeakMap<Request, Cost>();
  const measured = new WeakSet<DocumentNode>();
  const parseBounded = (source: string | Source, options?: object): DocumentNode =>
    parse(source, { ...options, maxTokens: limits.tokens });
  const refusal = (
    args: {
      readonly schema: Parameters<typeof estimateCost>[0];
      readonly document: DocumentNode;
      readonly operationName?: string | null;
      readonly variableValues?: unknown;
    },
    request: Request | undefined,
  ): ExecutionResult | null => {
    const variables = (args.variableValues ?? {}) as Readonly<Record<string, unknown>>;
    const cost = estimateCost(args.schema, args.document, args.operationName, variables);
    if (request) costs.set(request, cost);
    const error = overCost(cost, limits.cost);
    return error && { errors: [error] };
  };
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      const isJson = /^application\/(?:graphql\+)?json\b/.test(request.headers.get('content-type') ?? '');
      if (request.method !== 'POST' || !requestParser || !isJson) return;
      setRequestParser(async (asked) => {
        const body = await asked.text();
        const error = overBody(body);
        if (error) throw error;
        // Yoga's own reading of the body repeats the whole of one that is no JSON in its error.
        return requestParser(Object.create(asked, { json: { value: async () => JSON.parse(body) } }));
      });
    },
    onParams({ params }) {
      const error = overText(params.query, limits) ?? overValues(params.variables, limits);
      if (error) throw error;
    },
    onParse({ setParseFn }) {
      setParseFn(parseBounded);
      // What is thrown here gets status 400 whatever the client takes; as a result of parsing it would get 200 in JSON.
      return ({ result }) => {
        if (result instanceof Error) {
          if (!result.message.includes('Parsing aborted')) return;
          const message = `The query has more than ${limits.tokens} tokens, which is as many as are allowed.`;
          throw tooLarge('TOO_MANY_TOKENS', message);
        }
        const document = result as DocumentNode;
        if (measured.has(document)) return;
        // Before validation: some of graphql's own rules take the square of the document's size.
        const [error] = overLimits(measureDocument(document), limits);
        if (error) throw error;
        const repeated = overRepeats(countRepeats(document, limits.repeats), limits.repeats);
        if (repeated) throw repeated;
        measured.add(document);
      };
    },
    onValidate({ setValidationFn }) {
      // Near names are looked for with every error; more than a few errors help nobody.
      setValidationFn((schema, document, rules, options) =>
        validate(schema, document, rules, { ...options, maxErrors: MOST_ERRORS }),
      );
      return ({ result }) => {
        if (result.length <= MOST_ERRORS) return;
        // A refusal and no mere mistake, so thrown: status 400 also where a client takes plain JSON.
        const message = `The query has more than ${MOST_ERRORS} errors; the first ones follow.`;
        throw new AggregateError([tooLarge('TOO_MANY_ERRORS', message), ...result.slice(0, ERRORS_SHOWN)]);
      };
    },
    onExecute({ args, setResultAndStopExecution }) {
      const refused = refusal(args, args.contextValue.request);
      if (refused) setResultAndStopExecution(refused);
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const refused = refusal(args, args.contextValue.request);
      if (refused) setResultAndStopExecution(refused);
    },
    onResultProcess({ request, result, setResult }) {
      const cost = costs.get(request);
      if (!cost || Array.isArray(result) || Symbol.asyncIterator in result) return;
      if (!request.headers.has(COST_HEADER)) return;
      const extensions = { ...result.extensions, cost: { requested: cost.requested, limit: limits.cost } };
      setResult({ ...result, extensions });
    },
  };
}
