import { expect, it } from 'vitest';
import type { EventRow } from '../../../src/cli/format/event-rows.ts';
import { eventsTable } from '../../../src/cli/format/table.ts';
import { eventDate } from '../../../src/model/date.ts';

const ROW: EventRow = {
  event: {
    id: 'e1',
    type: 'MEETING',
    status: 'OCCURRED',
    date: eventDate('2006-11-17', 'RELATIVE'),
    headline: true,
    summary: 'Talks',
    name: null,
    place: null,
    countries: [],
    ministers: [],
    officials: [],
    portfolios: [],
  },
  countries: ['Vietnam'],
  ministers: ['Phil Goff'],
  officials: ['Phung Quang Thanh'],
  portfolios: [],
  evidence: [],
};

it('aligns columns under a head', () => {
  expect(eventsTable([ROW])).toEqual([
    'DATE        TYPE     STATUS    COUNTRIES  WHO                           SUMMARY',
    '2006-11-17  MEETING  OCCURRED  Vietnam    Phil Goff, Phung Quang Thanh  Talks',
  ]);
});

it('cuts a long summary at a word, and a long list of names', () => {
  const event = { ...ROW.event, date: null, summary: `${'word '.repeat(30)}end` };
  const [, line] = eventsTable([{ ...ROW, event, countries: ['A', 'B', 'C', 'D', 'E'] }]);
  expect(line).toBe(
    `–     MEETING  OCCURRED  A, B, C +2  Phil Goff, Phung Quang Thanh  ${'word '.repeat(17)}word…`,
  );
});

it('prints nothing where there is nothing', () => {
  expect(eventsTable([])).toEqual([]);
});
