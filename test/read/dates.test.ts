import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const READ_RELEASE = fileURLToPath(new URL('../../src/read/read-release.ts', import.meta.url));

/** Dates as a header writes them, and the calendar date that each must give wherever it is read. */
const DATES: readonly (readonly [string, string | null])[] = [
  ['2006-11-17', '2006-11-17'],
  ['"2006-11-17"', '2006-11-17'],
  ["'2006-11-17'", '2006-11-17'],
  ['2006-11-17T23:30:00+13:00', '2006-11-17'],
  ['2006-11-17T00:30:00+13:00', '2006-11-17'],
  ['2006-11-17T23:30:00Z', '2006-11-17'],
  ['2006-11-17 23:30:00 -8', '2006-11-17'],
  ['2006-11-17 9:05', '2006-11-17'],
  ['!!str 2006-11-17', '2006-11-17'],
  // The days on which clocks change in New Zealand and in California, and a leap day.
  ['2006-10-01', '2006-10-01'],
  ['2007-03-18', '2007-03-18'],
  ['2024-02-29', '2024-02-29'],
  ['1900-01-01', '1900-01-01'],
  ['1899-12-31', null],
  ['0001-01-01', null],
  ['2006-02-30', null],
];

const SCRIPT = `
  const { readRelease } = await import(process.argv[1]);
  const dates = JSON.parse(process.argv[2]).map((date) => {
    const file = '---\\ntitle: A\\ndate: ' + date + '\\n---\\nBody';
    return readRelease(new TextEncoder().encode(file), '2006-11-17-a.md').release.date;
  });
  console.log(JSON.stringify({ offset: new Date(2006, 10, 17).getTimezoneOffset(), dates }));
`;

it.each([
  ['Pacific/Auckland', -780],
  ['America/Los_Angeles', 480],
  ['UTC', 0],
  ['Pacific/Kiritimati', -840],
])('a date is the calendar date that is written, read in %s', (zone, offset) => {
  const written = JSON.stringify(DATES.map(([date]) => date));
  const output = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', SCRIPT, READ_RELEASE, written],
    { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
  );
  expect(JSON.parse(output)).toEqual({ offset, dates: DATES.map(([, date]) => date) });
});
