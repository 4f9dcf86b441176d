import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/extract/extractor.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { buildRelease } from '../build-release.ts';

const extract = createExtractor(loadLexicon());
const officials = (body: string, date = '2006-11-17') =>
  extract(buildRelease({ body, date })).officials.map(({ name, role, of }) => `${name} | ${role} | ${of}`);

describe('officials', () => {
  it.each([
    ['He met Australian Defence Minister Peter Dutton.', 'Peter Dutton | Defence Minister | AUS'],
    ['Peter Dutton, Australia’s Minister for Defence, came.', 'Peter Dutton | Minister for Defence | AUS'],
    [
      'Vietnamese Defence Minister Senior Lieutenant General Phung Quang Thanh came.',
      'Phung Quang Thanh | Defence Minister | VNM',
    ],
    [
      'NATO Secretary-General Jaap de Hoop Scheffer came.',
      'Jaap de Hoop Scheffer | Secretary-General | NATO',
    ],
    ['In Washington he met Secretary of State John Kerry.', 'John Kerry | Secretary of State | USA'],
    ['He met Samoan leaders and Prime Minister Tuilaepa.', 'Tuilaepa | Prime Minister | WSM'],
    ['President Bush agreed.', 'Bush | President | USA'],
    ['The President of Indonesia, Joko Widodo, came.', 'Joko Widodo | President | IDN'],
    [
      'The Canadian Minister of Defence, the Hon Arthur Eggleton, came.',
      'Arthur Eggleton | Minister of Defence | CAN',
    ],
    ['President Park Geun-hye of Korea signed.', 'Park Geun-hye | President | KOR'],
    [
      'United States Ambassador to New Zealand, Charles Swindells, came.',
      'Charles Swindells | Ambassador to New Zealand | USA',
    ],
    ['US General Tom Franks agreed.', 'Tom Franks | General | USA'],
    ['He met Trade Representative (USTR) Ron Kirk in Washington.', 'Ron Kirk | Trade Representative | USA'],
    [
      'The EU Commissioner for Agriculture, Phil Hogan, came.',
      'Phil Hogan | Commissioner for Agriculture | European Union',
    ],
  ])('reads "%s"', (body, expected) => {
    const [name, role, of] = expected.split(' | ');
    const [found, ...more] = extract(buildRelease({ body, date: '2015-11-17' })).officials;
    expect(more).toEqual([]);
    expect([found?.name, found?.of]).toEqual([name, of]);
    expect(role?.startsWith(found?.role ?? '?')).toBe(true);
  });

  it('reads lists and counterparts', () => {
    expect(officials('He met his Australian counterpart, Alexander Downer, in Sydney.')).toEqual([
      'Alexander Downer | null | AUS',
    ]);
    expect(
      officials('Korean President Moon Jae-in and Trade Minister Kim Hyun-chong signed.', '2018-05-01'),
    ).toEqual(['Moon Jae-in | President | KOR', 'Kim Hyun-chong | Trade Minister | KOR']);
  });

  it.each([
    [
      'He met US Trade Representative Robert Lighthizer, Commerce Secretary Wilbur Ross and others.',
      'Wilbur Ross',
    ],
    ['In Indonesia Mr Yudhoyono won.', 'Yudhoyono'],
    ['President Megawati approved it.', 'Megawati'],
    ['In Hong Kong he will meet his counterpart Brian Chau.', 'Brian Chau'],
    ['The Samoan Consul-General in Auckland, Faolotoi Pogi, spoke.', 'Faolotoi Pogi'],
    [
      'Indian President Pranab Mukherjee and Minister of Cooperative Affairs, Radha Singh, came.',
      'Radha Singh',
    ],
    ['He met his Australian counterparts, Senator Tim Ayres, Ed Husic and Julie Collins.', 'Julie Collins'],
    ['He met his South Korean counterpart, Minister of Veterans’ Affairs Sungchoon Park.', 'Sungchoon Park'],
    [
      'In Washington he met Senators John McCain, Richard Lugar (Chair of it), and Lisa Murkowski.',
      'Lisa Murkowski',
    ],
    ['She met US Customs and Border Protection Commissioner Robert Bonner.', 'Robert Bonner'],
    ['Malta joined: Christian Cardona, Malta’s Minister for the Economy, spoke.', 'Christian Cardona'],
    [
      'He will meet Hon Mary Wooldridge, Minister for Mental Health, while he is in Melbourne.',
      'Mary Wooldridge',
    ],
    ['World Health Organisation (WHO) Director-General Tedros Ghebreyesus came.', 'Tedros Ghebreyesus'],
    ['Cook Islands Consul General, Bill Teariki, spoke.', 'Bill Teariki'],
    ['She will meet Nick Gibb, former UK Schools Minister, in London.', 'Nick Gibb'],
    ['Health Minister Annette King and her Swedish counterpart Lars Engqvist met.', 'Lars Engqvist'],
    ['UNHCR head Filippo Grandi came.', 'Filippo Grandi'],
    ['In Fiji he met Secretary-General Sharma of the Commonwealth.', 'Sharma'],
    ['Roger McClure, Chief Executive of the Scottish Funding Council, came.', 'Roger McClure'],
    ['In Singapore Dr Tan See Leng, Singapore’s Second Minister for Trade, signed.', 'Tan See Leng'],
    ['Crude oil pays for Putin’s war, and Russia knows it.', 'Putin'],
    ['In Tonga King Tupou IV spoke.', 'Tupou IV'],
    ['The Prime Ministers of the Netherlands and New Zealand, Wim Kok and Jim Bolger, met.', 'Wim Kok'],
    ['In Fiji Commodore Bainimarama took power.', 'Bainimarama'],
    ['North Korean Chairman Kim Jong Un came.', 'Kim Jong Un'],
    ['New South Wales Minister for Education, Hon Sarah Mitchell, came.', 'Sarah Mitchell'],
  ])('finds the second or short name in "%s"', (body, name) => {
    expect(officials(body, '2015-11-17').map((line) => line.split(' | ')[0])).toContain(name);
  });

  it('makes one of a short and a full name, and mentions of "Mr Downer"', () => {
    const release = buildRelease({
      body: 'Prime Minister Tuilaepa of Samoa came. Tuilaepa Sailele Malielegaoi is the Samoan Prime Minister. Prime Minister Tuilaepa left.',
    });
    const { officials: found, mentions } = extract(release);
    expect(found.map((official) => official.key)).toEqual(['tuilaepa-sailele-malielegaoi@wsm']);
    expect(mentions.filter((mention) => mention.kind === 'OFFICIAL').length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    'New Zealand’s Ambassador to Japan, Ian Kennedy, spoke.',
    'New Zealand High Commissioner to Samoa Nick Hurley spoke.',
    'Police Commissioner Howard Broad went to Australia.',
    'PPTA President Robin Duff disagrees with Australia.',
    'Foreign Minister Winston Peters met Japan.',
    'In Oman Minister Goff met traders.',
    'Associate Minister of Education Roger McClay went to China.',
    'Federated Farmers President Tom Lambie spoke.',
    'The Australian Minister for Trade will come.',
    'Minister Departs For India',
    'Irish Minister for Public Enterprise agreed.',
    'David Truscott, chairman of the Australia-New Zealand Business Council, came.',
    'In Scotland Secondary Principals Association (SPANZ) President Vaughan Couillault spoke.',
    'They died in East Timor. Warrant Officer Tony Walser was one.',
    'He worked in Tehran and advised Prime Minister Muldoon.',
    'American films: King Kong was made here.',
    'Anna Jones visited Samoa, Minister of Health Annette King said.',
    'As High Commissioner in Kuala Lumpur, Mr Price will go to Brunei too.',
    'A fluent Spanish speaker, Mr Capper goes to Chile.',
    'The panel met former Treasury Secretary John Whitehead in Australia.',
    'Mr Zhang knows China.',
    'Commissioner Robinson leads the Police.',
    'In Britain Justice Cooper studied.',
    'In Canada the Prince of Wales Corporate Leaders met.',
  ])('finds none in "%s"', (body) => {
    expect(officials(body)).toEqual([]);
  });
});
