import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';

const { resolvePortfolio, portfolios } = loadLexicon();
const officeOf = (raw: string) => {
  const resolution = resolvePortfolio(raw);
  return 'value' in resolution ? resolution.value : null;
};

describe('resolvePortfolio', () => {
  it.each([
    ['Maori Affairs', 'maori-affairs', 'maori-development'],
    ['Māori Affairs', 'maori-affairs', 'maori-development'],
    ['Māori Development', 'maori-development', 'maori-development'],
    ["Women's Affairs", 'womens-affairs', 'women'],
    ['Women’s Affairs', 'womens-affairs', 'women'],
    ['Foreign Affairs and Trade', 'foreign-affairs-and-trade', 'foreign-affairs'],
    ['NZ Security Service', 'nzsis', 'nzsis'],
  ])('takes "%s" for %s of the lineage %s', (raw, id, lineage) => {
    expect(officeOf(raw)).toMatchObject({ id, lineage, office: null, kind: 'MINISTER' });
  });

  it.each([
    ['Associate  Minister of Finance', 'Associate Minister of Finance', 'finance', 'ASSOCIATE'],
    [
      'Associate Minister for the Environment',
      'Associate Minister of the Environment',
      'environment',
      'ASSOCIATE',
    ],
    [
      'Associate  Minister of the Environment',
      'Associate Minister of the Environment',
      'environment',
      'ASSOCIATE',
    ],
    ['Associate Treasurer', 'Associate Treasurer', 'treasurer', 'ASSOCIATE'],
    ['Acting Prime Minister', 'Acting Prime Minister', 'prime-minister', 'ACTING'],
    [
      'Associate  Minister of Education (Early Childhood Education and Maori Education)',
      'Associate Minister of Education (Early Childhood Education and Maori Education)',
      'education',
      'ASSOCIATE',
    ],
  ])('points "%s" to its office', (raw, name, office, kind) => {
    expect(officeOf(raw)).toMatchObject({ name, office, kind });
  });

  it('makes an office of its own of a string that it does not know', () => {
    expect(officeOf('Time Travel')).toEqual({
      id: 'time-travel',
      name: 'Time Travel',
      lineage: 'time-travel',
      office: null,
      kind: 'MINISTER',
    });
  });

  it.each([
    'Budget 2014',
    'Contact Energy Ltd',
    'Unassigned Portfolio',
    'https://www.example.co.nz/portfolio/x/',
    'some words',
  ])('takes "%s" for no office', (raw) => {
    expect(resolvePortfolio(raw)).toHaveProperty('reason');
  });

  it('has no two offices with one id, and every associate points to one', () => {
    expect(new Set(portfolios.map((entry) => entry.id)).size).toBe(portfolios.length);
    for (const { office } of portfolios) {
      if (office !== null) expect(portfolios.some((entry) => entry.id === office)).toBe(true);
    }
  });
});
