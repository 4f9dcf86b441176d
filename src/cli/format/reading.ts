import type { Interpretation, Part } from '../../ask/interpretation.ts';

/** How a phrase was read, in lines for people: what was read as what, what was not, and names that may be meant. */
export function readingLines({ parts, ignored, suggestions }: Interpretation): readonly string[] {
  const lines = [`read as: ${parts.length > 0 ? parts.map(partText).join(', ') : 'all events'}`];
  for (const { text } of ignored) {
    const near = suggestions.find((suggestion) => suggestion.text === text);
    lines.push(`not understood: “${text}”${near ? ` (did you mean ${near.names.join(' or ')}?)` : ''}`);
  }
  return lines;
}

/** "“Vietnam” COUNTRY VNM", "“since 2005” DATE 2005-01-01/..". */
function partText({ text, reads, values, excluded }: Part): string {
  return `“${text}” ${excluded ? 'not ' : ''}${reads} ${values.join(' ')}`;
}
