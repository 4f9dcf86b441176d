import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { schema } from '../../graph/schema.ts';
import { operationOf } from '../run-operation.ts';

/** Where a value stands in an answer: response names from the top down, lists passed through. */
export type Path = readonly string[];

/** A field of an answer, as the document selects it. */
export interface Selected {
  readonly path: Path;
  readonly type: GraphQLOutputType;
  /** Name of the object type that has the field. */
  readonly parent: string;
  /** Empty for a leaf. */
  readonly fields: readonly Selected[];
  readonly set: SelectionSetNode | undefined;
}

/** All that a document selects, fragments spread and fields of one name merged, as a tree. Call with valid ones only. */
export function selectedFields(document: DocumentNode): readonly Selected[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  }
  const operation = operationOf(document);
  const root = schema.getRootType(operation.operation);
  return root ? ofSets([[operation.selectionSet, root]], [], fragments) : [];
}

type TypedSet = readonly [set: SelectionSetNode, type: GraphQLNamedType];

function ofSets(
  sets: readonly TypedSet[],
  path: Path,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly Selected[] {
  const found = new Map<string, { type: GraphQLOutputType; parent: string; sets: SelectionSetNode[] }>();
  const collect = ([set, type]: TypedSet): void => {
    for (const selection of set.selections) {
      if (selection.kind === 'Field') {
        const key = (selection.alias ?? selection.name).value;
        const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
        const definition = fields[selection.name.value];
        if (!definition) continue;
        const entry = found.get(key) ?? { type: definition.type, parent: type.name, sets: [] };
        if (selection.selectionSet) entry.sets.push(selection.selectionSet);
        found.set(key, entry);
      } else {
        const spread = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : selection;
        const name = spread?.typeCondition?.name.value;
        const inner = (name && schema.getType(name)) || type;
        if (spread) collect([spread.selectionSet, inner]);
      }
    }
  };
  sets.forEach(collect);
  return [...found].map(([key, { type, parent, sets: inner }]) => {
    const here = [...path, key];
    const named = getNamedType(type);
    return {
      path: here,
      type,
      parent,
      set: inner[0],
      fields: ofSets(
        inner.map((set) => [set, named] as const),
        here,
        fragments,
      ),
    };
  });
}

/** Whether a field gives a list of objects: as it is, or as a connection. */
export function isRows({ type, fields }: Selected): boolean {
  return fields.length > 0 && (isList(type) || fields.some(({ path }) => path.at(-1) === 'edges'));
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The field nearest to the top for which this holds, not looking into lists; null where there is none. */
export function nearest(fields: readonly Selected[], holds: (field: Selected) => boolean): Selected | null {
  let level = fields;
  while (level.length > 0) {
    const found = level.find(holds);
    if (found) return found;
    level = level.filter((field) => !isRows(field)).flatMap((field) => field.fields);
  }
  return null;
}

/** The values at a path below `value`, lists passed through; what is null or missing gives none. */
export function valuesAt(value: unknown, path: Path): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  if (value === null || value === undefined) return [];
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  return typeof value === 'object' ? valuesAt((value as Record<string, unknown>)[name], rest) : [];
}
