import { GraphQLError } from 'graphql';
import type { Cost } from './cost.ts';
import type { Measure } from './measure.ts';

/** What one request may ask for, all checked before anything is fetched. */
export interface Limits {
  /** Characters of the document, comments and strings included. */
  readonly length: number;
  /** Words and punctuation of the document; the parser stops there. */
  readonly tokens: number;
  /** Levels of fields; introspection does not count. */
  readonly depth: number;
  /** Fields, counted each time a fragment brings them in. */
  readonly fields: number;
  /** Pairs of objects that have one name in the answer, so that what is in them is compared; fragments spread. */
  readonly repeats: number;
  /** Fields under another name, counted each time a fragment brings them in. */
  readonly aliases: number;
  /** Directives in the document. */
  readonly directives: number;
  /** Operations in the document. */
  readonly operations: number;
  /** Variables that the document defines. */
  readonly variables: number;
  /** Times that the document asks for the schema itself (`__schema`, `__type`). */
  readonly introspections: number;
  /** Lists of the schema inside of each other; what fetches the whole schema nests one. */
  readonly introspectionDepth: number;
  /** Values in the variables, of lists and objects those inside. */
  readonly values: number;
  /** Characters in the variables. */
  readonly characters: number;
  /** Objects that the answer can hold at most, by the sizes of its lists. */
  readonly cost: number;
}

export const DEFAULT_LIMITS: Limits = {
  length: 50_000,
  tokens: 2000,
  depth: 14,
  fields: 500,
  repeats: 2000,
  aliases: 30,
  directives: 50,
  operations: 20,
  variables: 50,
  introspections: 4,
  introspectionDepth: 2,
  values: 1000,
  characters: 20_000,
  cost: 50_000,
};

// GraphQL Armor's rules do this and bring a GraphQL 16 of their own, whose documents ours does not take.

/** What is too large in a document; empty where nothing is. */
export function overLimits(measure: Measure, limits: Limits): GraphQLError[] {
  const errors: GraphQLError[] = [];
  const { depth, aliases, fields, directives, operations, variables, introspections, ring } = measure;
  const { introspectionDepth } = measure;
  const check = (value: number, limit: number, code: string, message: string): void => {
    if (value > limit) errors.push(tooLarge(code, `${message}; at most ${limit} are allowed.`));
  };
  if (ring) {
    errors.push(tooLarge('FRAGMENT_RING', `The fragment "${ring}" spreads itself, if only through others.`));
  }
  check(depth, limits.depth, 'QUERY_TOO_DEEP', `The query is ${depth} levels deep`);
  check(aliases, limits.aliases, 'TOO_MANY_ALIASES', `The query has ${aliases} aliases`);
  check(fields, limits.fields, 'TOO_MANY_FIELDS', `The query has ${fields} fields, fragments spread`);
  check(directives, limits.directives, 'TOO_MANY_DIRECTIVES', `The query has ${directives} directives`);
  check(operations, limits.operations, 'TOO_MANY_OPERATIONS', `The query has ${operations} operations`);
  check(variables, limits.variables, 'TOO_MANY_VARIABLES', `The query has ${variables} variables`);
  check(
    introspections,
    limits.introspections,
    'TOO_MUCH_INTROSPECTION',
    `The query asks for the schema ${introspections} times`,
  );
  check(
    introspectionDepth,
    limits.introspectionDepth,
    'TOO_MUCH_INTROSPECTION',
    `The query nests ${introspectionDepth} lists of the schema in each other`,
  );
  return errors;
}

/** The error for a document with more than `limit` pairs of objects of one name; null where it has no more. */
export function overRepeats(pairs: number, limit: number): GraphQLError | null {
  if (pairs <= limit) return null;
  const message = `The query asks for parts of the same object more than ${limit} times over; ask for each object once.`;
  return tooLarge('TOO_MANY_REPEATS', message);
}

/** The error for an operation that can cost too much: what it asked for, and what to narrow. Null where it may. */
export function overCost({ requested, heaviest }: Cost, limit: number): GraphQLError | null {
  if (requested <= limit) return null;
  const where = heaviest.length > 0 ? `; narrow \`${heaviest.join('.')}\`` : '';
  const message = `The answer can hold ${requested} objects; at most ${limit} are allowed${where}.`;
  return tooLarge('QUERY_TOO_LARGE', message, { cost: { requested, limit }, narrow: heaviest.join('.') });
}

