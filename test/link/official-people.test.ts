import { describe, expect, it } from 'vitest';
import { findPeople } from '../../src/link/official-people.ts';
import { usualName } from '../../src/link/officials.ts';
import type { Sighting } from '../../src/link/person.ts';
import { dayNumber } from '../../src/model/date.ts';

type Seen = readonly [date: string | null, name: string, role?: string];

function sightings(seen: readonly Seen[]): Sighting[] {
  return seen.map(([date, name, role = null], release) => ({
    release,
    releaseId: `r${release}`,
    date,
    day: date === null ? null : dayNumber(date),
    key: name,
    name,
    role,
  }));
}

/** People as lists of the indexes of their sightings. */
function people(seen: readonly Seen[]): number[][] {
  return findPeople(sightings(seen))
    .map((person) => person.sightings.map((sighting) => sighting.release).sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

const cases: readonly (readonly [string, readonly Seen[], number[][]])[] = [
  [
    'joins a bare surname to the only bearer of its time',
    [
      ['2001-02-01', 'Alexander Downer', 'Foreign Minister'],
      ['2002-05-01', 'Downer'],
    ],
    [[0, 1]],
  ],
  [
    'leaves a bare surname alone that comes five years later without a role',
    [
      ['2001-02-01', 'Alexander Downer', 'Foreign Minister'],
      ['2006-05-01', 'Downer'],
    ],
    [[0], [1]],
  ],
  [
    'joins a bare surname years away where the role agrees',
    [
      ['2009-02-01', 'Vladimir Putin', 'President'],
      ['2003-05-01', 'Putin', 'President'],
    ],
    [[0, 1]],
  ],
  [
    'chooses among two of one surname by role',
    [
      ['2010-02-01', 'Bob Carr', 'Foreign Minister'],
      ['2010-02-01', 'Kim Carr', 'Innovation Minister'],
      ['2010-03-01', 'Carr', 'Foreign Minister'],
      ['2010-04-01', 'Carr'],
    ],
    [[0, 2], [1], [3]],
  ],
  [
    'keeps a surname apart whose role contradicts',
    [
      ['2005-02-01', 'Gordon Brown', 'Chancellor'],
      ['2005-03-01', 'Brown', 'Agriculture Minister'],
    ],
    [[0], [1]],
  ],
  [
    'takes the first word for a surname only where the role agrees',
    [
      ['2006-02-01', 'Wen Jiabao', 'Premier'],
      ['2006-03-01', 'Wen', 'Premier'],
      ['2006-03-02', 'Wen'],
    ],
    [[0, 1], [2]],
  ],
  [
    'joins a shorter full name to the longer one, and order variants to each other',
    [
      ['2005-02-01', 'Susilo Bambang Yudhoyono', 'President'],
      ['2006-03-01', 'Bambang Yudhoyono'],
      ['2007-03-01', 'Yudhoyono', 'President'],
      ['2007-03-02', 'Yudhoyono Susilo Bambang'],
    ],
    [[0, 1, 2, 3]],
  ],
  [
    'keeps father and son apart whose names and times differ',
    [
      ['1997-02-01', 'George H W Bush', 'former President'],
      ['2003-03-01', 'George W Bush', 'President'],
      ['2004-03-01', 'George Bush', 'President'],
    ],
    [[0], [1, 2]],
  ],
  [
    'takes leftover titles for titles',
    [
      ['2004-01-01', 'Peter Costello', 'Treasurer'],
      ['2004-02-01', 'Hon Peter Costello', 'Treasurer'],
      ['2004-03-01', 'Treasurer Peter Costello', 'Treasurer'],
    ],
    [[0, 1, 2]],
  ],
  [
    'joins two given names of one surname in one office at one time',
    [
      ['2005-01-01', 'Rob Portman', 'Trade Representative'],
      ['2005-06-01', 'Robert Portman', 'US Trade Representative'],
    ],
    [[0], [1]],
  ],
  [
    'joins two given names of one surname in exactly one office',
    [
      ['2005-01-01', 'Rob Portman', 'Trade Representative'],
      ['2005-06-01', 'Robert Portman', 'Trade Representative'],
    ],
    [[0, 1]],
  ],
  [
    'keeps two of one surname apart whom one release names, and deputies from their chiefs',
    [
      ['2005-01-01', 'Thaksin Shinawatra', 'Prime Minister'],
      ['2005-06-01', 'Yingluck Shinawatra', 'Deputy Prime Minister'],
    ],
    [[0], [1]],
  ],
  [
    'joins a rare misprint of a common name in one role',
    [
      ['2001-01-01', 'Alexander Downer', 'Foreign Minister'],
      ['2001-02-01', 'Alexander Downer', 'Foreign Minister'],
      ['2001-03-01', 'Alexander Downer', 'Foreign Minister'],
      ['2001-04-01', 'Alexander Downer', 'Foreign Minister'],
      ['2001-05-01', 'Alexander Downer', 'Foreign Minister'],
      ['2001-06-01', 'Alexander Donwer', 'Foreign Affairs Minister'],
    ],
    [[0, 1, 2, 3, 4, 5]],
  ],
  [
    'makes a surname that no one bears one person until it is long silent or changes office',
    [
      ['1998-01-01', 'Suharto', 'President'],
      ['1999-01-01', 'Suharto'],
      ['1999-02-01', 'Suharto', 'Trade Minister'],
      ['2009-01-01', 'Suharto'],
    ],
    [[0, 1], [2], [3]],
  ],
  [
    'does not know the time of a release without a date',
    [
      [null, 'Downer'],
      ['2001-01-01', 'Alexander Downer'],
    ],
    [[0], [1]],
  ],
];

describe('findPeople', () => {
  it.each(cases)('%s', (_, seen, expected) => {
    expect(people(seen)).toEqual(expected);
  });

  it('keeps two holders of one office apart where one release names both', () => {
    const [first, second] = sightings([
      ['2005-01-01', 'Ahmed Khalifa', 'Prime Minister'],
      ['2005-01-01', 'Salman Khalifa', 'Prime Minister'],
    ]);
    if (!first || !second) throw new Error('expected two sightings');
    expect(findPeople([first, { ...second, release: first.release }])).toHaveLength(2);
  });
});

describe('usualName', () => {
  it.each([
    [['Downer', 'Downer', 'Alexander Downer'], 'Alexander Downer'],
    [['George Bush', 'George W Bush', 'George W Bush'], 'George W Bush'],
    [['Senator Marise Payne', 'Senator Marise Payne', 'Marise Payne'], 'Marise Payne'],
    [['Ban Ki', 'Ban Ki', 'Ban Ki-moon'], 'Ban Ki-moon'],
    [['Peter Oneill', 'Peter O’Neill'], 'Peter O’Neill'],
  ])('of %j is %s', (names, usual) => {
    expect(usualName(sightings(names.map((name): Seen => ['2001-01-01', name])))).toBe(usual);
  });
});
