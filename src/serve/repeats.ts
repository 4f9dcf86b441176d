import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/**
 * How many pairs of objects a document gives the same name in an answer, with fragments spread: graphql compares what is
 * in the two, pair by pair, before it knows whether they can be one. (Pairs of plain values cost next to nothing.) Stops
 * counting beyond `most`. Only for documents whose fragments spread neither themselves nor too many fields.
 */
export function countRepeats(document: DocumentNode, most: number): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const spread = new Set<string>();
  let pairs = 0;

  const collect = (set: SelectionSetNode, into: Map<string, FieldNode[]>): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const same = into.get(name);
        if (same) same.push(selection);
        else into.set(name, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet, into);
      } else {
        const fragment = fragments.get(selection.name.value);
        spread.add(selection.name.value);
        if (fragment) collect(fragment.selectionSet, into);
      }
    }
  };

  const count = (sets: readonly SelectionSetNode[]): void => {
    const names = new Map<string, FieldNode[]>();
    for (const set of sets) collect(set, names);
    for (const same of names.values()) {
      const inner = same.flatMap(({ selectionSet }) => selectionSet ?? []);
      pairs += (inner.length * (inner.length - 1)) / 2;
      if (pairs > most) return;
      if (inner.length > 0) count(inner);
    }
  };

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) count([definition.selectionSet]);
  }
  // Fragments that nothing spreads are compared as well.
  for (const [name, { selectionSet }] of fragments) if (!spread.has(name)) count([selectionSet]);
  return pairs;
}
