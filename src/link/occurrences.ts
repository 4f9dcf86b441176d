import type { QuoteWords } from './quote-words.ts';
import { contradicts, daysOf, isSameOccurrence, VAGUE_DAYS } from './same-occurrence.ts';
import type { Statement } from './statements.ts';

/** The statements of one occurrence, in evidence order. */
export type Occurrence = readonly Statement[];

/** Width of a block in days: statements whose dates fall into a common block are compared. */
const BLOCK_DAYS = 32;

/**
 * Divides statements into occurrences. Releases are taken in evidence order; each of their statements joins the
 * occurrence that it fits: it is the same as one of its statements and contradicts none, no other occurrence is as
 * like it, and no other statement of its release is as like that occurrence; else it starts one of its own. Only statements
 * that share a block (type with country or name and month, type with day) are compared, so that new releases touch few.
 */
export function findOccurrences(statements: readonly Statement[], words: QuoteWords): readonly Occurrence[] {
  const occurrences: Statement[][] = [];
  const blocks: Blocks = new Map();
  for (const group of byRelease(statements)) {
    const joins = chooseOccurrences(group, blocks, words);
    for (const statement of group) {
      const occurrence = joins.get(statement) ?? [];
      if (occurrence.length === 0) occurrences.push(occurrence);
      occurrence.push(statement);
      for (const key of blockKeys(statement)) {
        const block = blocks.get(key);
        if (!block) blocks.set(key, [occurrence]);
        else if (!block.includes(occurrence)) block.push(occurrence);
      }
    }
  }
  return occurrences;
}

/** Statements come in evidence order, so those of one release stand together. */
function* byRelease(statements: readonly Statement[]): Generator<readonly Statement[]> {
  for (let first = 0; first < statements.length; ) {
    let end = first;
    while (statements[end]?.release === statements[first]?.release && end < statements.length) end++;
    yield statements.slice(first, end);
    first = end;
  }
}

/** Occurrences by what their statements can be compared by. */
type Blocks = Map<string, Statement[][]>;

interface Choice {
  readonly statement: Statement;
  readonly occurrence: Statement[];
  readonly likeness: number;
}

function chooseOccurrences(
  group: readonly Statement[],
  blocks: Blocks,
  words: QuoteWords,
): ReadonlyMap<Statement, Statement[]> {
  const choices = group.flatMap((statement) => {
    const near = new Set(blockKeys(statement).flatMap((key) => blocks.get(key) ?? []));
    const fitting = [...near].flatMap((occurrence): Choice[] => {
      const likeness = compare(occurrence, statement, words);
      return likeness === null ? [] : [{ statement, occurrence, likeness }];
    });
    return onlyBest(fitting);
  });
  const wanted = Map.groupBy(choices, (choice) => choice.occurrence);
  return new Map(
    [...wanted.values()].flatMap((rivals) =>
      onlyBest(rivals).map(({ statement, occurrence }) => [statement, occurrence] as const),
    ),
  );
}

/** The choice that is most alike; none where two are equally so. */
function onlyBest(choices: readonly Choice[]): readonly Choice[] {
  const [best, next] = [...choices].sort((a, b) => b.likeness - a.likeness);
  return best && (!next || best.likeness > next.likeness) ? [best] : [];
}

function compare(occurrence: Occurrence, statement: Statement, words: QuoteWords): number | null {
  let likeness: number | null = null;
  for (const other of occurrence) {
    if (other.release === statement.release || contradicts(other, statement, words)) return null;
    if (isSameOccurrence(other, statement, words)) {
      likeness = Math.max(likeness ?? 0, words.similarity(other, statement));
    }
  }
  return likeness;
}

/**
 * Type with country or name and month; type with day where the date is one. Widened by a day, for a statement can be of the
 * day before.
 */
function blockKeys(statement: Statement): readonly string[] {
  const { type, countries, name } = statement;
  const days = daysOf(statement);
  if (!days || days[1] - days[0] > VAGUE_DAYS) return [];
  const subjects = name === null ? countries : [...countries, `"${name}`];
  const keys = days[0] === days[1] ? [`${type} ${days[0]}`] : [];
  const last = Math.floor((days[1] + 1) / BLOCK_DAYS);
  for (let block = Math.floor((days[0] - 1) / BLOCK_DAYS); block <= last; block++) {
    for (const subject of subjects) keys.push(`${type} ${subject} ${block}`);
  }
  return keys;
}
