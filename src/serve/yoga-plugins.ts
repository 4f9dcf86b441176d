import { type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { View } from '../store/store.ts';
import { answerTag, cacheControl, matches } from './etag.ts';
import { requestScope } from './request-scope.ts';
import { COST_HEADER } from './yoga-limits.ts';

/** Notes the operation's name for what is logged in its course. */
export function useOperationName(): Plugin {
  return {
    onExecute({ args }) {
      const scope = requestScope.getStore();
      const operation = getOperationAST(args.document, args.operationName);
      if (scope) scope.operation = operation?.name?.value ?? null;
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
 * has that answer already. Answers with errors get none; event streams never end and get none.
 */
export function useEntityTags(view: View, maxAgeSeconds: number): Plugin {
  const tags = new WeakMap<Request, string>();
  const faulty = new WeakSet<Request>();
  const kept = cacheControl(maxAgeSeconds);
  return {
    async onRequest({ request, endResponse, fetchAPI }) {
      const accept = request.headers.get('accept') ?? '';
      if (request.method !== 'GET' || /text\/html|text\/event-stream/.test(accept)) return;
      // A store that is gone fails the query itself, in its own words.
      const revision = await view.revision().catch(() => null);
      if (revision === null) return;
      const tag = answerTag(revision, `${accept} ${request.headers.has(COST_HEADER)} ${request.url}`);
      tags.set(request, tag);
      if (matches(request.headers.get('if-none-match'), tag)) {
        endResponse(
          new fetchAPI.Response(null, { status: 304, headers: { etag: tag, 'cache-control': kept } }),
        );
      }
    },
    onResultProcess({ request, result }) {
      const results = Array.isArray(result) ? result : [result];
      if (results.some((one) => 'errors' in one && one.errors?.length)) faulty.add(request);
    },
    onResponse({ request, response }) {
      if (request.method === 'GET') {
        response.headers.append('vary', 'Accept');
        response.headers.append('vary', COST_HEADER);
      }
      const tag = tags.get(request);
      if (!tag || response.status !== 200 || faulty.has(request)) return;
      response.headers.set('etag', tag);
      response.headers.set('cache-control', kept);
    },
  };
}
