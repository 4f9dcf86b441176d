import { columns } from '../print.ts';
import type { EventRow } from './event-rows.ts';

const MAX_NAMES = 3;
const MAX_SUMMARY = 90;

/** Events as aligned columns with a head: date, kind, status, countries, who takes part, summary. */
export function eventsTable(rows: readonly EventRow[]): readonly string[] {
  if (rows.length === 0) return [];
  const head = ['DATE', 'TYPE', 'STATUS', 'COUNTRIES', 'WHO', 'SUMMARY'];
  return columns([head, ...rows.map(cellsOf)]);
}

function cellsOf({ event, countries, ministers, officials }: EventRow): readonly string[] {
  return [
    event.date?.edtf ?? '–',
    event.type,
    event.status,
    short(countries),
    short([...ministers, ...officials]),
    cut(event.summary.replace(/\s+/g, ' ')),
  ];
}

function short(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).join(', ');
  return more > 0 ? `${shown} +${more}` : shown;
}

function cut(text: string): string {
  if (text.length <= MAX_SUMMARY) return text;
  const end = text.lastIndexOf(' ', MAX_SUMMARY - 1);
  return `${text.slice(0, end > 0 ? end : MAX_SUMMARY - 1)}…`;
}
