import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as eslintPlugin from '@graphql-eslint/eslint-plugin';
import { ESLint, type Linter } from 'eslint';
import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { breakingChanges } from '../../scripts/schema-breaking.ts';
import { schema } from '../../src/graph/schema.ts';

const SDL = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));
const plugin = eslintPlugin.default;

/** graphql-eslint's two sets of rules for schemas, but for what does not hold of a graph with values in it. */
const RULES: Linter.RulesRecord = {
  ...plugin.configs['flat/schema-recommended'].rules,
  ...plugin.configs['flat/schema-relay'].rules,
  '@graphql-eslint/require-description': [
    'error',
    { types: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true },
  ],
  // Dates, passages and counts are values of a node and have no identity of their own.
  '@graphql-eslint/strict-id-in-types': 'off',
  // Lists that are short by nature are plain; problems, which are no nodes, have a connection. See below.
  '@graphql-eslint/relay-edge-types': [
    'error',
    { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
  ],
};

describe('the printed schema', () => {
  it('keeps to the rules of graphql-eslint for schemas and for Relay', async () => {
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [
        {
          files: ['**/*.graphql'],
          languageOptions: {
            parser: plugin.parser as Linter.Parser,
            parserOptions: { graphQLConfig: { schema: SDL } },
          },
          plugins: { '@graphql-eslint': plugin as never },
          rules: RULES,
        },
      ],
    });
    const [result] = await eslint.lintFiles([SDL]);
    expect(result?.messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`)).toEqual([]);
    expect(Object.keys(RULES).length).toBeGreaterThan(10);
  }, 60_000);

  it('has nodes in all its connections but that of problems', () => {
    const edges = Object.values(schema.getTypeMap()).filter(({ name }) => name.endsWith('Edge'));
    const others = edges.filter((edge) => {
      const node = isObjectType(edge) ? edge.getFields().node : undefined;
      const type = node && getNamedType(node.type);
      if (isInterfaceType(type)) return type.name !== 'Node';
      return !isObjectType(type) || type.getInterfaces().every(({ name }) => name !== 'Node');
    });
    expect(edges.length).toBeGreaterThan(10);
    expect(others.map(({ name }) => name)).toEqual(['ProblemEdge']);
  });
});

describe('a change of the schema', () => {
  const before = 'type Query { "Old." a(b: Int): String c: Int }';

  it.each([
    ['type Query { a(b: Int): String }', ["Field 'c' was removed from object type 'Query'"]],
    [
      'type Query { a(b: Int!): String c: Int }',
      ["Type for argument 'b' on field 'Query.a' changed from 'Int' to 'Int!'"],
    ],
    ['type Query { a(b: Int): String c: Int d: Int }', []],
  ])('to %s breaks clients or does not', async (after, expected) => {
    expect(await breakingChanges(before, after)).toEqual(expected);
  });

  it('is looked for since the last tag, or else since an earlier commit, and says since which', () => {
    const script = fileURLToPath(new URL('../../scripts/schema-breaking.ts', import.meta.url));
    const said = execFileSync(process.execPath, [script], { encoding: 'utf8' });
    expect(said).toMatch(/^Compared with (?:the last tag, |[0-9a-f]{12}, |nothing: )/m);
  });
});
