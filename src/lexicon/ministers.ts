import { byCode, slugify } from '../model/ids.ts';
import { lexiconError, readLexiconFile } from './files.ts';
import { tokenize } from './tokens.ts';

/** A person who is or was a New Zealand minister. */
export interface MinisterEntry {
  /** Slug of the name. */
  readonly id: string;
  /** Usual full name without honorifics. */
  readonly name: string;
  readonly surname: string;
  readonly aliases: readonly string[];
  readonly gender: 'F' | 'M' | null;
  /** First and last year in office as far as known; `until` null while unknown or still in office. */
  readonly from: number | null;
  readonly until: number | null;
}

/** A stretch of days as Prime Minister, both days included; `until` null for the last of the list. */
export interface PremiershipEntry {
  readonly ministerId: string;
  readonly from: string;
  readonly until: string | null;
}

/** Who held an office in full on each of a stretch of days, both included, whatever the signatures look like. */
export interface HolderEntry {
  /** The office's id. */
  readonly portfolioId: string;
  readonly ministerId: string;
  readonly from: string;
  readonly until: string;
}

/** Small words that belong to the surname they stand before. */
const SURNAME_PARTICLES = new Set(['van', 'te']);

/** All ministers in the order of their ids, Prime Ministers by date, and holders of other offices who are known by day. */
export function loadMinisters(): {
  readonly ministers: readonly MinisterEntry[];
  readonly primeMinisters: readonly PremiershipEntry[];
  readonly holders: readonly HolderEntry[];
} {
  const file = readLexiconFile('ministers');
  const taken = new Map<string, string>();
  const claim = (name: string, owner: string) => {
    const slug = slugify(name);
    const other = taken.get(slug);
    if (other !== undefined) throw lexiconError('ministers', owner, `"${name}" already means ${other}`);
    taken.set(slug, owner);
  };
  const ministers = Object.entries(file.ministers).map(([name, entry]): MinisterEntry => {
    claim(name, name);
    for (const alias of entry.aliases) claim(alias, name);
    const { aliases, gender, from, until } = entry;
    return { id: slugify(name), name, surname: surnameOf(name), aliases, gender, from, until };
  });
  const idOf = (name: string): string => {
    if (taken.get(slugify(name)) !== name)
      throw lexiconError('ministers', name, 'expected the name of a minister');
    return slugify(name);
  };
  const primeMinisters = file.primeMinisters.map(({ name, from, until }) => {
    return { ministerId: idOf(name), from, until };
  });
  const holders = file.holders.map(({ portfolio, name, from, until }) => {
    return { portfolioId: slugify(portfolio), ministerId: idOf(name), from, until };
  });
  return { ministers: ministers.sort((a, b) => byCode(a.id, b.id)), primeMinisters, holders };
}

/** The surname of a name as written: "Helen Clark" gives "Clark", "Brooke van Velden" gives "van Velden". */
export function surnameOf(name: string): string {
  const words = name.split(' ');
  let first = words.length - 1;
  while (first > 1 && SURNAME_PARTICLES.has((words[first - 1] ?? '').toLowerCase())) first--;
  return words.slice(first).join(' ');
}

/** The key of the last word of a name, for comparing surnames. */
export function lastKey(name: string): string {
  return tokenize(name).at(-1)?.key ?? '';
}
