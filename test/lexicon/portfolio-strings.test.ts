import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadLexicon } from '../../src/lexicon/load.ts';

const gold = z
  .strictObject({
    offices: z.record(z.string(), z.union([z.string(), z.tuple([z.string(), z.string()])])),
    associates: z.record(z.string(), z.tuple([z.enum(['ACTING', 'ASSOCIATE']), z.string()])),
    none: z.record(z.string(), z.string()),
  })
  .parse(load(readFileSync(new URL('../gold/portfolio-strings.yaml', import.meta.url), 'utf8')));

const { resolvePortfolio, portfolios } = loadLexicon();
const known = new Set(portfolios.map(({ id }) => id));

describe('every portfolio string of the corpus', () => {
  it.each(Object.entries(gold.offices))('"%s" means the office decided on', (raw, decided) => {
    const [id, lineage] = typeof decided === 'string' ? [decided, decided] : decided;
    expect(resolvePortfolio(raw)).toMatchObject({ value: { id, lineage, office: null, kind: 'MINISTER' } });
    expect(known, 'is listed, not made up of the string').toContain(id);
  });

  it.each(Object.entries(gold.associates))('"%s" means an office held so', (raw, [kind, office]) => {
    expect(resolvePortfolio(raw)).toMatchObject({ value: { office, kind } });
    expect(known).toContain(office);
  });

  it.each(Object.entries(gold.none))('"%s" is no office', (raw, reason) => {
    expect(resolvePortfolio(raw)).toEqual({ reason });
  });

  it('is one of 238, each decided once', () => {
    const strings = [gold.offices, gold.associates, gold.none].flatMap((part) => Object.keys(part));
    expect(new Set(strings).size).toBe(strings.length);
    expect(strings).toHaveLength(238);
  });

  it('leaves no office in the lexicon that is signed nowhere, but those that associates point to', () => {
    const signed = new Set(
      [...Object.keys(gold.offices), ...Object.keys(gold.associates)].flatMap((raw) => {
        const resolution = resolvePortfolio(raw);
        return 'value' in resolution ? [resolution.value.id, resolution.value.office] : [];
      }),
    );
    expect([...known].filter((id) => !signed.has(id))).toEqual([]);
  });
});
