import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How many rows a list without a page size counts for: evidence, mentions, the countries of an event. */
const PLAIN_LIST = 10;
/** How many rows a connection counts for where the document leaves the size to its default. */
const DEFAULT_PAGE = 100;

/**
 * How many nodes an answer to the operation can hold: page sizes multiplied down the tree. An upper bound where lists
 * have at most ten members; a fragment is reckoned once however often it is spread.
 */
export function estimateNodes(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      if (!operationName || definition.name?.value === operationName) operation ??= definition;
    }
  }
  const known = new Map<string, number>();

  const ofFragment = (name: string): number => {
    const reckoned = known.get(name);
    if (reckoned !== undefined) return reckoned;
    known.set(name, 0);
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && type ? ofSet(fragment.selectionSet, type) : 0;
    known.set(name, cost);
    return cost;
  };

  const ofSet = (set: SelectionSetNode, parent: GraphQLType): number => {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) sum += ofFragment(selection.name.value);
      else if (selection.kind === Kind.FIELD) sum += ofField(selection, parent);
      else {
        const condition = selection.typeCondition?.name.value;
        sum += ofSet(selection.selectionSet, (condition && schema.getType(condition)) || parent);
      }
    }
    return sum;
  };

  const ofField = (field: FieldNode, parent: GraphQLType): number => {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (!definition || !field.selectionSet) return 0;
    const type = getNamedType(definition.type);
    if (!isCompositeType(type)) return 0;
    const inner = ofSet(field.selectionSet, type);
    if (definition.args.some(({ name }) => name === 'first')) return pageSize(field, variables) * (1 + inner);
    // The rows of a connection were counted where its size was given.
    if (type.name.endsWith('Edge') || type.name === 'PageInfo' || field.name.value === 'node') return inner;
    if (!isListType(isNonNullType(definition.type) ? definition.type.ofType : definition.type))
      return 1 + inner;
    return listSize(field, variables) * (1 + inner);
  };

  const root = operation && schema.getRootType(operation.operation);
  return operation && root ? ofSet(operation.selectionSet, root) : 0;
}

function pageSize(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const sizes = [argument(field, 'first', variables), argument(field, 'last', variables)];
  const size = sizes.find((value) => typeof value === 'number');
  return typeof size === 'number' ? Math.max(size, 0) : DEFAULT_PAGE;
}

/** `nodes(ids:)` says how many; other plain lists are taken to be short. */
function listSize(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const ids = argument(field, 'ids', variables);
  return Array.isArray(ids) ? ids.length : PLAIN_LIST;
}

function argument(field: FieldNode, name: string, variables: Readonly<Record<string, unknown>>): unknown {
  const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value];
  if (value?.kind === Kind.INT) return Number(value.value);
  return value?.kind === Kind.LIST ? value.values : undefined;
}
