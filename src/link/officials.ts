import { dayNumber, fromDayNumber } from '../model/date.ts';
import type { Official } from '../model/graph.ts';
import { byCode, slugify } from '../model/ids.ts';
import type { LinkInput } from '../model/link.ts';
import type { Problem } from '../model/problem.ts';
import { correctOfficials } from './correct-officials.ts';
import type { LoadedCorrection } from './corrections.ts';
import type { KnownNames } from './known-names.ts';
import { nameWords } from './names.ts';
import { findPeople } from './official-people.ts';
import type { OfficialRecord, Sighting } from './person.ts';

/** An official without the figures that are counted at the end. */
export type OfficialNode = Omit<Official, 'releaseCount' | 'eventCount' | 'firstSeen' | 'lastSeen'>;

/** The officials of all releases. */
export interface LinkedOfficials {
  /** By id. */
  readonly officials: readonly OfficialNode[];
  /** In the order of the corpus: official ids by their key in the release's decomposition. */
  readonly idsByKey: readonly ReadonlyMap<string, string>[];
  readonly problems: readonly Problem[];
}

/** Makes one node of each person and country or organisation, corrected by hand where data/corrections says so. */
export function linkOfficials(
  corpus: readonly LinkInput[],
  lexicon: KnownNames,
  corrections: readonly LoadedCorrection[],
): LinkedOfficials {
  const sightings = new Map<string, Sighting[]>();
  for (const [release, { release: header, decomposition }] of corpus.entries()) {
    const day = header.date === null ? null : dayNumber(header.date);
    for (const { key, name, role, of } of decomposition.officials) {
      if (nameWords(name).length === 0) continue;
      const group = sightings.get(of) ?? [];
      sightings.set(of, group);
      group.push({ release, releaseId: header.id, day, date: header.date, key, name, role });
    }
  }
  const found = [...sightings]
    .sort((a, b) => byCode(a[0], b[0]))
    .flatMap(([of, group]) => findPeople(group).map((person) => ({ of, sightings: person.sightings })));
  const { records, problems } = correctOfficials(withIds(found), corrections);
  const idsByKey = corpus.map(() => new Map<string, string>());
  for (const record of records) {
    for (const sighting of record.sightings) idsByKey[sighting.release]?.set(sighting.key, record.id);
  }
  const countries = new Set(lexicon.countries.map((country) => country.code));
  const officials = records.map((record) => nodeOf(record, countries)).sort((a, b) => byCode(a.id, b.id));
  return { officials, idsByKey, problems };
}

/**
 * Ids are slugs of the name and the country's code or the organisation. Where two people have the same, the one
 * seen first has the plain slug and others add the year they were first seen in.
 */
function withIds(
  people: readonly { readonly of: string; readonly sightings: readonly Sighting[] }[],
): readonly OfficialRecord[] {
  const named = people
    .map(({ of, sightings }) => {
      const inTime = [...sightings].sort(byTime);
      const name = usualName(inTime);
      return { of, name, sightings: inTime, slug: slugify(`${name} ${of}`) || slugify(`official ${of}`) };
    })
    .sort((a, b) => byFirst(a.sightings, b.sightings) || byCode(a.slug, b.slug) || byCode(a.of, b.of));
  const taken = new Set<string>();
  return named.map(({ of, name, sightings, slug }) => {
    const year = sightings[0]?.date?.slice(0, 4) ?? 'undated';
    let id = taken.has(slug) ? `${slug}-${year}` : slug;
    for (let count = 2; taken.has(id); count++) id = `${slug}-${year}-${count}`;
    taken.add(id);
    return { id, name, of, sightings };
  });
}

function byTime(a: Sighting, b: Sighting): number {
  return (
    byCode(a.date ?? '9999', b.date ?? '9999') || byCode(a.releaseId, b.releaseId) || byCode(a.key, b.key)
  );
}

function byFirst(a: readonly Sighting[], b: readonly Sighting[]): number {
  const [left, right] = [a[0], b[0]];
  return left && right ? byTime(left, right) : 0;
}

/**
 * The most frequent spelling with more than a surname; of equals the longest, then the first in code order. A title
 * that extraction left on ("Senator Marise Payne") goes where the name is spelled without it too; a name cut short
 * ("Kim Dae") gives way to the most frequent longer one that begins with it.
 */
export function usualName(sightings: readonly Sighting[]): string {
  const counts = new Map<string, number>();
  for (const { name } of sightings) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isFull = (name: string): number => (nameWords(name).length > 1 ? 1 : 0);
  const spellings = [...counts]
    .sort(
      ([a, countA], [b, countB]) =>
        isFull(b) - isFull(a) || countB - countA || b.length - a.length || byCode(a, b),
    )
    .map(([name]) => name);
  const [best = ''] = spellings;
  const words = nameWords(best).join(' ');
  const untitled = spellings.find((name) => isFull(name) && words.endsWith(` ${nameWords(name).join(' ')}`));
  if (untitled !== undefined) return untitled;
  const longer = spellings.find((name) => isFull(best) && nameWords(name).join(' ').startsWith(`${words} `));
  return longer ?? best;
}

function nodeOf(record: OfficialRecord, countries: ReadonlySet<string>): OfficialNode {
  const { id, name, of, sightings } = record;
  const roles = rolesOf(sightings);
  const isCountry = countries.has(of);
  const latest = roles.reduce<(typeof roles)[number] | null>(
    (best, role) => (best && (best.last ?? '') >= (role.last ?? '') ? best : role),
    null,
  );
  return {
    id,
    name,
    aliases: [...new Set(sightings.map((sighting) => sighting.name))]
      .filter((alias) => alias !== name)
      .sort(byCode),
    role: record.role === undefined ? (latest?.role ?? null) : record.role,
    countryId: isCountry ? of : null,
    organisation: isCountry ? null : of,
    roles,
  };
}

/** Roles that differ only in case or accents are one, spelled as first seen. */
function rolesOf(sightings: readonly Sighting[]): Official['roles'] {
  const roles = new Map<string, { role: string; first: number | null; last: number | null }>();
  for (const { role, day } of [...sightings].sort(byTime)) {
    if (role === null) continue;
    const key = nameWords(role).join(' ');
    const known = roles.get(key);
    if (!known) roles.set(key, { role, first: day, last: day });
    else if (day !== null) known.last = day;
  }
  return [...roles.values()]
    .map(({ role, first, last }) => ({
      role,
      first: first === null ? null : fromDayNumber(first),
      last: last === null ? null : fromDayNumber(last),
    }))
    .sort((a, b) => byCode(a.first ?? '9999', b.first ?? '9999') || byCode(a.role, b.role));
}
