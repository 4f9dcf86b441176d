import { sha256 } from '../model/ids.ts';

/** A weak entity tag: the same question over the same state of the graph has the same answer. */
export function answerTag(revision: string, question: string): string {
  return `W/"${sha256(`${revision}\n${question}`).slice(0, 24)}"`;
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
