import type { Event } from '../model/graph.ts';
import type { Problem } from '../model/problem.ts';
import { staleProblem } from './correct-officials.ts';
import type { LoadedCorrection } from './corrections.ts';
import { withDate } from './events.ts';
import type { Occurrence } from './occurrences.ts';
import { byEvidence, type Statement } from './statements.ts';

type EventCorrection = Extract<LoadedCorrection, { readonly kind: 'event' | 'official' }>;

/** Statements of one event while corrections apply, found by the id of each of its mentions. */
type ByMention = Map<string, Set<Statement>>;

/**
 * Applies merge, split and drop of events in their order. An event is named by the id of any of its mentions, so that
 * a correction outlives a change of what linking merges. merge: the events become one; split: the listed mentions
 * leave the event and become one of their own; drop: the event goes. A correction with an id that is not there
 * changes nothing and gives CORRECTION_STALE. `set` is checked here and applied by `correctEvent`.
 */
export function correctOccurrences(
  occurrences: readonly Occurrence[],
  corrections: readonly LoadedCorrection[],
): { readonly occurrences: readonly Occurrence[]; readonly problems: readonly Problem[] } {
  const relevant = corrections.filter((correction) => correction.kind === 'event');
  if (relevant.length === 0) return { occurrences, problems: [] };
  const byMention: ByMention = new Map();
  for (const occurrence of occurrences) {
    const statements = new Set(occurrence);
    for (const statement of occurrence) byMention.set(statement.id, statements);
  }
  const problems: Problem[] = [];
  for (const correction of relevant) {
    const missing = applyCorrection(correction, byMention);
    if (missing !== null) problems.push(staleProblem(correction, missing));
  }
  const corrected = [...new Set(byMention.values())].map((statements) => [...statements].sort(byEvidence));
  return { occurrences: corrected, problems };
}

/** Gives the id that was missing; null where the correction applied. */
function applyCorrection(correction: EventCorrection, byMention: ByMention): string | null {
  const ids = correction.action === 'merge' ? correction.ids : [correction.id];
  const missing = ids.find((id) => !byMention.has(id));
  if (missing !== undefined) return missing;
  const events = [...new Set(ids.flatMap((id) => byMention.get(id) ?? []))];
  switch (correction.action) {
    case 'merge':
      regroup(new Set(events.flatMap((statements) => [...statements])), byMention);
      return null;
    case 'drop':
      for (const { id } of events.flatMap((statements) => [...statements])) byMention.delete(id);
      return null;
    case 'split':
      return correction.kind === 'event'
        ? split(correction.mentions, events[0] ?? new Set(), byMention)
        : null;
    case 'set':
      return null;
  }
}

function split(
  mentions: readonly string[],
  event: ReadonlySet<Statement>,
  byMention: ByMention,
): string | null {
  const missing = mentions.find((id) => ![...event].some((statement) => statement.id === id));
  if (missing !== undefined) return missing;
  const leaving = new Set([...event].filter((statement) => mentions.includes(statement.id)));
  regroup(new Set([...event].filter((statement) => !leaving.has(statement))), byMention);
  regroup(leaving, byMention);
  return null;
}

function regroup(statements: Set<Statement>, byMention: ByMention): void {
  for (const statement of statements) byMention.set(statement.id, statements);
}

/** The event with the fields that corrections of any of its mentions set, later corrections over earlier ones. */
export function correctEvent(
  event: Event,
  occurrence: Occurrence,
  corrections: readonly LoadedCorrection[],
): Event {
  let corrected = event;
  for (const correction of corrections) {
    if (correction.action !== 'set' || correction.kind !== 'event') continue;
    if (!occurrence.some((statement) => statement.id === correction.id)) continue;
    const { date, type, status, summary, ...nullable } = correction.fields;
    corrected = {
      ...corrected,
      ...nullable,
      type: type ?? corrected.type,
      status: status ?? corrected.status,
      summary: summary ?? corrected.summary,
    };
    if (date !== undefined) corrected = withDate(corrected, date);
  }
  return corrected;
}
