import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { LexiconEntry } from '../../src/lexicon/entry.ts';
import { readLexiconFile } from '../../src/lexicon/files.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { phraseKey } from '../../src/lexicon/words.ts';

const lexicon = loadLexicon();
const DIRECTORY = new URL('../../data/lexicon/', import.meta.url);
const FILES = readdirSync(DIRECTORY).sort();

/** The codes of the countries that a phrase names wherever it stands. */
function strongCodes(phrase: string): string[] {
  const codes = lexicon.matcher
    .lookUp(phrase)
    .flatMap((entry) => (entry.kind === 'COUNTRY' && entry.strength === 'STRONG' ? [entry.code] : []));
  return [...new Set(codes)];
}

describe('the lexicon', () => {
  it('is loaded once', () => {
    expect(loadLexicon()).toBe(lexicon);
  });

  it.each(FILES)('says where %s comes from', (file) => {
    const content = load(readFileSync(new URL(file, DIRECTORY), 'utf8'));
    expect(content).toMatchObject({ source: expect.stringMatching(/.{11}/) });
  });

  it('files every name and alias of a country under its code', () => {
    for (const { code, name, aliases } of lexicon.countries) {
      for (const form of [name, ...aliases]) {
        const codes = lexicon.matcher
          .lookUp(form)
          .flatMap((entry) => (entry.kind === 'COUNTRY' ? [entry.code] : []));
        expect(codes.includes(code) || codes.length === 0, `${form} of ${code} gives ${codes.join()}`).toBe(
          true,
        );
      }
    }
  });

  it('gives no strong name to two: countries, places, organisations, ministers', () => {
    const meanings = new Map<string, Set<string>>();
    const add = (phrase: string, meaning: string) => {
      const key = phraseKey(phrase);
      meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning));
    };
    const { strong } = readLexiconFile('places');
    for (const { name, aliases } of lexicon.countries) {
      for (const form of [name, ...aliases]) for (const code of strongCodes(form)) add(form, code);
    }
    for (const [code, names] of Object.entries(strong)) for (const name of names) add(name, code);
    for (const [name, aliases] of Object.entries(readLexiconFile('organisations').organisations)) {
      for (const form of [name, ...aliases]) add(form, name);
    }
    for (const { id, name, aliases } of lexicon.ministers)
      for (const form of [name, ...aliases]) add(form, id);
    const double = [...meanings].filter(([, owners]) => owners.size > 1);
    expect(double.map(([key, owners]) => `${key}: ${[...owners].join(', ')}`)).toEqual([]);
  });

  it('lists no name of an official, place or blocker twice', () => {
    const { strong, weak } = readLexiconFile('places');
    const lists = [
      ...Object.values(readLexiconFile('officials').officials),
      ...Object.values(strong),
      ...Object.values(weak),
      readLexiconFile('blockers').phrases,
    ];
    const twice = lists.flatMap((names) => names.filter((name, i) => names.indexOf(name) !== i));
    expect(twice).toEqual([]);
  });

  it('resolves every alias', () => {
    const lost: string[] = [];
    const resolves = (phrase: string, isMeant: (entry: LexiconEntry) => boolean) => {
      if (!lexicon.matcher.lookUp(phrase).some(isMeant)) lost.push(phrase);
    };
    for (const { id, name, aliases } of lexicon.ministers) {
      for (const form of [name, ...aliases]) {
        resolves(form, (entry) => entry.kind === 'MINISTER' && entry.id === id);
        expect(lexicon.resolveSigner(form)).toEqual({ value: { id, name } });
      }
    }
    for (const [name, aliases] of Object.entries(readLexiconFile('organisations').organisations)) {
      for (const form of [name, ...aliases])
        resolves(form, (entry) => entry.kind === 'ORGANISATION' && entry.name === name);
    }
    for (const [of, names] of Object.entries(readLexiconFile('officials').officials)) {
      for (const form of names) resolves(form, (entry) => entry.kind === 'OFFICIAL' && entry.of === of);
    }
    const { strong, weak } = readLexiconFile('places');
    for (const [code, names] of [...Object.entries(strong), ...Object.entries(weak)]) {
      for (const form of names) resolves(form, (entry) => entry.kind === 'PLACE' && entry.code === code);
    }
    // Antarctica, Réunion and Saint Martin are names that do not count, or not alone.
    const dropped = new Set(
      Object.values(readLexiconFile('countries').countries).flatMap(({ drop }) => drop),
    );
    for (const { code, name, aliases } of lexicon.countries) {
      for (const form of [name, ...aliases].filter((phrase) => !dropped.has(phrase)))
        resolves(form, (entry) => entry.kind === 'COUNTRY' && entry.code === code);
    }
    for (const [name, { aliases }] of Object.entries(readLexiconFile('portfolios').portfolios)) {
      for (const form of aliases) expect(lexicon.resolvePortfolio(form)).toMatchObject({ value: { name } });
    }
    expect(lost).toEqual([]);
  });

  it('names officials of known countries and organisations only', () => {
    const known = new Set([
      ...lexicon.countries.map((country) => country.code),
      ...Object.keys(readLexiconFile('organisations').organisations),
    ]);
    expect(Object.keys(readLexiconFile('officials').officials).filter((of) => !known.has(of))).toEqual([]);
  });

  // ISO 3166-3 and the names of colonies and kingdoms before independence; Gold Coast is a city in Australia first.
  it.each([
    ['Burma', 'MMR'],
    ['Byelorussia', 'BLR'],
    ['Dahomey', 'BEN'],
    ['French Afars and Issas', 'DJI'],
    ['Djibouti', 'DJI'],
    ['Gilbert and Ellice Islands', 'KIR'],
    ['Ellice Islands', 'TUV'],
    ['Upper Volta', 'BFA'],
    ['New Hebrides', 'VUT'],
    ['Rhodesia', 'ZWE'],
    ['East Timor', 'TLS'],
    ['Portuguese Timor', 'TLS'],
    ['North Vietnam', 'VNM'],
    ['South Yemen', 'YEM'],
    ['Zaire', 'COD'],
    ['Ceylon', 'LKA'],
    ['Siam', 'THA'],
    ['Persia', 'IRN'],
    ['Swaziland', 'SWZ'],
    ['Kampuchea', 'KHM'],
    ['Western Samoa', 'WSM'],
    ['Macedonia', 'MKD'],
    ['Czech Republic', 'CZE'],
    ['Cape Verde', 'CPV'],
    ['Ivory Coast', 'CIV'],
    ['Malaya', 'MYS'],
    ['Formosa', 'TWN'],
    ['Tanganyika', 'TZA'],
    ['Zanzibar', 'TZA'],
    ['Northern Rhodesia', 'ZMB'],
    ['Nyasaland', 'MWI'],
    ['Bechuanaland', 'BWA'],
    ['Basutoland', 'LSO'],
    ['South West Africa', 'NAM'],
    ['British Honduras', 'BLZ'],
    ['British Guiana', 'GUY'],
    ['Dutch Guiana', 'SUR'],
    ['Dutch East Indies', 'IDN'],
    ['East Pakistan', 'BGD'],
    ['Abyssinia', 'ETH'],
    ['Trucial States', 'ARE'],
    ['United Arab Republic', 'EGY'],
    ['Transjordan', 'JOR'],
    ['West Germany', 'DEU'],
    ['East Germany', 'DDR'],
    ['Soviet Union', 'SUN'],
    ['Czechoslovakia', 'CSK'],
    ['Yugoslavia', 'YUG'],
    ['Serbia and Montenegro', 'SCG'],
    ['Netherlands Antilles', 'ANT'],
  ])('knows the former name %s', (name, code) => {
    expect(strongCodes(name)).toEqual([code]);
  });

  it('has an adjective for every country or says why not', () => {
    const { countries, former } = readLexiconFile('countries');
    for (const { code, aliases } of lexicon.countries) {
      const own = countries[code === 'XKX' ? 'UNK' : code] ?? former[code];
      const adjectives = aliases.filter((alias) =>
        lexicon.matcher
          .lookUp(alias)
          .some((entry) => entry.kind === 'COUNTRY' && entry.code === code && entry.form === 'ADJECTIVE'),
      );
      expect(adjectives.length > 0 || own?.noAdjective !== undefined, code).toBe(true);
    }
  });

  it('leaves New Zealand out', () => {
    expect(lexicon.countries.some((country) => country.code === 'NZL')).toBe(false);
  });

  it.each(['XKX', 'TWN', 'HKG', 'COK', 'NIU', 'TKL', 'PSE', 'YUG', 'SUN', 'CSK', 'SCG', 'DDR'])(
    'knows %s',
    (code) => {
      expect(lexicon.countries.some((country) => country.code === code)).toBe(true);
    },
  );

  it.each([
    ['1999-11-30', 'jenny-shipley'],
    ['2008-11-18', 'helen-clark'],
    ['2008-11-19', 'john-key'],
    ['2026-02-01', 'christopher-luxon'],
    ['1900-01-01', null],
  ])('knows the Prime Minister of %s', (date, id) => {
    expect(lexicon.primeMinisterOn(date)).toBe(id);
  });

  it('names holders of offices that it knows, no two at one time', () => {
    const offices = new Set(lexicon.portfolios.map(({ id }) => id));
    for (const { portfolioId, ministerId, from, until } of lexicon.holders) {
      expect(offices).toContain(portfolioId);
      expect(lexicon.ministerById.has(ministerId)).toBe(true);
      expect(from < until).toBe(true);
      const others = lexicon.holders.filter((other) => other.portfolioId === portfolioId);
      expect(others.filter((other) => other.from <= until && other.until >= from)).toHaveLength(1);
    }
    expect(lexicon.holders.length).toBeGreaterThan(5);
  });

  it('has Prime Ministers without gaps, and only known ministers among them', () => {
    for (const { ministerId } of lexicon.primeMinisters)
      expect(lexicon.ministerById.has(ministerId)).toBe(true);
    const days = lexicon.primeMinisters.flatMap(({ until }, i) => {
      const next = lexicon.primeMinisters[i + 1];
      return next && until ? [(Date.parse(next.from) - Date.parse(until)) / 86_400_000] : [];
    });
    expect(new Set(days)).toEqual(new Set([1]));
  });
});
