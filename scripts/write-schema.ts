import { writeFileSync } from 'node:fs';
import { printedSchema } from '../src/graph/print-schema.ts';

// Run by `npm run schema`, after a change to the graph's types; a test compares the file with the code.
writeFileSync(new URL('../schema/schema.graphql', import.meta.url), printedSchema());
