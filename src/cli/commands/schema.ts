import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { printedSchema } from '../../graph/print-schema.ts';
import { print } from '../print.ts';

const SCHEMA = fileURLToPath(new URL('../../../schema/schema.graphql', import.meta.url));

/** `schema`: writes the printed schema that strangers depend on. */
export function schemaCommand(): Command {
  return new Command('schema').description('write schema/schema.graphql from the code').action(() => {
    writeFileSync(SCHEMA, printedSchema());
    print('schema/schema.graphql');
  });
}
