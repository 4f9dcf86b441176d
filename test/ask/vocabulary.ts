import type { Country, Minister, Official, Portfolio, Seen } from '../../src/model/graph.ts';
import type { Names } from '../../src/store/store.ts';

const SEEN: Seen = { releaseCount: 1, eventCount: 1, firstSeen: '2000-01-01', lastSeen: '2024-01-01' };

function minister(id: string, name: string, aliases: readonly string[] = []): Minister {
  return { id, name, aliases, ...SEEN };
}

function portfolio(id: string, name: string, lineage = id, office: string | null = null): Portfolio {
  return { id, name, aliases: [], lineage, office, ...SEEN };
}

function official(name: string, countryId: string, aliases: readonly string[] = []): Official {
  const id = `${name.toLowerCase().replaceAll(' ', '-')}-${countryId.toLowerCase()}`;
  return { id, name, aliases, role: null, countryId, organisation: null, roles: [], ...SEEN };
}

const VIETNAM: Country = { id: 'VNM', alpha2: 'VN', name: 'Vietnam', aliases: ['Viet Nam'], ...SEEN };

/** What a small graph has: one country, a few ministers, offices with their lineage and associates. */
export const VOCABULARY: Names = {
  countries: [VIETNAM],
  ministers: [
    minister('bill-english', 'Bill English'),
    minister('damien-oconnor', "Damien O'Connor"),
    minister('david-clark', 'David Clark'),
    minister('helen-clark', 'Helen Clark', ['Rt Hon Helen Clark']),
    minister('john-key', 'John Key'),
    minister('phil-goff', 'Phil Goff', ['Hon Phil Goff']),
    minister('simon-power', 'Simon Power'),
    minister('winston-peters', 'Winston Peters'),
    minister('brooke-van-velden', 'Brooke van Velden'),
  ],
  portfolios: [
    portfolio('associate-minister-of-defence', 'Associate Minister of Defence', 'defence', 'defence'),
    portfolio('climate-change', 'Climate Change'),
    portfolio('climate-change-issues', 'Climate Change Issues', 'climate-change'),
    portfolio('defence', 'Defence'),
    portfolio('education', 'Education'),
    portfolio('foreign-affairs', 'Foreign Affairs'),
    portfolio('foreign-affairs-and-trade', 'Foreign Affairs and Trade', 'foreign-affairs'),
    portfolio('health', 'Health'),
    portfolio('maori-affairs', 'Maori Affairs', 'maori-development'),
    portfolio('maori-development', 'Māori Development', 'maori-development'),
    portfolio('police', 'Police'),
    portfolio('prime-minister', 'Prime Minister'),
    portfolio('trade', 'Trade'),
    portfolio('trade-negotiations', 'Trade Negotiations', 'trade'),
  ],
  officials: [
    official('Alexander Downer', 'AUS', ['Downer']),
    official('George W Bush', 'USA', ['Bush', 'George Bush']),
    official('Helen Goff', 'GBR'),
    official('Julie Bishop', 'AUS'),
    official('Kofi Annan', 'GHA'),
    official('Nguyen Tan Dung', 'VNM', ['Nguyễn Tấn Dũng']),
    official('Policy', 'AUS'),
    official('Stephen Smith', 'AUS'),
    official('Stephen Smith', 'GBR'),
  ],
};

/** The day on which the phrases of the tests are typed. */
export const TODAY = '2026-11-23';
