import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';
import { createMatcher, type Matcher, type Pattern } from '../lexicon/matcher.ts';
import { foldWord } from '../lexicon/tokens.ts';
import { AppError } from '../model/errors.ts';
import { EVENT_STATUSES, EVENT_TYPES, type EventStatus, type EventType } from '../model/event.ts';

/** What a word or fixed expression of a question does. */
export type PhraseWord =
  | { readonly kind: 'TYPE'; readonly type: EventType; readonly text: string | null }
  | { readonly kind: 'STATUS'; readonly status: EventStatus; readonly upcoming: boolean }
  | { readonly kind: 'HEADLINE'; readonly headline: boolean }
  | { readonly kind: 'ORDER'; readonly descending: boolean; readonly weak: boolean }
  | { readonly kind: SimpleKind };

const SIMPLE = {
  SKIP: 'skip',
  AND: 'and',
  OR: 'or',
  PAIR: 'pair',
  HOME: 'home',
  ABOUT: 'about',
  ABOUT_END: 'aboutEnds',
  NOT: 'not',
  CERTAINLY: 'certainly',
  LIMIT: 'limit',
  COUNTED: 'counted',
  TEXT: 'textPhrases',
  UNANSWERABLE: 'unanswerable',
  BY: 'byWords',
  TITLE: 'titles',
  HEAD: 'heads',
  LINK: 'links',
  OFFICE_KIND: 'kinds',
} as const;
type SimpleKind = keyof typeof SIMPLE;

/** The parts of a date that words stand for. */
export const DATE_ROLES = [
  'since',
  'from',
  'after',
  'before',
  'until',
  'between',
  'join',
  'onwards',
  'orEarlier',
  'in',
  'of',
  'this',
  'last',
  'rolling',
  'next',
  'ago',
  'today',
  'yesterday',
  'tomorrow',
] as const;
export type DateRole = (typeof DATE_ROLES)[number];

export type DateUnit = 'day' | 'week' | 'month' | 'year' | 'decade';

/** The words of questions, as data/lexicon/phrases.yaml and phrases-types.yaml have them. */
export interface PhraseWords {
  readonly matcher: Matcher<PhraseWord>;
  readonly dates: Matcher<DateRole>;
  /** By folded word. */
  readonly months: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, DateUnit>;
  /** Every word for a number, "a" and "couple" among them, and those that count things. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<string, number>;
  /** Names of offices by slug, over and above the lexicon's. */
  readonly portfolios: readonly (readonly [string, readonly string[]])[];
  /** Folded phrases. */
  readonly weakPortfolios: ReadonlySet<string>;
  readonly standAlone: ReadonlySet<string>;
  readonly wordSurnames: ReadonlySet<string>;
  /** Folded usual words that are spelt nearly like a name. */
  readonly ordinary: ReadonlySet<string>;
  /** Every word for a kind or status, for suggestions. */
  readonly suggested: readonly string[];
}

const list = z.array(z.string().min(1));
const source = z.string().min(10);
const typeWords = z.array(z.strictObject({ words: list, text: z.string().optional() }));

const schemas = {
  phrases: z.strictObject({
    source,
    ...{ skip: list, and: list, or: list, pair: list, home: list, about: list, aboutEnds: list, not: list },
    ...{
      certainly: list,
      limit: list,
      counted: list,
      titles: list,
      byWords: list,
      textPhrases: list,
      unanswerable: list,
    },
    headline: z.strictObject({ yes: list, no: list }),
    order: z.strictObject({ newest: list, oldest: list, weakNewest: list, weakOldest: list }),
    office: z.strictObject({ heads: list, links: list, kinds: list }),
    portfolios: z.record(z.string(), list),
    ...{ weakPortfolios: list, standAlone: list, wordSurnames: list },
    dates: z.strictObject({
      months: z.array(list).length(12),
      numbers: z.array(list),
      units: z.record(z.enum(['day', 'week', 'month', 'year', 'decade']), list),
      ...(Object.fromEntries(DATE_ROLES.map((role) => [role, list])) as Record<DateRole, typeof list>),
    }),
  }),
  'phrases-types': z.strictObject({
    source,
    types: z.record(z.enum(EVENT_TYPES), typeWords),
    statuses: z.record(z.enum(EVENT_STATUSES), list),
    upcoming: list,
  }),
  'phrases-ordinary': z.strictObject({ source, words: list }),
} as const;

let loaded: PhraseWords | null = null;

/** Reads the words once a process. Throws AppError LEXICON_INVALID naming file and entry. */
export function loadPhraseWords(): PhraseWords {
  loaded ??= readPhraseWords();
  return loaded;
}

