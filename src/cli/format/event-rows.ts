import type { Evidence } from '../../model/graph.ts';
import type { EventNode } from '../../store/node-types.ts';
import type { View } from '../../store/store.ts';

/** An event with the names of what it has and the evidence for it. */
export interface EventRow {
  readonly event: EventNode;
  /** Names, in the order of the event's ids. */
  readonly countries: readonly string[];
  readonly ministers: readonly string[];
  readonly officials: readonly string[];
  readonly portfolios: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** Adds names and evidence; three statements, however many events there are. */
export async function eventRows(view: View, events: readonly EventNode[]): Promise<readonly EventRow[]> {
  const officialIds = [...new Set(events.flatMap(({ officials }) => officials))];
  const [names, officials, evidence] = await Promise.all([
    view.names(),
    view.nodes('official', officialIds),
    view.evidenceOf(events.map(({ id }) => id)),
  ]);
  const known = new Map(
    [...names.countries, ...names.ministers, ...names.portfolios, ...officials]
      .filter((node) => node !== null)
      .map(({ id, name }) => [id, name]),
  );
  const named = (ids: readonly string[]) => ids.map((id) => known.get(id) ?? id);
  return events.map((event, position) => ({
    event,
    countries: named(event.countries),
    ministers: named(event.ministers),
    officials: named(event.officials),
    portfolios: named(event.portfolios),
    evidence: evidence[position] ?? [],
  }));
}
