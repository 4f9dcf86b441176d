import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import {
  type GraphQLField,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { printedSchema } from '../../src/graph/print-schema.ts';
import { schema } from '../../src/graph/schema.ts';

/** Every element that a stranger can see, with its description. */
function elements(): [name: string, description: string | null | undefined][] {
  const found: [string, string | null | undefined][] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    found.push([type.name, type.description]);
    if (isEnumType(type)) {
      for (const value of type.getValues()) found.push([`${type.name}.${value.name}`, value.description]);
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        found.push([`${type.name}.${field.name}`, field.description]);
      }
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values<GraphQLField<unknown, unknown>>(type.getFields())) {
        found.push([`${type.name}.${field.name}`, field.description]);
        for (const arg of field.args)
          found.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
      }
    }
  }
  return found;
}

/** The words of a name or description, in lower case. */
function words(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

const EMPTY_WORDS = new Set([
  'a',
  'an',
  'the',
  'of',
  'its',
  'this',
  'that',
  'is',
  'in',
  'to',
  'for',
  'and',
  'or',
]);

describe('the schema', () => {
  it('is the one that schema/schema.graphql holds (npm run schema writes it)', () => {
    const committed = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
    expect(printedSchema()).toBe(committed);
  });

  it('describes every type, field, argument, input field and enum value in words that its name does not have', () => {
    const all = elements();
    expect(all.length).toBeGreaterThan(300);
    const poor = all.filter(([name, description]) => {
      const said = new Set(words(name));
      return words(description ?? '').filter((word) => !said.has(word) && !EMPTY_WORDS.has(word)).length < 2;
    });
    expect(poor).toEqual([]);
  });

  it('declares no mutation, @defer or @stream', () => {
    expect(schema.getMutationType()).toBeUndefined();
    expect(schema.getDirectives().map(({ name }) => name)).not.toEqual(expect.arrayContaining(['defer']));
    expect(schema.getDirectives().map(({ name }) => name)).not.toEqual(expect.arrayContaining(['stream']));
  });

  it('bounds every list of objects: by its page, or by a size that the field keeps to and says', () => {
    const unbounded = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) || isIntrospectionType(type)) return [];
      return Object.values(type.getFields())
        .filter(({ type }) => isListType(getNullableType(type)) && isCompositeType(getNamedType(type)))
        .filter(({ args }) => !args.some(({ name }) => name === 'first' || name === 'ids'))
        .filter(({ name, extensions }) => name !== 'edges' && typeof extensions.listSize !== 'number')
        .map(({ name }) => `${type.name}.${name}`);
    });
    expect(unbounded).toEqual([]);
  });

  it('lets every field that fetches fail alone: it is nullable', () => {
    const nodes = ['Release', 'Minister', 'Country', 'Portfolio', 'Official', 'Event'];
    const strict = nodes.concat('Query', 'Evidence', 'Mention', 'Term').flatMap((name) => {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error(`expected an object type ${name}`);
      return Object.values(type.getFields())
        .filter((field) => field.name !== 'nodes' && String(field.type).endsWith('!'))
        .filter(
          ({ type }) =>
            /Connection$/.test(getNamedType(type).name) || nodes.includes(getNamedType(type).name),
        )
        .map((field) => `${name}.${field.name}`);
    });
    expect(strict).toEqual([]);
  });

  it('is built without configuration, files or a database', () => {
    const module = new URL('../../src/graph/schema.ts', import.meta.url).href;
    const script = `
      const { schema } = await import(${JSON.stringify(module)});
      console.log(schema.getQueryType().name, process.moduleLoadList.some((name) => name.includes('sqlite')));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: tmpdir(),
      env: {},
      encoding: 'utf8',
    });
    expect(output.trim()).toBe('Query false');
  });
});
