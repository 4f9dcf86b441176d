import { slugify } from '../model/ids.ts';
import { readLexiconFile } from './files.ts';
import type { MinisterEntry } from './ministers.ts';
import type { Resolution } from './resolution.ts';
import { tokenize } from './tokens.ts';

/** A person who signs. */
export interface Signer {
  readonly id: string;
  readonly name: string;
}

/** Resolves a string under "ministers": a person, or why it is none. */
export type ResolveSigner = (raw: string) => Resolution<Signer>;

const MAX_NAME_WORDS = 6;
const MAX_RESOLVED = 2000;

/** Knows the ministers of the lexicon; a string that only looks like a person's name gives a minister of its own. */
export function createResolveSigner(
  ministers: readonly MinisterEntry[],
  stripTitles: (name: string) => string,
): ResolveSigner {
  const junk = readLexiconFile('junk-signers');
  const patterns = junk.patterns.map(([pattern, reason]) => ({ pattern: new RegExp(pattern, 'iu'), reason }));
  const words = new Set(junk.words.map(slugify));
  const bySlug = new Map<string, Signer>();
  for (const { id, name, aliases } of ministers) {
    for (const form of [name, ...aliases]) bySlug.set(slugify(form), { id, name });
  }
  const resolve: ResolveSigner = (raw) => {
    const name = stripTitles(raw.trim().replace(/\s+/g, ' ').replace(/[’‘`]/g, "'"));
    const known = bySlug.get(slugify(name));
    if (known) return { value: known };
    const found = patterns.find(({ pattern }) => pattern.test(raw));
    if (found) return { reason: found.reason };
    if (words.has(slugify(name))) return { reason: 'the name of a thing' };
    if (!looksLikePerson(name)) return { reason: 'not written like a name of a person' };
    return { value: { id: slugify(name), name } };
  };
  // The corpus has a few hundred strings over and over; what is not among them is not kept.
  const resolved = new Map<string, Resolution<Signer>>();
  return (raw) => {
    const known = resolved.get(raw);
    if (known) return known;
    const resolution = resolve(raw);
    if (resolved.size < MAX_RESOLVED) resolved.set(raw, resolution);
    return resolution;
  };
}

/** Two to six words, the first and the last with a capital, nothing but letters, and no small word at the start. */
function looksLikePerson(name: string): boolean {
  if (!/^[\p{L}\p{M}' .-]+$/u.test(name)) return false;
  const words = tokenize(name);
  if (words.length < 2 || words.length > MAX_NAME_WORDS) return false;
  const lower = words.filter((word) => word.shape === 'LOWER');
  return lower.length <= 1 && words[0]?.shape !== 'LOWER' && words.at(-1)?.shape !== 'LOWER';
}
