import type { Evidence } from '../../model/graph.ts';
import type { Database } from './database.ts';

/**
 * Checks that every quote is what its release's text says at its place. Throws a TypeError that names the release
 * where it is not, or where there is no such release.
 */
export async function checkQuotes(
  database: Database,
  evidence: readonly Evidence[],
  breathe: (done: number) => Promise<void>,
): Promise<void> {
  const select = database.statement(
    'select t.text from release r join release_text t on t.key = r.key where r.id = ?',
  );
  for (const [releaseId, quoted] of Map.groupBy(evidence, (item) => item.releaseId)) {
    const row = select.get(releaseId) as { readonly text: string } | undefined;
    if (!row) throw new TypeError(`expected evidence from a stored release, got ${releaseId}`);
    for (const { start, end, quote, eventId } of quoted) {
      const said = row.text.slice(start, end);
      if (said === quote) continue;
      throw new TypeError(
        `expected the quote "${quote}" of event ${eventId} at ${start} to ${end} of release ${releaseId}, got "${said}"`,
      );
    }
    await breathe(1);
  }
}
