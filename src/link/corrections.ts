import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { z } from 'zod';
import { edtfBounds, isCalendarDate } from '../model/date.ts';
import { AppError } from '../model/errors.ts';
import { EVENT_STATUSES, EVENT_TYPES } from '../model/event.ts';
import { byCode } from '../model/ids.ts';

const id = z.string().min(1);
const why = {
  reason: z.string().min(1),
  date: z.string().refine(isCalendarDate, 'expected a calendar date YYYY-MM-DD'),
};
const kind = z.enum(['event', 'official']);
const edtf = z.string().refine((text) => edtfBounds(text) !== null, 'expected an EDTF level 0 date');

const splitSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    action: z.literal('split'),
    kind: z.literal('event'),
    id,
    mentions: z.array(id).min(1),
    ...why,
  }),
  z.strictObject({ action: z.literal('split'), kind: z.literal('official'), id, alias: id, ...why }),
]);

const setSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    action: z.literal('set'),
    kind: z.literal('event'),
    id,
    fields: z
      .strictObject({
        type: z.enum(EVENT_TYPES).optional(),
        status: z.enum(EVENT_STATUSES).optional(),
        date: edtf.nullable().optional(),
        place: id.nullable().optional(),
        name: id.nullable().optional(),
        summary: id.optional(),
      })
      .refine((fields) => Object.keys(fields).length > 0, 'expected at least one field'),
    ...why,
  }),
  z.strictObject({
    action: z.literal('set'),
    kind: z.literal('official'),
    id,
    fields: z
      .strictObject({ name: id.optional(), role: id.nullable().optional() })
      .refine((fields) => Object.keys(fields).length > 0, 'expected at least one field'),
    ...why,
  }),
]);

const correctionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('merge'), kind, ids: z.array(id).min(2), ...why }),
  z.strictObject({ action: z.literal('drop'), kind, id, ...why }),
  splitSchema,
  setSchema,
]);

/** A decision by a person that overrides what linking would decide, with its reason and date. */
export type Correction = z.infer<typeof correctionSchema>;

/** A correction and the file that it stands in, as `corrections/NAME.yaml`. */
export type LoadedCorrection = Correction & { readonly file: string };

/** data/corrections of the program. */
const FOLDER = join(import.meta.dirname, '../../data/corrections');

/**
 * Reads every `.yaml` file of a folder, files in code order, entries in the file's order, which is the order they
 * apply in. A file is a list of corrections; an empty file is none. Throws AppError CONFIG_INVALID where a file is
 * not YAML or an entry not a correction, naming the file and the entry.
 */
export function loadCorrections(folder: string = FOLDER): readonly LoadedCorrection[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort(byCode);
  return files.flatMap((file) => {
    const name = `corrections/${file}`;
    return parseCorrections(readFileSync(join(folder, file), 'utf8'), name);
  });
}

/** Reads one file's text; see `loadCorrections`. */
export function parseCorrections(text: string, file: string): readonly LoadedCorrection[] {
  let documents: readonly unknown[];
  try {
    // A file of comments alone has no document.
    documents = loadAll(text, { filename: file });
  } catch (cause) {
    throw new AppError('CONFIG_INVALID', `expected YAML in ${file}`, { cause });
  }
  const [entries = [], second] = documents;
  if (!Array.isArray(entries) || second !== undefined) {
    throw new AppError('CONFIG_INVALID', `expected one list of corrections in ${file}`);
  }
  return entries.map((entry: unknown, index) => {
    const parsed = correctionSchema.safeParse(entry);
    if (parsed.success) return { ...parsed.data, file };
    const where = `entry ${index + 1} of ${file}`;
    throw new AppError(
      'CONFIG_INVALID',
      `expected a correction in ${where}: ${z.prettifyError(parsed.error)}`,
      {
        cause: parsed.error,
      },
    );
  });
}
