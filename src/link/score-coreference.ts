import { load } from 'js-yaml';
import { z } from 'zod';
import { AppError } from '../model/errors.ts';
import { EVENT_TYPES } from '../model/event.ts';
import type { LinkedGraph } from '../model/graph.ts';

const releases = z.array(z.string().min(1)).min(2);
const goldSchema = z.strictObject({
  clusters: z.array(z.strictObject({ type: z.enum(EVENT_TYPES), what: z.string().min(1), releases })),
  apart: z.array(z.strictObject({ type: z.enum(EVENT_TYPES), why: z.string().min(1), releases })),
});

/**
 * What readers decided: each pair of a cluster's releases reports an occurrence of the type in common; no pair of
 * those apart does.
 */
export type CoreferenceGold = z.infer<typeof goldSchema>;

/** Reads gold from YAML (test/gold/coreference.yaml). Throws AppError BAD_INPUT where it is not of that form. */
export function parseCoreferenceGold(text: string): CoreferenceGold {
  const parsed = goldSchema.safeParse(load(text));
  if (parsed.success) return parsed.data;
  throw new AppError('BAD_INPUT', `expected coreference gold: ${z.prettifyError(parsed.error)}`, {
    cause: parsed.error,
  });
}

/** A pair of releases and what was decided of it. */
export interface CoreferencePair {
  readonly type: string;
  readonly about: string;
  readonly releases: readonly [string, string];
}

/** Pairs of gold against pairs of a graph over the same corpus. Shares are null where there is nothing to share. */
export interface CoreferenceScore {
  /** Pairs that are one, and how many of them the graph has as one. */
  readonly together: number;
  readonly joined: number;
  /** Pairs that are one and of which both releases have an event of the type: what linking could have joined. */
  readonly joinable: number;
  /** Pairs that must stay apart, and how many of them the graph has as one. */
  readonly apart: number;
  readonly confused: number;
  /** joined / (joined + confused), joined / together, joined / joinable. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly recallOfJoinable: number | null;
  readonly missed: readonly CoreferencePair[];
  readonly wrong: readonly CoreferencePair[];
}

/** Compares a graph with gold, pair by pair. A duplicate release stands for its original. */
export function scoreCoreference(
  graph: Pick<LinkedGraph, 'events' | 'releases'>,
  gold: CoreferenceGold,
): CoreferenceScore {
  const originals = new Map(graph.releases.map(({ id, duplicateOf }) => [id, duplicateOf ?? id]));
  const eventsOf = new Map<string, Set<string>>();
  for (const { id, type, evidence } of graph.events) {
    for (const { releaseId } of evidence) {
      const key = `${type} ${releaseId}`;
      const known = eventsOf.get(key);
      if (known) known.add(id);
      else eventsOf.set(key, new Set([id]));
    }
  }
  const eventsIn = (type: string, release: string): ReadonlySet<string> =>
    eventsOf.get(`${type} ${originals.get(release) ?? release}`) ?? new Set();
  const isJoined = ({ type, releases: [a, b] }: CoreferencePair): boolean =>
    !eventsIn(type, a).isDisjointFrom(eventsIn(type, b));
  const isJoinable = ({ type, releases: [a, b] }: CoreferencePair): boolean =>
    eventsIn(type, a).size > 0 && eventsIn(type, b).size > 0;

  const together = gold.clusters.flatMap((cluster) => pairsOf(cluster.type, cluster.what, cluster.releases));
  const apart = gold.apart.flatMap((group) => pairsOf(group.type, group.why, group.releases));
  const joined = together.filter(isJoined).length;
  const joinable = together.filter(isJoinable).length;
  const wrong = apart.filter(isJoined);
  return {
    together: together.length,
    joined,
    joinable,
    apart: apart.length,
    confused: wrong.length,
    precision: share(joined, joined + wrong.length),
    recall: share(joined, together.length),
    recallOfJoinable: share(joined, joinable),
    missed: together.filter((pair) => !isJoined(pair)),
    wrong,
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function pairsOf(type: string, about: string, releases: readonly string[]): readonly CoreferencePair[] {
  return releases.flatMap((a, index) =>
    releases.slice(index + 1).map((b) => ({ type, about, releases: [a, b] as const })),
  );
}
