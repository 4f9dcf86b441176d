import type { EventFilter } from '../../src/store/filters.ts';

/**
 * A phrase, the filter it gives (`text` within it), and the reading in lines: "READS text = values" for each part,
 * "READS NOT" where it is excluded, "IGNORED text", "DID YOU MEAN text = names", "OLDEST FIRST", "LIMIT n",
 * "NOT UNDERSTOOD".
 */
export type PhraseCase = readonly [phrase: string, filter: EventFilter, reading: readonly string[]];

export const COUNTRIES: readonly PhraseCase[] = [
  [
    'all Vietnam defence events since 2005',
    { countries: ['VNM'], portfolios: ['associate-minister-of-defence', 'defence'], from: '2005-01-01' },
    [
      'COUNTRY Vietnam = VNM',
      'PORTFOLIO defence = associate-minister-of-defence defence',
      'DATE since 2005 = 2005-01-01/..',
    ],
  ],
  [
    'Vietnamese defence events before 1999',
    { countries: ['VNM'], portfolios: ['associate-minister-of-defence', 'defence'], to: '1998-12-31' },
    [
      'COUNTRY Vietnamese = VNM',
      'PORTFOLIO defence = associate-minister-of-defence defence',
      'DATE before 1999 = ../1998-12-31',
    ],
  ],
  [
    'agreements with Australia and Japan',
    { types: ['AGREEMENT'], countries: ['AUS', 'JPN'] },
    ['TYPE agreements = AGREEMENT', 'COUNTRY Australia = AUS', 'COUNTRY Japan = JPN'],
  ],
  [
    'agreements between Australia and Japan',
    { types: ['AGREEMENT'], allCountries: ['AUS', 'JPN'] },
    ['TYPE agreements = AGREEMENT', 'COUNTRY Australia = AUS', 'COUNTRY Japan = JPN'],
  ],
  [
    'Australia-Japan agreements',
    { allCountries: ['AUS', 'JPN'], types: ['AGREEMENT'] },
    ['COUNTRY Australia = AUS', 'COUNTRY Japan = JPN', 'TYPE agreements = AGREEMENT'],
  ],
  [
    'meetings with both China and Taiwan',
    { types: ['MEETING'], allCountries: ['CHN', 'TWN'] },
    ['TYPE meetings = MEETING', 'COUNTRY China = CHN', 'COUNTRY Taiwan = TWN'],
  ],
  [
    'either Australia or Japan',
    { countries: ['AUS', 'JPN'] },
    ['COUNTRY Australia = AUS', 'COUNTRY Japan = JPN'],
  ],
  [
    'agreements between New Zealand and Japan',
    { types: ['AGREEMENT'], countries: ['JPN'] },
    ['TYPE agreements = AGREEMENT', 'COUNTRY Japan = JPN'],
  ],
  ['NZ-Vietnam relations', { countries: ['VNM'] }, ['COUNTRY Vietnam = VNM']],
  [
    'Cook Islands, Niue and Tokelau aid',
    { countries: ['COK', 'NIU', 'TKL'], types: ['AID'] },
    ['COUNTRY Cook Islands = COK', 'COUNTRY Niue = NIU', 'COUNTRY Tokelau = TKL', 'TYPE aid = AID'],
  ],
  [
    'VNM defence',
    { countries: ['VNM'], portfolios: ['associate-minister-of-defence', 'defence'] },
    ['COUNTRY VNM = VNM', 'PORTFOLIO defence = associate-minister-of-defence defence'],
  ],
  [
    'who signed treaties with us',
    { types: ['AGREEMENT'], countries: ['USA'] },
    ['TYPE signed = AGREEMENT', 'TYPE treaties = AGREEMENT', 'COUNTRY us = USA'],
  ],
  ['VISITS AND TALKS', { types: ['MEETING', 'VISIT'] }, ['TYPE VISITS = VISIT', 'TYPE TALKS = MEETING']],
  [
    'Georgia meetings',
    { countries: ['GEO'], types: ['MEETING'] },
    ['COUNTRY Georgia = GEO', 'TYPE meetings = MEETING'],
  ],
  [
    'Jordan visits',
    { countries: ['JOR'], types: ['VISIT'] },
    ['COUNTRY Jordan = JOR', 'TYPE visits = VISIT'],
  ],
  [
    'Jordan Smith awards',
    { types: ['AWARD'], text: '"Jordan Smith"' },
    ['TEXT Jordan Smith = "Jordan Smith"', 'TYPE awards = AWARD'],
  ],
  [
    'Dominican visits',
    { countries: ['DMA', 'DOM'], types: ['VISIT'] },
    ['COUNTRY Dominican = DMA DOM', 'TYPE visits = VISIT'],
  ],
  [
    'English visits',
    { countries: ['GBR'], types: ['VISIT'] },
    ['COUNTRY English = GBR', 'TYPE visits = VISIT'],
  ],
  [
    'visits to Hanoi between 2004 and 2008',
    { types: ['VISIT'], countries: ['VNM'], from: '2004-01-01', to: '2008-12-31', text: 'Hanoi' },
    ['TYPE visits = VISIT', 'PLACE Hanoi = VNM', 'DATE between 2004 and 2008 = 2004-01-01/2008-12-31'],
  ],
  [
    'Goff in Hanoi, Jakarta and Bangkok',
    { ministers: ['phil-goff'], countries: ['IDN', 'THA', 'VNM'] },
    ['MINISTER Goff = phil-goff', 'PLACE Hanoi = VNM', 'PLACE Jakarta = IDN', 'PLACE Bangkok = THA'],
  ],
  ['Chinese New Year events', { text: '"Chinese New Year"' }, ['TEXT Chinese New Year = "Chinese New Year"']],
  [
    'South China Sea statements',
    { types: ['STATEMENT'], text: '"South China Sea"' },
    ['TEXT South China Sea = "South China Sea"', 'TYPE statements = STATEMENT'],
  ],
  [
    'Samoan community festivals',
    { types: ['COMMEMORATION'], text: '"Samoan community"' },
    ['TEXT Samoan community = "Samoan community"', 'TYPE festivals = COMMEMORATION'],
  ],
  [
    'meetings not in Australia',
    { types: ['MEETING'], notCountries: ['AUS'] },
    ['TYPE meetings = MEETING', 'COUNTRY NOT Australia = AUS'],
  ],
  [
    'visits to the Pacific',
    { types: ['VISIT'], text: 'Pacific' },
    ['TYPE visits = VISIT', 'TEXT Pacific = Pacific'],
  ],
  ['everything in Bhutan', { countries: ['BTN'] }, ['COUNTRY Bhutan = BTN']],
];

