import { type ExecutionResult, graphql } from 'graphql';
import { createContext } from '../../src/graph/context.ts';
import { schema } from '../../src/graph/schema.ts';
import type { LinkedGraph } from '../../src/model/graph.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { Store } from '../../src/store/store.ts';
import type { IngestedFile } from '../../src/store/writer.ts';
import { FILES, GRAPH } from './world.ts';

/** A graph in a real store in memory, and how many statements its view has issued. */
export interface TestGraph {
  readonly store: Store;
  readonly statements: string[];
  /** What the server's clock says; the real time while it is null. */
  readonly clock: { now: Date | null };
  run(source: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  /** The data of a query that must have no errors. */
  data<T>(source: string, variables?: Record<string, unknown>): Promise<T>;
  /** The messages and codes of a query that must have errors. */
  errors(source: string, variables?: Record<string, unknown>): Promise<{ code: unknown; message: string }[]>;
}

/** Puts files and a graph into a new store in memory. */
export async function openGraph(
  files: readonly IngestedFile[] = FILES,
  graph: LinkedGraph = GRAPH,
): Promise<TestGraph> {
  const statements: string[] = [];
  const clock: TestGraph['clock'] = { now: null };
  const store = await openSqliteStore(':memory:', { onStatement: (sql) => statements.push(sql) });
  await store.writer.putFiles(files);
  await store.writer.replaceGraph(graph, 'test');
  await store.view.names();
  statements.length = 0;
  const run = (source: string, variableValues?: Record<string, unknown>) =>
    graphql({
      schema,
      source,
      contextValue: createContext(store.view, () => clock.now ?? new Date()),
      ...(variableValues ? { variableValues } : {}),
    });
  return {
    store,
    statements,
    clock,
    run,
    async data<T>(source: string, variables?: Record<string, unknown>) {
      const result = await run(source, variables);
      if (result.errors)
        throw new Error(JSON.stringify(result.errors), { cause: result.errors[0]?.originalError });
      // A copy with plain prototypes, so that tests can compare it with literals.
      return JSON.parse(JSON.stringify(result.data)) as T;
    },
    async errors(source, variables) {
      const result = await run(source, variables);
      if (!result.errors) throw new Error(`expected errors, got ${JSON.stringify(result.data)}`);
      return result.errors.map(({ message, extensions }) => ({ code: extensions.code, message }));
    },
  };
}
