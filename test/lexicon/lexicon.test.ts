import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { readLexiconFile } from '../../src/lexicon/files.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';

const lexicon = loadLexicon();
const DIRECTORY = new URL('../../data/lexicon/', import.meta.url);
// The words of events have no source entry yet.
const SOURCED_FILES = readdirSync(DIRECTORY)
  .filter((file) => !file.startsWith('events-'))
  .sort();

describe('the lexicon', () => {
  it('is loaded once', () => {
    expect(loadLexicon()).toBe(lexicon);
  });

  it.each(SOURCED_FILES)('says where %s comes from', (file) => {
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

  it('gives no strong name to two countries', () => {
    for (const { aliases } of lexicon.countries) {
      for (const alias of aliases) {
        const strong = lexicon.matcher
          .lookUp(alias)
          .flatMap((entry) => (entry.kind === 'COUNTRY' && entry.strength === 'STRONG' ? [entry.code] : []));
        expect(new Set(strong).size, alias).toBeLessThanOrEqual(1);
      }
    }
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