export const PORTFOLIOS: readonly PhraseCase[] = [
  [
    'Maori affairs bills',
    { portfolios: ['maori-affairs', 'maori-development'], types: ['LEGISLATION'] },
    ['PORTFOLIO Maori affairs = maori-affairs maori-development', 'TYPE bills = LEGISLATION'],
  ],
  [
    'Māori Development laws from 2004 to 2008',
    {
      portfolios: ['maori-affairs', 'maori-development'],
      types: ['LEGISLATION'],
      from: '2004-01-01',
      to: '2008-12-31',
    },
    [
      'PORTFOLIO Māori Development = maori-affairs maori-development',
      'TYPE laws = LEGISLATION',
      'DATE from 2004 to 2008 = 2004-01-01/2008-12-31',
    ],
  ],
  [
    'foreign affairs and trade treaties with the US',
    {
      portfolios: ['foreign-affairs', 'foreign-affairs-and-trade'],
      types: ['AGREEMENT'],
      countries: ['USA'],
    },
    [
      'PORTFOLIO foreign affairs and trade = foreign-affairs foreign-affairs-and-trade',
      'TYPE treaties = AGREEMENT',
      'COUNTRY US = USA',
    ],
  ],
  [
    'trade agreements with China',
    { portfolios: ['trade', 'trade-negotiations'], types: ['AGREEMENT'], countries: ['CHN'] },
    ['PORTFOLIO trade = trade trade-negotiations', 'TYPE agreements = AGREEMENT', 'COUNTRY China = CHN'],
  ],
  [
    'defence and trade',
    { portfolios: ['associate-minister-of-defence', 'defence', 'trade', 'trade-negotiations'] },
    [
      'PORTFOLIO defence = associate-minister-of-defence defence',
      'PORTFOLIO trade = trade trade-negotiations',
    ],
  ],
  [
    'Minister for Climate Change summits in the 1990s',
    {
      portfolios: ['climate-change', 'climate-change-issues'],
      types: ['CONFERENCE'],
      from: '1990-01-01',
      to: '1999-12-31',
    },
    [
      'PORTFOLIO Minister for Climate Change = climate-change climate-change-issues',
      'TYPE summits = CONFERENCE',
      'DATE in the 1990s = 1990-01-01/1999-12-31',
    ],
  ],
  [
    'Defence Minister visits to Afghanistan',
    { portfolios: ['associate-minister-of-defence', 'defence'], types: ['VISIT'], countries: ['AFG'] },
    [
      'PORTFOLIO Defence Minister = associate-minister-of-defence defence',
      'TYPE visits = VISIT',
      'COUNTRY Afghanistan = AFG',
    ],
  ],
  [
    'Vietnamese defence minister visits',
    { countries: ['VNM'], portfolios: ['associate-minister-of-defence', 'defence'], types: ['VISIT'] },
    [
      'COUNTRY Vietnamese = VNM',
      'PORTFOLIO defence minister = associate-minister-of-defence defence',
      'TYPE visits = VISIT',
    ],
  ],
  [
    'Vietnamese prime minister visits',
    { countries: ['VNM'], types: ['VISIT'], text: '"prime minister"' },
    ['COUNTRY Vietnamese = VNM', 'TEXT prime minister = "prime minister"', 'TYPE visits = VISIT'],
  ],
  [
    'PM visits to Australia this year',
    {
      portfolios: ['prime-minister'],
      types: ['VISIT'],
      countries: ['AUS'],
      from: '2026-01-01',
      to: '2026-12-31',
    },
    [
      'PORTFOLIO PM = prime-minister',
      'TYPE visits = VISIT',
      'COUNTRY Australia = AUS',
      'DATE this year = 2026',
    ],
  ],
  [
    'associate minister of defence',
    { portfolios: ['associate-minister-of-defence'] },
    ['PORTFOLIO associate minister of defence = associate-minister-of-defence'],
  ],
  [
    'health funding 2010',
    { portfolios: ['health'], types: ['FUNDING'], from: '2010-01-01', to: '2010-12-31' },
    ['PORTFOLIO health = health', 'TYPE funding = FUNDING', 'DATE 2010 = 2010'],
  ],
  ['education', { portfolios: ['education'] }, ['PORTFOLIO education = education']],
  ['events about education', { text: 'education' }, ['TEXT education = education']],
  [
    'events about foreign affairs with Fiji',
    { countries: ['FJI'], text: '"foreign affairs"' },
    ['TEXT foreign affairs = "foreign affairs"', 'COUNTRY Fiji = FJI'],
  ],
  ['state visits', { types: ['VISIT'] }, ['TYPE state visits = VISIT']],
  [
    'Auckland meetings',
    { types: ['MEETING'], text: 'Auckland' },
    ['TEXT Auckland = Auckland', 'TYPE meetings = MEETING'],
  ],
  [
    'events without health or education',
    { notPortfolios: ['education', 'health'] },
    ['PORTFOLIO NOT health = health', 'PORTFOLIO NOT education = education'],
  ],
];

