import { hashId } from '../model/ids.ts';
import type { SortKey } from '../store/paging.ts';
import { inputError } from './errors.ts';

/** What makes one list another: its kind, what it is listed under, its filter and its order. */
export function listIdentity(...parts: readonly unknown[]): string {
  return hashId(JSON.stringify(parts)).slice(0, 8);
}

/** An opaque cursor: base64url of the JSON of the list's identity and the row's place in its order. */
export function encodeCursor(list: string, [value, id]: SortKey): string {
  return Buffer.from(JSON.stringify([list, value, id]), 'utf8').toString('base64url');
}

/**
 * The place that a cursor of this list stands for; throws BAD_CURSOR for another list's or for what is none. `given`
 * says as what it was given.
 */
export function decodeCursor(list: string, cursor: string, given = '`after` or `before`'): SortKey {
  const parts = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || parts.length !== 3)
    throw badCursor(given, 'is not a cursor that this API gave');
  const [identity, value, id] = parts as readonly unknown[];
  if (typeof identity !== 'string' || typeof id !== 'string' || !isSortValue(value)) {
    throw badCursor(given, 'is not a cursor that this API gave');
  }
  if (identity !== list)
    throw badCursor(given, 'comes from another list, or from this one with another filter or order');
  return [value, id];
}

function badCursor(given: string, reason: string) {
  return inputError('BAD_CURSOR', `The cursor given as ${given} ${reason}.`);
}

function isSortValue(value: unknown): value is SortKey[0] {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
