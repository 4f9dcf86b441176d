import { type DocumentNode, parse } from 'graphql';
import type { Data } from '../run-operation.ts';

/** A kind of node with an address of its own. */
export interface Resource {
  /** First part of its path. */
  readonly folder: 'releases' | 'events' | 'ministers' | 'countries' | 'portfolios' | 'officials';
  /** Response name of the node in the answer. */
  readonly field: string;
  /** Name of the field that holds the node's id within its kind. */
  readonly key: string;
  readonly document: DocumentNode;
}

const DATE = 'date { edtf earliest latest precision basis }';
const SEEN = 'eventCount releaseCount firstSeen lastSeen';
const LATEST = `latestEvents: events(first: 20) { edges { node { key type status summary ${DATE} } } }`;
const BESIDE = 'first: 20) { edges { eventCount releaseCount node';

/** What each address answers, as a document over the same schema as GraphQL's. */
export const RESOURCES: readonly Resource[] = [
  resource(
    'releases',
    'slug',
    `release(id: $id) {
      slug title date url path attachments signedMinisters signedPortfolios text
      duplicateOf { slug }
      signers { slug name wikidata } portfolios { slug name } countries { code name }
      ministers { slug name wikidata } officials { slug name role }
      events(first: 100) { edges { node { key type status summary ${DATE} } } }
    }`,
  ),
  resource(
    'events',
    'key',
    `event(id: $id) {
      key type status headline summary name place ${DATE}
      countries { code name } ministers { slug name wikidata } officials { slug name role } portfolios { slug name }
      steps { status date edtf release { slug } }
      evidence { quote start end rule status release { slug title date url } }
    }`,
  ),
  resource(
    'ministers',
    'slug',
    `minister(slug: $id) {
      slug name aliases wikidata ${SEEN}
      terms { kind first last releaseCount portfolio { slug name } }
      countries(${BESIDE} { code name } } }
      ${LATEST}
    }`,
  ),
  resource(
    'countries',
    'code',
    `country(code: $id) {
      code alpha2 name aliases ${SEEN}
      ministers(${BESIDE} { slug name } } }
      officials(${BESIDE} { slug name role } } }
      portfolios(${BESIDE} { slug name } } }
      ${LATEST}
    }`,
  ),
  resource(
    'portfolios',
    'slug',
    `portfolio(slug: $id) {
      slug name aliases ${SEEN}
      office { slug name } lineage { slug name } associates { slug name }
      terms { kind first last releaseCount minister { slug name } }
      countries(${BESIDE} { code name } } }
      ${LATEST}
    }`,
  ),
  resource(
    'officials',
    'slug',
    `official(slug: $id) {
      slug name role aliases organisation ${SEEN}
      country { code name }
      roles { role first last }
      ministers(${BESIDE} { slug name } } }
      ${LATEST}
    }`,
  ),
];

function resource(folder: Resource['folder'], key: string, field: string): Resource {
  const [name = ''] = field.split('(', 1);
  const type = /^\w+\(id:/.test(field) ? 'ID!' : 'String!';
  return { folder, key, field: name, document: parse(`query ($id: ${type}) { ${field} }`) };
}

/** An answer without what only carries other things: a connection becomes the list of its nodes, with the edge's counts. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value as Data);
  const [[name, inner] = []] = entries;
  if (entries.length === 1 && name === 'edges' && Array.isArray(inner)) {
    return inner.map((edge: Data) => {
      const { node, ...counts } = edge;
      return { ...(plain(node) as Data), ...counts };
    });
  }
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each)]));
}
