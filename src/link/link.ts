import type { Event, LinkedGraph } from '../model/graph.ts';
import { byCode } from '../model/ids.ts';
import type { LinkInput } from '../model/link.ts';
import type { Problem } from '../model/problem.ts';
import { readCorpus } from './corpus.ts';
import { correctEvent, correctOccurrences } from './correct-occurrences.ts';
import type { LoadedCorrection } from './corrections.ts';
import { findDuplicates } from './duplicates.ts';
import { eventOf } from './events.ts';
import { type LinkedHeaders, linkHeaders } from './headers.ts';
import type { KnownNames } from './known-names.ts';
import { linkRelease } from './link-releases.ts';
import { countryNodes, ministerNodes, officialNodes, portfolioNodes } from './nodes.ts';
import { findOccurrences, type Occurrence } from './occurrences.ts';
import { createHolderOf, type Lineages } from './offices.ts';
import { linkOfficials } from './officials.ts';
import { createQuoteWords } from './quote-words.ts';
import { redirectsOf } from './redirects.ts';
import { countSeen } from './seen.ts';
import { findSignings } from './signings.ts';
import { findStatements } from './statements.ts';
import { findTerms } from './terms.ts';

/**
 * Makes one graph of what the releases decompose into: who is who, who held what when, and which statements are of one
 * event. The same inputs give the same graph in any order. Bad data never throws: it is in `problems`.
 *
 * Holds the corpus in memory while it runs (55,000 releases with 250,000 event mentions: some hundreds of MB).
 */
export async function link(
  inputs: () => AsyncIterable<LinkInput> | Iterable<LinkInput>,
  lexicon: KnownNames,
  corrections: readonly LoadedCorrection[],
): Promise<LinkedGraph> {
  const corpus = await readCorpus(inputs);
  const headers = linkHeaders(corpus, lexicon);
  const lineages = lineagesOf(headers, lexicon);
  const terms = findTerms(findSignings(corpus, headers.headers), lexicon);
  const duplicates = findDuplicates(corpus);
  const people = linkOfficials(corpus, lexicon, corrections);
  const codes = new Set(lexicon.countries.map((country) => country.code));
  const resolvers = {
    duplicates,
    isCountry: (code: string) => codes.has(code),
    holderOf: createHolderOf(terms, lexicon, lineages),
    officialIds: people.idsByKey,
  };

  const statements = findStatements(corpus, duplicates, resolvers);
  const found = findOccurrences(statements, createQuoteWords(statements));
  const { occurrences, problems: stale } = correctOccurrences(found, corrections);
  const events = eventsOf(occurrences, corpus, headers, corrections);

  const releases = corpus.map((input, index) =>
    linkRelease(
      input,
      headers.headers[index] ?? { signers: [], portfolios: [] },
      people.idsByKey[index] ?? new Map(),
      resolvers,
    ),
  );
  const figures = countSeen(releases, events, (index) => corpus[index]?.release.date ?? null);
  return {
    releases,
    ministers: ministerNodes(corpus, headers, lexicon, figures.ministers),
    countries: countryNodes(lexicon, figures.countries),
    portfolios: portfolioNodes(headers, lexicon, figures.portfolios),
    officials: officialNodes(people.officials, figures),
    terms,
    events,
    redirects: redirectsOf(occurrences, corpus, duplicates),
    problems: [...headers.problems, ...people.problems, ...stale].sort(byProblem),
  };
}

function lineagesOf(headers: LinkedHeaders, lexicon: KnownNames): Lineages {
  const lineages = new Map(lexicon.portfolios.map(({ id, lineage }) => [id, lineage]));
  for (const { id, entry } of headers.portfolios.values()) lineages.set(id, entry.lineage);
  return (id) => lineages.get(id) ?? id;
}

function eventsOf(
  occurrences: readonly Occurrence[],
  corpus: readonly LinkInput[],
  headers: LinkedHeaders,
  corrections: readonly LoadedCorrection[],
): readonly Event[] {
  const portfolioIds = headers.headers.map(({ portfolios }) => portfolios.map((portfolio) => portfolio.id));
  const facts = {
    titles: (release: number) => corpus[release]?.release.title ?? null,
    portfolios: (release: number) => portfolioIds[release] ?? [],
  };
  return occurrences
    .map((occurrence) => correctEvent(eventOf(occurrence, facts), occurrence, corrections))
    .sort((a, b) => byCode(a.id, b.id));
}

function byProblem(a: Problem, b: Problem): number {
  return (
    byCode(a.file, b.file) ||
    byCode(a.field ?? '', b.field ?? '') ||
    byCode(a.code, b.code) ||
    byCode(a.message, b.message)
  );
}
