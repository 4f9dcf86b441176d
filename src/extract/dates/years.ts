import { edtfOf, fixed } from './calendar.ts';
import {
  between,
  type DateContext,
  type DateHit,
  dashed,
  follows,
  keyAt,
  wordAt,
  yearOfToken,
} from './cursor.ts';
import { YEAR_NAME_HEADS, YEAR_SIGNS } from './words.ts';

/** Between these a number before a word that is no plural is a year: "its 2005 study tour", not "1500 metres". */
const FIRST_PLAIN_YEAR = 1950;
const LAST_PLAIN_YEAR = 2039;

/** Years: "in 2006", "2001-2005", "the 2005/06 financial year", "the 1950s"; a year of a name is marked as such. */
export function parseYear(context: DateContext, index: number): DateHit | null {
  const token = context.tokens[index];
  if (token?.shape !== 'NUMBER') return null;
  const decade = /^(1[89]\d|20\d)0s$/.exec(token.key);
  if (decade) return hit(index, index, `${decade[1]}0/${decade[1]}9`, false);
  const year = yearOfToken(token);
  if (!year || isAmount(context, index)) return null;
  const named = isNamed(context, index);
  const range = parseYearRange(context, index, year);
  if (range) return { ...range, named };
  if (!named && !isYearMeant(context, index, year)) return null;
  return hit(index, index, edtfOf(year), named);
}

/** "2001-2005", "2005/06", "from 2001 to 2005", "between 2012 and 2014". */
function parseYearRange(context: DateContext, index: number, year: number): DateHit | null {
  const { tokens } = context;
  let next = index + 1;
  const key = keyAt(context, next);
  const opener = keyAt(context, index - 1);
  const slash = between(context, next) === '/';
  const words = (key === 'to' && opener === 'from') || (key === 'and' && opener === 'between');
  if (!slash && !words && !dashed(context, next)) return null;
  if (words) next++;
  const last = tokens[next];
  let end = yearOfToken(last);
  if (!end && last && /^\d\d$/.test(last.key)) end = Math.floor(year / 100) * 100 + Number(last.key);
  if (end <= year || end > year + 60) return null;
  const unit = keyAt(context, next + 1);
  if (end === year + 1 && (unit === 'financial' || unit === 'fiscal')) {
    return hit(index, next, `${year}-07/${end}-06`, false);
  }
  return hit(index, next, `${edtfOf(year)}/${edtfOf(end)}`, false);
}

/** Whether a number is counted in something or is money: "$2000", "2000 people". */
function isAmount(context: DateContext, index: number): boolean {
  const token = context.tokens[index];
  if (!token) return true;
  const before = context.text.charAt(token.start - 1);
  if (before === '$' || before === '£' || before === '€' || before === '.') return true;
  const after = context.text.charAt(token.end);
  return after === '%' || (after === '.' && /\d/.test(context.text.charAt(token.end + 1)));
}

/** "Budget 2014", "Expo 2020", "the Resource Management Act 1991". */
function isNamed(context: DateContext, index: number): boolean {
  const token = context.tokens[index];
  const previous = context.tokens[index - 1];
  if (!token || !previous || token.gap !== 'SPACE') return false;
  return YEAR_NAME_HEADS.has(previous.key) && previous.shape !== 'LOWER';
}

function isYearMeant(context: DateContext, index: number, year: number): boolean {
  const { tokens } = context;
  const token = tokens[index];
  const previous = keyAt(context, index - 1);
  const next = tokens[index + 1];
  const goesOn = next !== undefined && next.gap === 'SPACE' && next.shape === 'LOWER';
  const counted = goesOn && next.key.endsWith('s') && next.key.length > 3 && next.key !== 'was';
  if (year < 1900 && !['in', 'since', 'of', 'by', 'from', 'the'].includes(previous)) return false;
  if (counted && (year % 100 === 0 || previous === 'of')) return false;
  if (wordAt(context, index - 1)?.part || wordAt(context, index - 1)?.month) return true;
  if (YEAR_SIGNS.has(previous)) return !(counted && year % 50 === 0);
  if (token?.gap === 'OTHER' && between(context, index).endsWith('(')) return true;
  if (previous === 'year' || previous === 'ended') return true;
  if (wordAt(context, index - 1)?.season !== undefined) return true;
  if (tokens[index - 1] && tokens[index - 1]?.shape !== 'LOWER' && tokens[index - 1]?.shape !== 'NUMBER') {
    return token?.gap === 'SPACE' && !counted;
  }
  if (goesOn && !counted && year % 100 !== 0 && year >= FIRST_PLAIN_YEAR && year <= LAST_PLAIN_YEAR)
    return true;
  return !goesOn && token?.gap === 'COMMA' && follows(context, index);
}

function hit(first: number, last: number, edtf: string, named: boolean): DateHit {
  return { first, last, reading: fixed(edtf), rule: 'date/year', basis: 'EXPLICIT', implied: [], named };
}
