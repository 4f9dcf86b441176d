import { slugify } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { LoadedCorrection } from './corrections.ts';
import type { OfficialRecord } from './person.ts';

/**
 * Applies the corrections of officials in their order. merge: all become the first; split: the sightings under one
 * alias become a person with a slug of that alias; drop: the person and all its mentions go; set: name or role. A
 * correction whose id (or alias) is not there changes nothing and gives CORRECTION_STALE.
 */
export function correctOfficials(
  records: readonly OfficialRecord[],
  corrections: readonly LoadedCorrection[],
): { readonly records: readonly OfficialRecord[]; readonly problems: readonly Problem[] } {
  const byId = new Map(records.map((record) => [record.id, record]));
  const problems: Problem[] = [];
  for (const correction of corrections) {
    if (correction.kind !== 'official') continue;
    const missing = applyCorrection(correction, byId);
    if (missing !== null) problems.push(staleProblem(correction, missing));
  }
  return { records: [...byId.values()], problems };
}

/** The problem of a correction that no longer finds what it corrects. */
export function staleProblem(correction: LoadedCorrection, missing: string): Problem {
  return {
    code: 'CORRECTION_STALE',
    file: correction.file,
    field: correction.action,
    message: `expected ${correction.kind} "${missing}" to correct (${correction.reason}), found none`,
  };
}

type OfficialCorrection = Extract<LoadedCorrection, { readonly kind: 'official' | 'event' }>;

/** Gives what was missing; null where the correction applied. */
function applyCorrection(correction: OfficialCorrection, byId: Map<string, OfficialRecord>): string | null {
  switch (correction.action) {
    case 'merge':
      return merge(correction.ids, byId);
    case 'drop':
      return byId.delete(correction.id) ? null : correction.id;
    case 'split': {
      if (correction.kind !== 'official') return null;
      const record = byId.get(correction.id);
      if (!record) return correction.id;
      return split(record, correction.alias, byId) ? null : `${correction.id}" named "${correction.alias}`;
    }
    case 'set': {
      if (correction.kind !== 'official') return null;
      const record = byId.get(correction.id);
      if (!record) return correction.id;
      const { name = record.name, role = record.role } = correction.fields;
      byId.set(record.id, role === undefined ? { ...record, name } : { ...record, name, role });
      return null;
    }
  }
}

function merge(ids: readonly string[], byId: Map<string, OfficialRecord>): string | null {
  const records = ids.flatMap((id) => byId.get(id) ?? []);
  const [first, ...others] = records;
  const missing = ids.find((id) => !byId.has(id));
  if (missing !== undefined || !first) return missing ?? ids[0] ?? '';
  for (const other of others) byId.delete(other.id);
  byId.set(first.id, { ...first, sightings: records.flatMap((record) => record.sightings) });
  return null;
}

function split(record: OfficialRecord, alias: string, byId: Map<string, OfficialRecord>): boolean {
  const own = record.sightings.filter((sighting) => sighting.name === alias);
  const rest = record.sightings.filter((sighting) => sighting.name !== alias);
  if (own.length === 0 || rest.length === 0) return false;
  const slug = slugify(`${alias} ${record.of}`);
  let id = slug;
  for (let count = 2; byId.has(id); count++) id = `${slug}-${count}`;
  byId.set(record.id, { ...record, sightings: rest });
  byId.set(id, { id, name: alias, of: record.of, sightings: own });
  return true;
}
