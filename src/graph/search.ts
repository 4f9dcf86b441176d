import { NODE_KINDS } from '../model/graph.ts';
import type { Facet, SearchFilter, SearchHit, SearchPage, Snippet } from '../store/analytics.ts';
import { builder } from './builder.ts';
import { encodeCursor, listIdentity } from './cursor.ts';
import { NodeKindEnum } from './enums-analysis.ts';
import { SearchFilterInput } from './filter-inputs.ts';
import { checkLength, searchFilter } from './filters.ts';
import { labelOf } from './labels.ts';
import { cut, listSize } from './list-sizes.ts';
import { loadNode } from './node-refs.ts';
import { pageRequest } from './paging.ts';
import { highlight } from './snippet.ts';

type FacetNode = Facet & { readonly of: 'COUNTRY' | null };
type HitEdge = SearchHit & { readonly cursor: string };
type SearchNode = Omit<SearchPage, 'hits'> & { readonly edges: readonly HitEdge[] };

const MatchRef = builder.objectRef<Snippet['matches'][number]>('SnippetMatch').implement({
  description: 'Where a snippet has one of the words that were searched for.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it starts in the snippet, in UTF-16 code units.' }),
    end: t.exposeInt('end', {
      description: 'Where it ends in the snippet, in UTF-16 code units, exclusive.',
    }),
  }),
});

const SnippetRef = builder.objectRef<Snippet>('Snippet').implement({
  description: 'The stretch of a text that has what was searched for.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words as they stand, line breaks as spaces.' }),
    matches: t.field({
      type: [MatchRef],
      description: 'The places of the words searched for, in order; empty where another part has them.',
      extensions: listSize('matches'),
      resolve: ({ matches }) => cut('matches', matches),
    }),
    highlighted: t.string({
      description:
        'The same as HTML: the words searched for inside of `<mark>`, everything else escaped, safe to put on a page.',
      resolve: highlight,
    }),
  }),
});

const SearchFacetRef = builder.objectRef<FacetNode>('SearchFacet').implement({
  description: 'How many of the best hits have one value.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The value as filters take it: a code, a kind or a year.' }),
    label: t.string({
      nullable: true,
      description: 'What people call the value.',
      resolve: ({ key, of }, _args, context) => labelOf(of, key, context),
    }),
    count: t.exposeInt('count', { description: 'Number of releases and events that have it.' }),
  }),
});

const KindCountRef = builder.objectRef<SearchPage['kinds'][number]>('KindCount').implement({
  description: 'How many nodes of one type were found.',
  fields: (t) => ({
    kind: t.expose('kind', { type: NodeKindEnum, description: 'What was counted.' }),
    count: t.exposeInt('count', { description: 'Number of all nodes that match, beyond this page too.' }),
  }),
});

const SearchEdgeRef = builder.objectRef<HitEdge>('SearchEdge').implement({
  description: 'One hit of a search.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Opaque place of the hit in its list, for `after` and `before`.',
    }),
    kind: t.expose('kind', { type: NodeKindEnum, description: 'What was found.' }),
    title: t.exposeString('title', { description: 'Its name, title or summary: one line to show.' }),
    snippet: t.expose('snippet', {
      type: SnippetRef,
      description: 'Where it has the words: in the text of a release, the quotes of an event, a name.',
    }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'The release, event, person, country or portfolio itself.',
      resolve: ({ kind, id }, _args, context) => loadNode(kind, id, context),
    }),
  }),
});

const SearchConnectionRef = builder.objectRef<SearchNode>('SearchConnection').implement({
  description: 'A page of what a search found, and figures of all that it found.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdgeRef],
      description: 'The hits of the page: names first, then releases and events, the best first.',
      resolve: ({ edges }) => edges,
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      description: 'Whether there is more, and the cursors to ask for it.',
      resolve: ({ edges, hasNextPage, hasPreviousPage }) => ({
        hasNextPage,
        hasPreviousPage,
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      }),
    }),
    totalCount: t.int({
      description: 'Number of nodes of all types asked for that match.',
      resolve: ({ kinds }) => kinds.reduce((sum, { count }) => sum + count, 0),
    }),
    kinds: t.field({
      type: [KindCountRef],
      description: 'How many were found of each type asked for.',
      extensions: listSize('kinds'),
      resolve: ({ kinds }) => kinds,
    }),
    types: t.field({
      type: [SearchFacetRef],
      description: 'Kinds of the events found, the most frequent first.',
      extensions: listSize('facets'),
      resolve: ({ types }) => facets('types', types),
    }),
    years: t.field({
      type: [SearchFacetRef],
      description: 'Years of the releases and events found, the most frequent first.',
      extensions: listSize('facets'),
      resolve: ({ years }) => facets('years', years),
    }),
    countries: t.field({
      type: [SearchFacetRef],
      description: 'Countries of the releases and events found, the most frequent first.',
      extensions: listSize('facets'),
      resolve: ({ countries }) => facets('countries', countries),
    }),
    bounded: t.exposeBoolean('bounded', {
      description:
        'Whether more releases or events match than are ranked: then pages end, and facets count, at the best thousand of each.',
    }),
  }),
});

function facets(of: 'types' | 'years' | 'countries', found: readonly Facet[]): FacetNode[] {
  return cut('facets', found).map((facet) => ({ ...facet, of: of === 'countries' ? 'COUNTRY' : null }));
}

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnectionRef,
    nullable: true,
    description:
      'Full text over releases and events, and names by the beginnings of their words, whatever the case and macrons. Gives 20 where neither `first` nor `last` is given.',
    args: {
      text: t.arg.string({
        required: true,
        description:
          'Every word must occur; "words in quotes" together, `word*` as the start of a word, `-word` not at all. At most 200 characters; any text is taken, and one without words finds nothing.',
      }),
      kinds: t.arg({
        type: [NodeKindEnum],
        description: 'Only nodes of these types; all types where it is left out.',
      }),
      filter: t.arg({
        type: SearchFilterInput,
        description: 'Leaves only the releases and events that fit; names are found all the same.',
      }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, args, context, info) => {
      const text = checkLength('text', args.text);
      const wanted = new Set(args.kinds ?? NODE_KINDS);
      const kinds = NODE_KINDS.filter((kind) => wanted.has(kind));
      const filter: SearchFilter = await searchFilter(args.filter, context);
      const list = listIdentity(null, 'search', text, kinds, filter);
      const request = pageRequest(args, list, info, 20);
      const { hits, ...page } = await context.view.search(text, kinds, filter, request);
      return { ...page, edges: hits.map((hit) => ({ ...hit, cursor: encodeCursor(list, hit.key) })) };
    },
  }),
);
