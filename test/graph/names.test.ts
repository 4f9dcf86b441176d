import { describe, expect, it } from 'vitest';
import { nameIndex } from '../../src/graph/names.ts';
import type { Country } from '../../src/model/graph.ts';

function country(id: string, alpha2: string, name: string, aliases: readonly string[]): Country {
  return { id, alpha2, name, aliases, eventCount: 0, releaseCount: 0, firstSeen: null, lastSeen: null };
}

const countries = [
  country('COD', 'CD', 'DR Congo', ['Congo', 'Zaire']),
  country('COG', 'CG', 'Republic of the Congo', ['Congo', 'Congolese']),
  country('CIV', 'CI', 'Côte d’Ivoire', ['Ivory Coast', 'AUS']),
  country('AUS', 'AU', 'Australia', ['Republic of the Congo']),
];
const index = nameIndex({ countries, ministers: [], portfolios: [], officials: [] }).country;

describe('names', () => {
  it.each([
    ['cod', 'COD'],
    ['ZAIRE', 'COD'],
    ['cote dIVOIRE', 'CIV'],
    ["Cote d'Ivoire", 'CIV'],
    ['ivory   coast', 'CIV'],
    ['AUS', 'AUS'],
    ['Republic of the Congo', 'COG'],
    ['Congo', 'COD'],
  ])('"%s" is %s: codes before names before aliases, the first of two equals', (name, id) => {
    expect(index.find(name).id).toBe(id);
  });

  it.each([
    ['Austrlia', ['Australia']],
    ['Kongo', ['DR Congo']],
    ['republic congo', []],
    ['austra', ['Australia']],
    ['ivory', ['Côte d’Ivoire']],
    ['Xanadu', []],
    ['', []],
  ])('"%s" is near %j', (name, suggestions) => {
    expect(() => index.find(name)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ suggestions }) }),
    );
  });

  it('does not hang on a long name', () => {
    const start = performance.now();
    expect(() => index.find('x'.repeat(100_000))).toThrow('There is no country');
    expect(performance.now() - start).toBeLessThan(500);
  });
});
