import type { Event } from '../../src/model/graph.ts';
import { byCode } from '../../src/model/ids.ts';
import type { CountKey, EventCount, SeriesGroup, SeriesInterval } from '../../src/store/analytics.ts';

/** What analytics should answer about a list of events, worked out one event at a time. */
function keysOf(event: Event, key: CountKey): readonly (string | null)[] {
  switch (key) {
    case 'COUNTRY':
      return event.countries;
    case 'PORTFOLIO':
      return event.portfolios;
    case 'MINISTER':
      return event.ministers;
    case 'OFFICIAL':
      return event.officials;
    case 'TYPE':
      return [event.type];
    case 'STATUS':
      return [event.status];
    case 'YEAR':
      return [event.date?.earliest.slice(0, 4) ?? null];
    case 'MONTH':
      return [event.date && !isWholeYears(event) ? event.date.earliest.slice(0, 7) : null];
  }
}

function isWholeYears({ date }: Event): boolean {
  return date !== null && /^\d{4}(\/\d{4})?$/.test(date.edtf);
}

export function countEvents(events: readonly Event[], by: readonly CountKey[]): readonly EventCount[] {
  const counts = new Map<string, EventCount>();
  for (const event of events) {
    const [first, second] = by.map((key) => keysOf(event, key));
    for (const a of first ?? []) {
      for (const b of second ?? ['']) {
        const keys = second ? [a, b] : [a];
        const known = counts.get(JSON.stringify(keys))?.count ?? 0;
        counts.set(JSON.stringify(keys), { keys, count: known + 1 });
      }
    }
  }
  const byKeys = (x: EventCount, y: EventCount): number => {
    for (const [index, key] of x.keys.entries()) {
      const order = byCode(key ?? '~', y.keys[index] ?? '~');
      if (order !== 0) return order;
    }
    return 0;
  };
  return [...counts.values()].sort((x, y) => y.count - x.count || byKeys(x, y));
}

const STARTS: Readonly<Record<SeriesInterval, (day: string) => string>> = {
  YEAR: (day) => `${day.slice(0, 4)}-01-01`,
  QUARTER: (day) =>
    `${day.slice(0, 5)}${['01', '04', '07', '10'][Math.floor((Number(day.slice(5, 7)) - 1) / 3)]}-01`,
  MONTH: (day) => `${day.slice(0, 7)}-01`,
};

/** Counts by bucket and group, without the gaps: `start group` to number. */
export function seriesOf(
  events: readonly Event[],
  interval: SeriesInterval,
  groupBy: SeriesGroup | null,
  top: number,
): {
  readonly counts: Readonly<Record<string, number>>;
  readonly undatedCount: number;
  readonly impreciseCount: number;
} {
  const imprecise = events.filter((event) => interval !== 'YEAR' && isWholeYears(event));
  const placed = events.filter((event) => event.date !== null && !imprecise.includes(event));
  const groups = groupBy ? countEvents(placed, [groupBy]).slice(0, top) : [];
  const tops = groups.map(({ keys }) => keys[0]);
  const counts: Record<string, number> = {};
  for (const event of placed) {
    for (const key of groupBy ? keysOf(event, groupBy) : [null]) {
      const group = groupBy && !tops.includes(key) ? 'OTHER' : key;
      const cell = `${STARTS[interval](event.date?.earliest ?? '')} ${group}`;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return {
    counts,
    undatedCount: events.filter(({ date }) => date === null).length,
    impreciseCount: imprecise.length,
  };
}
