import type { Document, Reference } from './document.ts';

/**
 * Who says each quoted sentence: the person named outside the quotation marks of the same sentence; else the last
 * such person before. Null outside quotations and where nobody was named yet.
 */
export function findSpeakers(document: Document, references: readonly Reference[]): (string | null)[] {
  const speakers: (string | null)[] = [];
  let next = 0;
  let last: string | null = null;
  for (const sentence of document.sentences) {
    let own: string | null = null;
    while (next < references.length && (references[next]?.start ?? Infinity) < sentence.end) {
      const reference = references[next++];
      if (!reference || sentence.title) continue;
      const quoted = sentence.quotes.some(
        (quote) => quote.start <= reference.start && reference.end <= quote.end,
      );
      if (!quoted) own = reference.target;
    }
    if (own) last = own;
    speakers.push(sentence.quotes.length > 0 ? last : null);
  }
  return speakers;
}
