import type { Mention } from '../model/decomposition.ts';
import type { LinkedRelease } from '../model/graph.ts';
import { byCode } from '../model/ids.ts';
import type { LinkInput } from '../model/link.ts';
import type { LinkedHeader } from './headers.ts';
import type { HolderOf } from './offices.ts';

/** What resolves the names that a release mentions. */
export interface ReleaseResolvers {
  readonly duplicates: ReadonlyMap<string, string>;
  readonly isCountry: (code: string) => boolean;
  readonly holderOf: HolderOf;
}

const NONE: readonly never[] = Object.freeze([]);

/** Puts node ids in the place of what the text names; mentions that resolve to no node are left out. */
export function linkRelease(
  { release, decomposition }: LinkInput,
  header: LinkedHeader,
  officialIds: ReadonlyMap<string, string>,
  { duplicates, isCountry, holderOf }: ReleaseResolvers,
): LinkedRelease {
  const named = new Set(decomposition.ministers.map((minister) => minister.id));
  const officials = new Set<string>();
  const mentions: Mention[] = [];
  for (const mention of decomposition.mentions) {
    const target = targetOf(mention);
    if (target === null) continue;
    if (mention.kind === 'OFFICE' || mention.kind === 'MINISTER') named.add(target);
    if (mention.kind === 'OFFICIAL') officials.add(target);
    if (mention.kind === 'OFFICE') mentions.push({ ...mention, kind: 'MINISTER', target });
    else mentions.push(mention.target === target ? mention : { ...mention, target });
  }
  for (const { key } of decomposition.officials) {
    const id = officialIds.get(key);
    if (id !== undefined) officials.add(id);
  }
  const countries = [
    ...decomposition.countries.map((id) => ({ id, byPlace: false })),
    ...decomposition.countriesByPlace.map((id) => ({ id, byPlace: true })),
  ].filter(({ id }) => isCountry(id));
  return {
    id: release.id,
    duplicateOf: duplicates.get(release.id) ?? null,
    signers: header.signers,
    portfolios: header.portfolios.map((portfolio) => portfolio.id),
    named: inOrder(named),
    countries: countries.sort((a, b) => byCode(a.id, b.id)),
    officials: inOrder(officials),
    mentions: mentions.length === 0 ? NONE : mentions,
  };

  function targetOf(mention: Mention): string | null {
    switch (mention.kind) {
      case 'COUNTRY':
      case 'PLACE':
        return isCountry(mention.target) ? mention.target : null;
      case 'MINISTER':
        return mention.target;
      case 'OFFICIAL':
        return officialIds.get(mention.target) ?? null;
      case 'OFFICE':
        return holderOf(mention.target, release.date);
    }
  }
}

function inOrder(ids: ReadonlySet<string>): readonly string[] {
  return ids.size === 0 ? NONE : [...ids].sort(byCode);
}
