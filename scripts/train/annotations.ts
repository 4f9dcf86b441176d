import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EVENT_STATUSES, EVENT_TYPES } from '../../src/model/event.ts';
import type { Release } from '../../src/model/release.ts';
import type { Span } from '../../src/model/span.ts';
import type { OffsetMap } from '../../src/read/offset-map.ts';
import { plainText } from '../../src/read/plain-text.ts';
import { readBytes, readRelease } from '../../src/read/read-release.ts';

const EVENT = z.object({
  type: z.enum(EVENT_TYPES),
  headline: z.boolean(),
  date: z.string().nullable(),
  status: z.enum(EVENT_STATUSES),
  countries: z.array(z.string()),
  ministers: z.array(z.string()),
  officials: z.array(z.string()),
  /** Offsets of the quote in the Markdown below the header, in UTF-16 code units, half-open. */
  quote: z.tuple([z.number(), z.number()]),
  /** Offsets of the few words of the quote that state the event, in the same way; left out where nobody noted them. */
  at: z.tuple([z.number(), z.number()]).optional(),
});

const RECORD = z.object({
  release: z.string(),
  /** TRAIN: to learn from; KEPT: to measure with, never looked at. */
  fold: z.enum(['TRAIN', 'KEPT']),
  /** How many times over it counts in training: the reference annotations count more than those of single readers. */
  weight: z.number().int().min(1).default(1),
  events: z.array(EVENT),
});

/** One annotated event; the quote is an offset pair into the release's Markdown. */
export type AnnotatedEvent = z.infer<typeof EVENT>;

/** The annotated events of one release, without its text. */
export type AnnotatedRelease = z.infer<typeof RECORD>;

/** An annotated release with its text, and each event with the span of its quote in `release.text`. */
export interface Annotated {
  readonly release: Release;
  readonly weight: number;
  readonly events: readonly (AnnotatedEvent & { readonly span: Span; readonly pointer?: Span })[];
}

/** Reads data/annotations/events.jsonl. Throws on a line that is no record. */
export function loadAnnotations(file: string): readonly AnnotatedRelease[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => RECORD.parse(JSON.parse(line)));
}

/** Joins a record with its release in a corpus folder (`YYYY/MM/<release>.md`). Throws where it is not there. */
export function joinText(record: AnnotatedRelease, corpus: string): Annotated {
  const path = join(record.release.slice(0, 4), record.release.slice(5, 7), `${record.release}.md`);
  const bytes = readBytes(corpus, path);
  const release = bytes instanceof Uint8Array ? readRelease(bytes, path).release : null;
  if (!release) throw new Error(`expected a release at ${join(corpus, path)}`);
  const { map } = plainText(release.body);
  const events = record.events.map((event) => {
    const spanOf = ([start, end]: readonly [number, number]): Span => ({
      start: release.bodyStart + toText(map, start),
      end: release.bodyStart + toText(map, end),
    });
    return { ...event, span: spanOf(event.quote), ...(event.at && { pointer: spanOf(event.at) }) };
  });
  return { release, weight: record.weight, events };
}

/** The offset in the plain text of an offset in the Markdown; markup counts as the text after it. */
function toText(map: OffsetMap, offset: number): number {
  let last = 0;
  for (const run of map.runs) {
    if (offset < run.sourceStart) return run.textStart;
    if (offset <= run.sourceStart + run.sourceLength) {
      return run.textStart + Math.min(run.length, offset - run.sourceStart);
    }
    last = run.textStart + run.length;
  }
  return last;
}
