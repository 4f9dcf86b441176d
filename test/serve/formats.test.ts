import { parse } from 'graphql';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { toCalendar } from '../../src/serve/named/calendar.ts';
import { tableShapes, toCsv } from '../../src/serve/named/csv.ts';
import { eventListing, type ListedEvent } from '../../src/serve/named/event-list.ts';
import { toAtom, toJsonFeed } from '../../src/serve/named/feeds.ts';

const PLACE = {
  title: 'A <title> & more',
  description: 'd',
  base: 'http://h',
  self: '/q/x.ics',
  home: '/q/x.json',
};

function event(more: Partial<ListedEvent>): ListedEvent {
  return {
    key: 'e1',
    type: 'VISIT',
    status: 'OCCURRED',
    summary: 'A visit',
    place: null,
    date: { edtf: '2006-11-17', earliest: '2006-11-17', latest: '2006-11-17', precision: 'DAY' },
    countries: [],
    ministers: [],
    evidence: [],
    ...more,
  };
}

describe('CSV', () => {
  const [SHAPE] = tableShapes(
    parse('{ releases(first: 1) { edges { node { title countries { code } } } } }'),
  );
  const csv = (title: string) =>
    toCsv(SHAPE, {
      releases: { edges: [{ node: { title, countries: [{ code: 'VNM' }, { code: 'AUS' }] } }] },
    });

  it.each([
    ['=1+1', "'=1+1"],
    ['+64', "'+64"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['say "it", now', '"say ""it"", now"'],
  ])('writes %j as %s', (title, written) => {
    expect(csv(title)).toBe(`title,countries.code\r\n${written},VNM; AUS\r\n`);
  });
});

describe('a calendar', () => {
  const of = (events: readonly ListedEvent[]) =>
    new ICAL.Component(ICAL.parse(toCalendar(events, PLACE)) as unknown[]).getAllSubcomponents('vevent');

  it.each([
    ['PLANNED', 'TENTATIVE'],
    ['CANCELLED', 'CANCELLED'],
    ['ONGOING', 'CONFIRMED'],
  ] as const)('marks %s as %s', (status, word) => {
    expect(of([event({ status })])[0]?.getFirstPropertyValue('status')).toBe(word);
  });

  it('spans the whole of a month, and leaves out years, long spans and what has no date', () => {
    const month = {
      edtf: '2005-05',
      earliest: '2005-05-01',
      latest: '2005-05-31',
      precision: 'MONTH',
    } as const;
    const year = { edtf: '2007', earliest: '2007-01-01', latest: '2007-12-31', precision: 'YEAR' } as const;
    const found = of([event({ date: month }), event({ date: year }), event({ date: null })]);
    expect(found.map((each) => String(each.getFirstPropertyValue('dtend')))).toEqual(['2005-06-01']);
  });

  it('says the same at any time', () => {
    expect(toCalendar([event({})], PLACE)).toBe(toCalendar([event({})], PLACE));
    expect(toCalendar([event({})], PLACE)).toContain('DTSTAMP:20061117T000000Z');
  });
});

describe('a feed', () => {
  const odd = event({ summary: 'Talks <b>&</b> \u0001 ]]> more' });

  it('escapes what XML would read as its own, and leaves out what XML cannot hold', () => {
    const atom = toAtom([odd], PLACE);
    expect(atom).not.toContain('\u0001');
    expect(atom.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')).not.toContain('<b>');
    expect(atom).toContain('A &lt;title&gt; &amp; more');
  });

  it('leads to the release that reports the event, else to the event, and never elsewhere', () => {
    const release = { slug: 's', title: 't', date: '2006-11-18', url: 'javascript:alert(1)' };
    const bad = event({ evidence: [{ quote: 'q', release }] });
    const good = event({ evidence: [{ quote: 'q', release: { ...release, url: 'https://example.org/s' } }] });
    const { items } = JSON.parse(toJsonFeed([bad, good], PLACE)) as {
      items: { url: string; date_modified: string }[];
    };
    expect(items.map(({ url }) => url)).toEqual(['http://h/events/e1', 'https://example.org/s']);
    expect(items[0]?.date_modified).toBe('2006-11-18T00:00:00.000Z');
  });
});

describe('the listing of a document', () => {
  it('takes the list nearest to the top with its arguments and drops the rest', () => {
    const listing = eventListing(
      parse(
        'query Q($a: String!, $n: Int!) { ministers(first: $n) { edges { node { events(first: 9) { edges { node { id } } } } } } m: minister(slug: $a) { ...M } } fragment M on Minister { name events(first: 3) { totalCount } }',
      ),
    );
    expect(listing?.path).toEqual(['m', 'events', 'edges', 'node']);
    const [operation] = listing?.document.definitions ?? [];
    expect(operation).toMatchObject({ variableDefinitions: [{ variable: { name: { value: 'a' } } }] });
  });

  it('is none where a document lists no events', () => {
    expect(
      eventListing(parse('{ ministers(first: 1) { edges { node { events(first: 1) { totalCount } } } } }')),
    ).toBeNull();
  });
});
