import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** What one request may ask for, all checked before anything is fetched. */
export interface Limits {
  /** Levels of fields; introspection does not count. */
  readonly depth: number;
  /** Fields under another name, counted each time a fragment brings them in. */
  readonly aliases: number;
  /** Words and punctuation of the document. */
  readonly tokens: number;
  /** Nodes that the answer can hold at most, by the sizes of its pages. */
  readonly nodes: number;
}

export const DEFAULT_LIMITS: Limits = { depth: 14, aliases: 30, tokens: 2000, nodes: 50_000 };

// GraphQL Armor's rules do this and bring a GraphQL 16 of their own, whose documents ours does not take.

/** A validation rule against documents that go deeper than `limits.depth` or use more than `limits.aliases`. */
export function limitRule(limits: Limits): (context: ValidationContext) => ASTVisitor {
  // Yoga caches what validation finds by the names of the rules.
  return function LimitRule(context) {
    return {
      Document(document) {
        const measure = measureDocument(document);
        if (measure.depth > limits.depth) {
          const message = `The query is ${measure.depth} levels deep; at most ${limits.depth} are allowed.`;
          context.reportError(tooLarge('QUERY_TOO_DEEP', message));
        }
        if (measure.aliases > limits.aliases) {
          const message = `The query has ${measure.aliases} aliases; at most ${limits.aliases} are allowed.`;
          context.reportError(tooLarge('TOO_MANY_ALIASES', message));
        }
      },
    };
  };
}

/** The error for a query over a limit. */
export function tooLarge(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

interface Measure {
  readonly depth: number;
  readonly aliases: number;
}

/** The deepest operation and the most aliases; each fragment is measured once, cycles count as nothing. */
function measureDocument(document: DocumentNode): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, Measure>();
  const measureFragment = (name: string): Measure => {
    const measured = known.get(name);
    if (measured) return measured;
    known.set(name, { depth: 0, aliases: 0 });
    const fragment = fragments.get(name);
    const measure = fragment ? measureSet(fragment.selectionSet) : { depth: 0, aliases: 0 };
    known.set(name, measure);
    return measure;
  };
  const measureSet = (set: SelectionSetNode | undefined): Measure => {
    let depth = 0;
    let aliases = 0;
    for (const selection of set?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      if (isField && selection.name.value.startsWith('__')) continue;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? measureFragment(selection.name.value)
          : measureSet(selection.selectionSet);
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
    }
    return { depth, aliases };
  };
  let depth = 0;
  let aliases = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const measure = measureSet(definition.selectionSet);
    depth = Math.max(depth, measure.depth);
    aliases += measure.aliases;
  }
  return { depth, aliases };
}
