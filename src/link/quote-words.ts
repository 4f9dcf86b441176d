import type { Statement } from './statements.ts';

/** A name that more statements have than this is a body's or an act's, not an occurrence's. */
const SPECIFIC_NAME_COUNT = 40;
/** A place that more statements have than this sees many meetings. */
const SPECIFIC_PLACE_COUNT = 120;

/** Fewer words than these can be the same by chance. */
const TELLING_COUNT = 7;

/** What the words of the quotes say of two statements being one. */
export interface QuoteWords {
  /**
   * The weight of the words that both quotes have, as a share of that of all words of the two: 0 to 1. A word weighs by
   * how few quotes have it (inverse document frequency), so that "Minister" and "today" hardly count.
   */
  readonly similarity: (a: Statement, b: Statement) => number;
  /** Whether both give figures (money, numbers of three digits or more; years left out) and none is the same. */
  readonly figuresDiffer: (a: Statement, b: Statement) => boolean;
  /**
   * Whether each quote has a capitalised word that the other has not: one sentence that serves for several bodies
   * ("appointments to the Otago Conservation Board", "... the Southland Conservation Board").
   */
  readonly capitalsDiffer: (a: Statement, b: Statement) => boolean;
  /** Whether both quotes have words enough for their likeness to say something ("Media Statement" has not). */
  readonly areTelling: (a: Statement, b: Statement) => boolean;
  /** Whether a proper name belongs to few enough statements to tell one occurrence from others. */
  readonly isSpecific: (name: string) => boolean;
  /** Whether a place belongs to few enough statements for what meets there to be told by it (Cancun, not Paris). */
  readonly isSpecificPlace: (place: string) => boolean;
}

interface Profile {
  /** Numbers of the words, ascending. */
  readonly words: readonly number[];
  /** Weight of all of them. */
  readonly weight: number;
  readonly figures: readonly string[];
}

/** Weighs words and names over all statements: every quote is read once, for comparisons are many. */
export function createQuoteWords(statements: readonly Statement[]): QuoteWords {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const names = new Map<string, number>();
  const places = new Map<string, number>();
  const wordsOf = statements.map(({ quote, name, place }) => {
    if (place !== null) places.set(place, (places.get(place) ?? 0) + 1);
    if (name !== null) names.set(name, (names.get(name) ?? 0) + 1);
    const words = [...new Set(telling(quote))].map((word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      counts[number] = (counts[number] ?? 0) + 1;
      return number;
    });
    return words.sort((a, b) => a - b);
  });
  const weights = counts.map((count) => Math.log((statements.length + 1) / count));
  const profiles = new Map<Statement, Profile>();
  for (const [index, statement] of statements.entries()) {
    const words = wordsOf[index] ?? [];
    const weight = words.reduce((sum, word) => sum + (weights[word] ?? 0), 0);
    profiles.set(statement, { words, weight, figures: figuresOf(statement.quote) });
  }
  return {
    similarity(a, b) {
      const [left, right] = [profiles.get(a), profiles.get(b)];
      if (!left || !right) return 0;
      const shared = sharedWeight(left.words, right.words, weights);
      const all = left.weight + right.weight - shared;
      return all === 0 ? 0 : shared / all;
    },
    figuresDiffer(a, b) {
      const left = profiles.get(a)?.figures ?? [];
      const right = profiles.get(b)?.figures ?? [];
      return left.length > 0 && right.length > 0 && !left.some((figure) => right.includes(figure));
    },
    capitalsDiffer(a, b) {
      const [left, right] = [capitalsOf(a.quote), capitalsOf(b.quote)];
      return !left.isSubsetOf(right) && !right.isSubsetOf(left);
    },
    areTelling: (a, b) =>
      [a, b].every((statement) => (profiles.get(statement)?.words.length ?? 0) >= TELLING_COUNT),
    isSpecific: (name) => (names.get(name) ?? 0) <= SPECIFIC_NAME_COUNT,
    isSpecificPlace: (place) => (places.get(place) ?? 0) <= SPECIFIC_PLACE_COUNT,
  };
}

function sharedWeight(left: readonly number[], right: readonly number[], weights: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [a, b] = [left[i] ?? 0, right[j] ?? 0];
    if (a === b) shared += weights[a] ?? 0;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return shared;
}

/** Words of four letters or more, and figures; accents stay on their letters, for quotes are compared with quotes. */
function telling(quote: string): readonly string[] {
  return quote.toLowerCase().match(/\d+|\p{L}{4,}/gu) ?? [];
}

const NONE: readonly never[] = Object.freeze([]);

function figuresOf(quote: string): readonly string[] {
  const figures = quote.match(/\$?\d[\d,]*(?:\.\d{1,4})?/g);
  if (!figures) return NONE;
  return figures
    .map((figure) => figure.replace(/,/g, ''))
    .filter((figure) => figure.startsWith('$') || /\d{3}|\./.test(figure))
    .filter((figure) => !/^(?:19|20)\d\d$/.test(figure));
}

/** Capitalised words of four letters or more but the first, folded. */
function capitalsOf(quote: string): ReadonlySet<string> {
  const folded = quote.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  return new Set(folded.match(/(?<=\s)[“"'(]?\p{Lu}\p{L}{3,}/gu)?.map((word) => word.toLowerCase()));
}
