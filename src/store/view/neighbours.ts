import { sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { NamedFilter } from '../filters.ts';
import { weigh } from '../neighbours.ts';
import type { NodeOf } from '../node-types.ts';
import type { Page, PageRequest, SortKey } from '../paging.ts';
import { type NamedKind, strings } from '../rows.ts';
import type { Neighbour, Parent } from '../store.ts';
import type { ReleaseLinkRow } from '../tables.ts';
import { namedCandidates } from './candidates.ts';
import { nodesOf } from './nodes.ts';
import { type KeyPage, keyPages } from './pages.ts';
import { pageInMemory } from './slice.ts';

type Figures = Omit<Neighbour<unknown>, 'node'>;

/** One page of neighbours for each parent that the filter takes, most joined first; two statements. */
export async function neighboursOf<K extends NamedKind>(
  engine: Engine,
  parent: Parent,
  kind: K,
  page: PageRequest,
  filter: NamedFilter,
): Promise<readonly Page<Neighbour<NodeOf[K]>>[]> {
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  if (isFiltered && parent.kind === 'release') {
    throw new TypeError('expected no filter for what a release names, for its list is short');
  }
  if (parent.ids.length === 0) return [];
  const { pages, figures } =
    parent.kind === 'release'
      ? await namedIn(engine, parent.ids, kind, page)
      : await besides(engine, parent, kind, page, isFiltered ? filter : null);
  const ids = [...new Set(pages.flatMap(({ keys }) => keys.map(([, id]) => id)))];
  const found = await nodesOf(engine, kind, ids);
  const nodes = new Map(ids.map((id, position) => [id, found[position]]));
  return pages.map(({ keys, extras: _, ...rest }, position) => ({
    ...rest,
    rows: keys.flatMap((key) => {
      const node = nodes.get(key[1]);
      const figure = figures(position, key[1]);
      return node && figure ? [{ key, node: { node, ...figure } }] : [];
    }),
  }));
}

interface Found {
  readonly pages: readonly KeyPage[];
  readonly figures: (parent: number, id: string) => Figures | undefined;
}

async function besides(
  engine: Engine,
  parent: Parent,
  kind: NamedKind,
  page: PageRequest,
  filter: NamedFilter | null,
): Promise<Found> {
  const taken = filter && namedCandidates(engine, kind, filter, 'NAME');
  // Not correlated, so that names are looked through once and not for every parent.
  const conditions = taken
    ? [sql`x.b_id in (select ${taken.id} from ${taken.from} where ${sql.join(taken.where, sql` and `)})`]
    : [];
  const pages = await keyPages(
    engine,
    parent.ids,
    (id) => ({
      from: sql`neighbour as x`,
      where: [sql`x.a_kind = ${parent.kind}`, sql`x.a_id = ${id}`, sql`x.b_kind = ${kind}`, ...conditions],
      value: sql`x.weight`,
      id: sql`x.b_id`,
      extras: [sql`x.event_count`, sql`x.release_count`, sql`x.first`, sql`x.last`],
      alternatives: [],
    }),
    { descending: true, undated: false },
    page,
  );
  const figures = new Map(
    pages.flatMap(({ keys, extras }, position) =>
      keys.map(([, id], row) => [`${position}\t${id}`, toFigures(extras[row] ?? [])] as const),
    ),
  );
  return { pages, figures: (position, id) => figures.get(`${position}\t${id}`) };
}

function toFigures([eventCount, releaseCount, first, last]: readonly unknown[]): Figures {
  return { eventCount, releaseCount, first, last } as Figures;
}

/** The nodes that each release names: a short list, cut in memory. */
async function namedIn(
  engine: Engine,
  releaseIds: readonly string[],
  kind: NamedKind,
  page: PageRequest,
): Promise<Found> {
  const { rows } = await sql<ReleaseLinkRow & { readonly ord: number }>`
    select p.key as ord, l.day, l.signers, l.portfolios, l.named, l.countries, l.officials
    from ${engine.values(releaseIds, 'p')} join release_link l on l.release_id = p.value`.execute(engine.db);
  const links = new Map(rows.map((row) => [row.ord, row]));
  const pages = releaseIds.map((_id, position) => {
    const link = links.get(position);
    const keys = link ? idsIn(link, kind).map((id): SortKey => [weigh(0, 1), id]) : [];
    return pageInMemory(keys, page);
  });
  return {
    pages,
    figures: (position) => {
      const day = links.get(position)?.day || null;
      return { eventCount: 0, releaseCount: 1, first: day, last: day };
    },
  };
}

function idsIn(link: ReleaseLinkRow, kind: NamedKind): readonly string[] {
  switch (kind) {
    case 'minister':
      return [...new Set([...strings(link.signers), ...strings(link.named)])];
    case 'country':
      return (JSON.parse(link.countries) as readonly { readonly id: string }[]).map(({ id }) => id);
    case 'portfolio':
      return strings(link.portfolios);
    case 'official':
      return strings(link.officials);
  }
}