function readPhraseWords(): PhraseWords {
  const phrases = readFile('phrases');
  const { types, statuses, upcoming } = readFile('phrases-types');
  const { dates } = phrases;
  const { matcher, suggested } = wordMatcher(phrases, types, statuses, upcoming);
  const numbers = dates.numbers.map((names, position) => [names, position + 1] as const);
  return {
    matcher,
    suggested,
    dates: createMatcher(DATE_ROLES.flatMap((role) => patterns(dates[role], role))),
    months: valuesByWord(dates.months.map((names, position) => [names, position + 1])),
    units: valuesByWord(Object.entries(dates.units).map(([unit, names]) => [names, unit as DateUnit])),
    numbers: valuesByWord(numbers),
    counts: valuesByWord(numbers.map(([names, value]) => [names.slice(0, 1), value])),
    portfolios: Object.entries(phrases.portfolios),
    weakPortfolios: new Set(phrases.weakPortfolios.map(foldPhrase)),
    standAlone: new Set(phrases.standAlone),
    wordSurnames: new Set(phrases.wordSurnames.map(foldWord)),
    ordinary: new Set(readFile('phrases-ordinary').words.map(foldWord)),
  };
}

type Phrases = z.infer<typeof schemas.phrases>;
type Types = z.infer<(typeof schemas)['phrases-types']>;

function wordMatcher(
  phrases: Phrases,
  types: Types['types'],
  statuses: Types['statuses'],
  upcoming: readonly string[],
): { matcher: Matcher<PhraseWord>; suggested: readonly string[] } {
  const all: Pattern<PhraseWord>[] = [];
  const suggested: string[] = [];
  for (const type of EVENT_TYPES) {
    for (const { words, text } of types[type]) {
      all.push(...patterns<PhraseWord>(words, { kind: 'TYPE', type, text: text ?? null }));
      suggested.push(...words);
    }
  }
  for (const status of EVENT_STATUSES) {
    all.push(...patterns<PhraseWord>(statuses[status], { kind: 'STATUS', status, upcoming: false }));
    suggested.push(...statuses[status]);
  }
  all.push(...patterns<PhraseWord>(upcoming, { kind: 'STATUS', status: 'PLANNED', upcoming: true }));
  suggested.push(...upcoming);
  all.push(...patterns<PhraseWord>(phrases.headline.yes, { kind: 'HEADLINE', headline: true }));
  all.push(...patterns<PhraseWord>(phrases.headline.no, { kind: 'HEADLINE', headline: false }));
  const { newest, oldest, weakNewest, weakOldest } = phrases.order;
  all.push(...patterns<PhraseWord>(newest, { kind: 'ORDER', descending: true, weak: false }));
  all.push(...patterns<PhraseWord>(oldest, { kind: 'ORDER', descending: false, weak: false }));
  all.push(...patterns<PhraseWord>(weakNewest, { kind: 'ORDER', descending: true, weak: true }));
  all.push(...patterns<PhraseWord>(weakOldest, { kind: 'ORDER', descending: false, weak: true }));
  const lists = { ...phrases, ...phrases.office };
  for (const kind of Object.keys(SIMPLE) as SimpleKind[]) {
    all.push(...patterns<PhraseWord>(lists[SIMPLE[kind]], { kind }));
  }
  return { matcher: createMatcher(all.filter(({ phrase }) => /[\p{L}\p{N}]/u.test(phrase))), suggested };
}

function patterns<T>(phrases: readonly string[], value: T): Pattern<T>[] {
  return phrases.map((phrase) => ({ phrase, value, casing: 'ANY' }));
}

function valuesByWord<T>(entries: readonly (readonly [readonly string[], T])[]): ReadonlyMap<string, T> {
  return new Map(entries.flatMap(([names, value]) => names.map((name) => [foldWord(name), value])));
}

/** The folded words of a phrase, joined by blanks. */
export function foldPhrase(phrase: string): string {
  return phrase
    .split(/[\s-]+/)
    .map(foldWord)
    .join(' ');
}

function readFile<F extends keyof typeof schemas>(file: F): z.infer<(typeof schemas)[F]> {
  const name = `data/lexicon/${file}.yaml`;
  let content: unknown;
  try {
    content = load(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
  } catch (cause) {
    throw new AppError('LEXICON_INVALID', `expected readable YAML in ${name}`, { cause });
  }
  const result = schemas[file].safeParse(content);
  if (result.success) return result.data as z.infer<(typeof schemas)[F]>;
  const issue = result.error.issues[0];
  throw new AppError('LEXICON_INVALID', `${name}, entry "${issue?.path.join('.')}": ${issue?.message}`);
}
