import type { EventType } from '../model/event.ts';
import { contradicts } from './contradictions.ts';
import type { QuoteWords } from './quote-words.ts';
import { isSameOccurrence } from './same-occurrence.ts';
import { daysOf, TOLD_BY_PARTICIPANTS, VAGUE_DAYS } from './statement-days.ts';
import { byEvidence, type Statement } from './statements.ts';

/** The statements of one occurrence, in evidence order. */
export type Occurrence = readonly Statement[];

/** Width of a block in days: statements whose dates fall into a common block are compared. */
const BLOCK_DAYS = 32;

/** Kinds that are told again and again, for years, so that two lists of their statements can grow side by side. */
const MERGING: ReadonlySet<EventType> = new Set(['INCIDENT', 'CONFERENCE']);

/**
 * Divides statements into occurrences. Releases are taken in evidence order; each of their statements joins the
 * occurrence that it fits: it is the same as one of its statements and contradicts none, no other occurrence is as
 * like it, and no other statement of its release is as like that occurrence; else it starts one of its own. Occurrences
 * that a statement shows to be one are put together. Only statements that share a block (type with country, name or
 * minister and month, with day, with the first words) are compared, so that new releases touch few.
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
  return occurrences.filter(({ length }) => length > 0).map((occurrence) => occurrence.sort(byEvidence));
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
  for (const statement of group) {
    if (!MERGING.has(statement.type)) continue;
    const fitting = findFitting(statement, blocks, words).map(({ occurrence }) => occurrence);
    mergeIntoFirst(fitting, blocks, words);
  }
  const choices = group.flatMap((statement) => onlyBest(findFitting(statement, blocks, words)));
  const wanted = Map.groupBy(choices, (choice) => choice.occurrence);
  return new Map(
    [...wanted.values()].flatMap((rivals) =>
      onlyBest(rivals).map(({ statement, occurrence }) => [statement, occurrence] as const),
    ),
  );
}

/** The occurrences that a statement can be of, the likest first. */
function findFitting(statement: Statement, blocks: Blocks, words: QuoteWords): readonly Choice[] {
  const near = new Set(blockKeys(statement).flatMap((key) => blocks.get(key) ?? []));
  const fitting = [...near].flatMap((occurrence): Choice[] => {
    const likeness = compare(occurrence, statement, words);
    return likeness === null ? [] : [{ statement, occurrence, likeness }];
  });
  return fitting.sort((a, b) => b.likeness - a.likeness);
}

/** Puts into the first occurrence those of the others that it does not contradict; they are left empty. */
function mergeIntoFirst(list: readonly Statement[][], blocks: Blocks, words: QuoteWords): void {
  const [first, ...others] = list;
  for (const other of others) {
    if (!first || !areCompatible(first, other, words)) continue;
    for (const key of other.flatMap(blockKeys)) {
      const block = blocks.get(key) ?? [];
      const kept = block.filter((occurrence) => occurrence !== other);
      blocks.set(key, kept.includes(first) ? kept : [...kept, first]);
    }
    first.push(...other);
    other.length = 0;
  }
}

function areCompatible(a: Occurrence, b: Occurrence, words: QuoteWords): boolean {
  return a.every((one) =>
    b.every((other) => {
      if (one.release === other.release) return false;
      const [earlier, later] = byEvidence(one, other) < 0 ? [one, other] : [other, one];
      return !contradicts(earlier, later, words);
    }),
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

/** How many words of a quote tell that another one is of the same text. */
const FIRST_WORDS = 8;

/**
 * Type with country, name or minister and month; type with day where the date is one; type with the first words. Widened
 * by a day, for a statement can be of the day before.
 */
function blockKeys(statement: Statement): readonly string[] {
  const { type, countries, ministers, name, quote } = statement;
  const days = daysOf(statement);
  if (!days || days[1] - days[0] > VAGUE_DAYS) return [];
  const subjects = [...countries];
  if (name !== null) subjects.push(`"${type === 'CONFERENCE' ? lastWords(name) : name}`);
  if (TOLD_BY_PARTICIPANTS.has(type)) subjects.push(...ministers);
  const first = quote.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const keys = [`${type} =${first.slice(0, FIRST_WORDS).join(' ')}`];
  if (days[0] === days[1]) keys.push(`${type} ${days[0]}`);
  const last = Math.floor((days[1] + 1) / BLOCK_DAYS);
  for (let block = Math.floor((days[0] - 1) / BLOCK_DAYS); block <= last; block++) {
    for (const subject of subjects) keys.push(`${type} ${subject} ${block}`);
  }
  return keys;
}

/** The kind of conference, by which longer and shorter names of it meet. */
function lastWords(name: string): string {
  return name.split(' ').slice(-2).join(' ');
}
