import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type TestGraph } from './harness.ts';
import { MEETING_ID, MERGED_ID, TALKS_ID, VISIT_ID } from './world.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.store.close());

interface Events {
  readonly events: {
    readonly totalCount?: number;
    readonly edges: readonly { readonly node: { key: string } }[];
  };
}

async function keysOf(filter: string): Promise<string[]> {
  const { events } = await graph.data<Events>(
    `{ events(filter: {${filter}}, first: 20) { edges { node { key } } } }`,
  );
  return events.edges.map(({ node }) => node.key);
}

describe('events', () => {
  it('answers the query for all Vietnam defence events, associates of the office included', async () => {
    const answer =
      await graph.data(`{ events(filter: {countries: ["VNM"], portfolios: ["defence"]}, first: 20) {
      totalCount
      edges { cursor node { id type status headline summary place
        date { edtf earliest latest precision basis }
        countries { code name } ministers { slug name } officials { name role } portfolios { slug name }
        evidence { quote start end rule release { id title date url } } } }
      pageInfo { hasNextPage endCursor } } }`);
    expect(answer).toMatchInlineSnapshot(`
      {
        "events": {
          "edges": [
            {
              "cursor": "WyJlMDhmNDY3YiIsIjIwMTMtMDMtMjUiLCJmMGU2OGFjMjZkZjIxODQwIl0",
              "node": {
                "countries": [
                  {
                    "code": "VNM",
                    "name": "Vietnam",
                  },
                ],
                "date": {
                  "basis": "RELATIVE",
                  "earliest": "2013-03-25",
                  "edtf": "2013-03-25/2013-03-31",
                  "latest": "2013-03-31",
                  "precision": "WEEK",
                },
                "evidence": [
                  {
                    "end": 84,
                    "quote": "will travel to Vietnam next week",
                    "release": {
                      "date": "2013-03-22",
                      "id": "UmVsZWFzZToyMDEzLTAzLTIyLWRlZmVuY2UtbWluaXN0ZXItdmlzaXQtdmlldG5hbQ",
                      "title": "Defence Minister to visit Vietnam",
                      "url": "https://example.org/defence-minister-visit-vietnam",
                    },
                    "rule": "test/rule",
                    "start": 52,
                  },
                  {
                    "end": 60,
                    "quote": "has visited Vietnam this week",
                    "release": {
                      "date": "2013-03-29",
                      "id": "UmVsZWFzZToyMDEzLTAzLTI5LXZpZXRuYW0tdmlzaXQtZW5kcw",
                      "title": "Vietnam visit ends",
                      "url": "https://example.org/vietnam-visit-ends",
                    },
                    "rule": "test/rule",
                    "start": 31,
                  },
                ],
                "headline": true,
                "id": "RXZlbnQ6ZjBlNjhhYzI2ZGYyMTg0MA",
                "ministers": [
                  {
                    "name": "Jonathan Coleman",
                    "slug": "jonathan-coleman",
                  },
                ],
                "officials": [],
                "place": null,
                "portfolios": [
                  {
                    "name": "Associate Defence",
                    "slug": "associate-defence",
                  },
                  {
                    "name": "Defence",
                    "slug": "defence",
                  },
                ],
                "status": "OCCURRED",
                "summary": "Defence Minister to visit Vietnam",
                "type": "VISIT",
              },
            },
            {
              "cursor": "WyJlMDhmNDY3YiIsIjIwMDYtMTEtMTciLCJmZmUzNzE1ZGQzZDU2YWY5Il0",
              "node": {
                "countries": [
                  {
                    "code": "VNM",
                    "name": "Vietnam",
                  },
                ],
                "date": {
                  "basis": "RELATIVE",
                  "earliest": "2006-11-17",
                  "edtf": "2006-11-17",
                  "latest": "2006-11-17",
                  "precision": "DAY",
                },
                "evidence": [
                  {
                    "end": 100,
                    "quote": "met Vietnamese Defence Minister Phung Quang Thanh",
                    "release": {
                      "date": "2006-11-17",
                      "id": "UmVsZWFzZToyMDA2LTExLTE3LWRlZmVuY2UtdGFsa3MtaGFub2k",
                      "title": "Defence talks in Hanoi",
                      "url": "https://example.org/defence-talks-hanoi",
                    },
                    "rule": "test/rule",
                    "start": 51,
                  },
                ],
                "headline": true,
                "id": "RXZlbnQ6ZmZlMzcxNWRkM2Q1NmFmOQ",
                "ministers": [
                  {
                    "name": "Phil Goff",
                    "slug": "phil-goff",
                  },
                ],
                "officials": [
                  {
                    "name": "Phung Quang Thanh",
                    "role": "Defence Minister",
                  },
                ],
                "place": "Hanoi",
                "portfolios": [
                  {
                    "name": "Defence",
                    "slug": "defence",
                  },
                ],
                "status": "OCCURRED",
                "summary": "Defence talks in Hanoi",
                "type": "MEETING",
              },
            },
          ],
          "pageInfo": {
            "endCursor": "WyJlMDhmNDY3YiIsIjIwMDYtMTEtMTciLCJmZmUzNzE1ZGQzZDU2YWY5Il0",
            "hasNextPage": false,
          },
          "totalCount": 2,
        },
      }
    `);
  });

  it('has newest first and the undated last in either order', async () => {
    const order = async (by: string) => {
      const { events } = await graph.data<Events>(
        `{ events(first: 9, orderBy: ${by}) { edges { node { key } } } }`,
      );
      return events.edges.map(({ node }) => node.key);
    };
    expect(await order('DATE_DESC')).toEqual([VISIT_ID, TALKS_ID, MEETING_ID]);
    expect(await order('DATE_ASC')).toEqual([TALKS_ID, VISIT_ID, MEETING_ID]);
  });

  it.each([
    ['countries: ["vn"]', [VISIT_ID, TALKS_ID]],
    ['countries: ["Viet Nam", "AUS"]', [VISIT_ID, TALKS_ID, MEETING_ID]],
    ['allCountries: ["VNM", "AUS"]', []],
    ['countries: []', []],
    ['ministers: ["Phil Goff"]', [TALKS_ID, MEETING_ID]],
    ['ministers: ["hon phil goff"], countries: ["AUS"]', [MEETING_ID]],
    ['officials: ["phung-quang-thanh-vnm"]', [TALKS_ID]],
    ['portfolios: ["Defence"]', [VISIT_ID, TALKS_ID]],
    ['portfolios: ["associate-defence"]', [VISIT_ID]],
    ['portfolios: ["trade-negotiations"]', [MEETING_ID]],
    ['types: [VISIT]', [VISIT_ID]],
    ['statuses: [PLANNED, CANCELLED]', [MEETING_ID]],
    ['precisions: [DAY]', [TALKS_ID]],
    ['headline: false', [MEETING_ID]],
    ['from: "2013-03-28"', [VISIT_ID]],
    ['from: "2013-03-28", within: CERTAINLY', []],
    ['from: "2013-03-28", within: POSSIBLY', [VISIT_ID]],
    ['from: "2006-01-01", to: "2006-12-31"', [TALKS_ID]],
    ['types: null', [VISIT_ID, TALKS_ID, MEETING_ID]],
    ['notCountries: ["Australia"]', [VISIT_ID, TALKS_ID]],
    ['notCountries: []', [VISIT_ID, TALKS_ID, MEETING_ID]],
    ['notMinisters: ["phil-goff"]', [VISIT_ID]],
    ['notOfficials: ["phung-quang-thanh-vnm"]', [VISIT_ID, MEETING_ID]],
    ['notPortfolios: ["trade-negotiations"]', [VISIT_ID, TALKS_ID]],
    ['notTypes: [MEETING, AID]', [VISIT_ID]],
    ['allMinisters: ["phil-goff"]', [TALKS_ID, MEETING_ID]],
    ['allMinisters: ["phil-goff", "jonathan-coleman"]', []],
    ['text: "maori FISHERIES"', [MEETING_ID]],
    ['text: "goff", countries: ["VNM"]', [TALKS_ID]],
    ['reportedFrom: "2013-03-23"', [MEETING_ID]],
    ['reportedTo: "2013-03-22"', [VISIT_ID, TALKS_ID]],
    ['asOf: "2013-03-21"', [TALKS_ID]],
    ['asOf: "2013-03-25", upcoming: true', [VISIT_ID]],
    ['asOf: "2013-03-30", upcoming: true', []],
    ['asOf: "2013-03-25", statuses: [PLANNED]', [VISIT_ID]],
    ['asOf: "2013-03-30", statuses: [PLANNED]', []],
    ['asOf: "2013-03-25", unreported: false', [VISIT_ID, TALKS_ID]],
  ])('with {%s} gives the events that fit', async (filter, expected) => {
    expect(await keysOf(filter)).toEqual(expected);
  });

  it('gives one event by its opaque id, by its key and by the key of a statement merged into it', async () => {
    const { event } = await graph.data<{ event: { id: string } }>(`{ event(id: "${VISIT_ID}") { id } }`);
    for (const id of [event.id, MERGED_ID]) {
      expect(await graph.data(`{ event(id: "${id}") { key } }`)).toEqual({ event: { key: VISIT_ID } });
    }
    expect(await graph.data('{ event(id: "0000000000000000") { key } }')).toEqual({ event: null });
  });

  it('tells the life of an event: a step for each change of status, with its release and passage', async () => {
    expect(
      await graph.data(`{ event(id: "${VISIT_ID}") { steps {
        status date edtf release { slug } evidence { quote sentence } } } }`),
    ).toEqual({
      event: {
        steps: [
          {
            status: 'PLANNED',
            date: '2013-03-22',
            edtf: '2013-03-25/2013-03-31',
            release: { slug: '2013-03-22-defence-minister-visit-vietnam' },
            evidence: {
              quote: 'will travel to Vietnam next week',
              sentence: 'Jonathan Coleman will travel to Vietnam next week.',
            },
          },
          {
            status: 'OCCURRED',
            date: '2013-03-29',
            edtf: '2013-03-25/2013-03-31',
            release: { slug: '2013-03-29-vietnam-visit-ends' },
            evidence: {
              quote: 'has visited Vietnam this week',
              sentence: 'Dr Coleman has visited Vietnam this week, where he saw a café in Huế.',
            },
          },
        ],
      },
    });
  });

  it('lists the releases that report an event', async () => {
    const answer = await graph.data(`{ event(id: "${VISIT_ID}") { releases(last: 1) {
      totalCount edges { node { slug } } pageInfo { hasPreviousPage hasNextPage } } } }`);
    expect(answer).toEqual({
      event: {
        releases: {
          totalCount: 2,
          edges: [{ node: { slug: '2013-03-22-defence-minister-visit-vietnam' } }],
          pageInfo: { hasPreviousPage: true, hasNextPage: false },
        },
      },
    });
  });
});
