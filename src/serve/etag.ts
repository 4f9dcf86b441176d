import { sha256 } from '../model/ids.ts';

/**
 * A weak entity tag: the same question over the same state of the graph has the same answer. Weak, because the bytes
 * differ with the compression. The day is part of it, for some answers say what lies ahead of today.
 */
export function answerTag(revision: string, question: string, now: Date = new Date()): string {
  // The hour: midnight in New Zealand is some full hour of UTC.
  const hour = now.toISOString().slice(0, 13);
  return `W/"${sha256(`${revision}\n${hour}\n${question}`).slice(0, 24)}"`;
}

/** Whether an `if-none-match` header names this tag; comparison is weak, as RFC 9110 has it for this header. */
export function matches(header: string | null | undefined, tag: string): boolean {
  if (!header) return false;
  const bare = tag.replace(/^W\//, '');
  return header.split(',').some((part) => {
    const candidate = part.trim();
    return candidate === '*' || candidate.replace(/^W\//, '') === bare;
  });
}

/**
 * What caches may do with an answer: keep it, and ask again each time, which costs a look at the revision; or not ask
 * again for as long as is allowed.
 */
export function cacheControl(maxAgeSeconds: number): string {
  return maxAgeSeconds > 0 ? `public, max-age=${maxAgeSeconds}` : 'public, no-cache';
}
