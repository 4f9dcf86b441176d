import type { SeriesInterval } from '../../analytics.ts';

/** Months that each interval has. */
const MONTHS: Readonly<Record<SeriesInterval, number>> = { YEAR: 12, QUARTER: 3, MONTH: 1 };

/** First day of the bucket that a day lies in. */
export function bucketOf(day: string, interval: SeriesInterval): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS[interval]) * MONTHS[interval] + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/** All buckets from one to another, both included; null where there are more than `most`. */
export function bucketsBetween(
  first: string,
  last: string,
  interval: SeriesInterval,
  most: number,
): readonly string[] | null {
  const step = MONTHS[interval];
  const [from, to] = [monthNumber(first), monthNumber(last)];
  const count = Math.floor((to - from) / step) + 1;
  if (count > most) return null;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const month = from + index * step;
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
