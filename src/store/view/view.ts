import { sql } from 'kysely';
import type { NodeKind } from '../../model/graph.ts';
import { digestOf } from '../digest.ts';
import type { Engine } from '../engine.ts';
import type { EventFilter, FilterOf, NamedFilter, ReleaseFilter } from '../filters.ts';
import type { NodeOf } from '../node-types.ts';
import type { OrderOf, Page, PageRequest, SortKey } from '../paging.ts';
import type { Parent, View } from '../store.ts';
import { createAnalytics } from './analytics/analytics.ts';
import { namedCandidates, releaseCandidates } from './candidates.ts';
import { countsOf } from './counts.ts';
import { eventCandidates, type TextReading, textReading } from './event-candidates.ts';
import { namesCache } from './names.ts';
import { neighboursOf } from './neighbours.ts';
import { evidenceOf, mentionsOf, nodesOf, termsOf, textsOf } from './nodes.ts';
import { type KeyPage, keyPages, type ListOrder } from './pages.ts';
import { problemsOf } from './problems.ts';

/** Nobody is called: for engines that tell nothing of what other processes write. */
const SILENT: View['watch'] = () => () => {};

/** The reading side of a store, the same on every engine. */
export function createView(engine: Engine, watch: View['watch'] = SILENT): View {
  return {
    watch,
    revision: () => revisionOf(engine),
    isLinked: () => isLinked(engine),
    names: namesCache(engine, () => revisionOf(engine)),
    counts: () => countsOf(engine),
    nodes: (kind, ids) => nodesOf(engine, kind, ids),
    page: (kind, filter, order, page) => pageOf(engine, kind, filter, order, page),
    pagesOf: (parent, kind, filter, order, page) => pagesOf(engine, parent, kind, filter, order, page),
    neighboursOf: (parent, kind, page, filter = {}) => neighboursOf(engine, parent, kind, page, filter),
    evidenceOf: (eventIds) => evidenceOf(engine, eventIds),
    mentionsOf: (releaseIds) => mentionsOf(engine, releaseIds),
    termsOf: async ({ kind, ids }) =>
      kind === 'minister' || kind === 'portfolio' ? termsOf(engine, kind, ids) : ids.map(() => []),
    textsOf: (releaseIds) => textsOf(engine, releaseIds),
    problems: (code, page) => problemsOf(engine, code, page),
    digest: () => digestOf(engine),
    ...createAnalytics(engine),
  };
}

async function revisionOf(engine: Engine): Promise<string> {
  const { rows } = await sql<{ readonly value: string }>`
    select value from meta where key in ('store', 'revision') order by key desc`.execute(engine.db);
  return rows.map(({ value }) => value).join('-');
}

async function isLinked(engine: Engine): Promise<boolean> {
  const { rows } = await sql<{ readonly value: string }>`
    select value from meta where key = 'linked'`.execute(engine.db);
  return rows[0] !== undefined && rows[0].value !== '';
}

async function pageOf<K extends NodeKind>(
  engine: Engine,
  kind: K,
  filter: FilterOf[K],
  order: OrderOf[K],
  page: PageRequest,
): Promise<Page<NodeOf[K]>> {
  const reading = kind === 'event' ? await textReading(engine, filter) : 'MATCHES';
  const candidates = candidatesOf(engine, kind, filter, order, reading);
  const [keys] = await keyPages(engine, [''], () => candidates, listOrder(kind, order), page);
  const [filled] = await fillPages(engine, kind, keys ? [keys] : []);
  if (!filled) throw new TypeError('expected a page for the one list asked for');
  return filled;
}

function candidatesOf(
  engine: Engine,
  kind: NodeKind,
  filter: object,
  order: OrderOf[NodeKind],
  reading: TextReading,
) {
  switch (kind) {
    case 'event':
      return eventCandidates(engine, filter as EventFilter, null, reading);
    case 'release':
      return releaseCandidates(engine, filter as ReleaseFilter, null);
    default:
      return namedCandidates(engine, kind, filter as NamedFilter, order.by === 'EVENTS' ? 'EVENTS' : 'NAME');
  }
}

async function pagesOf<K extends 'event' | 'release'>(
  engine: Engine,
  parent: Parent,
  kind: K,
  filter: FilterOf[K],
  order: OrderOf[K],
  page: PageRequest,
): Promise<readonly Page<NodeOf[K]>[]> {
  const keys = await keyPages(
    engine,
    parent.ids,
    (id) =>
      kind === 'event'
        ? eventCandidates(engine, filter as EventFilter, { kind: parent.kind, id })
        : releaseCandidates(engine, filter as ReleaseFilter, { kind: parent.kind, id }),
    listOrder(kind, order),
    page,
  );
  return fillPages(engine, kind, keys);
}

function listOrder(kind: NodeKind, order: { readonly descending: boolean }): ListOrder {
  return { descending: order.descending, undated: kind === 'event' || kind === 'release' };
}

/** Fetches the nodes of all pages in one statement. */
async function fillPages<K extends NodeKind>(
  engine: Engine,
  kind: K,
  pages: readonly KeyPage[],
): Promise<readonly Page<NodeOf[K]>[]> {
  const ids = [...new Set(pages.flatMap(({ keys }) => keys.map(([, id]) => id)))];
  const found = await nodesOf(engine, kind, ids);
  const nodes = new Map(ids.map((id, position) => [id, found[position]]));
  return pages.map(({ keys, extras: _, ...page }) => ({
    ...page,
    rows: keys.flatMap((key: SortKey) => {
      const node = nodes.get(key[1]);
      return node ? [{ node, key }] : [];
    }),
  }));
}