export const MINISTERS: readonly PhraseCase[] = [
  [
    'visits by Phil Goff to Vietnam in May 2005',
    { types: ['VISIT'], ministers: ['phil-goff'], countries: ['VNM'], from: '2005-05-01', to: '2005-05-31' },
    [
      'TYPE visits = VISIT',
      'MINISTER Phil Goff = phil-goff',
      'COUNTRY Vietnam = VNM',
      'DATE in May 2005 = 2005-05',
    ],
  ],
  [
    "Goff's visits to Viet Nam",
    { ministers: ['phil-goff'], types: ['VISIT'], countries: ['VNM'] },
    ['MINISTER Goff = phil-goff', 'TYPE visits = VISIT', 'COUNTRY Viet Nam = VNM'],
  ],
  [
    'Mr Goff meetings last year',
    { ministers: ['phil-goff'], types: ['MEETING'], from: '2025-01-01', to: '2025-12-31' },
    ['MINISTER Mr Goff = phil-goff', 'TYPE meetings = MEETING', 'DATE last year = 2025'],
  ],
  [
    'Clark and Goff visits to China',
    { ministers: ['david-clark', 'helen-clark', 'phil-goff'], types: ['VISIT'], countries: ['CHN'] },
    [
      'MINISTER Clark = david-clark helen-clark',
      'MINISTER Goff = phil-goff',
      'TYPE visits = VISIT',
      'COUNTRY China = CHN',
    ],
  ],
  [
    'Defence Minister Phil Goff',
    { ministers: ['phil-goff'] },
    ['MINISTER Defence Minister Phil Goff = phil-goff'],
  ],
  [
    'Rt Hon Winston Peters',
    { ministers: ['winston-peters'] },
    ['MINISTER Rt Hon Winston Peters = winston-peters'],
  ],
  [
    'key agreements with China',
    { types: ['AGREEMENT'], countries: ['CHN'] },
    ['TYPE agreements = AGREEMENT', 'COUNTRY China = CHN'],
  ],
  [
    "Key's visits to China",
    { ministers: ['john-key'], types: ['VISIT'], countries: ['CHN'] },
    ['MINISTER Key = john-key', 'TYPE visits = VISIT', 'COUNTRY China = CHN'],
  ],
  [
    'visits by Key to China',
    { types: ['VISIT'], ministers: ['john-key'], countries: ['CHN'] },
    ['TYPE visits = VISIT', 'MINISTER Key = john-key', 'COUNTRY China = CHN'],
  ],
  [
    'meetings of Key with Australia',
    { types: ['MEETING'], ministers: ['john-key'], countries: ['AUS'] },
    ['TYPE meetings = MEETING', 'MINISTER Key = john-key', 'COUNTRY Australia = AUS'],
  ],
  [
    'Kevin Brown awards',
    { types: ['AWARD'], text: '"Kevin Brown"' },
    ['TEXT Kevin Brown = "Kevin Brown"', 'TYPE awards = AWARD'],
  ],
  [
    "Bill English's budget",
    { ministers: ['bill-english'], types: ['FUNDING'] },
    ['MINISTER Bill English = bill-english', 'TYPE budget = FUNDING'],
  ],
  ['DAMIEN O’CONNOR', { ministers: ['damien-oconnor'] }, ['MINISTER DAMIEN O’CONNOR = damien-oconnor']],
  [
    'brooke van velden',
    { ministers: ['brooke-van-velden'] },
    ['MINISTER brooke van velden = brooke-van-velden'],
  ],
  [
    'meetings of Mr English and Mr Key',
    { types: ['MEETING'], ministers: ['bill-english', 'john-key'] },
    ['TYPE meetings = MEETING', 'MINISTER Mr English = bill-english', 'MINISTER Mr Key = john-key'],
  ],
  [
    "English's budget",
    { ministers: ['bill-english'], types: ['FUNDING'] },
    ['MINISTER English = bill-english', 'TYPE budget = FUNDING'],
  ],
  [
    'visits by Tony Blair',
    { types: ['VISIT'], text: '"Tony Blair"' },
    ['TYPE visits = VISIT', 'TEXT Tony Blair = "Tony Blair"'],
  ],
  [
    'meetings without Goff',
    { types: ['MEETING'], notMinisters: ['phil-goff'] },
    ['TYPE meetings = MEETING', 'MINISTER NOT Goff = phil-goff'],
  ],
];

