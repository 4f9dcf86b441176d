import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/extract/extractor.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { covers } from '../../../src/model/span.ts';
import { readRelease } from '../../../src/read/read-release.ts';
import { eventsOf, releaseOf, summary } from './extract-sentence.ts';

describe('one event of each type', () => {
  it.each([
    [
      'Goff to visit Vietnam',
      'Foreign Minister Phil Goff will visit Vietnam next week.',
      'VISIT 2006-11-20/2006-11-26 PLANNED',
    ],
    ['Goff visits Fiji', 'Foreign Minister Phil Goff visited Fiji yesterday.', 'VISIT 2006-11-16 OCCURRED'],
    [
      'Goff meets counterpart',
      'Foreign Minister Phil Goff met his Chinese counterpart in Beijing today.',
      'MEETING 2006-11-17 OCCURRED',
    ],
    [
      'Goff to attend APEC meeting',
      'Foreign Minister Phil Goff will attend the APEC Ministerial Meeting in Lima on 19 November.',
      'CONFERENCE 2006-11-19 PLANNED',
    ],
    [
      'Agreement signed',
      'New Zealand and Chile signed a free trade agreement in Santiago today.',
      'AGREEMENT 2006-11-17 OCCURRED',
    ],
    [
      'Troops to deploy',
      'New Zealand will deploy 40 army engineers to Afghanistan in March 2007.',
      'DEPLOYMENT 2007-03 PLANNED',
    ],
    [
      'Joint exercise',
      'The Army took part in a joint military exercise with Australian forces in Darwin last week.',
      'EXERCISE 2006-11-06/2006-11-12 OCCURRED',
    ],
    [
      'Aid for Samoa',
      'New Zealand is giving $500,000 in emergency relief to Samoa, Foreign Minister Phil Goff announced today.',
      'AID 2006-11-17 OCCURRED',
    ],
    [
      'New funding for schools',
      'The Government will invest $20 million in new school buildings, Education Minister Steve Maharey announced today.',
      'FUNDING 2006-11-17 OCCURRED',
    ],
    [
      'Bill introduced',
      'The Insolvency Amendment Bill was introduced to Parliament today.',
      'LEGISLATION 2006-11-17 OCCURRED',
    ],
    [
      'Bill passed',
      'The Climate Change Bill passed its third reading in Parliament last night.',
      'LEGISLATION 2006-11-16 OCCURRED',
    ],
    [
      'New ambassador to Japan',
      'Foreign Minister Phil Goff today announced the appointment of career diplomat Ian Kennedy as New Zealand’s next Ambassador to Japan.',
      'APPOINTMENT 2006-11-17 OCCURRED',
    ],
    [
      'Centre opened',
      'Health Minister Pete Hodgson today opened the new Auckland cancer centre.',
      'LAUNCH 2006-11-17 OCCURRED',
    ],
    [
      'Report released',
      'Environment Minister David Benson-Pope today released a report on water quality.',
      'REVIEW 2006-11-17 OCCURRED',
    ],
    [
      'Anzac service',
      'Prime Minister Helen Clark attended a dawn service at Gallipoli to commemorate Anzac Day on 25 April.',
      'COMMEMORATION 2006-04-25 OCCURRED',
    ],
    [
      'Award winners',
      'Prime Minister Helen Clark presented the Science Medal to Professor Jane Smith in Wellington last night.',
      'AWARD 2006-11-16 OCCURRED',
    ],
    [
      'Government condemns test',
      'Foreign Minister Phil Goff today condemned North Korea’s behaviour.',
      'STATEMENT 2006-11-17 OCCURRED',
    ],
    [
      'Levy to rise',
      'Cabinet has decided to increase the waste levy, Environment Minister David Benson-Pope announced today.',
      'DECISION 2006-11-17 OCCURRED',
    ],
  ])('reads "%s"', (title, body, expected) => {
    const [event] = eventsOf(title, body);
    expect(event && summary(event)).toBe(expected);
    expect(event?.headline).toBe(true);
  });
});

