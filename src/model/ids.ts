import { createHash } from 'node:crypto';
import type { EventMention } from './decomposition.ts';

/**
 * The slug of a name: lower case ASCII letters and digits, words joined by `-`; macrons and accents go,
 * apostrophes vanish ("Damien O’Connor" gives `damien-oconnor`). Empty where nothing is left.
 */
export function slugify(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** SHA-256 of a string (as UTF-8) or of bytes, in lower case hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A short stable id: the first 16 hex digits of the SHA-256 over the parts, joined by NUL. */
export function hashId(...parts: readonly (string | number)[]): string {
  return sha256(parts.join('\u0000')).slice(0, 16);
}

/** Order by code unit, the only string order used for anything that reaches the graph (no locale). */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Id of one release's statement of an event: stable as long as the text and the reading of it are. */
export function eventMentionId(releaseId: string, event: EventMention): string {
  return hashId(releaseId, event.type, event.start, event.end, event.date?.edtf ?? '');
}
