import { distance } from 'fastest-levenshtein';
import type { AppErrorCode } from '../model/errors.ts';
import type { Country, Minister, Official, Portfolio } from '../model/graph.ts';
import { byCode, slugify } from '../model/ids.ts';
import type { Names } from '../store/store.ts';
import { inputError, shown } from './errors.ts';

/** Lookups over the named kinds, all in memory. Names are compared without case, macrons and punctuation. */
export interface NameIndex {
  /** What the index is of, as the store gave it. */
  readonly names: Names;
  readonly country: Directory<Country>;
  readonly minister: Directory<Minister>;
  readonly portfolio: Directory<Portfolio>;
  readonly official: Directory<Official>;
}

/** The nodes of one kind by id and by what people call them. */
export interface Directory<T> {
  readonly all: readonly T[];
  byId(id: string): T | undefined;
  /** By id, code, name or alias; undefined where none is known by it. */
  match(name: string): T | undefined;
  /** The same, all of them: two people can have one name. A name wins over an alias; empty where none is known by it. */
  matchAll(name: string): readonly T[];
  /** Names of up to three nodes that are nearly the one asked for, nearest first. */
  near(name: string): readonly string[];
  /** By id, code, name or alias; throws the kind's UNKNOWN_… error with near names. */
  find(name: string): T;
}

const INDEXES = new WeakMap<Names, NameIndex>();

/** The index of these names; built once for as long as the store hands out the same object. */
export function nameIndex(names: Names): NameIndex {
  const known = INDEXES.get(names);
  if (known) return known;
  const index: NameIndex = {
    names,
    country: directory('country', 'UNKNOWN_COUNTRY', names.countries, (country) => [
      country.id,
      country.alpha2 ?? '',
    ]),
    minister: directory('minister', 'UNKNOWN_MINISTER', names.ministers, (minister) => [minister.id]),
    portfolio: directory('portfolio', 'UNKNOWN_PORTFOLIO', names.portfolios, (portfolio) => [portfolio.id]),
    official: directory('official', 'UNKNOWN_OFFICIAL', names.officials, (official) => [official.id]),
  };
  INDEXES.set(names, index);
  return index;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

function directory<T extends Named>(
  noun: string,
  code: AppErrorCode,
  all: readonly T[],
  codesOf: (node: T) => readonly string[],
): Directory<T> {
  const byId = new Map(all.map((node) => [node.id, node]));
  const byName = new Map<string, T>();
  // Codes win over names and names over aliases: "Georgia" is the country before it is anyone's alias.
  for (const keysOf of [codesOf, (node: T) => [node.name], (node: T) => node.aliases]) {
    for (const node of all) {
      for (const key of keysOf(node).map(slugify)) if (key && !byName.has(key)) byName.set(key, node);
    }
  }
  const matchAll = (name: string): readonly T[] => {
    const key = slugify(name);
    const found = byName.get(key);
    if (!found || codesOf(found).some((each) => slugify(each) === key)) return found ? [found] : [];
    const named = all.filter((node) => slugify(node.name) === key);
    return named.length > 0 ? named : [found];
  };
  const match = (name: string): T | undefined => byName.get(slugify(name));
  const near = (name: string): readonly string[] => nearNames(name, byName);
  const find = (name: string): T => {
    const node = match(name);
    if (node) return node;
    const suggestions = near(name);
    throw inputError(code, `There is no ${noun} "${shown(name)}" in the graph${hintOf(suggestions)}`, {
      name: shown(name),
      suggestions,
    });
  };
  return { all, byId: (id) => byId.get(id), match, matchAll, near, find };
}

/** How a message ends that says what may have been meant: `; did you mean "Vietnam"?`, or a full stop. */
export function hintOf(suggestions: readonly string[]): string {
  if (suggestions.length === 0) return '.';
  return `; did you mean ${suggestions.map((text) => `"${text}"`).join(' or ')}?`;
}

const SUGGESTION_COUNT = 3;

/** Names of up to three nodes of which some name is nearly the one asked for, nearest first. */
export function nearNames(asked: string, byName: ReadonlyMap<string, { readonly name: string }>): string[] {
  const key = slugify(asked);
  const limit = Math.max(1, Math.floor(key.length * 0.34));
  const nearest = new Map<string, number>();
  for (const [candidate, node] of byName) {
    // No two names are nearer than their lengths are, and comparing a long one with all is dear.
    if (Math.abs(candidate.length - key.length) > limit && !startsWord(candidate, key)) continue;
    const far = startsWord(candidate, key) ? 0.5 : distance(key, candidate);
    if (far <= limit && far < (nearest.get(node.name) ?? Number.POSITIVE_INFINITY))
      nearest.set(node.name, far);
  }
  return [...nearest]
    .sort((a, b) => a[1] - b[1] || byCode(a[0], b[0]))
    .slice(0, SUGGESTION_COUNT)
    .map(([name]) => name);
}

/** Whether `key`, of three letters at least, is a whole word or the start of one in the slug. */
function startsWord(slug: string, key: string): boolean {
  return key.length >= 3 && `-${slug}`.includes(`-${key}`);
}
