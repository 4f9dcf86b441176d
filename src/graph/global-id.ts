import type { NodeKind } from '../model/graph.ts';
import { inputError, shown } from './errors.ts';

/** GraphQL type names of the kinds of node. */
export const NODE_TYPES = {
  release: 'Release',
  minister: 'Minister',
  country: 'Country',
  portfolio: 'Portfolio',
  official: 'Official',
  event: 'Event',
} as const;
export type NodeTypeName = (typeof NODE_TYPES)[keyof typeof NODE_TYPES];

/** Kinds of node by their GraphQL type names. */
const KINDS: ReadonlyMap<string, NodeKind> = new Map(
  Object.entries(NODE_TYPES).map(([kind, typename]) => [typename, kind as NodeKind]),
);

/** The opaque id of a node, unique over all types: base64url of `Type:id`. */
export function encodeGlobalId(typename: string, id: string | number | bigint): string {
  return Buffer.from(`${typename}:${id}`, 'utf8').toString('base64url');
}

/** What an opaque id names; throws BAD_INPUT where it is none that this graph gave out. */
export function decodeGlobalId(globalId: string): { typename: string; id: string } {
  const decoded = parse(globalId);
  if (!decoded) throw inputError('BAD_INPUT', `"${shown(globalId)}" is not an id of a node of this graph.`);
  return decoded;
}

/** The kind and id of a node that an opaque id names; null where the text is no such id. */
export function nodeOfGlobalId(text: string): { readonly kind: NodeKind; readonly id: string } | null {
  const decoded = parse(text);
  const kind = KINDS.get(decoded?.typename ?? '');
  return decoded && kind ? { kind, id: decoded.id } : null;
}

/** The id within its type, given that or the opaque id; throws BAD_INPUT for another type's opaque id. */
export function rawId(typename: NodeTypeName, id: string): string {
  const decoded = parse(id);
  if (!decoded) return id;
  if (decoded.typename === typename) return decoded.id;
  throw inputError(
    'BAD_INPUT',
    `"${shown(id)}" is an id of type ${decoded.typename}; expected one of type ${typename}.`,
  );
}

function parse(globalId: string): { typename: string; id: string } | null {
  const text = Buffer.from(globalId, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  const typename = text.slice(0, Math.max(colon, 0));
  return KINDS.has(typename) && colon + 1 < text.length ? { typename, id: text.slice(colon + 1) } : null;
}
