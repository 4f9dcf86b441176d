import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** How large a document is, fragments spread. */
export interface Measure {
  /** Of the deepest operation; introspection does not count. */
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly directives: number;
  readonly operations: number;
  readonly variables: number;
  readonly introspections: number;
  /** Lists of the schema inside of each other (`fields { type { fields } }`), at their deepest. */
  readonly introspectionDepth: number;
  /** A fragment that spreads itself; null where none does. */
  readonly ring: string | null;
}

interface SetMeasure {
  depth: number;
  aliases: number;
  fields: number;
  directives: number;
  introspections: number;
  introspectionDepth: number;
}

/** Fields of the introspection types that lead back to types: nested, the answer grows with each level. */
const SCHEMA_LISTS: ReadonlySet<string> = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes']);

/** Measures a document in time linear in its length: each fragment once, a ring as nothing. */
export function measureDocument(document: DocumentNode): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, SetMeasure>();
  const open = new Set<string>();
  let ring: string | null = null;

  const measureFragment = (name: string): SetMeasure => {
    const measured = known.get(name);
    if (measured) return measured;
    if (open.has(name)) {
      ring ??= name;
      return nothing();
    }
    open.add(name);
    const fragment = fragments.get(name);
    const measure = measureSet(fragment?.selectionSet);
    measure.directives += fragment?.directives?.length ?? 0;
    open.delete(name);
    known.set(name, measure);
    return measure;
  };

  const measureSet = (set: SelectionSetNode | undefined): SetMeasure => {
    const sum = nothing();
    for (const selection of set?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const name = isField ? selection.name.value : '';
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? measureFragment(selection.name.value)
          : measureSet(selection.selectionSet);
      const isMeta = name.startsWith('__');
      if (!isMeta) sum.depth = Math.max(sum.depth, inner.depth + (isField ? 1 : 0));
      sum.fields += inner.fields + (isField ? 1 : 0);
      sum.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      sum.directives += inner.directives + (selection.directives?.length ?? 0);
      sum.introspections += inner.introspections + (name === '__schema' || name === '__type' ? 1 : 0);
      // No type of the graph has fields of these names, so they count wherever they stand.
      const lists = inner.introspectionDepth + (SCHEMA_LISTS.has(name) ? 1 : 0);
      sum.introspectionDepth = Math.max(sum.introspectionDepth, lists);
    }
    return sum;
  };

  const total = nothing();
  let operations = 0;
  let variables = 0;
  const add = (measure: SetMeasure): void => {
    total.depth = Math.max(total.depth, measure.depth);
    total.aliases += measure.aliases;
    total.fields += measure.fields;
    total.directives += measure.directives;
    total.introspections += measure.introspections;
    total.introspectionDepth = Math.max(total.introspectionDepth, measure.introspectionDepth);
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    operations += 1;
    variables += definition.variableDefinitions?.length ?? 0;
    total.directives += definition.directives?.length ?? 0;
    for (const { directives } of definition.variableDefinitions ?? []) {
      total.directives += directives?.length ?? 0;
    }
    add(measureSet(definition.selectionSet));
  }
  // Fragments that nothing spreads are still validated.
  for (const name of fragments.keys()) if (!known.has(name)) add(measureFragment(name));
  return { ...total, operations, variables, ring };
}

function nothing(): SetMeasure {
  return { depth: 0, aliases: 0, fields: 0, directives: 0, introspections: 0, introspectionDepth: 0 };
}
