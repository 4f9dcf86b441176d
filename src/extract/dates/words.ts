import lexicon from '../../../data/lexicon/events-dates.json' with { type: 'json' };

/** What a word can mean in a date; one word may mean several things ("last", "second", "may"). */
export interface DateWord {
  readonly month?: number;
  /** Whether the month's name needs a sign beside it ("May", "March"). */
  readonly ambiguous?: boolean;
  /** Monday 0 to Sunday 6. */
  readonly weekday?: number;
  /** First month of the season in the southern hemisphere. */
  readonly season?: number;
  /** Days from the release's date. */
  readonly day?: number;
  readonly dayPart?: number;
  readonly unit?: DateUnit;
  /** -1 last, 0 this, 1 next. */
  readonly shift?: number;
  readonly amount?: number;
  readonly ordinal?: number;
  readonly part?: boolean;
  readonly starter?: boolean;
  /** Whether a day or month of the calendar can begin with it. */
  readonly calendar?: boolean;
}

export type DateUnit = 'DAY' | 'WEEK' | 'FORTNIGHT' | 'MONTH' | 'YEAR' | 'DECADE' | 'WEEKEND';

const words = new Map<string, DateWord>();

function add(word: string, meaning: DateWord): void {
  words.set(word, { ...words.get(word), ...meaning });
}

for (const [word, month] of Object.entries(lexicon.months))
  add(word, { month, starter: true, calendar: true });
for (const word of lexicon.ambiguousMonths) add(word, { ambiguous: true });
for (const [word, weekday] of Object.entries(lexicon.weekdays))
  add(word, { weekday, starter: true, calendar: true });
for (const [word, season] of Object.entries(lexicon.seasons)) add(word, { season, starter: true });
for (const [word, day] of Object.entries(lexicon.days)) add(word, { day, starter: true });
for (const [word, dayPart] of Object.entries(lexicon.dayParts)) add(word, { dayPart });
for (const [word, unit] of Object.entries(lexicon.units)) {
  add(word, { unit: unit as DateUnit, starter: unit === 'WEEKEND' || unit === 'YEAR' });
}
for (const [word, shift] of Object.entries(lexicon.shifts)) add(word, { shift, starter: true });
for (const [word, amount] of Object.entries(lexicon.numbers)) add(word, { amount, starter: true });
for (const [word, ordinal] of Object.entries(lexicon.ordinals)) add(word, { ordinal, starter: true });
for (const word of lexicon.parts) add(word, { part: true, starter: true });
for (const phrase of Object.keys(lexicon.fixedDays)) {
  add(phrase.split(' ')[0] ?? '', { starter: true, calendar: true });
}
add('christmas', { starter: true, calendar: true });
add('new', { starter: true });

/** The meaning of a folded word in dates; undefined for the most of words. */
export function dateWord(key: string): DateWord | undefined {
  return words.get(key);
}

export const MONTH_SIGNS: ReadonlySet<string> = new Set(lexicon.monthPrepositions);
export const YEAR_SIGNS: ReadonlySet<string> = new Set(lexicon.datePrepositions);
export const VAGUE_AMOUNTS: ReadonlySet<string> = new Set(lexicon.vagueAmounts);
export const YEAR_NAME_HEADS: ReadonlySet<string> = new Set(lexicon.yearNameHeads);
export const KNOWN_DAY_SIGNS: ReadonlySet<string> = new Set(lexicon.knownDaySigns);
export const KNOWN_DAYS: ReadonlyMap<string, string> = new Map(Object.entries(lexicon.knownDays));

/** Month and day of the holidays that keep their date, by folded name. */
export const FIXED_DAYS: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(lexicon.fixedDays));