export const OFFICIALS: readonly PhraseCase[] = [
  [
    'meetings with Alexander Downer',
    { types: ['MEETING'], officials: ['alexander-downer-aus'] },
    ['TYPE meetings = MEETING', 'OFFICIAL Alexander Downer = alexander-downer-aus'],
  ],
  [
    'Australian Foreign Minister Downer',
    { countries: ['AUS'], officials: ['alexander-downer-aus'] },
    ['COUNTRY Australian = AUS', 'OFFICIAL Foreign Minister Downer = alexander-downer-aus'],
  ],
  [
    "Downer's visits in 2004",
    { types: ['VISIT'], officials: ['alexander-downer-aus'], from: '2004-01-01', to: '2004-12-31' },
    ['OFFICIAL Downer = alexander-downer-aus', 'TYPE visits = VISIT', 'DATE in 2004 = 2004'],
  ],
  ['Mr Downer', { officials: ['alexander-downer-aus'] }, ['OFFICIAL Mr Downer = alexander-downer-aus']],
  ['president bush', { officials: ['george-w-bush-usa'] }, ['OFFICIAL president bush = george-w-bush-usa']],
  [
    'President George W. Bush',
    { officials: ['george-w-bush-usa'] },
    ['OFFICIAL President George W. Bush = george-w-bush-usa'],
  ],
  // The lexicon has him as a name to look for in the text; the graph has him as a node.
  [
    'visits by Kofi Annan',
    { types: ['VISIT'], officials: ['kofi-annan-gha'] },
    ['TYPE visits = VISIT', 'OFFICIAL Kofi Annan = kofi-annan-gha'],
  ],
  [
    'Nguyễn Tấn Dũng and Phil Goff',
    { ministers: ['phil-goff'], officials: ['nguyen-tan-dung-vnm'] },
    ['OFFICIAL Nguyễn Tấn Dũng = nguyen-tan-dung-vnm', 'MINISTER Phil Goff = phil-goff'],
  ],
  [
    'stephen smith',
    { officials: ['stephen-smith-aus', 'stephen-smith-gbr'] },
    ['OFFICIAL stephen smith = stephen-smith-aus stephen-smith-gbr'],
  ],
  [
    'Vietnam events except Nguyen Tan Dung',
    { countries: ['VNM'], notOfficials: ['nguyen-tan-dung-vnm'] },
    ['COUNTRY Vietnam = VNM', 'OFFICIAL NOT Nguyen Tan Dung = nguyen-tan-dung-vnm'],
  ],
  [
    'meetings without President Bush or Mr Downer in 2004',
    {
      types: ['MEETING'],
      notOfficials: ['alexander-downer-aus', 'george-w-bush-usa'],
      from: '2004-01-01',
      to: '2004-12-31',
    },
    [
      'TYPE meetings = MEETING',
      'OFFICIAL NOT President Bush = george-w-bush-usa',
      'OFFICIAL NOT Downer = alexander-downer-aus',
      'DATE in 2004 = 2004',
    ],
  ],
  [
    'Kofi Annan but not Stephen Smith',
    { officials: ['kofi-annan-gha'], notOfficials: ['stephen-smith-aus', 'stephen-smith-gbr'] },
    [
      'OFFICIAL Kofi Annan = kofi-annan-gha',
      'OFFICIAL NOT Stephen Smith = stephen-smith-aus stephen-smith-gbr',
    ],
  ],
  // Events with both are meant, which two lists of what must not be do not say.
  [
    'meetings excluding visits of Kofi Annan',
    { types: ['MEETING'] },
    ['TYPE meetings = MEETING', 'IGNORED excluding visits of Kofi Annan'],
  ],
  // A usual word, another given name, a word that is also a kind of event, and small letters: words of the text.
  [
    'Bishop meetings',
    { types: ['MEETING'], text: 'Bishop' },
    ['TEXT Bishop = Bishop', 'TYPE meetings = MEETING'],
  ],
  [
    'meetings of Jane Downer',
    { types: ['MEETING'], text: '"Jane Downer"' },
    ['TYPE meetings = MEETING', 'TEXT Jane Downer = "Jane Downer"'],
  ],
  [
    'australian policy',
    { countries: ['AUS'], types: ['DECISION'] },
    ['COUNTRY australian = AUS', 'TYPE policy = DECISION'],
  ],
  [
    'meetings with downer',
    { types: ['MEETING'], text: 'downer' },
    ['TYPE meetings = MEETING', 'TEXT downer = downer'],
  ],
  [
    'events without Alexander Downer',
    { notOfficials: ['alexander-downer-aus'] },
    ['OFFICIAL NOT Alexander Downer = alexander-downer-aus'],
  ],
  [
    'Alexander Downr',
    {},
    ['IGNORED Alexander Downr', 'DID YOU MEAN Alexander Downr = Alexander Downer', 'NOT UNDERSTOOD'],
  ],
];

