import { byCode } from '../model/ids.ts';
import type { SearchFilter } from '../store/analytics.ts';
import type { EventFilter, NamedFilter, ReleaseFilter } from '../store/filters.ts';
import type { GraphContext } from './context.ts';
import type { DateOrder, NameOrder } from './enums.ts';
import { inputError } from './errors.ts';
import type { EventFilterArgs, ReleaseFilterArgs, SearchFilterArgs } from './filter-inputs.ts';
import type { NameIndex } from './names.ts';

/** The longest list of names and the longest text that a filter takes. */
const MAX_VALUES = 100;
const MAX_TEXT = 200;

/** A filter of a named kind as it arrives. */
export interface NamedFilterArgs {
  readonly name?: string | null | undefined;
  readonly countries?: readonly string[] | null | undefined;
  readonly portfolios?: readonly string[] | null | undefined;
  readonly on?: string | null | undefined;
}

/** The store's filter of an EventFilter. Throws UNKNOWN_… for names that the graph does not have. */
export async function eventFilter(
  args: EventFilterArgs | null | undefined,
  context: GraphContext,
): Promise<EventFilter> {
  if (!args) return {};
  const names = await context.names();
  checkWindow('from', args.from, 'to', args.to);
  checkWindow('reportedFrom', args.reportedFrom, 'reportedTo', args.reportedTo);
  checkAsOf(args);
  return compact({
    countries: countryIds(args.countries, names),
    allCountries: countryIds(args.allCountries, names),
    ministers: ministerIds(args.ministers, names),
    portfolios: portfolioIds(args.portfolios, names),
    officials: officialIds(args.officials, names),
    types: args.types,
    statuses: args.statuses,
    precisions: args.precisions,
    from: args.from,
    to: args.to,
    certainly: args.within === 'CERTAINLY' ? true : undefined,
    headline: args.headline,
    text: checkText('text', args.text),
    allMinisters: ministerIds(args.allMinisters, names),
    notCountries: countryIds(args.notCountries, names),
    notMinisters: ministerIds(args.notMinisters, names),
    notPortfolios: portfolioIds(args.notPortfolios, names),
    notOfficials: officialIds(args.notOfficials, names),
    notTypes: args.notTypes,
    reportedFrom: args.reportedFrom,
    reportedTo: args.reportedTo,
    asOf: args.asOf,
    upcoming: args.upcoming,
    unreported: args.unreported,
  });
}

/** The store's filter of a ReleaseFilter; errors as with events. */
export async function releaseFilter(
  args: ReleaseFilterArgs | null | undefined,
  context: GraphContext,
): Promise<ReleaseFilter> {
  if (!args) return {};
  const names = await context.names();
  checkWindow('from', args.from, 'to', args.to);
  return compact({
    countries: countryIds(args.countries, names),
    ministers: ministerIds(args.ministers, names),
    portfolios: portfolioIds(args.portfolios, names),
    officials: officialIds(args.officials, names),
    from: args.from,
    to: args.to,
    text: checkText('text', args.text),
    duplicates: args.duplicates,
  });
}

/** The store's filter of a SearchFilter; errors as with events. */
export function searchFilter(
  args: SearchFilterArgs | null | undefined,
  context: GraphContext,
): Promise<SearchFilter> {
  return eventFilter(args, context);
}

/** The store's filter of a MinisterFilter, CountryFilter, PortfolioFilter or OfficialFilter. */
export async function namedFilter(
  args: NamedFilterArgs | null | undefined,
  context: GraphContext,
): Promise<NamedFilter> {
  if (!args) return {};
  const names = await context.names();
  return compact({
    name: checkText('name', args.name),
    countries: countryIds(args.countries, names),
    portfolios: portfolioIds(args.portfolios, names),
    on: args.on,
  });
}

/** The store's order of an enum value. */
export function dateOrder(order: DateOrder) {
  return { by: 'DATE', descending: order === 'DATE_DESC' } as const;
}

/** The store's order of an enum value. */
export function nameOrder(order: NameOrder) {
  return { by: order.startsWith('NAME') ? 'NAME' : 'EVENTS', descending: order.endsWith('DESC') } as const;
}

/** Ids of a portfolio and of all that a question about it means: its other names over time and the associates. */
export function officeIds(id: string, names: NameIndex): string[] {
  const asked = names.portfolio.byId(id);
  const lineage = names.portfolio.all.filter((portfolio) => portfolio.lineage === asked?.lineage);
  const offices = new Set(lineage.map((portfolio) => portfolio.id));
  const associates = names.portfolio.all.filter(({ office }) => office !== null && offices.has(office));
  return [...offices, ...associates.map((portfolio) => portfolio.id)];
}

type Values = readonly string[] | null | undefined;

function countryIds(values: Values, names: NameIndex): readonly string[] | undefined {
  return resolveAll(values, (name) => [names.country.find(name).id]);
}

function ministerIds(values: Values, names: NameIndex): readonly string[] | undefined {
  return resolveAll(values, (name) => [names.minister.find(name).id]);
}

function portfolioIds(values: Values, names: NameIndex): readonly string[] | undefined {
  return resolveAll(values, (name) => officeIds(names.portfolio.find(name).id, names));
}

/** A slug, or all who have the name: people elsewhere share names. */
function officialIds(values: Values, names: NameIndex): readonly string[] | undefined {
  return resolveAll(values, (name) => {
    const found = names.official.matchAll(name);
    return found.length > 0 ? found.map(({ id }) => id) : [names.official.find(name).id];
  });
}

/** Sorted and without repeats, so that filters that mean the same have the same cursors and share a loader. */
function resolveAll(
  values: Values,
  idsOf: (value: string) => readonly string[],
): readonly string[] | undefined {
  if (values == null) return undefined;
  if (values.length > MAX_VALUES) {
    throw inputError(
      'BAD_INPUT',
      `A filter takes at most ${MAX_VALUES} values in a list, got ${values.length}.`,
    );
  }
  return [...new Set(values.flatMap(idsOf))].sort(byCode);
}

type Day = string | null | undefined;

function checkWindow(fromName: string, from: Day, toName: string, to: Day): void {
  if (from && to && from > to)
    throw inputError('BAD_INPUT', `\`${fromName}\` (${from}) must not be after \`${toName}\` (${to}).`);
}

function checkAsOf({ asOf, upcoming, unreported }: EventFilterArgs): void {
  const field = upcoming == null ? (unreported == null ? null : 'unreported') : 'upcoming';
  if (field && !asOf) {
    throw inputError('BAD_INPUT', `\`${field}\` needs \`asOf\`: the day on which it is to hold.`);
  }
}

function checkText(field: string, text: string | null | undefined): string | undefined {
  if (text == null) return undefined;
  if (!text.trim())
    throw inputError('BAD_INPUT', `\`${field}\` must not be empty; leave it out to set no limit.`);
  return checkLength(field, text);
}

/** The text, which may be empty; throws BAD_INPUT where it is longer than any search needs. */
export function checkLength(field: string, text: string): string {
  if (text.length <= MAX_TEXT) return text;
  throw inputError('BAD_INPUT', `\`${field}\` takes at most ${MAX_TEXT} characters, got ${text.length}.`);
}

/** Without the fields that are null or undefined, which both mean no limit. */
function compact<T extends object>(filter: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(filter).filter(([, value]) => value != null);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}
