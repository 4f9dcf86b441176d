import {
  coerceInputValue,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  typeFromAST,
  validateInputValue,
} from 'graphql';
import { schema } from '../../graph/schema.ts';
import type { Data } from '../run-operation.ts';

/** A variable of an operation. */
export interface VariableInfo {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** As the operation writes it, `[String!]!`. */
  readonly typeName: string;
  readonly required: boolean;
}

/** Variables read from a query string, or what is wrong with it. */
export type ReadVariables =
  | { readonly variables: Data }
  | { readonly problem: string; readonly variable: string };

/** The variables that an operation defines, in its order. */
export function variablesOf(operation: OperationDefinitionNode): VariableInfo[] {
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) return [];
    const required = isNonNullType(type) && !defaultValue;
    return [{ name: variable.name.value, type, typeName: String(type), required }];
  });
}

/**
 * The operation's variables out of a query string, over the document's own values. A list is given by repeating the
 * name; an input object as JSON; `null` or nothing leaves out what is not required. A name that the operation does not
 * have, or a value that its type does not take, is a problem that names it.
 */
export function readVariables(
  infos: readonly VariableInfo[],
  search: URLSearchParams,
  defaults: Data,
): ReadVariables {
  const known = new Map(infos.map((info) => [info.name, info]));
  const variables: Record<string, unknown> = { ...defaults };
  for (const name of new Set(search.keys())) {
    const info = known.get(name);
    if (!info) {
      const names = [...known.keys()].map((each) => `"${each}"`).join(', ');
      const has = names ? `its variables are ${names}` : 'it has none';
      return { variable: name, problem: `There is no variable "${name}" in this document; ${has}.` };
    }
    const texts = search.getAll(name);
    if (texts.length > 1 && !hasList(info.type)) {
      return { variable: name, problem: `"${name}" is given ${texts.length} times and takes one value.` };
    }
    const value = readValue(info.type, texts);
    let message = '';
    validateInputValue(value, info.type, (error) => {
      message ||= error.message;
    });
    if (message || coerceInputValue(value, info.type) === undefined) {
      return { variable: name, problem: `"${name}" takes ${info.typeName}: ${message || 'a wrong value'}` };
    }
    variables[name] = value;
  }
  const missing = infos.find(({ name, required }) => required && variables[name] == null);
  if (missing) {
    return {
      variable: missing.name,
      problem: `"${missing.name}" (${missing.typeName}) is required, got none.`,
    };
  }
  return { variables };
}

function hasList(type: GraphQLInputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function readValue(type: GraphQLInputType, texts: readonly string[]): unknown {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return texts.filter((text) => text !== '').map((text) => single(bare.ofType, text));
  const [text = ''] = texts;
  if (!isNonNullType(type) && (text === 'null' || text === '')) return null;
  return single(bare, text);
}

function single(type: GraphQLInputType, text: string): unknown {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return parsedOr(text);
  if (!isScalarType(named)) return text;
  switch (named.name) {
    case 'Int':
    case 'Float':
      return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text;
    case 'Boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
