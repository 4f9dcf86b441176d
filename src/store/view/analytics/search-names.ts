import { sql } from 'kysely';
import type { Engine } from '../../engine.ts';
import { fold, type TextTerm } from '../../fold.ts';
import type { NamedKind } from '../../rows.ts';

/** A named node that a search finds; less `score` is better, and all scores are below those of texts. */
export interface NameHit {
  readonly kind: NamedKind;
  readonly id: string;
  readonly name: string;
  readonly score: number;
}

/** Below every score of full text, with room for a million events between two classes. */
const NAME_SCORE = -1e12;
const CLASS = 1e9;

/**
 * Named nodes of which one name or alias has a word that begins with each word asked for: a name that is the whole
 * query first, then those that begin with it, then the others, each by number of events. One statement.
 */
export async function namesFound(
  engine: Engine,
  kinds: readonly NamedKind[],
  terms: readonly TextTerm[],
): Promise<readonly NameHit[]> {
  const { rows } = await sql<{
    readonly kind: NamedKind;
    readonly id: string;
    readonly name: string;
    readonly search: string;
    readonly events: number;
  }>`select n.kind, n.id, n.name, n.search, n.event_count as events from ${engine.values(kinds, 'p')}
    join named n on n.kind = p.value`.execute(engine.db);
  const wanted = terms.map((term) => ({ words: wordsIn(term.words), excluded: term.excluded }));
  const asked = wanted.filter(({ excluded }) => !excluded).flatMap(({ words }) => words);
  if (asked.length === 0) return [];
  const query = asked.join(' ');
  return rows.flatMap(({ kind, id, name, search, events }): NameHit[] => {
    // Most names lack most words, and taking names apart is dear.
    if (!asked.every((word) => search.includes(word))) return [];
    const lines = search.split('\n').map(wordsIn);
    const has = (words: readonly string[]) => lines.some((line) => begins(line, words));
    if (!wanted.every(({ words, excluded }) => words.length === 0 || has(words) !== excluded)) return [];
    if (!has(asked)) return [];
    const own = lines[0]?.join(' ') ?? '';
    const rank = lines.some((line) => line.join(' ') === query) ? 2 : own.startsWith(query) ? 1 : 0;
    return [{ kind, id, name, score: NAME_SCORE - rank * CLASS - Number(events) }];
  });
}

function wordsIn(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function begins(line: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => line.some((part) => part.startsWith(word)));
}
