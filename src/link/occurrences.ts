import { contradicts, isSameOccurrence, type Similarity } from './same-occurrence.ts';
import type { Statement } from './statements.ts';

/** The statements of one occurrence, in evidence order. */
export type Occurrence = readonly Statement[];

/** Width of a block in days: statements whose dates fall into a common block are compared. */
const BLOCK_DAYS = 32;
/** A date as wide as this is never one with another, see `isSameOccurrence`. */
const WIDEST_DAYS = 45;

/**
 * Divides statements into occurrences. Releases are taken in evidence order; each of their statements joins the
 * occurrence that it fits: it is the same as one of its statements and contradicts none, no other occurrence is as
 * like it, and no other statement of its release is as like that occurrence; else it starts one of its own. Only statements
 * that share a block (type, country or proper name, month) are compared, so that new releases touch few.
 */
export function findOccurrences(
  statements: readonly Statement[],
  similarity: Similarity,
): readonly Occurrence[] {
  const occurrences: Statement[][] = [];
  const blocks = new Map<string, Set<Statement[]>>();
  for (const group of byRelease(statements)) {
    const joins = chooseOccurrences(group, blocks, similarity);
    for (const statement of group) {
      const occurrence = joins.get(statement) ?? [];
      if (occurrence.length === 0) occurrences.push(occurrence);
      occurrence.push(statement);
      for (const key of blockKeys(statement)) {
        const block = blocks.get(key);
        if (block) block.add(occurrence);
        else blocks.set(key, new Set([occurrence]));
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

interface Choice {
  readonly statement: Statement;
  readonly occurrence: Statement[];
  readonly likeness: number;
}

function chooseOccurrences(
  group: readonly Statement[],
  blocks: ReadonlyMap<string, ReadonlySet<Statement[]>>,
  similarity: Similarity,
): ReadonlyMap<Statement, Statement[]> {
  const choices = group.flatMap((statement) => {
    const near = new Set(blockKeys(statement).flatMap((key) => [...(blocks.get(key) ?? [])]));
    const fitting = [...near].flatMap((occurrence): Choice[] => {
      const likeness = compare(occurrence, statement, similarity);
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

function compare(occurrence: Occurrence, statement: Statement, similarity: Similarity): number | null {
  let likeness: number | null = null;
  for (const other of occurrence) {
    if (other.release === statement.release || contradicts(other, statement)) return null;
    if (isSameOccurrence(other, statement, similarity)) {
      likeness = Math.max(likeness ?? 0, similarity(other, statement));
    }
  }
  return likeness;
}

function blockKeys(statement: Statement): readonly string[] {
  const { type, days, countries, name } = statement;
  if (!days || days[1] - days[0] > WIDEST_DAYS) return [];
  const subjects = name === null ? countries : [...countries, `"${name}`];
  const keys: string[] = [];
  for (let block = Math.floor(days[0] / BLOCK_DAYS); block <= Math.floor(days[1] / BLOCK_DAYS); block++) {
    for (const subject of subjects) keys.push(`${type} ${subject} ${block}`);
  }
  return keys;
}
