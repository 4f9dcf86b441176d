import type { Evidence } from '../model/graph.ts';
import type { LifeCycleStep } from './refs.ts';

/**
 * The life of an event from its evidence in order: a step for each change of status, with the first passage that
 * states it. PLANNED, PLANNED, OCCURRED gives two steps.
 */
export function lifeCycle(evidence: readonly Evidence[]): LifeCycleStep[] {
  const steps: LifeCycleStep[] = [];
  for (const passage of evidence) {
    if (steps.at(-1)?.status !== passage.status) steps.push({ status: passage.status, evidence: passage });
  }
  return steps;
}
