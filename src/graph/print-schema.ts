import { printSchema } from 'graphql';
import { schema } from './schema.ts';

/** The schema in GraphQL's own language, sorted, as `schema/schema.graphql` holds it. */
export function printedSchema(): string {
  return `${printSchema(schema)}\n`;
}