export const KINDS: readonly PhraseCase[] = [
  ['visits', { types: ['VISIT'] }, ['TYPE visits = VISIT']],
  [
    'What agreements did NZ sign with China in 2008?',
    { types: ['AGREEMENT'], countries: ['CHN'], from: '2008-01-01', to: '2008-12-31' },
    ['TYPE agreements = AGREEMENT', 'TYPE sign = AGREEMENT', 'COUNTRY China = CHN', 'DATE in 2008 = 2008'],
  ],
  [
    'meetings and summits with ASEAN',
    { types: ['CONFERENCE', 'MEETING'], text: 'ASEAN' },
    ['TYPE meetings = MEETING', 'TYPE summits = CONFERENCE', 'TEXT ASEAN = ASEAN'],
  ],
  [
    'treaties with Chile',
    { types: ['AGREEMENT'], countries: ['CHL'] },
    ['TYPE treaties = AGREEMENT', 'COUNTRY Chile = CHL'],
  ],
  [
    'deployments to East Timor',
    { types: ['DEPLOYMENT'], countries: ['TLS'] },
    ['TYPE deployments = DEPLOYMENT', 'COUNTRY East Timor = TLS'],
  ],
  [
    'aid to Samoa after the 2009 tsunami',
    { types: ['AID'], countries: ['WSM'], from: '2009-01-01', to: '2009-12-31', text: 'tsunami' },
    ['TYPE aid = AID', 'COUNTRY Samoa = WSM', 'DATE the 2009 = 2009', 'TEXT tsunami = tsunami'],
  ],
  ['bills passed', { types: ['LEGISLATION'] }, ['TYPE bills = LEGISLATION', 'TYPE passed = LEGISLATION']],
  [
    'laws in 2006',
    { types: ['LEGISLATION'], from: '2006-01-01', to: '2006-12-31' },
    ['TYPE laws = LEGISLATION', 'DATE in 2006 = 2006'],
  ],
  [
    'new ambassadors to Japan',
    { types: ['APPOINTMENT'], countries: ['JPN'] },
    ['TYPE new ambassadors = APPOINTMENT', 'COUNTRY Japan = JPN'],
  ],
  [
    'appointments and awards',
    { types: ['APPOINTMENT', 'AWARD'] },
    ['TYPE appointments = APPOINTMENT', 'TYPE awards = AWARD'],
  ],
  ['disasters', { types: ['INCIDENT'] }, ['TYPE disasters = INCIDENT']],
  [
    'condemnations of nuclear tests by France',
    { types: ['STATEMENT'], countries: ['FRA'], text: '"nuclear tests"' },
    ['TYPE condemnations = STATEMENT', 'TEXT nuclear tests = "nuclear tests"', 'COUNTRY France = FRA'],
  ],
  [
    'free trade agreements with China',
    { types: ['AGREEMENT'], countries: ['CHN'], text: '"free trade"' },
    ['TYPE free trade agreements = AGREEMENT "free trade"', 'COUNTRY China = CHN'],
  ],
  [
    'anti-nuclear legislation',
    { types: ['LEGISLATION'], text: '"anti-nuclear"' },
    ['TEXT anti-nuclear = "anti-nuclear"', 'TYPE legislation = LEGISLATION'],
  ],
  [
    'events except visits to Australia since 2010',
    { from: '2010-01-01' },
    ['DATE since 2010 = 2010-01-01/..', 'IGNORED except visits to Australia'],
  ],
  ['everything except visits', { notTypes: ['VISIT'] }, ['TYPE NOT visits = VISIT']],
  [
    'tell me about visits to Tonga',
    { types: ['VISIT'], countries: ['TON'] },
    ['TYPE visits = VISIT', 'COUNTRY Tonga = TON'],
  ],
  ['events about visits', { text: 'visits' }, ['TEXT visits = visits']],
  [
    'planned meetings with Indonesia',
    { statuses: ['PLANNED'], types: ['MEETING'], countries: ['IDN'] },
    ['STATUS planned = PLANNED', 'TYPE meetings = MEETING', 'COUNTRY Indonesia = IDN'],
  ],
  [
    'upcoming visits',
    { statuses: ['PLANNED'], types: ['VISIT'], from: '2026-11-23' },
    ['STATUS upcoming = PLANNED 2026-11-23/..', 'TYPE visits = VISIT'],
  ],
  [
    'cancelled or postponed trips',
    { statuses: ['CANCELLED'], types: ['VISIT'] },
    ['STATUS cancelled = CANCELLED', 'STATUS postponed = CANCELLED', 'TYPE trips = VISIT'],
  ],
  [
    'ongoing deployments',
    { statuses: ['ONGOING'], types: ['DEPLOYMENT'] },
    ['STATUS ongoing = ONGOING', 'TYPE deployments = DEPLOYMENT'],
  ],
  [
    'past exercises with Singapore',
    { statuses: ['OCCURRED'], types: ['EXERCISE'], countries: ['SGP'] },
    ['STATUS past = OCCURRED', 'TYPE exercises = EXERCISE', 'COUNTRY Singapore = SGP'],
  ],
  [
    'main events 2006',
    { from: '2006-01-01', to: '2006-12-31', headline: true },
    ['HEADLINE main events = true', 'DATE 2006 = 2006'],
  ],
  [
    'incidents mentioned in passing',
    { types: ['INCIDENT'], headline: false },
    ['TYPE incidents = INCIDENT', 'HEADLINE mentioned in passing = false'],
  ],
];

