import { dayNumber } from '../model/date.ts';
import type { EventMention } from '../model/decomposition.ts';
import type { EventStatus, EventType } from '../model/event.ts';
import { byCode, eventMentionId } from '../model/ids.ts';
import type { LinkInput } from '../model/link.ts';
import { nameWords } from './names.ts';

/** What one release states of one occurrence, with every name resolved: what coreference compares. */
export interface Statement {
  /** The event mention's id. */
  readonly id: string;
  /** Index of the release in the corpus. */
  readonly release: number;
  readonly releaseId: string;
  readonly releaseDate: string | null;
  readonly mention: EventMention;
  readonly quote: string;
  readonly type: EventType;
  readonly status: EventStatus;
  /** Day numbers that the date can mean, both included; null where there is no date. */
  readonly days: readonly [first: number, last: number] | null;
  /** Alpha-3 codes, minister ids and official ids, each in code order. */
  readonly countries: readonly string[];
  readonly ministers: readonly string[];
  readonly officials: readonly string[];
  /** Folded proper name; null where there is none. */
  readonly name: string | null;
  /** Folded place; null where there is none. */
  readonly place: string | null;
  /** Title of the release. */
  readonly title: string | null;
}

/** What resolves the names of one release's event mentions. */
export interface Resolvers {
  readonly isCountry: (code: string) => boolean;
  /** The minister who holds an office on the release's date. */
  readonly holderOf: (slug: string, date: string | null) => string | null;
  /** In the order of the corpus. */
  readonly officialIds: readonly ReadonlyMap<string, string>[];
}

/**
 * The statements of all releases but duplicates, by release date (none last), release id, then span: the order that
 * evidence and coreference go by.
 */
export function findStatements(
  corpus: readonly LinkInput[],
  duplicates: ReadonlyMap<string, string>,
  resolvers: Resolvers,
): readonly Statement[] {
  const statements: Statement[] = [];
  for (const [index, input] of corpus.entries()) {
    if (duplicates.has(input.release.id)) continue;
    for (const [at, mention] of input.decomposition.events.entries()) {
      statements.push(resolveStatement(input, index, mention, input.quotes[at] ?? '', resolvers));
    }
  }
  return statements.sort(byEvidence);
}

/** Order of evidence. Ids break what ties are left between mentions of one span. */
export function byEvidence(a: Statement, b: Statement): number {
  return (
    byCode(a.releaseDate ?? '9999', b.releaseDate ?? '9999') ||
    byCode(a.releaseId, b.releaseId) ||
    a.mention.start - b.mention.start ||
    a.mention.end - b.mention.end ||
    byCode(a.type, b.type) ||
    byCode(a.id, b.id)
  );
}

function resolveStatement(
  { release }: LinkInput,
  index: number,
  mention: EventMention,
  quote: string,
  { isCountry, holderOf, officialIds }: Resolvers,
): Statement {
  const offices = mention.offices.flatMap((slug) => holderOf(slug, release.date) ?? []);
  const officials = mention.officials.flatMap((key) => officialIds[index]?.get(key) ?? []);
  return {
    id: eventMentionId(release.id, mention),
    release: index,
    releaseId: release.id,
    releaseDate: release.date,
    mention,
    quote,
    type: mention.type,
    status: mention.status,
    days: mention.date && [dayNumber(mention.date.earliest), dayNumber(mention.date.latest)],
    countries: inOrder(mention.countries.filter(isCountry)),
    ministers: inOrder([...mention.ministers, ...offices]),
    officials: inOrder(officials),
    name: foldName(mention.name),
    place: foldName(mention.place),
    title: release.title,
  };
}

function foldName(name: string | null): string | null {
  return name === null ? null : nameWords(name).join(' ') || null;
}

const NONE: readonly never[] = Object.freeze([]);

function inOrder(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? NONE : [...new Set(ids)].sort(byCode);
}
