import { escapeUTF8 } from 'entities';
import type { Snippet } from '../store/analytics.ts';

/** A snippet as HTML: matches inside of `<mark>`, all text escaped. Matches are in order and do not overlap. */
export function highlight({ text, matches }: Snippet): string {
  let html = '';
  let end = 0;
  for (const match of matches) {
    html += escapeUTF8(text.slice(end, match.start));
    html += `<mark>${escapeUTF8(text.slice(match.start, match.end))}</mark>`;
    end = match.end;
  }
  return html + escapeUTF8(text.slice(end));
}