describe('the status', () => {
  it.each([
    ['The visit to New Zealand by the Prime Minister of Tonga has been postponed.', 'CANCELLED'],
    ['Foreign Minister Phil Goff will travel to Tonga tomorrow.', 'PLANNED'],
    ['Foreign Minister Phil Goff is to visit Tonga next month.', 'PLANNED'],
    ['Foreign Minister Phil Goff travelled to Tonga last week.', 'OCCURRED'],
    ['Foreign Minister Phil Goff met Tongan ministers yesterday.', 'OCCURRED'],
  ])('of "%s" is %s', (body, status) => {
    expect(eventsOf('Goff and Tonga', body)[0]?.status).toBe(status);
  });
});

describe('what is no event', () => {
  it.each([
    ['Relations between the two countries are friendly.'],
    ['“I believe this is very important for all New Zealanders,” Mr Goff said.'],
    ['Two-way trade is worth $200 million a year.'],
    ['“It is essential that we build on our strengths.”'],
    ['Fiji is our close neighbour in the Pacific.'],
  ])('finds none in "%s"', (sentence) => {
    const events = eventsOf(
      'Goff visits Fiji',
      `Foreign Minister Phil Goff visited Fiji yesterday.\n\n${sentence}`,
    );
    expect(events.map(summary)).toEqual(['VISIT 2006-11-16 OCCURRED']);
  });

  it('still gives one headline to a release that states nothing', () => {
    const events = eventsOf('Relations', 'Relations are friendly.\n\nThey have always been.');
    expect(events.map(({ headline }) => headline)).toEqual([true]);
  });

  it('gives nothing for a release without words', () => {
    expect(createExtractor(loadLexicon())({ ...releaseOf('', ''), text: '', bodyStart: 0 }).events).toEqual(
      [],
    );
  });
});

describe('several events', () => {
  it('makes one of each of several dates in a row', () => {
    const events = eventsOf(
      'Navy visits',
      'Foreign Minister Phil Goff visited Vietnam yesterday.\n\nThere have been visits to Vietnam in 2004 and 2005 by ships of the Navy.',
    );
    expect(events.map(summary)).toEqual([
      'VISIT 2006-11-16 OCCURRED',
      'VISIT 2004 OCCURRED',
      'VISIT 2005 OCCURRED',
    ]);
  });

  it('takes the countries of each', () => {
    const events = eventsOf(
      'Goff meets ministers',
      'Foreign Minister Phil Goff met Chinese Foreign Minister Li Zhaoxing in Beijing today.\n\nHe will visit Japan next week.',
    );
    expect(events.map(({ countries }) => countries)).toEqual([['CHN'], ['JPN']]);
    expect(events.map(({ headline }) => headline)).toEqual([true, false]);
  });
});

describe('the sample releases', () => {
  const folder = new URL('../../../data/releases/', import.meta.url).pathname;
  const extract = createExtractor(loadLexicon());
  const name = '2006-11-17-new-zealand-and-vietnam-develop-defence-relationship';

  it('give all ten events of the release on defence relations with Vietnam', () => {
    const { release } = readRelease(readFileSync(`${folder}${name}.md`), `${name}.md`);
    const events = release ? extract(release).events : [];
    expect(events.filter(({ headline }) => headline).map(summary)).toEqual(['DECISION 2006-11-17 OCCURRED']);
    expect(events.map(summary)).toEqual(
      expect.arrayContaining([
        'DECISION 2006-11-17 OCCURRED',
        'MEETING 2006-11-17 OCCURRED',
        'MEETING 2007 PLANNED',
        'VISIT 2007 PLANNED',
        'APPOINTMENT 2001 OCCURRED',
        'VISIT 2004 OCCURRED',
        'VISIT 2006 OCCURRED',
        'VISIT 2005 OCCURRED',
        'AGREEMENT 2005-05 OCCURRED',
      ]),
    );
    expect(events.filter((event) => summary(event) === 'VISIT 2004 OCCURRED')).toHaveLength(2);
    expect(events.every(({ countries }) => countries.includes('VNM'))).toBe(true);
    for (const event of events) expect(covers(event.sentence, event)).toBe(true);
  });

  it('give the same events every time', () => {
    const { release } = readRelease(readFileSync(`${folder}${name}.md`), `${name}.md`);
    if (!release) throw new Error('expected the sample release');
    expect(extract(release)).toEqual(extract(release));
  });
});
