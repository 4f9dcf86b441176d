import type { Data } from '../run-operation.ts';
import type { Resource } from './resources.ts';

/** What an answer says, as its JSON has it. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Terms: schema.org's are plain names; Popolo's memberships and posts are those of the Organization ontology that
 * Popolo takes them from (popoloproject.com/specs, version 1.1); dates as exact as the text are EDTF of the Library of
 * Congress.
 */
export const CONTEXT = {
  '@vocab': 'https://schema.org/',
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  Membership: 'org:Membership',
  Post: 'org:Post',
  memberships: { '@id': 'org:hasMembership', '@container': '@set' },
  member: { '@id': 'org:member', '@type': '@id' },
  post: { '@id': 'org:post', '@type': '@id' },
  role: 'org:role',
  edtf: { '@id': 'http://purl.org/dc/terms/date', '@type': 'http://id.loc.gov/datatypes/edtf/EDTF' },
  url: { '@id': 'https://schema.org/url', '@type': '@id' },
  sameAs: { '@id': 'https://schema.org/sameAs', '@type': '@id' },
  eventStatus: { '@id': 'https://schema.org/eventStatus', '@type': '@vocab' },
} as const;

/** A node as JSON-LD; `base` is where this server is, and makes the nodes' addresses their ids. */
export function toJsonLd(folder: Resource['folder'], node: Data, base: string): Data {
  const idOf = (kind: Resource['folder'], key: unknown): string =>
    `${base}/${kind}/${encodeURIComponent(String(key))}`;
  const person = (kind: 'ministers' | 'officials') => (fields: Fields) =>
    some({
      '@id': idOf(kind, fields.slug),
      '@type': 'Person',
      name: fields.name,
      jobTitle: fields.role,
      sameAs: wikidataItem(fields.wikidata),
    });
  const country = (fields: Fields) => ({
    '@id': idOf('countries', fields.code),
    '@type': 'Country',
    name: fields.name,
  });
  const post = (fields: Fields) => ({
    '@id': idOf('portfolios', fields.slug),
    '@type': 'Post',
    name: fields.name,
  });
  const event = (fields: Fields) => ({ '@id': idOf('events', fields.key), ...eventTerms(fields) });
  const membership = (fields: Fields) => {
    const portfolio = fields.portfolio as Fields | undefined;
    const minister = fields.minister as Fields | undefined;
    return some({
      '@type': 'Membership',
      role: fields.kind,
      post: portfolio && idOf('portfolios', portfolio.slug),
      member: minister && idOf('ministers', minister.slug),
      startDate: fields.first,
      endDate: fields.last,
    });
  };

  const own = (): Data => {
    switch (folder) {
      case 'releases':
        return {
          '@type': 'NewsArticle',
          headline: node.title,
          datePublished: node.date,
          url: node.url,
          sameAs: node.url,
          articleBody: node.text,
          inLanguage: 'en-NZ',
          author: list(node.signers).map(person('ministers')),
          mentions: [
            ...list(node.countries).map(country),
            ...list(node.ministers).map(person('ministers')),
            ...list(node.officials).map(person('officials')),
          ],
          about: list(node.events).map(event),
        };
      case 'events':
        return {
          ...eventTerms(node),
          location: node.place ? { '@type': 'Place', name: node.place } : null,
          about: list(node.countries).map(country),
          attendee: [
            ...list(node.ministers).map(person('ministers')),
            ...list(node.officials).map(person('officials')),
          ],
          subjectOf: releasesOf(list(node.evidence)).map((release) =>
            some({
              '@id': idOf('releases', release.slug),
              '@type': 'NewsArticle',
              headline: release.title,
              datePublished: release.date,
              sameAs: release.url,
            }),
          ),
        };
      case 'ministers':
        return {
          '@type': 'Person',
          ...named(node),
          sameAs: wikidataItem(node.wikidata),
          memberships: list(node.terms).map(membership),
          performerIn: list(node.latestEvents).map(event),
        };
      case 'officials':
        return {
          '@type': 'Person',
          ...named(node),
          jobTitle: node.role,
          worksFor: node.organisation ? { '@type': 'Organization', name: node.organisation } : null,
          nationality: node.country ? country(node.country as Fields) : null,
          performerIn: list(node.latestEvents).map(event),
        };
      case 'countries':
        return {
          '@type': 'Country',
          ...named(node),
          identifier: { '@type': 'PropertyValue', propertyID: 'ISO 3166-1 alpha-3', value: node.code },
          sameAs: isoPage(node.alpha2),
          subjectOf: list(node.latestEvents).map(event),
        };
      case 'portfolios':
        return {
          '@type': 'Post',
          ...named(node),
          memberships: list(node.terms).map(membership),
          'skos:related': list(node.lineage)
            .filter(({ slug }) => slug !== node.slug)
            .map(post),
        };
    }
  };
  const key = node.slug ?? node.key ?? node.code;
  return some({ '@context': CONTEXT, '@id': idOf(folder, key), ...own() });
}

/** ISO 3166-1 leaves these alpha-2 codes to its users, and has nothing to say of them. */
const USER_ASSIGNED = /^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/** ISO's own page of a country by its code, which is that of world-countries; null where there is none. */
function isoPage(alpha2: unknown): string | null {
  if (typeof alpha2 !== 'string' || USER_ASSIGNED.test(alpha2)) return null;
  return `https://www.iso.org/obp/ui/#iso:code:3166:${alpha2}`;
}

/** The address by which Wikidata itself names an item. */
function wikidataItem(item: unknown): string | null {
  return typeof item === 'string' ? `http://www.wikidata.org/entity/${item}` : null;
}

function named({ name, aliases }: Fields): Data {
  return { name, alternateName: aliases };
}

const SCHEMA_STATUS: Readonly<Record<string, string>> = {
  PLANNED: 'EventScheduled',
  ONGOING: 'EventScheduled',
  OCCURRED: 'EventScheduled',
  CANCELLED: 'EventCancelled',
};

/** schema.org knows no "occurred": a date that is past says it. */
function eventTerms({ summary, name, type, status, date }: Fields): Data {
  const { edtf, earliest, latest } = (date ?? {}) as Fields;
  return some({
    '@type': 'Event',
    name: name ?? summary,
    description: summary,
    additionalType: type,
    eventStatus: SCHEMA_STATUS[String(status)],
    startDate: earliest,
    endDate: latest,
    edtf,
  });
}

/** Each release once, however many statements it makes. */
function releasesOf(evidence: readonly Fields[]): readonly Fields[] {
  const releases = evidence.flatMap(({ release }) => (release ? [release as Fields] : []));
  return [...new Map(releases.map((release) => [release.slug, release])).values()];
}

function list(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? (value as readonly Fields[]) : [];
}

/** Without what is null, missing or empty: JSON-LD says nothing by them. */
function some(fields: Data): Data {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
