import { addDays } from '../../src/model/date.ts';
import type { Event, LinkedGraph, NodeKind } from '../../src/model/graph.ts';
import { byCode } from '../../src/model/ids.ts';
import type { EventFilter, NamedFilter, ReleaseFilter } from '../../src/store/filters.ts';
import type { SortKey } from '../../src/store/paging.ts';
import type { World } from './builder.ts';
import { isKnown } from './naive-known.ts';

/** What the store should answer, worked out by looking at everything. */
interface Keyed {
  readonly id: string;
  readonly value: string | number | null;
}

/** Keys of the events that the filter matches, in order. */
export function eventKeys(
  { graph, files }: World,
  filter: EventFilter,
  descending: boolean,
  parent?: { readonly kind: NodeKind; readonly id: string },
): readonly SortKey[] {
  const releases = new Map(files.flatMap(({ release }) => (release ? [[release.id, release]] : [])));
  const found = graph.events.filter((event) => {
    if (parent && !eventOwners(event, parent.kind).includes(parent.id)) return false;
    return matchesEvent(event, filter) && isKnown(event, filter, releases);
  });
  return sorted(
    found.map(({ id, date }) => ({ id, value: date?.earliest ?? null })),
    descending,
  );
}

function eventOwners(event: Event, kind: NodeKind): readonly string[] {
  switch (kind) {
    case 'country':
      return event.countries;
    case 'minister':
      return event.ministers;
    case 'official':
      return event.officials;
    case 'portfolio':
      return event.portfolios;
    default:
      return event.evidence.map(({ releaseId }) => releaseId);
  }
}

function anyOf<T>(wanted: readonly T[] | undefined, has: readonly T[]): boolean {
  return wanted === undefined || wanted.some((value) => has.includes(value));
}

function noneOf<T>(unwanted: readonly T[] | undefined, has: readonly T[]): boolean {
  return !(unwanted ?? []).some((value) => has.includes(value));
}

function matchesEvent(event: Event, filter: EventFilter): boolean {
  const { from, to, certainly } = filter;
  const { date } = event;
  if (filter.allCountries?.length === 0 || filter.allMinisters?.length === 0) return false;
  return (
    anyOf(filter.countries, event.countries) &&
    (filter.allCountries ?? []).every((id) => event.countries.includes(id)) &&
    anyOf(filter.ministers, event.ministers) &&
    anyOf(filter.portfolios, event.portfolios) &&
    anyOf(filter.officials, event.officials) &&
    anyOf(filter.types, [event.type]) &&
    (filter.asOf !== undefined || anyOf(filter.statuses, [event.status])) &&
    (filter.allMinisters ?? []).every((id) => event.ministers.includes(id)) &&
    noneOf(filter.notCountries, event.countries) &&
    noneOf(filter.notMinisters, event.ministers) &&
    noneOf(filter.notOfficials, event.officials) &&
    noneOf(filter.notPortfolios, event.portfolios) &&
    noneOf(filter.notTypes, [event.type]) &&
    anyOf(filter.precisions, date ? [date.precision] : []) &&
    (filter.headline === undefined || event.headline === filter.headline) &&
    (from === undefined || (date !== null && (certainly ? date.earliest : date.latest) >= from)) &&
    (to === undefined || (date !== null && (certainly ? date.latest : date.earliest) <= to))
  );
}

/** Keys of the releases that the filter matches, in order; `text` is not looked at. */
export function releaseKeys(
  { graph, files }: World,
  filter: ReleaseFilter,
  descending: boolean,
  parent?: { readonly kind: NodeKind; readonly id: string },
): readonly SortKey[] {
  const links = new Map(graph.releases.map((link) => [link.id, link]));
  const found = files.flatMap(({ release }) => {
    const link = release && links.get(release.id);
    if (!release || !link) return [];
    const has: Readonly<Record<NodeKind, readonly string[]>> = {
      minister: [...link.signers, ...link.named],
      country: link.countries.map(({ id }) => id),
      portfolio: link.portfolios,
      official: link.officials,
      event: graph.events
        .filter((event) => event.evidence.some(({ releaseId }) => releaseId === release.id))
        .map(({ id }) => id),
      release: [],
    };
    const matches =
      (!parent || has[parent.kind].includes(parent.id)) &&
      anyOf(filter.ministers, has.minister) &&
      anyOf(filter.countries, has.country) &&
      anyOf(filter.portfolios, has.portfolio) &&
      anyOf(filter.officials, has.official) &&
      (filter.from === undefined || (release.date !== null && release.date >= filter.from)) &&
      (filter.to === undefined || (release.date !== null && release.date <= filter.to)) &&
      (filter.duplicates !== false || link.duplicateOf === null);
    return matches ? [{ id: release.id, value: release.date }] : [];
  });
  return sorted(found, descending);
}

/** Keys of the ministers that the filter matches, in order; `name` is compared as it is. */
export function ministerKeys(
  graph: LinkedGraph,
  filter: NamedFilter,
  by: 'NAME' | 'EVENTS',
  descending: boolean,
): readonly SortKey[] {
  const found = graph.ministers.filter(({ id, name, aliases }) => {
    const terms = graph.terms.filter(
      ({ ministerId, portfolioId, first, last }) =>
        ministerId === id &&
        anyOf(filter.portfolios, [portfolioId]) &&
        (filter.on === undefined || (first <= addDays(filter.on, 30) && last >= addDays(filter.on, -30))),
    );
    if ((filter.portfolios || filter.on !== undefined) && terms.length === 0) return false;
    const part = filter.name;
    return part === undefined || [name, ...aliases].some((text) => text.includes(part));
  });
  const keyed = found.map(({ id, name, eventCount }) => ({ id, value: by === 'NAME' ? name : eventCount }));
  return sorted(keyed, descending);
}

function sorted(rows: readonly Keyed[], descending: boolean): readonly SortKey[] {
  const sign = descending ? -1 : 1;
  const compare = (a: Keyed, b: Keyed): number => {
    if (a.value === null || b.value === null) {
      if (a.value !== b.value) return a.value === null ? 1 : -1;
      return sign * byCode(a.id, b.id);
    }
    const byValue =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : byCode(String(a.value), String(b.value));
    return sign * (byValue || byCode(a.id, b.id));
  };
  return [...rows].sort(compare).map(({ value, id }) => [value, id]);
}
