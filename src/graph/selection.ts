import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/**
 * Whether the query selects `field` of what this resolver returns, through fragments too. Directives are not
 * looked at: a field under `@skip` counts as selected, which costs a count and changes no answer.
 */
export function selects(info: GraphQLResolveInfo, field: string): boolean {
  return info.fieldNodes.some((node) => node.selectionSet && has(node.selectionSet, field, info));
}

function has(set: SelectionSetNode, field: string, info: GraphQLResolveInfo): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === 'Field') return selection.name.value === field;
    if (selection.kind === 'InlineFragment') return has(selection.selectionSet, field, info);
    const fragment = info.fragments[selection.name.value];
    return fragment !== undefined && has(fragment.selectionSet, field, info);
  });
}
