import type { Event } from '../model/graph.ts';

/** The words of an event that count twice: summary, name and place. */
export function titleOf({ summary, name, place }: Event): string {
  return [summary, name, place].filter((words) => words !== null).join('\n');
}

/** The quotes of an event, a line each; what the summary says already is left out. */
export function quotesOf({ evidence, summary }: Event): string {
  return [...new Set(evidence.map(({ quote }) => quote))].filter((quote) => quote !== summary).join('\n');
}
