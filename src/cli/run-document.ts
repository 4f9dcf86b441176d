import { readFileSync } from 'node:fs';
import { type ExecutionResult, execute, GraphQLError, parse, validate } from 'graphql';
import { createContext } from '../graph/context.ts';
import { schema } from '../graph/schema.ts';
import { AppError } from '../model/errors.ts';
import type { View } from '../store/store.ts';

/**
 * Runs the document of a file through the graph's schema. Errors of the document are in the result; throws AppError
 * PATH_NOT_FOUND where there is no such file and BAD_INPUT where `variables` is no JSON object.
 */
export async function runDocument(
  path: string,
  variables: string | undefined,
  view: View,
): Promise<ExecutionResult> {
  const source = readText(path);
  const variableValues = variablesOf(variables);
  try {
    const document = parse(source);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    return await execute({ schema, document, contextValue: createContext(view), variableValues });
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('PATH_NOT_FOUND', `expected a readable document at ${path}`, { cause });
  }
}

function variablesOf(json: string | undefined): Record<string, unknown> {
  if (json === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new AppError('BAD_INPUT', 'expected JSON in --variables', { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new AppError('BAD_INPUT', 'expected a JSON object in --variables');
}
