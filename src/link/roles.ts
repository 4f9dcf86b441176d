import { nameWords } from './names.ts';

/** Words of a role that do not tell one office from another. */
const COMMON_WORDS: ReadonlySet<string> = new Set([
  'minister',
  'secretary',
  'of',
  'for',
  'the',
  'and',
  'to',
  'state',
  'affair',
  'his',
  'her',
  'then',
  'acting',
  'deputy',
  'vice',
  'former',
  'outgoing',
  'incoming',
  'general',
]);

/** Words of roles that several people of a country have at one time, or had. */
const SHARED_WORDS: ReadonlySet<string> = new Set([
  'former',
  'senator',
  'member',
  'mp',
  'judge',
  'justice',
  'ambassador',
  'commissioner',
  'councillor',
  'assistant',
  'prince',
  'princess',
  'king',
  'queen',
]);

/**
 * Whether two roles can be one office: AGREE where they share a telling word or one says no more than "Minister",
 * CONFLICT where they tell different offices, UNKNOWN where a role is missing.
 */
export function compareRoles(a: string | null, b: string | null): 'AGREE' | 'CONFLICT' | 'UNKNOWN' {
  if (a === null || b === null) return 'UNKNOWN';
  if (a === b) return 'AGREE';
  const left = roleWords(a);
  const right = roleWords(b);
  const tellingLeft = left.filter(isTelling);
  const tellingRight = right.filter(isTelling);
  if (tellingLeft.length === 0 || tellingRight.length === 0) {
    return left.some((word) => right.includes(word)) ? 'AGREE' : 'UNKNOWN';
  }
  return tellingLeft.some((word) => tellingRight.includes(word)) ? 'AGREE' : 'CONFLICT';
}

/** Words that make another office of the one they stand before. */
const RANKS: ReadonlySet<string> = new Set(['deputy', 'vice']);

/**
 * What tells an office that one person at a time holds ("foreign", "prime", "deputy prime", "secretary state"), in
 * code order; null where the role does not say so much or several can have it ("Senator").
 */
export function soleOffice(role: string | null): string | null {
  if (role === null) return null;
  const words = roleWords(role);
  const telling = words.filter(isTelling);
  const isSecretary = words.includes('secretary') && words.includes('state');
  if (words.some((word) => SHARED_WORDS.has(word)) || (telling.length === 0 && !isSecretary)) return null;
  const office = telling.length === 0 ? ['secretary', 'state'] : telling;
  return [...new Set([...office, ...words.filter((word) => RANKS.has(word))])].sort().join(' ');
}

function isTelling(word: string): boolean {
  return !COMMON_WORDS.has(word);
}

/** Folded words, plurals as singulars ("Ministers", "Foreign Affairs"). */
function roleWords(role: string): readonly string[] {
  return nameWords(role).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}
