import { NODE_KINDS, type NodeKind } from '../../../model/graph.ts';
import { byCode } from '../../../model/ids.ts';
import type { Facet, SearchFilter, SearchHit, SearchPage } from '../../analytics.ts';
import type { Engine } from '../../engine.ts';
import { parseTextQuery, type TextTerm } from '../../fold.ts';
import type { PageRequest, SortKey } from '../../paging.ts';
import { NAMED_KINDS } from '../../rows.ts';
import { evidenceOf, nodesOf, textsOf } from '../nodes.ts';
import { type NameHit, namesFound } from './search-names.ts';
import { eventsFound, releasesFound, type TextHit, type TextHits } from './search-texts.ts';
import { snippetOf } from './snippet.ts';

const FACETS = 50;
const NO_HITS: TextHits = { hits: [], total: 0 };

interface Ranked {
  readonly hit: NameHit | TextHit;
  readonly key: SortKey;
}

/** One page of what a text finds; at most seven statements. */
export async function search(
  engine: Engine,
  text: string,
  kinds: readonly NodeKind[],
  filter: SearchFilter,
  page: PageRequest,
): Promise<SearchPage> {
  const terms = parseTextQuery(text);
  const asks = terms.some(({ excluded }) => !excluded);
  const named = NAMED_KINDS.filter((kind) => kinds.includes(kind));
  const names = asks && named.length > 0 ? await namesFound(engine, named, terms) : [];
  const events = asks && kinds.includes('event') ? await eventsFound(engine, terms, filter) : NO_HITS;
  // A type is what events have: where one is asked for, no release is meant.
  const wantsReleases = asks && kinds.includes('release') && filter.types === undefined;
  const releases = wantsReleases ? await releasesFound(engine, terms, filter) : NO_HITS;

  const texts = [...events.hits, ...releases.hits];
  const ranked = [...names, ...texts]
    .map((hit): Ranked => ({ hit, key: [hit.score, `${hit.kind} ${hit.id}`] }))
    .sort((a, b) => byKey(a.key, b.key));
  const { rows, ...sides } = slice(ranked, page);
  const total = (kind: NodeKind): number => {
    if (kind === 'event') return events.total;
    return kind === 'release' ? releases.total : names.filter((hit) => hit.kind === kind).length;
  };
  return {
    hits: await filled(engine, rows, terms),
    ...sides,
    kinds: NODE_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => ({ kind, count: total(kind) })),
    types: facet(events.hits.flatMap(({ type }) => type ?? [])),
    years: facet(texts.flatMap(({ day }) => (day === '' ? [] : day.slice(0, 4)))),
    countries: facet(texts.flatMap(({ countries }) => countries)),
    bounded: events.total > events.hits.length || releases.total > releases.hits.length,
  };
}

function byKey(a: SortKey, b: SortKey): number {
  return Number(a[0]) - Number(b[0]) || byCode(a[1], b[1]);
}

function slice(
  ranked: readonly Ranked[],
  { after, before, backward, limit }: PageRequest,
): { readonly rows: readonly Ranked[]; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean } {
  const within = ranked.filter(
    ({ key }) => (!after || byKey(key, after) > 0) && (!before || byKey(key, before) < 0),
  );
  const rows = backward ? within.slice(-limit) : within.slice(0, limit);
  const more = within.length > limit;
  const cursor = backward ? before : after;
  const beyond =
    cursor !== null &&
    ranked.some(({ key }) => (backward ? byKey(key, cursor) >= 0 : byKey(key, cursor) <= 0));
  return { rows, hasNextPage: backward ? beyond : more, hasPreviousPage: backward ? more : beyond };
}

function facet(values: readonly string[]): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || byCode(a.key, b.key))
    .slice(0, FACETS);
}

/** Titles and snippets of the hits on the page. */
async function filled(
  engine: Engine,
  rows: readonly Ranked[],
  terms: readonly TextTerm[],
): Promise<readonly SearchHit[]> {
  const ids = (kind: NodeKind) => rows.filter(({ hit }) => hit.kind === kind).map(({ hit }) => hit.id);
  const [releaseIds, eventIds] = [ids('release'), ids('event')];
  const releases = new Map((await nodesOf(engine, 'release', releaseIds)).map((node) => [node?.id, node]));
  const releaseTexts = await textsOf(engine, releaseIds);
  const events = new Map((await nodesOf(engine, 'event', eventIds)).map((node) => [node?.id, node]));
  const evidence = await evidenceOf(engine, eventIds);
  const texts = new Map<string, string>([
    ...releaseIds.map((id, index) => [`release ${id}`, releaseTexts[index]?.text ?? ''] as const),
    ...eventIds.map((id, index) => {
      const event = events.get(id);
      const quotes = new Set(evidence[index]?.map(({ quote }) => quote));
      const parts = [event?.summary, event?.name, event?.place, ...quotes].filter((part) => part != null);
      return [`event ${id}`, parts.join('\n')] as const;
    }),
  ]);
  return rows.map(({ hit, key }): SearchHit => {
    const { kind, id } = hit;
    const title = titleOf(hit, releases.get(id)?.title, events.get(id)?.summary);
    return { kind, id, title, snippet: snippetOf(texts.get(`${kind} ${id}`) ?? title, terms), key };
  });
}

function titleOf(
  hit: NameHit | TextHit,
  release: string | null | undefined,
  event: string | undefined,
): string {
  if ('name' in hit) return hit.name;
  return (hit.kind === 'release' ? release : event) ?? hit.id;
}
