import type { loadCountries } from './countries.ts';
import type { LexiconEntry, NameStrength, OfficialName } from './entry.ts';
import { lexiconError, readLexiconFile } from './files.ts';
import type { Casing, Pattern } from './matcher.ts';
import type { MinisterEntry } from './ministers.ts';
import type { Portfolios } from './portfolios.ts';
import { phraseKey } from './words.ts';

type Emit = (phrase: string, value: LexiconEntry, casing?: Casing) => void;

/** Every phrase of the lexicon with what it stands for. Throws AppError LEXICON_INVALID on a name of two countries. */
export function lexiconPatterns(
  countries: ReturnType<typeof loadCountries>,
  ministers: readonly MinisterEntry[],
  { fields }: Portfolios,
): readonly Pattern<LexiconEntry>[] {
  const patterns: Pattern<LexiconEntry>[] = [];
  const emit: Emit = (phrase, value, casing = 'WRITTEN') => patterns.push({ phrase, value, casing });
  addCountries(countries, emit);
  addPlaces(countries, emit);
  for (const { id, name, aliases } of ministers) {
    for (const form of [name, ...aliases]) emit(form, { kind: 'MINISTER', id });
  }
  for (const official of loadOfficials()) emit(official.name, official);
  addBodies(emit);
  addRoles(fields, emit);
  return patterns;
}

/** Officials whom releases name without saying of what. */
export function loadOfficials(): OfficialName[] {
  const { officials } = readLexiconFile('officials');
  return Object.entries(officials).flatMap(([of, names]) =>
    names.map((name): OfficialName => ({ kind: 'OFFICIAL', name, of })),
  );
}

function addCountries(countries: ReturnType<typeof loadCountries>, emit: Emit): void {
  const strong = new Map<string, string>();
  for (const { code, forms } of countries) {
    for (const { phrase, form, strength } of forms) {
      const key = phraseKey(phrase);
      const other = strong.get(key);
      if (strength === 'STRONG') {
        if (other !== undefined && other !== code) {
          throw lexiconError('countries', code, `"${phrase}" already means ${other}`);
        }
        strong.set(key, code);
      }
      emit(phrase, { kind: 'COUNTRY', code, form, strength });
    }
  }
}

function addPlaces(countries: ReturnType<typeof loadCountries>, emit: Emit): void {
  const { strong, weak } = readLexiconFile('places');
  const codes = new Set(countries.map((country) => country.code));
  const taken = new Map<string, string>();
  for (const [byCountry, strength] of [
    [strong, 'STRONG'],
    [weak, 'WEAK'],
  ] as const) {
    for (const [code, names] of Object.entries(byCountry)) {
      if (!codes.has(code)) throw lexiconError('places', code, 'expected a code of a country');
      for (const phrase of names) addPlace(phrase, code, strength, taken, emit);
    }
  }
}

function addPlace(
  phrase: string,
  code: string,
  strength: NameStrength,
  taken: Map<string, string>,
  emit: Emit,
): void {
  const key = phraseKey(phrase);
  const other = taken.get(key);
  if (other !== undefined && other !== code)
    throw lexiconError('places', phrase, `already a place of ${other}`);
  taken.set(key, code);
  emit(phrase, { kind: 'PLACE', code, strength });
}

function addBodies(emit: Emit): void {
  for (const phrase of readLexiconFile('blockers').phrases) emit(phrase, { kind: 'BLOCKER' });
  const { organisations, bodies } = readLexiconFile('organisations');
  for (const phrase of bodies) emit(phrase, { kind: 'BLOCKER' });
  for (const [name, aliases] of Object.entries(organisations)) {
    for (const phrase of [name, ...aliases]) emit(phrase, { kind: 'ORGANISATION', name });
  }
}

function addRoles(portfolioFields: Portfolios['fields'], emit: Emit): void {
  const { ministerHeads, heads, weakHeads, fields } = readLexiconFile('roles');
  const weak = new Set(weakHeads);
  for (const [list, head] of [
    [ministerHeads, 'MINISTER'],
    [heads, 'ALONE'],
  ] as const) {
    for (const phrase of list) {
      emit(phrase, { kind: 'ROLE', head, strength: weak.has(phrase) ? 'WEAK' : 'STRONG' }, 'ANY');
    }
  }
  const seen = new Set<string>();
  for (const { phrase, slug } of portfolioFields) {
    seen.add(phraseKey(phrase));
    emit(phrase, { kind: 'FIELD', slug }, 'ANY');
  }
  for (const phrase of fields)
    if (!seen.has(phraseKey(phrase))) emit(phrase, { kind: 'FIELD', slug: null }, 'ANY');
  const { honorifics, ranks } = readLexiconFile('people-words');
  for (const phrase of honorifics) emit(phrase, { kind: 'TITLE', title: 'HONORIFIC' });
  for (const phrase of ranks) emit(phrase, { kind: 'TITLE', title: 'RANK' });
}