/** Brackets inside of brackets: the parser calls itself for each, and the stack can end before the tokens do. */
const MOST_BRACKETS = 200;

/** The same of a body's JSON, without the brackets in its strings. */
const MOST_BODY_BRACKETS = 10_000;

/** Signs of a body's JSON between which values stand, without those in its strings: each value takes memory. */
const MOST_BODY_SIGNS = 20_000;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [BRACKET, END_BRACKET, BRACE, END_BRACE, PARENTHESIS, END_PARENTHESIS] = [
  ...[0x5b, 0x5d, 0x7b, 0x7d],
  ...[0x28, 0x29],
];

/**
 * The error for a body that is not worth parsing; null where it is. One pass over its characters that keeps nothing,
 * and ends where a limit is passed: what parsing brackets, or a list of many members, costs is memory above all.
 */
export function overBody(body: string): GraphQLError | null {
  let depth = 0;
  let signs = 0;
  let inString = false;
  // No pattern for strings: one that never ends would be tried from each of its escaped quotation marks.
  for (let at = 0; at < body.length; at++) {
    const sign = body.charCodeAt(at);
    if (sign === BACKSLASH) at += 1;
    else if (sign === QUOTE) inString = !inString;
    else if (inString) continue;
    else if (sign === BRACKET || sign === BRACE) {
      depth += 1;
      signs += 1;
    } else if (sign === END_BRACKET || sign === END_BRACE) depth -= 1;
    else if (sign === COMMA || sign === COLON) signs += 1;
    if (depth > MOST_BODY_BRACKETS) {
      const message = `The body nests more than ${MOST_BODY_BRACKETS} brackets in each other.`;
      return tooLarge('BAD_REQUEST', message);
    }
    if (signs > MOST_BODY_SIGNS) {
      return tooLarge('VARIABLES_TOO_LARGE', `The body holds more than ${MOST_BODY_SIGNS} values.`);
    }
  }
  return null;
}

/** The error for a text that is not worth parsing; null where it is. One pass that keeps nothing, as above. */
export function overText(query: unknown, limits: Limits): GraphQLError | null {
  if (typeof query !== 'string') return null;
  if (query.length > limits.length) {
    const message = `The query has ${query.length} characters; at most ${limits.length} are allowed.`;
    return tooLarge('QUERY_TOO_LONG', message);
  }
  let depth = 0;
  for (let at = 0; at < query.length; at++) {
    const sign = query.charCodeAt(at);
    // Those in strings count as well: too few by one or two closing ones in a string change nothing here.
    if (sign === BRACKET || sign === BRACE || sign === PARENTHESIS) depth += 1;
    else if (sign === END_BRACKET || sign === END_BRACE || sign === END_PARENTHESIS) {
      depth = Math.max(depth - 1, 0);
    }
    if (depth > MOST_BRACKETS) {
      const message = `The query nests more than ${MOST_BRACKETS} brackets in each other.`;
      return tooLarge('QUERY_TOO_DEEP', message);
    }
  }
  return null;
}

/** The error for variables over a limit; null where they are within. Looks at no more than it needs. */
export function overValues(variables: unknown, limits: Limits): GraphQLError | null {
  let values = 0;
  let characters = 0;
  const open: unknown[] = [variables];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') characters += value.length;
    if (value && typeof value === 'object') {
      const inner = Object.values(value);
      values += inner.length;
      if (values <= limits.values) {
        for (const each of inner) open.push(each);
        // Names cost memory as well as values do.
        if (!Array.isArray(value)) for (const name in value) characters += name.length;
      }
    }
    if (values > limits.values) {
      return tooLarge('VARIABLES_TOO_LARGE', `The variables hold more than ${limits.values} values.`);
    }
    if (characters > limits.characters) {
      return tooLarge('VARIABLES_TOO_LARGE', `The variables hold more than ${limits.characters} characters.`);
    }
  }
  return null;
}

/** The error for a query over a limit: status 400 whatever media type the client takes. */
export function tooLarge(
  code: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...more, code, http: { status: 400 } } });
}
