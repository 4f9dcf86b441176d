import { byCode } from '../model/ids.ts';
import type { NamedRef } from '../store/node-types.ts';
import type { GraphContext } from './context.ts';
import { inputError, shown } from './errors.ts';
import { nodeOfGlobalId } from './global-id.ts';
import { hintOf } from './names.ts';
import { loadNode } from './node-refs.ts';

const MEMORY_KINDS = ['country', 'minister', 'portfolio', 'official'] as const;
const SUGGESTION_COUNT = 3;

/** How arguments that take a named node are described. */
export const NAMED_WORDS =
  'The opaque `id`, or what people call it: a country’s code or name, a minister’s, portfolio’s or official’s name or slug.';

/**
 * The country, minister, portfolio or official that is meant, tried in that order. Throws UNKNOWN_NODE with near names
 * where there is none, BAD_INPUT for the id of a release or event.
 */
export async function findNamed(text: string, context: GraphContext): Promise<NamedRef> {
  const names = await context.names();
  const decoded = nodeOfGlobalId(text);
  if (decoded) {
    const { kind, id } = decoded;
    if (kind === 'release' || kind === 'event') {
      throw inputError(
        'BAD_INPUT',
        `"${shown(text)}" is the id of a node of kind ${kind}; expected one of a node that has a name.`,
      );
    }
    if (await loadNode(kind, id, context)) return { kind, id };
    throw inputError('UNKNOWN_NODE', `There is no ${kind} any more with the id "${shown(text)}".`, {
      name: shown(text),
      suggestions: [],
    });
  }
  for (const kind of MEMORY_KINDS) {
    const node = names[kind].match(text);
    if (node) return { kind, id: node.id };
  }
  const suggestions = [...new Set(MEMORY_KINDS.flatMap((kind) => names[kind].near(text)))]
    .sort(byCode)
    .slice(0, SUGGESTION_COUNT);
  throw inputError(
    'UNKNOWN_NODE',
    `There is no country, minister, portfolio or official "${shown(text)}" in the graph${hintOf(suggestions)}`,
    { name: shown(text), suggestions },
  );
}
