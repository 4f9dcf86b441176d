import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/extract/extractor.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { buildRelease } from '../build-release.ts';

const extract = createExtractor(loadLexicon());
const read = (body: string) => {
  const { countries, countriesByPlace } = extract(buildRelease({ body }));
  return [countries.join(' '), countriesByPlace.join(' ')];
};

describe('countries', () => {
  it.each([
    ['The Vietnamese Defence Minister came.', 'VNM', ''],
    ['Talks in Viet Nam and the Solomons.', 'SLB VNM', ''],
    ['Australians and Iraqis met.', 'AUS IRQ', ''],
    ['The UK, the US, the PRC, PNG and the UAE agreed.', 'ARE CHN GBR PNG USA', ''],
    ['England, Scotland, Wales and Northern Ireland play.', 'GBR', ''],
    ['Korea and North Korea talk.', 'KOR PRK', ''],
    ['Kosovo, Taiwan, Hong Kong, the Cook Islands, Niue and Tokelau.', 'COK HKG NIU TKL TWN XKX', ''],
    ['The former Yugoslavia and the Soviet Union.', 'SUN YUG', ''],
    ['Burma and Holland signed.', 'MMR NLD', ''],
    ['They flew to Georgia and on to Chad.', 'GEO TCD', ''],
    ['Helped in Jordan.', 'JOR', ''],
    ['He met the Georgian Prime Minister.', 'GEO', ''],
    ['VISIT TO VIETNAM', 'VNM', ''],
    ['French troops left.', 'FRA', ''],
    ['Visiting France and Imperial Germany.', 'DEU FRA', ''],
    ['The Netherlands Antilles signed.', 'ANT', ''],
    ['In Samoa, Tonga and Cook Islands Maori.', 'TON WSM', ''],
  ])('finds them in "%s"', (body, countries, places) => {
    expect(read(body)).toEqual([countries, places]);
  });

  it.each([
    ['He left for Hanoi.', '', 'VNM'],
    ['Troops served at Gallipoli and in Basra.', '', 'IRQ TUR'],
    ['New South Wales and Queensland agreed.', '', 'AUS'],
    ['She flew to Hanoi in Vietnam.', 'VNM', ''],
    ['Talks in Paris and the South Australian Department.', '', 'AUS FRA'],
  ])('finds them by place in "%s"', (body, countries, places) => {
    expect(read(body)).toEqual([countries, places]);
  });

  it.each([
    'Finance Minister Bill English spoke English.',
    'Mr English agreed.',
    'Jordan Smith and Chad Taylor won.',
    'Kevin Ireland and Tony France wrote.',
    'They sailed the South China Sea and the Indian Ocean.',
    'The Gulf of Oman and the Taiwan Strait.',
    'The Samoan community and Chinese New Zealanders marked Chinese New Year.',
    'Samoan, Tongan and Niuean communities.',
    'Jersey cows, Brazil nuts, Air India and German measles.',
    'The Prince of Wales came.',
    'Lessons in French and Japanese language.',
    'Please tell us when to come.',
    'It cost US$5 million.',
    "The America's Cup was won.",
    'Latin America and the West Indies.',
    'The Doha Round and the Kyoto Protocol.',
    'The European Union and NATO.',
    'New Zealand, New Zealanders and Wellington.',
    'Roast turkey, fine china and polish.',
    'It costs US $5 million, or several million US dollars.',
    'The Montreal Protocol, the Paris Agreement and the Paris Climate Agreement.',
    'The strains A/Michigan/45/2015 and A/Hong Kong/4801/2014.',
    'The student Cecily Holland and Justice France spoke.',
    'Leaflets in Hindi, Thai, Lao, Punjabi and Cook Islands Māori.',
    'Young and old, Māori, Pākehā, Indian, Samoan, Chinese.',
    'The Wellington Chinese Sports Centre.',
    'Peace on the Korean Peninsula.',
    'Raukawa ki te Tonga and Te Arawa.',
    'The Sydney Morning Herald and the New York Times wrote of Dublin Street.',
  ])('finds none in "%s"', (body) => {
    expect(read(body)).toEqual(['', '']);
  });

  it('keeps span and rule of each', () => {
    const release = buildRelease({ title: 'Visit', body: 'The Vietnamese army trained in Hanoi.' });
    const mentions = extract(release).mentions.map(({ start, end, kind, target, rule }) => [
      release.text.slice(start, end),
      kind,
      target,
      rule,
    ]);
    expect(mentions).toEqual([
      ['Vietnamese', 'COUNTRY', 'VNM', 'country/adjective'],
      ['Hanoi', 'PLACE', 'VNM', 'country/place'],
    ]);
  });
});
