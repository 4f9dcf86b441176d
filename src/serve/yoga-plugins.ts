import { type DocumentNode, type ExecutionResult, GraphQLError, parse, type Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { View } from '../store/store.ts';
import { estimateNodes } from './cost.ts';
import { answerTag, matches } from './etag.ts';
import { type Limits, limitRule, tooLarge } from './limits.ts';

/** Refuses queries over a limit: tokens while parsing, depth and aliases in validation, size before execution. */
export function useLimits(limits: Limits): Plugin {
  const rule = limitRule(limits);
  const parseBounded = (source: string | Source, options?: object): DocumentNode =>
    parse(source, { ...options, maxTokens: limits.tokens });
  return {
    onParse({ setParseFn }) {
      setParseFn(parseBounded);
    },
    onValidate({ addValidationRule }) {
      addValidationRule(rule);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const nodes = estimateNodes(args.schema, args.document, args.operationName, args.variableValues ?? {});
      if (nodes <= limits.nodes) return;
      const message =
        `The answer can hold ${nodes} nodes; at most ${limits.nodes} are allowed. ` +
        'Ask for shorter pages, or for fewer lists inside of lists.';
      const error = tooLarge('QUERY_TOO_LARGE', message);
      setResultAndStopExecution({
        errors: [
          new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } }),
        ],
      });
    },
  };
}

/** Ends executions that take longer than `timeoutMs` with status 503; what they had begun to fetch is dropped. */
export function useTimeout(timeoutMs: number): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args) => {
        const controller = new AbortController();
        // Yoga's executor stops at it; the type of the arguments is that of graphql's own, which does not name it.
        const withSignal = { ...args, signal: controller.signal };
        let timer: NodeJS.Timeout | undefined;
        const tooLate = new Promise<ExecutionResult>((resolve) => {
          timer = setTimeout(() => {
            const message = `The query took longer than ${timeoutMs} ms; ask for less at once.`;
            resolve({
              errors: [new GraphQLError(message, { extensions: { code: 'TIMEOUT', http: { status: 503 } } })],
            });
            controller.abort();
          }, timeoutMs);
        });
        try {
          return await Promise.race([executeFn(withSignal), tooLate]);
        } finally {
          clearTimeout(timer);
        }
      });
    },
  };
}

/**
 * Gives answers to GET an entity tag made of the graph's revision and the question, and answers 304 where the client
 * has that answer already. Answers with errors get none.
 */
export function useEntityTags(view: View): Plugin {
  const tags = new WeakMap<Request, string>();
  const faulty = new WeakSet<Request>();
  return {
    async onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== 'GET' || request.headers.get('accept')?.includes('text/html')) return;
      // A store that is gone fails the query itself, in its own words.
      const revision = await view.revision().catch(() => null);
      if (revision === null) return;
      const tag = answerTag(revision, `${request.headers.get('accept')} ${request.url}`);
      tags.set(request, tag);
      if (matches(request.headers.get('if-none-match'), tag)) {
        endResponse(
          new fetchAPI.Response(null, { status: 304, headers: { etag: tag, 'cache-control': 'no-cache' } }),
        );
      }
    },
    onResultProcess({ request, result }) {
      const results = Array.isArray(result) ? result : [result];
      if (results.some((one) => 'errors' in one && one.errors?.length)) faulty.add(request);
    },
    onResponse({ request, response }) {
      const tag = tags.get(request);
      if (!tag || response.status !== 200 || faulty.has(request)) return;
      response.headers.set('etag', tag);
      response.headers.set('cache-control', 'no-cache');
    },
  };
}
