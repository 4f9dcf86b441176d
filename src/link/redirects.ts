import type { LinkedGraph } from '../model/graph.ts';
import { byCode, eventMentionId } from '../model/ids.ts';
import type { LinkInput } from '../model/link.ts';
import type { Occurrence } from './occurrences.ts';

/**
 * Where the ids of event mentions lead that are not the id of an event: to the event that they were merged into. A
 * duplicate release's mention leads to the event of the original's mention of the same type and words. Sorted by `from`.
 */
export function redirectsOf(
  occurrences: readonly Occurrence[],
  corpus: readonly LinkInput[],
  duplicates: ReadonlyMap<string, string>,
): LinkedGraph['redirects'] {
  const events = new Map<string, string>();
  const wording = new Map<string, string>();
  const originals = new Set(duplicates.values());
  for (const occurrence of occurrences) {
    const event = occurrence[0]?.id ?? '';
    for (const { id, releaseId, type, quote } of occurrence) {
      events.set(id, event);
      if (originals.has(releaseId)) wording.set(`${releaseId} ${type} ${quote}`, event);
    }
  }
  const redirects = new Map([...events].filter(([from, to]) => from !== to));
  for (const { release, decomposition, quotes } of corpus) {
    const original = duplicates.get(release.id);
    if (original === undefined) continue;
    for (const [index, mention] of decomposition.events.entries()) {
      const to = wording.get(`${original} ${mention.type} ${quotes[index]}`);
      const from = eventMentionId(release.id, mention);
      if (to !== undefined && !events.has(from)) redirects.set(from, to);
    }
  }
  return [...redirects].map(([from, to]) => ({ from, to })).sort((a, b) => byCode(a.from, b.from));
}
