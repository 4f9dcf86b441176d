import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConfig, lint } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPENAPI_FILE } from '../../src/serve/rest/openapi-route.ts';
import { GRAPH } from '../graph/world.ts';
import { openServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>
  >;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
}
const OPENAPI = load(readFileSync(OPENAPI_FILE, 'utf8')) as OpenApi;

const EXAMPLES: Readonly<Record<string, string>> = {
  '/releases/{id}': '/releases/2006-11-17-defence-talks-hanoi',
  '/events/{id}': `/events/${GRAPH.events.find(({ date }) => date)?.id}`,
  '/ministers/{id}': '/ministers/phil-goff',
  '/countries/{id}': '/countries/VNM',
  '/portfolios/{id}': '/portfolios/defence',
  '/officials/{id}': `/officials/${GRAPH.officials[0]?.id}`,
  '/q': '/q',
  '/q/{name}.json': '/q/all-vietnam-defence-events.json',
  '/q/{name}.csv': '/q/all-vietnam-defence-events.csv',
  '/q/{name}.atom': '/q/all-vietnam-defence-events.atom',
  '/q/{name}.feed.json': '/q/all-vietnam-defence-events.feed.json',
  '/q/{name}.ics': '/q/all-vietnam-defence-events.ics',
};

/** What an answer of this status and type has to be like. */
function schemaOf(path: string, status: number, type: string) {
  const ajv = new Ajv2020({ strict: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema({ ...OPENAPI, $id: 'openapi' });
  const pointer = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');
  const response = OPENAPI.paths[path]?.get.responses[String(status)] as
    | { readonly $ref?: string }
    | undefined;
  const at = response?.$ref ?? `#/paths/${pointer(path)}/get/responses/${status}`;
  return ajv.compile({ $ref: `openapi${encodeURI(`${at}/content/${pointer(type)}/schema`)}` });
}

describe('the description of the plain URLs', () => {
  it('is OpenAPI 3.1 to the letter, and keeps to all rules that Redocly recommends, warnings among them', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] });
    const check = async (ref: string) => {
      const problems = await lint({ ref, config });
      return problems.map(({ ruleId, message, location }) => `${location[0]?.pointer} ${ruleId}: ${message}`);
    };
    expect(await check(fileURLToPath(OPENAPI_FILE))).toEqual([]);
    // A linter that finds nothing in a file that is wrong would find nothing anywhere.
    const folder = mkdtempSync(join(tmpdir(), 'beehive-openapi-'));
    const wrong = join(folder, 'openapi.yaml');
    writeFileSync(
      wrong,
      readFileSync(OPENAPI_FILE, 'utf8').replace('operationId: listDocuments', 'operationID: x'),
    );
    expect((await check(wrong)).join()).toContain('operationID');
    rmSync(folder, { recursive: true });
    expect(OPENAPI).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  });

  it('has an operation id and a description of everything, and a summary once', () => {
    const operations = Object.values(OPENAPI.paths).map(
      ({ get }) => get as unknown as Record<string, string>,
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    expect(operations.every(({ summary, tags }) => summary && tags)).toBe(true);
  });

  it('has no path that is not tried here', () => {
    expect(Object.keys(OPENAPI.paths).sort()).toEqual(Object.keys(EXAMPLES).sort());
  });

  it.each(
    Object.entries(OPENAPI.paths).flatMap(([path, { get }]) =>
      Object.keys(get.responses['200']?.content ?? {}).map((type) => [path, type] as const),
    ),
  )('tells what %s answers as %s', async (path, type) => {
    const answer = await server.get(EXAMPLES[path] ?? '', { accept: type });
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
    expect(answer.headers.get('etag')).toMatch(/^W\/"[0-9a-f]{24}"$/);
    const validate = schemaOf(path, 200, type);
    validate(/json/.test(type) ? JSON.parse(text) : text);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(Object.keys(OPENAPI.paths).filter((path) => path !== '/q'))('tells how %s fails', async (path) => {
    const answer = await server.get(path.replace(/\{\w+\}/, 'nothing-of-that-name'));
    expect(answer.status).toBe(404);
    const validate = schemaOf(path, 404, 'application/json');
    validate(await answer.json());
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is served', async () => {
    expect(await (await server.get('/openapi.json')).json()).toEqual(OPENAPI);
    expect((await server.get('/openapi.yaml')).headers.get('content-type')).toBe(
      'application/yaml; charset=utf-8',
    );
  });
});

describe('a node at its own address', () => {
  it('is what GraphQL has, with lists in place of connections', async () => {
    const body = await (await server.get('/ministers/phil-goff')).json();
    expect(body).toMatchObject({
      slug: 'phil-goff',
      name: 'Phil Goff',
      terms: expect.arrayContaining([
        expect.objectContaining({ portfolio: { slug: 'defence', name: 'Defence' } }),
      ]),
      countries: expect.arrayContaining([expect.objectContaining({ code: 'VNM', eventCount: 1 })]),
    });
  });

  it('leads on from an event that was merged, and from another name of a country', async () => {
    const [redirect] = GRAPH.redirects;
    const merged = await server.get(`/events/${redirect?.from}.jsonld`);
    expect([merged.status, merged.headers.get('location')]).toEqual([301, `/events/${redirect?.to}.jsonld`]);
    const named = await server.get('/countries/viet%20nam');
    expect([named.status, named.headers.get('location')]).toEqual([301, '/countries/VNM']);
  });

  it('is not found with near names, or refused where it is no id', async () => {
    const unknown = await server.get('/countries/Vietnm');
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('did you mean');
    expect((await server.get('/countries/%E0%A4%A')).status).toBe(400);
    expect((await server.get('/releases/a/b')).status).toBe(404);
  });

  it('is JSON-LD by its ending or by what the client takes, each with a tag of its own', async () => {
    const path = '/releases/2006-11-17-defence-talks-hanoi';
    const asked = await server.get(path, { accept: 'application/ld+json' });
    const ended = await server.get(`${path}.jsonld`);
    const json = await server.get(path);
    expect(asked.headers.get('vary')).toContain('Accept');
    expect(await asked.json()).toEqual(await ended.json());
    expect(new Set([asked, ended, json].map(({ headers }) => headers.get('etag'))).size).toBe(3);
  });

  it('says in JSON-LD what it is in terms of schema.org and Popolo', async () => {
    const get = async (path: string) => (await server.get(`${path}.jsonld`)).json();
    const base = server.server.url;
    expect(await get('/releases/2006-11-17-defence-talks-hanoi')).toMatchObject({
      '@id': `${base}/releases/2006-11-17-defence-talks-hanoi`,
      '@type': 'NewsArticle',
      headline: 'Defence talks in Hanoi',
      datePublished: '2006-11-17',
      sameAs: 'https://example.org/defence-talks-hanoi',
      author: [
        {
          '@id': `${base}/ministers/phil-goff`,
          '@type': 'Person',
          name: 'Phil Goff',
          sameAs: 'http://www.wikidata.org/entity/Q597909',
        },
      ],
    });
    const vietnam = GRAPH.countries.find(({ id }) => id === 'VNM');
    expect(await get('/countries/VNM')).toMatchObject({
      '@type': 'Country',
      identifier: { propertyID: 'ISO 3166-1 alpha-3', value: 'VNM' },
      sameAs: `https://www.iso.org/obp/ui/#iso:code:3166:${vietnam?.alpha2}`,
    });
    expect(await get('/ministers/phil-goff')).toMatchObject({
      '@type': 'Person',
      sameAs: 'http://www.wikidata.org/entity/Q597909',
      memberships: expect.arrayContaining([
        expect.objectContaining({ '@type': 'Membership', post: `${base}/portfolios/defence` }),
      ]),
    });
    expect(await get(EXAMPLES['/events/{id}'] ?? '')).toMatchObject({
      '@type': 'Event',
      eventStatus: expect.stringMatching(/^Event/),
      startDate: expect.any(String),
      subjectOf: expect.arrayContaining([expect.objectContaining({ '@type': 'NewsArticle' })]),
    });
  });
});
