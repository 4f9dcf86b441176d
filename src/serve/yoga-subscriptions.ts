import {
  createSourceEventStream,
  type ExecutionResult,
  executeSubscriptionEvent,
  validateSubscriptionArgs,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createContext } from '../graph/context.ts';
import type { View } from '../store/store.ts';

type SubscriptionArgs = Parameters<typeof validateSubscriptionArgs>[0];
type Validated = Exclude<ReturnType<typeof validateSubscriptionArgs>, readonly unknown[]>;

/**
 * Answers each message of a subscription with a context of its own: loaders remember what they loaded, which would be
 * the graph as it was when the client subscribed.
 */
export function useFreshContext(view: View): Plugin {
  return {
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn(async (args: SubscriptionArgs) => {
        const validated = validateSubscriptionArgs(args);
        if (isErrors(validated)) return { errors: validated };
        const source = await createSourceEventStream(validated);
        if (!(Symbol.asyncIterator in source)) return source;
        return answers(source[Symbol.asyncIterator](), validated, view);
      });
    },
  };
}

function isErrors(
  result: ReturnType<typeof validateSubscriptionArgs>,
): result is Exclude<typeof result, Validated> {
  return Array.isArray(result);
}

/**
 * Not an async generator: one that waits for a message does not hear that the client has gone, and would hold its
 * place with the source until the next one.
 */
function answers(
  source: AsyncIterator<unknown>,
  validated: Validated,
  view: View,
): AsyncGenerator<ExecutionResult, void> {
  const iterator: AsyncGenerator<ExecutionResult, void> = {
    async next() {
      const message = await source.next();
      if (message.done) return { done: true, value: undefined };
      const contextValue = { ...(validated.contextValue as object), ...createContext(view) };
      const value = await executeSubscriptionEvent({ ...validated, rootValue: message.value, contextValue });
      return { done: false, value };
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    throw: (error) => Promise.reject(error),
    [Symbol.asyncIterator]: () => iterator,
    [Symbol.asyncDispose]: async () => void (await iterator.return()),
  };
  return iterator;
}
