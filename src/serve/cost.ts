import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
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

/** How many members a list counts for that neither takes a size nor says one in its extensions. */
const PLAIN_LIST = 100;
/** How many rows a connection counts for where the document leaves the size to its default: the longest page. */
const DEFAULT_PAGE = 100;

/** What an operation may cost. */
export interface Cost {
  /** Objects that the answer can hold at most, not counting those that only carry others (edges, page infos). */
  readonly requested: number;
  /** The lists on the way to where most of it arises, outermost first: `events`, `releases`; empty where there is none. */
  readonly heaviest: readonly string[];
}

const NOTHING: Cost = { requested: 0, heaviest: [] };

/**
 * How many objects an answer to the operation can hold: sizes of lists multiplied down the tree. Never less than
 * there are, for every list has the size that it takes (`first`, `last`, `ids`) or that its field keeps to
 * (`extensions.listSize`). What `@skip` leaves out counts; a fragment is reckoned once however often it is spread.
 * Introspection costs nothing here: limits on the document bound it.
 */
export function estimateCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      if (!operationName || definition.name?.value === operationName) operation ??= definition;
    }
  }
  // A variable that is not given has the operation's default.
  const values = { ...defaultsOf(operation), ...variables };
  const known = new Map<string, Cost>();

  // `rows`: how many edges the connection has that the set is of; 1 where it is of none.
  const ofFragment = (name: string, rows: number): Cost => {
    const key = `${name} ${rows}`;
    const reckoned = known.get(key);
    if (reckoned !== undefined) return reckoned;
    known.set(key, NOTHING);
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && type ? ofSet(fragment.selectionSet, type, rows) : NOTHING;
    known.set(key, cost);
    return cost;
  };

  const ofSet = (set: SelectionSetNode, parent: GraphQLNamedType, rows: number): Cost => {
    let requested = 0;
    let most = NOTHING;
    for (const selection of set.selections) {
      let cost: Cost;
      if (selection.kind === Kind.FRAGMENT_SPREAD) cost = ofFragment(selection.name.value, rows);
      else if (selection.kind === Kind.FIELD) cost = ofField(selection, parent, rows);
      else {
        const condition = selection.typeCondition?.name.value;
        cost = ofSet(selection.selectionSet, (condition && schema.getType(condition)) || parent, rows);
      }
      requested += cost.requested;
      if (cost.requested > most.requested) most = cost;
    }
    return { requested, heaviest: most.heaviest };
  };

  const ofField = (field: FieldNode, parent: GraphQLNamedType, rows: number): Cost => {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (!definition || !field.selectionSet) return NOTHING;
    const type = getNamedType(definition.type);
    if (!isCompositeType(type) || type.name === 'PageInfo') return NOTHING;
    const size = sizeOf(definition, field, values);
    if (type.name.endsWith('Connection')) {
      const page = size ?? DEFAULT_PAGE;
      const { requested, heaviest } = ofSet(field.selectionSet, type, page);
      // Rows that nothing is asked of are read all the same.
      return { requested: Math.max(page, requested), heaviest: [field.name.value, ...heaviest] };
    }
    const inner = ofSet(field.selectionSet, type, 1);
    // Edges carry what they lead to; there are as many as the connection's page has.
    if (type.name.endsWith('Edge')) {
      return { requested: rows * inner.requested, heaviest: inner.heaviest };
    }
    if (size === null) return { requested: 1 + inner.requested, heaviest: inner.heaviest };
    return { requested: size * (1 + inner.requested), heaviest: [field.name.value, ...inner.heaviest] };
  };

  const root = operation && schema.getRootType(operation.operation);
  return operation && root ? ofSet(operation.selectionSet, root, 1) : NOTHING;
}

/** The most members of a field's list; null where it gives one object. */
function sizeOf(
  { args, type, extensions }: GraphQLField<unknown, unknown>,
  field: FieldNode,
  values: Readonly<Record<string, unknown>>,
): number | null {
  const first = args.find(({ name }) => name === 'first');
  if (first) {
    const sizes = [argument(field, 'first', values), argument(field, 'last', values)];
    const given = sizes.find((size) => typeof size === 'number');
    if (typeof given === 'number') return Math.max(given, 0);
    const fallback = first.default && 'value' in first.default ? first.default.value : first.defaultValue;
    return typeof fallback === 'number' ? fallback : DEFAULT_PAGE;
  }
  if (!isListType(isNonNullType(type) ? type.ofType : type)) return null;
  const { listSize } = extensions;
  if (typeof listSize === 'number') return listSize;
  const ids = argument(field, 'ids', values);
  return Array.isArray(ids) ? ids.length : args.some(({ name }) => name === 'ids') ? 1 : PLAIN_LIST;
}

function argument(field: FieldNode, name: string, values: Readonly<Record<string, unknown>>): unknown {
  const value = field.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.VARIABLE) return values[value.name.value];
  if (value?.kind === Kind.INT) return Number(value.value);
  return value?.kind === Kind.LIST ? value.values : undefined;
}

function defaultsOf(operation: OperationDefinitionNode | undefined): Readonly<Record<string, unknown>> {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation?.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) defaults[variable.name.value] = Number(defaultValue.value);
    if (defaultValue?.kind === Kind.LIST) defaults[variable.name.value] = defaultValue.values;
  }
  return defaults;
}
