import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDocuments, parseDocument } from '../../src/serve/documents.ts';
import { openServer, type TestServer } from './harness.ts';

const VIETNAM = parseDocument(
  '1-vietnam.graphql',
  `# Vietnam events
# Events with a country, for the tests of formats.
# Variables: { "countries": ["VNM"], "first": 20 }
query Vietnam($countries: [String!]!, $first: Int!, $headline: Boolean, $types: [EventType!], $from: Date) {
  events(filter: { countries: $countries, headline: $headline, types: $types, from: $from }, first: $first, orderBy: DATE_ASC) {
    totalCount
    edges { cursor node { ...E countries { code name } evidence { release { title } } } }
  }
}
fragment E on Event { summary status date { edtf } }
`,
);
const ONE = parseDocument('2-one.graphql', '# One\n# No list at all.\n{ statistics { events countries } }\n');
const GONE = parseDocument(
  '3-gone.graphql',
  '# Gone\n# A node that is not there.\n{ event(id: "nope") { summary } }\n',
);

interface Failure {
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

let server: TestServer;
beforeAll(async () => {
  server = await openServer({ documents: [VIETNAM, ONE, GONE] });
});
afterAll(() => server.close());

const failureOf = async (path: string): Promise<[number, unknown, string]> => {
  const answer = await server.get(path);
  const { errors } = (await answer.json()) as Failure;
  return [answer.status, errors[0]?.extensions.code, errors[0]?.message ?? ''];
};

describe('a document at its own address', () => {
  it('answers as JSON with its own variables, and with others from the address', async () => {
    const own = await server.get('/q/vietnam.json');
    expect(own.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await own.json()).toMatchObject({ data: { events: { totalCount: 2 } } });
    const other = await server.get(
      '/q/vietnam.json?countries=AUS&countries=VNM&first=1&types=MEETING&headline=true',
    );
    const body = (await other.json()) as { data: { events: { edges: unknown[] } } };
    expect(body.data.events.edges).toHaveLength(1);
  });

  it.each([
    ['first=many', '"first" takes Int!: Int cannot represent non-integer value: "many"'],
    ['first=2&first=3', '"first" is given 2 times and takes one value.'],
    ['headline=yes', '"headline" takes Boolean: Boolean cannot represent a non boolean value: "yes"'],
    ['types=PARTY', '"types" takes [EventType!]: Value "PARTY" does not exist in "EventType" enum.'],
    [
      'frist=2',
      'There is no variable "frist" in this document; its variables are "countries", "first", "headline", "types", "from".',
    ],
  ])('refuses ?%s and says which variable is wrong', async (search, message) => {
    const [status, code, text] = await failureOf(`/q/vietnam.json?${search}`);
    expect([status, code]).toEqual([400, 'BAD_INPUT']);
    expect(text).toContain(message);
  });

  it('says what does not exist: a document, a format, a country', async () => {
    expect(await failureOf('/q/nothing.json')).toEqual([
      404,
      'NOT_FOUND',
      'There is no document "nothing"; /q/ lists them.',
    ]);
    expect(await failureOf('/q/one.atom')).toEqual([
      404,
      'NOT_FOUND',
      '"one" has no format ".atom"; it has .json, .csv.',
    ]);
    const [status, code, message] = await failureOf('/q/vietnam.json?countries=Vietnm');
    expect([status, code]).toEqual([404, 'UNKNOWN_COUNTRY']);
    expect(message).toContain('did you mean "Vietnam"?');
    expect(await (await server.get('/q/gone.json')).json()).toEqual({ data: { event: null } });
  });

  it('refuses what costs too much before it fetches anything', async () => {
    const [status, code, message] = await failureOf('/q/vietnam.json?first=100000');
    expect([status, code]).toEqual([400, 'QUERY_TOO_LARGE']);
    expect(message).toContain('narrow `events');
  });

  it('has an entity tag of graph, variables and media type, answers 304, and HEAD without a body', async () => {
    const first = await server.get('/q/vietnam.json');
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect(first.headers.get('vary')).toMatch(/Accept/);
    const again = await server.get('/q/vietnam.json', { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await server.get('/q/vietnam.csv', { 'if-none-match': tag })).status).toBe(200);
    expect((await server.get('/q/vietnam.json?first=1', { 'if-none-match': tag })).status).toBe(200);
    const head = await fetch(`${server.server.url}/q/vietnam.json`, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, tag, '']);
    const wrong = await fetch(`${server.server.url}/q/vietnam.json`, { method: 'POST' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

describe('a document as CSV', () => {
  it('has a row for each member of its list and dotted names of columns', async () => {
    const answer = await server.get('/q/vietnam.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect((await answer.text()).split('\r\n')).toEqual([
      'summary,status,date.edtf,countries.code,countries.name,evidence.release.title',
      expect.stringContaining(',OCCURRED,2006-11-17,VNM,Viet'),
      expect.stringContaining('2013'),
      '',
    ]);
  });

  it('has its header where there is no row, and one row where there is no list', async () => {
    const none = await server.get('/q/vietnam.csv?countries=VNM&from=2030-01-01');
    expect(await none.text()).toBe(
      'summary,status,date.edtf,countries.code,countries.name,evidence.release.title\r\n',
    );
    expect(await (await server.get('/q/one.csv')).text()).toMatch(
      /^statistics\.events,statistics\.countries\r\n3,\d+\r\n$/,
    );
  });
});

describe('a document with several lists', () => {
  it('has a table of each, the one with pages where none is named, and says which there are', async () => {
    const several = parseDocument(
      '4-several.graphql',
      '# Several\n# Two lists.\n{ minister(slug: "phil-goff") { name terms { kind portfolio { slug } } countries(first: 5) { edges { eventCount node { code } } } } }\n',
    );
    const other = await openServer({ documents: [several] });
    const text = async (path: string) => (await other.get(path)).text();
    expect(await text('/q/several.csv')).toMatch(/^eventCount,code\r\n\d+,[A-Z]{3}\r\n/);
    expect(await text('/q/several.csv?rows=minister.terms')).toMatch(
      /^kind,portfolio\.slug\r\nMINISTER,defence\r\n/,
    );
    const wrong = await other.get('/q/several.csv?rows=countries');
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('its lists are \\"minister.countries\\", \\"minister.terms\\".');
    await other.close();
  });
});

describe('a document that lists events', () => {
  it('is an Atom feed', async () => {
    const answer = await server.get('/q/vietnam.atom');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const text = await answer.text();
    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect(text.match(/<entry>/g)).toHaveLength(2);
    expect(text).toContain('urn:beehive-graph:event:');
    expect(text).toContain('https://example.org/defence-talks-hanoi');
  });

  it('is a JSON feed 1.1', async () => {
    const answer = await server.get('/q/vietnam.feed.json');
    expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = (await answer.json()) as { items: { id: string; content_html?: string }[] };
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Vietnam events',
      feed_url: `${server.server.url}/q/vietnam.feed.json`,
    });
    expect(feed.items).toHaveLength(2);
  });

  it('is a calendar of whole days that ends the day after', async () => {
    const answer = await server.get('/q/vietnam.ics');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);
    const [first] = calendar.getAllSubcomponents('vevent');
    const event = new ICAL.Event(first as never);
    expect([event.startDate.toString(), event.endDate.toString(), event.startDate.isDate]).toEqual([
      '2006-11-17',
      '2006-11-18',
      true,
    ]);
    expect(first?.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(first?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });
});

describe('/q/', () => {
  it('lists the documents as JSON and as a page', async () => {
    const json = (await (await server.get('/q/')).json()) as { documents: unknown[] };
    expect(json.documents).toHaveLength(3);
    expect(json.documents[0]).toMatchObject({
      name: 'vietnam',
      documentId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      urls: { ics: `${server.server.url}/q/vietnam.ics` },
      variables: expect.arrayContaining([{ name: 'first', type: 'Int!', required: true, default: 20 }]),
    });
    const page = await server.get('/q/', { accept: 'text/html' });
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('<a href="/q/one.csv">csv</a>');
  });
});

describe('trusted documents', () => {
  const hash = createHash('sha256').update(ONE.query).digest('hex');
  const persisted = encodeURIComponent(JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }));

  it.each([
    ['documentId', `documentId=sha256:${hash}`],
    ['extensions.persistedQuery', `extensions=${persisted}`],
  ])('are answered by GET with %s and can be kept', async (_name, search) => {
    const answer = await server.get(`/graphql?${search}`);
    expect(await answer.json()).toMatchObject({ data: { statistics: { events: 3 } } });
    const tag = answer.headers.get('etag') ?? '';
    expect((await server.get(`/graphql?${search}`, { 'if-none-match': tag })).status).toBe(304);
  });

  it('are answered by POST, and unknown ones are refused', async () => {
    const post = async (body: unknown) => {
      const answer = await fetch(`${server.server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return [answer.status, await answer.json()];
    };
    expect(await post({ documentId: `sha256:${hash}` })).toMatchObject([200, { data: { statistics: {} } }]);
    expect(await post({ documentId: `sha256:${'0'.repeat(64)}` })).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    ]);
  });

  it('are all that a server of documents only answers', async () => {
    const closed = await openServer({ documents: [ONE], documentsOnly: true });
    const refused = await closed.post('{ __typename }');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      errors: [
        {
          message: 'This server answers its own documents only; /q/ lists them, with the id of each.',
          extensions: { code: 'DOCUMENTS_ONLY' },
        },
      ],
    });
    expect((await closed.post(ONE.query)).status).toBe(200);
    expect((await closed.get(`/graphql?documentId=sha256:${hash}`)).status).toBe(200);
    expect((await closed.get('/q/one.json')).status).toBe(200);
    await closed.close();
  });
});

describe('the documents of the program', () => {
  it('are all answered in all their formats', async () => {
    const all = await openServer({ documents: loadDocuments() });
    const { documents } = (await (await all.get('/q/')).json()) as {
      documents: { name: string; urls: Record<string, string> }[];
    };
    for (const { urls } of documents) {
      for (const url of Object.values(urls)) {
        expect([url, (await fetch(url)).status]).toEqual([url, 200]);
      }
    }
    await all.close();
  });
});
