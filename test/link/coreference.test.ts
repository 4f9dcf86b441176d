import { describe, expect, it } from 'vitest';
import { findOccurrences } from '../../src/link/occurrences.ts';
import { createQuoteWords } from '../../src/link/quote-words.ts';
import { findStatements } from '../../src/link/statements.ts';
import type { EventMention } from '../../src/model/decomposition.ts';
import { event, input, lexicon } from './builders.ts';

/** Quotes with nothing in common, where a case does not care. */
const QUOTES = ['The parties met.', 'Talks were held.', 'There was a discussion.'];

interface Told {
  readonly on: string;
  readonly event: Parameters<typeof event>[0];
  readonly quote?: string;
}

/** The occurrences that releases tell, one event a release unless `on` is the same, as lists of indexes. */
function occurrences(...told: readonly Told[]): number[][] {
  const byDay = Map.groupBy(told, ({ on }) => on);
  const corpus = [...byDay].map(([on, group]) =>
    input(on, {
      quotes: group.map((item) => item.quote ?? QUOTES[told.indexOf(item)] ?? ''),
      decomposition: {
        events: group.map((item): EventMention => event({ start: told.indexOf(item) * 100, ...item.event })),
      },
    }),
  );
  const codes = new Set(lexicon.countries.map((country) => country.code));
  const statements = findStatements(corpus, new Map(), {
    isCountry: (code) => codes.has(code),
    holderOf: () => null,
    officialIds: corpus.map(
      () =>
        new Map([
          ['downer', 'downer-aus'],
          ['smith', 'smith-aus'],
        ]),
    ),
  });
  return findOccurrences(statements, createQuoteWords(statements))
    .map((occurrence) => occurrence.map(({ mention }) => mention.start / 100))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

const goff = { countries: ['AUS'], ministers: ['phil-goff'] };
const visit = { type: 'VISIT', ...goff } as const;

const together: readonly (readonly [string, Told, Told])[] = [
  [
    'a planned visit and its report: one minister, one country, one day',
    {
      on: '2005-05-01',
      event: { ...visit, date: '2005-05-10', status: 'PLANNED' },
      quote: 'Phil Goff will visit Sydney.',
    },
    {
      on: '2005-05-11',
      event: { ...visit, date: '2005-05-10' },
      quote: 'Phil Goff returned from Sydney.',
    },
  ],
  [
    'a visit of some days and a day within them',
    {
      on: '2005-05-01',
      event: { ...visit, date: '2005-05-09/2005-05-14', status: 'PLANNED' },
      quote: 'Phil Goff will visit Sydney.',
    },
    {
      on: '2005-05-11',
      event: { ...visit, date: '2005-05-10' },
      quote: 'Phil Goff was in Sydney.',
    },
  ],
  [
    'a meeting with one official, though one release leaves the minister out',
    { on: '2005-05-10', event: { ...goff, officials: ['downer'] }, quote: 'Mr Goff met Alexander Downer.' },
    {
      on: '2005-05-11',
      event: { countries: ['AUS'], officials: ['downer'] },
      quote: 'Alexander Downer held talks.',
    },
  ],
  [
    'a plan that lists several meetings and the report of one of them',
    {
      on: '2005-05-01',
      event: { ...goff, countries: ['AUS', 'VNM'], officials: ['downer', 'smith'], status: 'PLANNED' },
      quote: 'Mr Goff will meet Alexander Downer and others.',
    },
    { on: '2005-05-11', event: { ...goff, officials: ['downer'] }, quote: 'Mr Goff met Alexander Downer.' },
  ],
  [
    'a visit that two hosts report',
    { on: '2005-05-10', event: { ...visit, officials: ['downer'] } },
    { on: '2005-05-10-b', event: { ...visit, ministers: ['annette-king'], officials: ['downer'] } },
  ],
  [
    'a trip of some days, whatever the words',
    { on: '2005-05-01', event: { ...visit, date: '2005-05-09/2005-05-14', status: 'PLANNED' } },
    { on: '2005-05-11', event: { ...visit, date: '2005-05-10' } },
  ],
  [
    'a planned visit of an official and a report without a date in the weeks after',
    {
      on: '2005-05-01',
      event: {
        type: 'VISIT',
        countries: ['AUS'],
        officials: ['downer'],
        date: '2005-05-10',
        status: 'PLANNED',
      },
      quote: 'Alexander Downer will visit Auckland.',
    },
    {
      on: '2005-05-12',
      event: { type: 'VISIT', countries: ['AUS'], officials: ['downer'], date: null },
      quote: 'The visit of Alexander Downer went well.',
    },
  ],
  [
    'a past day that two releases name by themselves',
    {
      on: '2011-03-01',
      event: { type: 'INCIDENT', date: '2011-02-22' },
      quote: 'The Christchurch earthquake last February left many central streets closed.',
    },
    {
      on: '2011-06-01',
      event: { type: 'INCIDENT', date: '2011-02-22' },
      quote: 'The Christchurch earthquake last February left forty schools closed.',
    },
  ],
  [
    'a day said and the day after, worked out',
    {
      on: '2005-05-01',
      event: { type: 'CONFERENCE', name: 'Forum', date: '2005-05-10', status: 'PLANNED' },
      quote: 'Leaders gather at the Forum.',
    },
    {
      on: '2005-05-11',
      event: { type: 'CONFERENCE', name: 'Forum', date: '2005-05-11', basis: 'RELATIVE' },
      quote: 'Leaders left the Forum.',
    },
  ],
  [
    'one text in two releases, with no one named',
    {
      on: '2005-05-10',
      event: { type: 'FUNDING' },
      quote: 'Workbase receives $270,000 for adult literacy programmes today.',
    },
    {
      on: '2005-05-10-b',
      event: { type: 'FUNDING' },
      quote: 'Workbase receives $270,000 for adult literacy programmes today.',
    },
  ],
  [
    'a named conference, its month and its day',
    {
      on: '2005-05-01',
      event: { type: 'CONFERENCE', name: 'East Asia Summit', date: '2005-12', status: 'PLANNED' },
      quote: 'The Prime Minister is at the East Asia Summit.',
    },
    {
      on: '2005-12-15',
      event: { type: 'CONFERENCE', name: 'East Asia summit', date: '2005-12-14' },
      quote: 'The East Asia Summit is over.',
    },
  ],
  [
    'one step of a bill',
    {
      on: '2005-05-10',
      event: { type: 'LEGISLATION', name: 'Fisheries Bill' },
      quote: 'The Fisheries Bill passed its third reading today.',
    },
    {
      on: '2005-05-12',
      event: { type: 'LEGISLATION', name: 'Fisheries Bill' },
      quote: 'The Fisheries Bill passed its third reading on Tuesday.',
    },
  ],
  [
    'a day of departure and a later day of the same travel',
    {
      on: '2005-05-01',
      event: { ...visit, date: '2005-05-12/2005-05-14', status: 'PLANNED' },
      quote: 'Phil Goff will lead the veterans in Sydney.',
    },
    {
      on: '2005-05-10',
      event: { ...visit, date: '2005-05-10', status: 'PLANNED' },
      quote: 'Phil Goff leaves to lead the veterans in Sydney.',
    },
  ],
  [
    'a trip to two countries and a stop of it',
    {
      on: '2005-05-01',
      event: { ...visit, countries: ['AUS', 'VNM'], date: '2005-05-09/2005-05-14', status: 'PLANNED' },
    },
    { on: '2005-05-13', event: { ...visit, countries: ['VNM'], date: '2005-05-13' } },
  ],
  [
    'a visitor whom no country tells, announced twice',
    {
      on: '2005-05-17',
      event: { type: 'VISIT', ministers: ['helen-clark'], date: '2005-07', status: 'PLANNED' },
      quote: 'Helen Clark announced that Prince William will visit in July.',
    },
    {
      on: '2005-06-20',
      event: { type: 'VISIT', ministers: ['helen-clark'], date: '2005-07', status: 'PLANNED' },
      quote: 'Helen Clark announced the visit that Prince William makes.',
    },
  ],
  [
    'a conference by a short and a long name',
    {
      on: '2002-01-22',
      event: { type: 'CONFERENCE', name: 'New Zealand Petroleum Conference', date: '2002-02' },
      quote: 'The secretary-general opens the Petroleum Conference in February.',
    },
    {
      on: '2002-02-27',
      event: { type: 'CONFERENCE', name: 'Petroleum Conference', date: '2002-02-25/2002-03-03' },
      quote: 'The Petroleum Conference heard the secretary-general this week.',
    },
  ],
  [
    'an attack told by its day, whatever countries are named beside it',
    {
      on: '2002-05-01',
      event: { type: 'INCIDENT', countries: ['USA'], date: '2001-09-11' },
      quote: 'Security was raised following the terrorist attacks of 11 September.',
    },
    {
      on: '2003-08-27',
      event: { type: 'INCIDENT', countries: ['JPN'], date: '2001-09-11' },
      quote: 'Visitors from Japan fell following the 11 September terrorist attacks.',
    },
  ],
  [
    'a disaster of a country in two releases of one week, without a date',
    {
      on: '2020-04-08',
      event: { type: 'INCIDENT', countries: ['WSM'], date: null },
      quote: 'Cyclone Harold has caused major damage to homes and infrastructure.',
    },
    {
      on: '2020-04-09',
      event: { type: 'INCIDENT', countries: ['WSM'], date: null },
      quote: 'Cyclone Harold has caused widespread damage to infrastructure and homes.',
    },
  ],
  [
    'a launch that is planned and reported on its day',
    {
      on: '2000-03-02',
      event: { type: 'LAUNCH', ministers: ['phil-goff'], date: '2000-03-03', status: 'PLANNED' },
      quote: 'Phil Goff will launch the first restorative justice manual.',
    },
    {
      on: '2000-03-03',
      event: { type: 'LAUNCH', ministers: ['phil-goff'], date: '2000-03-03' },
      quote: 'Phil Goff launched the first restorative justice manual.',
    },
  ],
  [
    'an agreement that is to be signed on a visit and its signing',
    {
      on: '2005-05-01',
      event: { ...goff, type: 'AGREEMENT', date: null, status: 'PLANNED' },
      quote: 'Phil Goff will sign the working holiday scheme.',
    },
    {
      on: '2005-05-11',
      event: { ...goff, type: 'AGREEMENT', date: '2005-05-11' },
      quote: 'Phil Goff signed the working holiday scheme.',
    },
  ],
  [
    'one sentence of two releases about what was months ago',
    {
      on: '2005-05-10',
      event: { type: 'LAUNCH', date: '2004-11' },
      quote: 'The Government established the relay service in November to overcome barriers people face.',
    },
    {
      on: '2005-09-10',
      event: { type: 'LAUNCH', date: '2004-11' },
      quote: 'The Government established the relay service in November to overcome barriers people face.',
    },
  ],
];

const apart: readonly (readonly [string, Told, Told])[] = [
  [
    'visits of one minister to one country in different weeks',
    { on: '2005-05-11', event: { ...visit, date: '2005-05-10' } },
    { on: '2005-06-11', event: { ...visit, date: '2005-06-10' } },
  ],
  [
    'visits of two ministers to one country on one day',
    { on: '2005-05-10', event: visit },
    { on: '2005-05-11', event: { ...visit, ministers: ['annette-king'] } },
  ],
  [
    'meetings of one minister with two officials of one country on one day',
    { on: '2005-05-10', event: { ...goff, officials: ['downer'] } },
    { on: '2005-05-11', event: { ...goff, officials: ['smith'] } },
  ],
  ['a visit and a meeting', { on: '2005-05-10', event: visit }, { on: '2005-05-11', event: goff }],
  ['two statements of one release', { on: '2005-05-10', event: visit }, { on: '2005-05-10', event: visit }],
  [
    'the annual meeting of two years',
    { on: '2005-05-10', event: { type: 'CONFERENCE', name: 'Forum', countries: ['AUS'], date: '2005-05' } },
    { on: '2006-05-10', event: { type: 'CONFERENCE', name: 'Forum', countries: ['AUS'], date: '2006-05' } },
  ],
  [
    'what is past and what a later release still plans',
    { on: '2005-05-09', event: { ...visit, date: '2005-05-08/2005-05-12', status: 'OCCURRED' } },
    { on: '2005-05-10', event: { ...visit, date: '2005-05-12', status: 'PLANNED' } },
  ],
  [
    'two domestic events without a proper name',
    { on: '2005-05-10', event: { type: 'FUNDING', ministers: ['phil-goff'] } },
    { on: '2005-05-11', event: { type: 'FUNDING', ministers: ['phil-goff'] } },
  ],
  [
    'two steps of a bill on one day',
    {
      on: '2005-05-10',
      event: { type: 'LEGISLATION', name: 'Fisheries Bill' },
      quote: 'The Fisheries Bill was introduced in the morning.',
    },
    {
      on: '2005-05-11',
      event: { type: 'LEGISLATION', name: 'Fisheries Bill' },
      quote: 'Parliament passed the Fisheries Bill under urgency last night.',
    },
  ],
  [
    'agreements with one country on one day that the words tell apart',
    {
      on: '2005-05-10',
      event: { ...goff, type: 'AGREEMENT' },
      quote: 'Ministers signed a film co-production treaty in Canberra.',
    },
    {
      on: '2005-05-11',
      event: { ...goff, type: 'AGREEMENT' },
      quote: 'A declaration on fisheries enforcement was concluded yesterday.',
    },
  ],
  [
    'grants that differ in their figures alone',
    {
      on: '2005-05-10',
      event: { type: 'FUNDING', ministers: ['phil-goff'] },
      quote: 'Industry New Zealand allocated $135,000 for the Regional Partnership Programme.',
    },
    {
      on: '2005-05-10-b',
      event: { type: 'FUNDING', ministers: ['phil-goff'] },
      quote: 'Industry New Zealand allocated $133,000 for the Regional Partnership Programme.',
    },
  ],
  [
    'one sentence that serves for two boards',
    {
      on: '2005-05-10',
      event: { type: 'APPOINTMENT', ministers: ['phil-goff'] },
      quote: 'Conservation Minister Sandra Lee announced appointments to the Otago Conservation Board.',
    },
    {
      on: '2005-05-10-b',
      event: { type: 'APPOINTMENT', ministers: ['phil-goff'] },
      quote: 'Conservation Minister Sandra Lee announced appointments to the Southland Conservation Board.',
    },
  ],
  [
    'headings that say nothing',
    { on: '2005-05-10', event: { type: 'LEGISLATION' }, quote: '10 May 2005 Media Statement' },
    { on: '2005-05-10-b', event: { type: 'LEGISLATION' }, quote: '10 May 2005 Media Statement' },
  ],
  [
    'a meeting of two and a later one with a third',
    { on: '2005-05-10', event: { ...goff, officials: ['downer'] }, quote: 'Mr Goff met Alexander Downer.' },
    {
      on: '2005-05-11',
      event: { ...goff, countries: ['AUS', 'VNM'], officials: ['downer'] },
      quote: 'Mr Goff met Alexander Downer and a third.',
    },
  ],
  [
    'a past day that two releases name, of things that share no word',
    {
      on: '2011-03-01',
      event: { type: 'INCIDENT', date: '2011-02-22' },
      quote: 'The Christchurch earthquake closed four schools.',
    },
    {
      on: '2011-06-01',
      event: { type: 'INCIDENT', date: '2011-02-22' },
      quote: 'A prisoner escaped near Rimutaka that evening.',
    },
  ],
  [
    'summits of one name three days and more apart',
    {
      on: '2005-05-01',
      event: { type: 'CONFERENCE', name: 'Forum', date: '2005-05-10', status: 'PLANNED' },
      quote: 'Leaders will come to the Forum.',
    },
    {
      on: '2005-05-02',
      event: { type: 'CONFERENCE', name: 'Forum', date: '2005-05-04', status: 'PLANNED' },
      quote: 'Officials will come to the Forum.',
    },
  ],
  [
    'events of no date',
    { on: '2005-05-10', event: { ...visit, date: null } },
    { on: '2005-05-11', event: { ...visit, date: null } },
  ],
  [
    'visits of one year',
    { on: '2005-05-10', event: { ...visit, date: '2005' } },
    { on: '2005-06-11', event: { ...visit, date: '2005' } },
  ],
  [
    'leaders and ministers who meet in one place in one week',
    {
      on: '2000-10-03',
      event: { type: 'CONFERENCE', countries: ['VNM'], place: 'Hue', date: '2000-11', status: 'PLANNED' },
      quote: 'He will attend the APEC ministerial meeting in Hue.',
    },
    {
      on: '2000-11-15',
      event: { type: 'CONFERENCE', countries: ['VNM'], place: 'Hue', date: '2000-11-15' },
      quote: 'The APEC leaders meeting in Hue was held.',
    },
  ],
  [
    'what lies ahead in the same words of two things',
    {
      on: '2004-01-27',
      event: { type: 'DECISION', ministers: ['phil-goff'], date: '2004-04', status: 'PLANNED' },
      quote: 'The minister expects to make final decisions about these school networks during April.',
    },
    {
      on: '2004-02-09',
      event: { type: 'DECISION', ministers: ['phil-goff'], date: '2004-04', status: 'PLANNED' },
      quote: 'The minister expects to make final decisions about these school networks during April.',
    },
  ],
  [
    'a minister’s travel and the visit of another country’s minister in one month',
    {
      on: '2005-05-05',
      event: { ...visit, date: '2005-05-05', status: 'PLANNED' },
      quote: 'Phil Goff leaves for talks.',
    },
    {
      on: '2005-06-01',
      event: { ...visit, officials: ['downer'], date: '2005-05' },
      quote: 'It was discussed as Alexander Downer came to Auckland.',
    },
  ],
];

describe('findOccurrences', () => {
  it.each(together)('joins %s', (_, a, b) => {
    expect(occurrences(a, b)).toEqual([[0, 1]]);
  });

  it.each(apart)('keeps apart %s', (_, a, b) => {
    expect(occurrences(a, b)).toEqual([[0], [1]]);
  });

  it('puts two lists of one attack together as soon as a release shows them to be one', () => {
    const attack = { type: 'INCIDENT', date: '2001-09-11' } as const;
    expect(
      occurrences(
        { on: '2001-10-01', event: attack, quote: 'Airports screen travellers after September attacks.' },
        { on: '2001-11-01', event: attack, quote: 'Tourism numbers fell following terrorism.' },
        {
          on: '2001-12-01',
          event: attack,
          quote: 'Airports screen travellers, tourism numbers fell following September attacks, terrorism.',
        },
      ),
    ).toEqual([[0, 1, 2]]);
  });

  it('joins neither of two occurrences that fit equally', () => {
    expect(
      occurrences(
        { on: '2005-05-09', event: { ...goff, officials: ['downer'] } },
        { on: '2005-05-10', event: { ...goff, officials: ['smith'] } },
        { on: '2005-05-11', event: goff },
      ),
    ).toEqual([[0], [1], [2]]);
  });

  it('takes the statement of a release that is most like the occurrence', () => {
    expect(
      occurrences(
        { on: '2005-05-09', event: { ...goff, date: '2005-05-10' }, quote: 'Talks on lamb exports.' },
        { on: '2005-05-11', event: goff, quote: 'They discussed security.' },
        { on: '2005-05-11', event: goff, quote: 'Talks on lamb exports were held.' },
      ),
    ).toEqual([[0, 2], [1]]);
  });

  it('does not let a chain join what contradicts', () => {
    expect(
      occurrences(
        { on: '2005-05-09', event: { ...goff, officials: ['downer'] }, quote: 'He met the two ministers.' },
        { on: '2005-05-10', event: { ...goff, officials: ['downer', 'smith'] }, quote: 'He met ministers.' },
        { on: '2005-05-11', event: { ...goff, officials: ['smith'] }, quote: 'He met the ministers again.' },
      ),
    ).toEqual([[0, 1], [2]]);
  });
});
