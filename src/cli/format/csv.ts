import { stringify } from 'csv-stringify/sync';
import type { EventRow } from './event-rows.ts';

const COLUMNS = [
  'id',
  'date',
  'earliest',
  'latest',
  'precision',
  'type',
  'status',
  'headline',
  'countries',
  'ministers',
  'officials',
  'portfolios',
  'place',
  'name',
  'summary',
  'releases',
] as const;

/**
 * Events as CSV (RFC 4180) with a head, lists joined by "; ". Cells that a spreadsheet would run as a formula (those
 * that begin with = + - @, a tab or a line end) get a ' before them, as OWASP advises.
 */
export function eventsCsv(rows: readonly EventRow[]): string {
  return stringify(rows.map(cellsOf), {
    header: true,
    columns: [...COLUMNS],
    record_delimiter: '\r\n',
    escape_formulas: true,
    // A lone line end is no record delimiter, so it would not be quoted by itself.
    quoted_match: /[\r\n]/,
  });
}

function cellsOf(row: EventRow): Readonly<Record<(typeof COLUMNS)[number], string>> {
  const { event, evidence } = row;
  const list = (values: readonly string[]) => values.join('; ');
  return {
    id: event.id,
    date: event.date?.edtf ?? '',
    earliest: event.date?.earliest ?? '',
    latest: event.date?.latest ?? '',
    precision: event.date?.precision ?? '',
    type: event.type,
    status: event.status,
    headline: event.headline ? 'yes' : 'no',
    countries: list(row.countries),
    ministers: list(row.ministers),
    officials: list(row.officials),
    portfolios: list(row.portfolios),
    place: event.place ?? '',
    name: event.name ?? '',
    summary: event.summary,
    releases: list([...new Set(evidence.map(({ releaseId }) => releaseId))]),
  };
}