export const DATES: readonly PhraseCase[] = [
  ['since 2005', { from: '2005-01-01' }, ['DATE since 2005 = 2005-01-01/..']],
  ['after 2005', { from: '2006-01-01' }, ['DATE after 2005 = 2006-01-01/..']],
  ['before 1999', { to: '1998-12-31' }, ['DATE before 1999 = ../1998-12-31']],
  ['until 2008', { to: '2008-12-31' }, ['DATE until 2008 = ../2008-12-31']],
  ['2006', { from: '2006-01-01', to: '2006-12-31' }, ['DATE 2006 = 2006']],
  ['in May 2005', { from: '2005-05-01', to: '2005-05-31' }, ['DATE in May 2005 = 2005-05']],
  ['in May', { from: '2026-05-01', to: '2026-05-31' }, ['DATE in May = 2026-05']],
  ['after 9 November 2001', { from: '2001-11-10' }, ['DATE after 9 November 2001 = 2001-11-10/..']],
  [
    '9th of November 2001 to 15 November 2001',
    { from: '2001-11-09', to: '2001-11-15' },
    ['DATE 9th of November 2001 to 15 November 2001 = 2001-11-09/2001-11-15'],
  ],
  ['November 9, 2001', { from: '2001-11-09', to: '2001-11-09' }, ['DATE November 9, 2001 = 2001-11-09']],
  [
    'from May to August 2005',
    { from: '2005-05-01', to: '2005-08-31' },
    ['DATE from May to August 2005 = 2005-05-01/2005-08-31'],
  ],
  ['2005-05-07', { from: '2005-05-07', to: '2005-05-07' }, ['DATE 2005-05-07 = 2005-05-07']],
  ['2005-08', { from: '2005-08-01', to: '2005-08-31' }, ['DATE 2005-08 = 2005-08']],
  ['7/5/2005', { from: '2005-05-07', to: '2005-05-07' }, ['DATE 7/5/2005 = 2005-05-07']],
  [
    '2004–08 treaties',
    { types: ['AGREEMENT'], from: '2004-01-01', to: '2008-12-31' },
    ['DATE 2004–08 = 2004-01-01/2008-12-31', 'TYPE treaties = AGREEMENT'],
  ],
  ['2004 to 2008', { from: '2004-01-01', to: '2008-12-31' }, ['DATE 2004 to 2008 = 2004-01-01/2008-12-31']],
  [
    'laws in 2005/06',
    { types: ['LEGISLATION'], from: '2005-07-01', to: '2006-06-30' },
    ['TYPE laws = LEGISLATION', 'DATE in 2005/06 = 2005-07-01/2006-06-30'],
  ],
  ['the 1990s', { from: '1990-01-01', to: '1999-12-31' }, ['DATE the 1990s = 1990-01-01/1999-12-31']],
  [
    '1990s and 2000s',
    { from: '1990-01-01', to: '2009-12-31' },
    ['DATE 1990s = 1990-01-01/1999-12-31', 'DATE 2000s = 2000-01-01/2009-12-31'],
  ],
  ['90s', { from: '1990-01-01', to: '1999-12-31' }, ['DATE 90s = 1990-01-01/1999-12-31']],
  ['last year', { from: '2025-01-01', to: '2025-12-31' }, ['DATE last year = 2025']],
  ['this month', { from: '2026-11-01', to: '2026-11-30' }, ['DATE this month = 2026-11']],
  ['next week', { from: '2026-11-30', to: '2026-12-06' }, ['DATE next week = 2026-11-30/2026-12-06']],
  ['last 5 years', { from: '2021-11-23', to: '2026-11-23' }, ['DATE last 5 years = 2021-11-23/2026-11-23']],
  ['the past year', { from: '2025-11-23', to: '2026-11-23' }, ['DATE the past year = 2025-11-23/2026-11-23']],
  ['two years ago', { from: '2024-01-01', to: '2024-12-31' }, ['DATE two years ago = 2024']],
  [
    'headlines from last month',
    { from: '2026-10-01', to: '2026-10-31', headline: true },
    ['HEADLINE headlines = true', 'DATE from last month = 2026-10'],
  ],
  ['2005 onwards', { from: '2005-01-01' }, ['DATE 2005 onwards = 2005-01-01/..']],
  ['2005 or earlier', { to: '2005-12-31' }, ['DATE 2005 or earlier = ../2005-12-31']],
  [
    'since 2005 until 2010',
    { from: '2005-01-01', to: '2010-12-31' },
    ['DATE since 2005 = 2005-01-01/..', 'DATE until 2010 = ../2010-12-31'],
  ],
  ['2005 and 2006', { from: '2005-01-01', to: '2006-12-31' }, ['DATE 2005 = 2005', 'DATE 2006 = 2006']],
  ['2005 and 2009', { from: '2005-01-01', to: '2005-12-31' }, ['DATE 2005 = 2005', 'IGNORED 2009']],
  [
    'since 2005 before 1999',
    { from: '2005-01-01' },
    ['DATE since 2005 = 2005-01-01/..', 'IGNORED before 1999'],
  ],
  [
    'definitely in May 2005',
    { from: '2005-05-01', to: '2005-05-31', certainly: true },
    ['DATE in May 2005 = 2005-05'],
  ],
  ['yesterday', { from: '2026-11-22', to: '2026-11-22' }, ['DATE yesterday = 2026-11-22']],
  ['31/2/2005', { from: '2005-01-01', to: '2005-12-31' }, ['DATE 2005 = 2005', 'IGNORED 31', 'IGNORED 2']],
  [
    'last 900 decades',
    { text: 'last 900 decade*' },
    ['TEXT last = last', 'TEXT 900 = 900', 'TEXT decades = decade*'],
  ],
  ['may aid help', { types: ['AID'], text: 'help' }, ['TYPE aid = AID', 'TEXT help = help']],
  [
    'early 2000s',
    { from: '2000-01-01', to: '2009-12-31' },
    ['DATE 2000s = 2000-01-01/2009-12-31', 'IGNORED early'],
  ],
  ['last Friday', {}, ['ORDER last = DATE_DESC', 'IGNORED Friday']],
];

