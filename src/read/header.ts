import { inspect } from 'node:util';
import { z } from 'zod';
import { isCalendarDate } from '../model/date.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import { oneLine } from './mapped-text.ts';

/** The header's fields as the graph uses them; null or empty where the file gives nothing usable. */
export interface Header {
  readonly title: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly ministers: readonly string[];
  readonly portfolios: readonly string[];
  readonly attachments: readonly string[];
}

/** Years before this are placeholders ("0001-01-01"): no government published press releases then. */
const FIRST_YEAR = '1900';

/** A time of day and its zone are passed over: the date is the publisher's, as written. */
const DATE = z
  .string()
  .transform((value) => /^(\d{4}-\d{2}-\d{2})(?:[Tt ]+\d{1,2}:\d{2}.*)?$/.exec(value.trim())?.[1] ?? '')
  .refine((date) => isCalendarDate(date) && date >= FIRST_YEAR);
const URL_FIELD = z
  .string()
  .trim()
  .pipe(z.url({ protocol: /^https?$/ }));
const SCALAR = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const TITLE = SCALAR.transform(oneLine).refine((title) => title !== '');

/** A name; "Māori Crown Relations: Te Arawhiti" without quotes is a mapping to YAML, and is put together again. */
const NAME = z.union([
  SCALAR,
  z
    .record(z.string(), SCALAR)
    .refine((entry) => Object.keys(entry).length === 1)
    .transform((entry) => Object.entries(entry).map(([key, value]) => `${key}: ${value}`)[0] ?? ''),
]);

/**
 * Reads a header leniently: what is wrong with a field is a Problem that names it, the field becomes null (or loses
 * the entry), the rest is kept. `data` is what the YAML parser gave, with dates left as strings.
 */
export function readHeader(
  data: Readonly<Record<string, unknown>>,
  file: string,
): { readonly header: Header; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, field: string, message: string): null => {
    problems.push({ code, file, field, message });
    return null;
  };

  const single = (field: string, expected: string, schema: z.ZodType<string>): string | null => {
    const value = data[field];
    if (isNothing(value)) {
      return report('HEADER_FIELD_MISSING', field, `expected ${expected}, got nothing`);
    }
    const parsed = schema.safeParse(value);
    return parsed.success
      ? parsed.data
      : report('HEADER_FIELD_INVALID', field, `expected ${expected}, got ${shown(value)}`);
  };

  const list = (field: string, required: boolean): readonly string[] => {
    const value = data[field];
    if (isNothing(value)) {
      if (required) report('HEADER_FIELD_MISSING', field, 'expected a list of names, got nothing');
      return [];
    }
    if (!Array.isArray(value)) {
      report('HEADER_FIELD_INVALID', field, `expected a list of names, got ${shown(value)}`);
      return namesOf(value);
    }
    return value.flatMap((entry: unknown) => {
      const names = namesOf(entry);
      if (typeof entry !== 'string' || names.length === 0) {
        report('HEADER_FIELD_INVALID', field, `expected a name as text, got ${shown(entry)}`);
      }
      return names;
    });
  };

  const header: Header = {
    title: single('title', 'a title', TITLE),
    date: single('date', 'a calendar date YYYY-MM-DD from 1900 on', DATE),
    url: single('url', 'an absolute http(s) address', URL_FIELD),
    ministers: list('ministers', true),
    portfolios: list('portfolios', true),
    attachments: list('attachments', false),
  };
  if (header.title !== null && typeof data.title !== 'string') {
    report('HEADER_FIELD_INVALID', 'title', `expected a title as text, got ${shown(data.title)}`);
  }
  return { header, problems };
}

/** The one name that an entry gives, or none. */
function namesOf(entry: unknown): readonly string[] {
  const name = NAME.safeParse(entry);
  const text = name.success ? oneLine(name.data) : '';
  return text === '' ? [] : [text];
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** A value as a message shows it, cut short. Never its whole depth: ten YAML aliases can stand for a billion nodes. */
function shown(value: unknown): string {
  const text = inspect(value, { depth: 1, breakLength: Number.POSITIVE_INFINITY, maxArrayLength: 3 });
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
