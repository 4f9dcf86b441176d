import type { Country, Event, LinkedGraph, Minister, Official, Portfolio } from '../../src/model/graph.ts';
import { byCode, hashId } from '../../src/model/ids.ts';
import type { IngestedFile } from '../../src/store/writer.ts';
import { makeFile, type Size } from './make-file.ts';
import { makeEvent, makeLink, makeTerms } from './make-links.ts';
import { pick, seeded } from './random.ts';

/** Files as ingested and the graph that could have been linked from them. */
export interface World {
  readonly files: readonly IngestedFile[];
  readonly graph: LinkedGraph;
}

/** A world drawn from a seed: every list in canonical order, every quote true, some of everything missing. */
export function makeWorld(seed: number, size: Size): World {
  const random = seeded(seed);
  const files = Array.from({ length: size.releases }, (_, number) => makeFile(random, number, size));
  const releases = files.flatMap(({ release }) => release ?? []);
  const ids = {
    countries: named('c', size.countries),
    ministers: named('m', size.ministers),
    portfolios: named('p', size.portfolios),
    officials: named('o', size.officials),
  };
  const events = Array.from({ length: releases.length > 0 ? size.events : 0 }, (_, number) =>
    makeEvent(random, number, releases, ids),
  ).sort((a, b) => byCode(a.id, b.id));
  const seen = { releaseCount: 1, firstSeen: '2001-02-03', lastSeen: null };
  const counts = countEvents(events);
  return {
    files,
    graph: {
      releases: releases.map((release) => makeLink(random, release, releases, ids, size)),
      countries: ids.countries.map(
        (id): Country => ({
          ...seen,
          id,
          alpha2: id === 'c0' ? null : id,
          name: `Countrý ${id}`,
          aliases: [`${id}-ish`],
          eventCount: counts.get(id) ?? 0,
        }),
      ),
      ministers: ids.ministers.map(
        (id): Minister => ({
          ...seen,
          id,
          name: `Minister ${id}`,
          aliases: [`Hon ${id}`],
          eventCount: counts.get(id) ?? 0,
        }),
      ),
      portfolios: ids.portfolios.map(
        (id): Portfolio => ({
          ...seen,
          id,
          name: `Māori ${id}`,
          aliases: [],
          eventCount: counts.get(id) ?? 0,
          lineage: 'p0',
          office: null,
        }),
      ),
      officials: ids.officials.map(
        (id): Official => ({
          ...seen,
          id,
          name: `Official ${id}`,
          aliases: [],
          eventCount: counts.get(id) ?? 0,
          role: 'Ambassador',
          countryId: pick(random, ids.countries) ?? null,
          organisation: null,
          roles: [{ role: 'Ambassador', first: '2001-01-01', last: null }],
        }),
      ),
      terms: makeTerms(random, ids),
      events,
      redirects: events.slice(0, 3).map(({ id }) => ({ from: hashId('merged', id), to: id })),
      problems: [
        {
          code: 'SIGNER_NOT_A_PERSON',
          file: files[0]?.path ?? 'none.md',
          field: 'ministers',
          message: 'a link',
        },
      ],
    },
  };
}

/** Ids of different kinds differ in their first letter, so that one map does for all. */
function countEvents(events: readonly Event[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { countries, ministers, portfolios, officials } of events) {
    for (const id of [...countries, ...ministers, ...portfolios, ...officials]) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

function named(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) => `${prefix}${number}`).sort(byCode);
}
