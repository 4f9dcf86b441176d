import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { AppError } from '../model/errors.ts';

const DIRECTORY = new URL('../../data/lexicon/', import.meta.url);

const names = z.array(z.string().min(1)).default([]);
const byCountry = z.record(z.string().regex(/^[A-Z]{3}$/), z.array(z.string().min(1)));
const source = z.string().min(10);

const countryNames = z.strictObject({
  names,
  adjectives: names,
  weakNames: names,
  weakAdjectives: names,
  drop: names,
  noAdjective: z.string().optional(),
});
export type CountryNames = z.infer<typeof countryNames>;

const minister = z.strictObject({
  gender: z.enum(['F', 'M']),
  from: z.number().int(),
  until: z.number().int().nullable().default(null),
  aliases: names,
});

const portfolio = z.strictObject({
  lineage: z.string().optional(),
  aliases: names,
  text: names,
  why: z.string().optional(),
});

/** The shape of every file of data/lexicon, by its name without ending. */
const SCHEMAS = {
  countries: z.strictObject({
    source,
    weakSigns: z.strictObject({ before: names, after: names }),
    countries: z.record(z.string(), countryNames),
    former: z.record(z.string(), countryNames.extend({ name: z.string() })),
  }),
  places: z.strictObject({ source, strong: byCountry, weak: byCountry }),
  blockers: z.strictObject({
    source,
    waters: names,
    languages: z.strictObject({ names, signs: names, only: names }),
    things: names,
    surnames: names,
    communities: z.strictObject({ nouns: names, cities: names, peoples: names }),
    phrases: names,
  }),
  ministers: z.strictObject({
    source,
    ministers: z.record(z.string(), minister),
    primeMinisters: z.array(
      z.strictObject({ name: z.string(), from: z.string(), until: z.string().nullable().default(null) }),
    ),
    holders: z.array(
      z.strictObject({
        portfolio: z.string(),
        name: z.string(),
        from: z.iso.date(),
        until: z.iso.date(),
        why: z.string().min(10),
      }),
    ),
  }),
  portfolios: z.strictObject({
    source,
    portfolios: z.record(z.string(), portfolio),
    lineages: z.record(z.string(), z.string().min(10)),
    associates: z.record(z.string(), z.tuple([z.string(), z.enum(['ACTING', 'ASSOCIATE'])])),
    junk: z.record(z.string(), z.string()),
    junkPatterns: z.array(z.tuple([z.string(), z.string()])),
  }),
  'junk-signers': z.strictObject({
    source,
    patterns: z.array(z.tuple([z.string(), z.string()])),
    words: names,
  }),
  'people-words': z.strictObject({
    source,
    honorifics: names,
    shortHonorifics: names,
    letters: names,
    ranks: names,
    particles: names,
    abbreviations: names,
    givenNames: names,
    commonWords: names,
    wordSurnames: names,
  }),
  roles: z.strictObject({
    source,
    ministerHeads: names,
    heads: names,
    weakHeads: names,
    prefixes: names,
    fields: names,
    envoys: names,
    foreignHeads: names,
    homeWords: names,
    fillers: names,
    notHolders: names,
    corporateHeads: names,
    publicBodies: names,
    privateBodies: names,
    ownRoyals: names,
    royalHeads: names,
  }),
  organisations: z.strictObject({
    source,
    organisations: z.record(z.string(), z.array(z.string())),
    bodies: names,
  }),
  officials: z.strictObject({ source, officials: z.record(z.string(), z.array(z.string())) }),
} as const;

/** The name of a file of data/lexicon, without its ending. */
export type LexiconFile = keyof typeof SCHEMAS;
export const LEXICON_FILES = Object.keys(SCHEMAS) as readonly LexiconFile[];

/** What a file of data/lexicon holds. Throws AppError LEXICON_INVALID naming file and entry. */
export function readLexiconFile<F extends LexiconFile>(file: F): z.infer<(typeof SCHEMAS)[F]> {
  const path = new URL(`${file}.yaml`, DIRECTORY);
  let content: unknown;
  try {
    content = load(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('LEXICON_INVALID', `expected readable YAML in data/lexicon/${file}.yaml`, { cause });
  }
  const result = SCHEMAS[file].safeParse(content);
  if (result.success) return result.data as z.infer<(typeof SCHEMAS)[F]>;
  const issue = result.error.issues[0];
  throw lexiconError(file, issue?.path.join('.') ?? '', issue?.message ?? 'not the expected shape');
}

/** The error for one wrong entry of a lexicon file. */
export function lexiconError(file: LexiconFile, entry: string, message: string): AppError {
  return new AppError('LEXICON_INVALID', `data/lexicon/${file}.yaml, entry "${entry}": ${message}`);
}
