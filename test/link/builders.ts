import type { MinisterEntry, PortfolioEntry } from '../../src/lexicon/lexicon.ts';
import type { KnownNames } from '../../src/link/known-names.ts';
import { type DateBasis, eventDate } from '../../src/model/date.ts';
import type { Decomposition, EventMention, NamedOfficial } from '../../src/model/decomposition.ts';
import { sha256, slugify } from '../../src/model/ids.ts';
import type { LinkInput } from '../../src/model/link.ts';

/** A country by code, for the small lexicon. */
const COUNTRIES = ['AUS', 'VNM', 'USA', 'GBR', 'IDN', 'CHN', 'JPN', 'WSM'];

function portfolio(
  id: string,
  name: string,
  kind: PortfolioEntry['kind'] = 'MINISTER',
  office: string | null = null,
  lineage = id,
): PortfolioEntry {
  return { id, name, lineage, office, kind };
}

const PORTFOLIOS: readonly PortfolioEntry[] = [
  portfolio('prime-minister', 'Prime Minister'),
  portfolio('defence', 'Defence'),
  portfolio('health', 'Health'),
  portfolio('justice', 'Justice'),
  portfolio('foreign-affairs', 'Foreign Affairs'),
  portfolio('foreign-affairs-and-trade', 'Foreign Affairs and Trade', 'MINISTER', null, 'foreign-affairs'),
  portfolio('acting-prime-minister', 'Acting Prime Minister', 'ACTING', 'prime-minister', 'prime-minister'),
  portfolio('associate-health', 'Associate Health', 'ASSOCIATE', 'health'),
];

function minister(name: string, surname: string): MinisterEntry {
  return { id: slugify(name), name, surname, aliases: [], gender: null, from: null, until: null };
}

const MINISTERS = [
  minister('Helen Clark', 'Clark'),
  minister('Phil Goff', 'Goff'),
  minister('John Key', 'Key'),
];

/** A lexicon of eight countries, eight offices and three ministers; anyone with two capitalised words can sign. */
export const lexicon: KnownNames = {
  countries: COUNTRIES.map((code) => ({ code, alpha2: code.slice(0, 2), name: code, aliases: [] })),
  ministers: MINISTERS,
  portfolios: PORTFOLIOS,
  resolveSigner(raw) {
    const name = raw.replace(/^(?:Rt )?Hon /, '');
    if (!/^\p{Lu}\S+ \p{Lu}\S+$/u.test(name)) return { reason: 'no name of a person' };
    return { value: { id: slugify(name), name } };
  },
  resolvePortfolio(raw) {
    const value = PORTFOLIOS.find((entry) => entry.name === raw);
    return value ? { value } : { reason: 'no office of that name' };
  },
  holders: [],
  primeMinisterOn(date) {
    if (date < '1999-12-05') return null;
    return date < '2008-11-19' ? 'helen-clark' : 'john-key';
  },
};

/** An event mention; the span stands for its place in the release. */
export function event(
  over: Partial<Omit<EventMention, 'date'>> & { date?: string | null; basis?: DateBasis } = {},
): EventMention {
  const { date = '2005-05-10', basis = 'EXPLICIT', start = 10, end = start + 40, ...rest } = over;
  return {
    start,
    end,
    type: 'MEETING',
    headline: false,
    date: date === null ? null : eventDate(date, basis),
    status: 'OCCURRED',
    countries: [],
    ministers: [],
    offices: [],
    officials: [],
    place: null,
    name: null,
    sentence: { start, end },
    rule: 'event/test',
    ...rest,
  };
}

/** An official named in a release, by name and country or organisation. */
export function official(name: string, of: string, role: string | null = null): NamedOfficial {
  return { key: `${slugify(name)}@${slugify(of)}`, name, role, of };
}

interface Parts {
  readonly date?: string | null;
  readonly title?: string | null;
  readonly ministers?: readonly string[];
  readonly portfolios?: readonly string[];
  readonly bodyHash?: string | null;
  readonly quotes?: readonly string[];
  readonly decomposition?: Partial<Decomposition>;
}

/** A release's link input; `id` begins with its date unless `date` says otherwise. */
export function input(id: string, parts: Parts = {}): LinkInput {
  const { ministers = [], portfolios = [], quotes, decomposition = {} } = parts;
  const events = decomposition.events ?? [];
  return {
    release: {
      id,
      path: `${id}.md`,
      title: parts.title === undefined ? `Title of ${id}` : parts.title,
      date: parts.date === undefined ? id.slice(0, 10) : parts.date,
      ministers,
      portfolios,
    },
    bodyHash: parts.bodyHash === undefined ? sha256(id) : parts.bodyHash,
    decomposition: {
      releaseId: id,
      countries: [],
      countriesByPlace: [],
      ministers: [],
      officials: [],
      mentions: [],
      ...decomposition,
      events,
    },
    quotes: quotes ?? events.map((_, index) => `quote ${index} of ${id}`),
  };
}
