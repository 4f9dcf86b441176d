import type { Country, Minister, Official, Portfolio } from '../model/graph.ts';
import { byCode } from '../model/ids.ts';
import type { LinkInput } from '../model/link.ts';
import type { LinkedHeaders } from './headers.ts';
import type { KnownNames } from './known-names.ts';
import type { OfficialNode } from './officials.ts';
import type { SeenCounter, SeenFigures } from './seen.ts';

/** Everyone who signed or is named, by id; a name from the lexicon, else as signed, else as the text gives it. */
export function ministerNodes(
  corpus: readonly LinkInput[],
  headers: LinkedHeaders,
  lexicon: KnownNames,
  counter: SeenCounter,
): readonly Minister[] {
  const names = new Map<string, string>();
  for (const { decomposition } of corpus) {
    for (const { id, name } of decomposition.ministers) {
      const known = names.get(id);
      if (known === undefined || byCode(name, known) < 0) names.set(id, name);
    }
  }
  for (const signer of headers.signers.values()) names.set(signer.id, signer.name);
  for (const { id, name } of lexicon.ministers) names.set(id, name);
  return [...counter.ids()].sort(byCode).map((id) => ({
    id,
    name: names.get(id) ?? id,
    aliases: [...(headers.signers.get(id)?.aliases ?? [])].sort(byCode),
    ...counter.seen(id),
  }));
}

/** Countries that some release names or some event has. */
export function countryNodes(lexicon: KnownNames, counter: SeenCounter): readonly Country[] {
  const seen = new Set(counter.ids());
  return lexicon.countries
    .filter((country) => seen.has(country.code))
    .map(({ code, alpha2, name, aliases }) => ({ id: code, alpha2, name, aliases, ...counter.seen(code) }))
    .sort((a, b) => byCode(a.id, b.id));
}

/** Offices that were signed for, and the full offices of associates whether signed for or not. */
export function portfolioNodes(
  headers: LinkedHeaders,
  lexicon: KnownNames,
  counter: SeenCounter,
): readonly Portfolio[] {
  const entries = new Map(lexicon.portfolios.map((entry) => [entry.id, entry]));
  for (const { id, entry } of headers.portfolios.values()) entries.set(id, entry);
  const ids = new Set(headers.portfolios.keys());
  for (const id of [...ids]) {
    const office = entries.get(id)?.office;
    if (office && entries.has(office)) ids.add(office);
  }
  return [...ids].sort(byCode).flatMap((id) => {
    const entry = entries.get(id);
    if (!entry) return [];
    const { name, lineage, office } = entry;
    const aliases = [...(headers.portfolios.get(id)?.aliases ?? [])].sort(byCode);
    return [{ id, name, aliases, lineage, office, ...counter.seen(id) }];
  });
}

/** The officials that a release names or an event has, with their figures. */
export function officialNodes(officials: readonly OfficialNode[], figures: SeenFigures): readonly Official[] {
  return officials.map((official) => ({ ...official, ...figures.officials.seen(official.id) }));
}
