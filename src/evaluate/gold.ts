import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../model/errors.ts';
import { EVENT_STATUSES, EVENT_TYPES } from '../model/event.ts';
import { byCode } from '../model/ids.ts';
import type { Release } from '../model/release.ts';

const EVENT = z.object({
  type: z.enum(EVENT_TYPES),
  headline: z.boolean(),
  /** EDTF level 0, or null. */
  date: z.string().nullable(),
  status: z.enum(EVENT_STATUSES),
  countries: z.array(z.string()).readonly(),
  ministers: z.array(z.string()).readonly(),
  officials: z.array(z.string()).readonly(),
  place: z.string().nullable(),
  quote: z.string(),
});

const ANSWER = z.object({
  release: z.string(),
  countries: z.array(z.string()).readonly(),
  countriesByPlace: z.array(z.string()).readonly(),
  ministers: z.array(z.string()).readonly(),
  officials: z.array(z.object({ name: z.string(), role: z.string().nullish(), of: z.string() })).readonly(),
  events: z.array(EVENT).readonly(),
});

/** An annotated release without its text: quotes are offsets in its Markdown, `[0, 0]` the title. */
const RECORD = ANSWER.extend({
  events: z
    .array(EVENT.omit({ place: true, quote: true }).extend({ quote: z.tuple([z.number(), z.number()]) }))
    .readonly(),
});

/** One event as readers and the system write it for comparison: people by name, text as a quote. */
export type AnswerEvent = z.infer<typeof EVENT>;

/** What one release decomposes into, in the form in which readers annotate: `<release id>.json`. */
export type Answer = z.infer<typeof ANSWER>;

/**
 * Reads a file of annotations without text (data/annotations), one JSON a line, by release id; `releases` gives the
 * texts, and records of others are left out. Throws AppError PATH_NOT_FOUND where there is no such file, BAD_INPUT where a line
 * is no record.
 */
export function loadAnnotations(
  path: string,
  releases: ReadonlyMap<string, Release>,
): ReadonlyMap<string, Answer> {
  if (!existsSync(path))
    throw new AppError('PATH_NOT_FOUND', `expected a file of annotations, got "${path}"`);
  const answers = new Map<string, Answer>();
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line === '') continue;
    const parsed = RECORD.safeParse(parseJson(line, `${path}, line ${index + 1}`));
    if (!parsed.success)
      throw new AppError('BAD_INPUT', `${path}, line ${index + 1}: ${z.prettifyError(parsed.error)}`);
    const release = releases.get(parsed.data.release);
    if (!release) continue;
    const events = parsed.data.events.map(({ quote: [start, end], ...event }) => ({
      ...event,
      place: null,
      quote: end === 0 ? (release.title ?? '') : release.body.slice(start, end),
    }));
    answers.set(release.id, { ...parsed.data, events });
  }
  return answers;
}

/**
 * Reads a folder of answers, by release id. Throws AppError PATH_NOT_FOUND where there is no such folder, BAD_INPUT
 * where a file is no answer, naming the file and the field.
 */
export function loadAnswers(folder: string): ReadonlyMap<string, Answer> {
  if (!existsSync(folder))
    throw new AppError('PATH_NOT_FOUND', `expected a folder of answers, got "${folder}"`);
  const answers = new Map<string, Answer>();
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort(byCode)) {
    answers.set(name.slice(0, -'.json'.length), loadAnswer(join(folder, name)));
  }
  return answers;
}

function loadAnswer(path: string): Answer {
  const parsed = ANSWER.safeParse(parseJson(readFileSync(path, 'utf8'), path));
  if (!parsed.success) throw new AppError('BAD_INPUT', `${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('BAD_INPUT', `expected JSON in ${place}`, { cause });
  }
}