export const ORDERS: readonly PhraseCase[] = [
  [
    'latest 5 agreements',
    { types: ['AGREEMENT'] },
    ['LIMIT latest 5 = 5 DATE_DESC', 'TYPE agreements = AGREEMENT', 'LIMIT 5'],
  ],
  ['top ten visits', { types: ['VISIT'] }, ['LIMIT top ten = 10', 'TYPE visits = VISIT', 'LIMIT 10']],
  [
    'the three most recent treaties with Chile',
    { types: ['AGREEMENT'], countries: ['CHL'] },
    ['LIMIT three most recent = 3 DATE_DESC', 'TYPE treaties = AGREEMENT', 'COUNTRY Chile = CHL', 'LIMIT 3'],
  ],
  ['5 meetings', { types: ['MEETING'] }, ['LIMIT 5 = 5', 'TYPE meetings = MEETING', 'LIMIT 5']],
  [
    'first visit to Vietnam',
    { types: ['VISIT'], countries: ['VNM'] },
    ['ORDER first = DATE_ASC', 'TYPE visit = VISIT', 'COUNTRY Vietnam = VNM', 'OLDEST FIRST'],
  ],
  ['last 3 visits', { types: ['VISIT'] }, ['LIMIT last 3 = 3 DATE_DESC', 'TYPE visits = VISIT', 'LIMIT 3']],
  [
    'oldest visits to Fiji',
    { types: ['VISIT'], countries: ['FJI'] },
    ['ORDER oldest = DATE_ASC', 'TYPE visits = VISIT', 'COUNTRY Fiji = FJI', 'OLDEST FIRST'],
  ],
  ['visits, newest first', { types: ['VISIT'] }, ['TYPE visits = VISIT', 'ORDER newest first = DATE_DESC']],
  [
    'chronological oldest newest',
    {},
    ['ORDER chronological = DATE_ASC', 'ORDER oldest = DATE_ASC', 'IGNORED newest', 'OLDEST FIRST'],
  ],
  [
    'first home grants',
    { types: ['FUNDING'], text: '"first home"' },
    ['TEXT first home = "first home"', 'TYPE grants = FUNDING'],
  ],
];

