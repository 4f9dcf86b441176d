import { expect, it } from 'vitest';
import { eventsCsv } from '../../../src/cli/format/csv.ts';
import type { EventRow } from '../../../src/cli/format/event-rows.ts';

function row(summary: string, place: string | null = null): EventRow {
  return {
    event: {
      id: 'e1',
      type: 'VISIT',
      status: 'PLANNED',
      date: null,
      headline: true,
      summary,
      name: null,
      place,
      countries: ['AUS', 'VNM'],
      ministers: [],
      officials: [],
      portfolios: [],
    },
    countries: ['Australia', 'Vietnam'],
    ministers: [],
    officials: [],
    portfolios: [],
    evidence: [],
  };
}

const cells = (summary: string) =>
  eventsCsv([row(summary)])
    .split('\r\n')
    .slice(1)
    .join('\r\n');

it('has a head, one line an event, and lists joined by a semicolon', () => {
  expect(eventsCsv([row('Talks')])).toBe(
    'id,date,earliest,latest,precision,type,status,headline,countries,ministers,officials,portfolios,place,name,summary,releases\r\n' +
      'e1,,,,,VISIT,PLANNED,yes,Australia; Vietnam,,,,,,Talks,\r\n',
  );
  expect(eventsCsv([])).toBe(
    'id,date,earliest,latest,precision,type,status,headline,countries,ministers,officials,portfolios,place,name,summary,releases\r\n',
  );
});

it.each([
  ['=1+1', "'=1+1"],
  ['+64 4', "'+64 4"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['one, two', '"one, two"'],
  ['the "key" deal', '"the ""key"" deal"'],
  ['a = b', 'a = b'],
])('writes %j so that no spreadsheet runs it and every reader gets it back', (summary, cell) => {
  expect(cells(summary)).toBe(`e1,,,,,VISIT,PLANNED,yes,Australia; Vietnam,,,,,,${cell},\r\n`);
});
