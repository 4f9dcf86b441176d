import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/graph/schema.ts';
import { findDocument, loadDocuments, parseDocument } from '../../src/serve/documents.ts';
import { openGraph, type TestGraph } from '../graph/harness.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.store.close());

describe('a named document', () => {
  it.each(loadDocuments().map((document) => [document.title, document] as const))(
    '"%s" says what it is for, is valid and answers with its own variables',
    async (_title, { query, variables, description }) => {
      expect(description.length).toBeGreaterThan(40);
      expect(query).not.toContain('</script');
      expect(validate(schema, parse(query))).toEqual([]);
      const data = await graph.data<Record<string, unknown>>(query, { ...variables });
      expect(Object.values(data).every((value) => value !== null)).toBe(true);
    },
  );

  it('is found by title or name, whatever the case', () => {
    const documents = loadDocuments();
    expect(documents[0]?.title).toBe('All Vietnam defence events');
    expect(findDocument(documents, 'all vietnam DEFENCE events')?.name).toBe('all-vietnam-defence-events');
    expect(findDocument(documents, 'who-held-defence')?.title).toBe('Who held Defence');
    expect(findDocument(documents, 'something else')).toBeUndefined();
  });

  it('has its title, description and variables in its leading comment', () => {
    const text =
      '# A title\n# Some words\n# and more.\n# Variables: {\n#   "a": 1\n# }\n{ statistics { events } }\n';
    expect(parseDocument('3-a-file.graphql', text)).toEqual({
      name: 'a-file',
      title: 'A title',
      description: 'Some words and more.',
      query: text,
      variables: { a: 1 },
    });
  });

  it.each([
    ['{ statistics { events } }', 'expected a leading comment with a title in x.graphql, got none'],
    ['# T\n# Variables: nope\n{ a }', 'expected JSON after "Variables:" in x.graphql, got nope'],
    ['# T\n# Variables: [1]\n{ a }', 'expected a JSON object after "Variables:" in x.graphql, got [1]'],
  ])('%j is refused', (text, message) => {
    expect(() => parseDocument('x.graphql', text)).toThrow(message);
  });
});