export const TEXTS: readonly PhraseCase[] = [
  ['events about peacekeeping', { text: 'peacekeeping' }, ['TEXT peacekeeping = peacekeeping']],
  [
    '"free trade" agreements with Chile',
    { types: ['AGREEMENT'], countries: ['CHL'], text: '"free trade"' },
    ['TEXT "free trade" = "free trade"', 'TYPE agreements = AGREEMENT', 'COUNTRY Chile = CHL'],
  ],
  [
    '“peace process” in Bougainville',
    { countries: ['PNG'], text: '"peace process" Bougainville' },
    ['TEXT “peace process” = "peace process"', 'PLACE Bougainville = PNG'],
  ],
  ['whales', { text: 'whale*' }, ['TEXT whales = whale*']],
  ['"Vietnam"', { text: '"Vietnam"' }, ['TEXT "Vietnam" = "Vietnam"']],
  [
    'UN resolutions on Iraq',
    { countries: ['IRQ'], text: 'UN resolution*' },
    ['TEXT UN = UN', 'TEXT resolutions = resolution*', 'COUNTRY Iraq = IRQ'],
  ],
  [
    'Xi Jinping meetings 2014',
    { types: ['MEETING'], from: '2014-01-01', to: '2014-12-31', text: '"Xi Jinping"' },
    ['TEXT Xi Jinping = "Xi Jinping"', 'TYPE meetings = MEETING', 'DATE 2014 = 2014'],
  ],
  ['malaria aid', { types: ['AID'], text: 'malaria' }, ['TEXT malaria = malaria', 'TYPE aid = AID']],
  ['1080 poison', { text: '1080 poison' }, ['TEXT 1080 = 1080', 'TEXT poison = poison']],
  ['Michael Jordan', { text: '"Michael Jordan"' }, ['TEXT Michael Jordan = "Michael Jordan"']],
  [
    'Labour government bills',
    { types: ['LEGISLATION'] },
    ['TYPE bills = LEGISLATION', 'IGNORED Labour government'],
  ],
];

export const MISREAD: readonly PhraseCase[] = [
  [
    'Vietman defence events',
    { portfolios: ['associate-minister-of-defence', 'defence'] },
    [
      'PORTFOLIO defence = associate-minister-of-defence defence',
      'IGNORED Vietman',
      'DID YOU MEAN Vietman = Vietnam',
    ],
  ],
  ['Vietman', {}, ['IGNORED Vietman', 'DID YOU MEAN Vietman = Vietnam', 'NOT UNDERSTOOD']],
  [
    'Phil Gof visits to Astralia',
    { types: ['VISIT'] },
    [
      'TYPE visits = VISIT',
      'IGNORED Phil Gof',
      'IGNORED Astralia',
      'DID YOU MEAN Phil Gof = Phil Goff',
      'DID YOU MEAN Astralia = Australia',
    ],
  ],
  [
    'agreemnts with Japan',
    { countries: ['JPN'] },
    ['COUNTRY Japan = JPN', 'IGNORED agreemnts', 'DID YOU MEAN agreemnts = agreements, agreement'],
  ],
  [
    'child poverty policies',
    { types: ['DECISION'], text: 'child poverty' },
    ['TEXT child = child', 'TEXT poverty = poverty', 'TYPE policies = DECISION'],
  ],
  ['power cuts', { text: 'power cuts' }, ['TEXT power = power', 'TEXT cuts = cuts']],
  ['of the', {}, ['NOT UNDERSTOOD']],
  ['???', {}, ['NOT UNDERSTOOD']],
  ['all events', {}, []],
  ['New Zealand', {}, []],
];
