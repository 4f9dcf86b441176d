import type { Document } from '../document.ts';
import type { Candidate } from '../rules.ts';
import type { PersonName } from './person-names.ts';

const MAX_BRACKET_WORDS = 14;

/** The mention of an official by name. */
export function officialOf(
  document: Document,
  name: PersonName,
  role: string | null,
  of: string,
  rule: string,
): Candidate {
  const start = document.tokens[name.firstToken]?.start ?? 0;
  const end = document.tokens[name.lastToken]?.end ?? 0;
  const { firstToken, lastToken } = name;
  return { start, end, firstToken, lastToken, kind: 'OFFICIAL', target: '', name: name.name, role, of, rule };
}

/** After the "(USTR)" of "Trade Representative (USTR) Jamieson Greer". */
export function afterParenthesis(document: Document, from: number): number {
  const token = document.tokens[from];
  const before = document.tokens[from - 1];
  if (!token || !before || document.text.slice(before.end, token.start) !== ' (') return from;
  return document.text.startsWith(') ', token.end) ? from + 1 : from;
}

/** Where the next name of a list begins; null where the list ends. */
export function listNext(document: Document, name: PersonName): number | null {
  const next = document.tokens[afterBrackets(document, name.lastToken)];
  if (!next || (next.key !== 'and' && next.gap !== 'COMMA' && next.index === name.lastToken + 1)) return null;
  return next.key === 'and' ? next.index + 1 : next.index;
}

/** The token after the "(Chair of the Committee)" that follows a name, else the next token. */
function afterBrackets(document: Document, last: number): number {
  const { tokens, text } = document;
  const open = tokens[last + 1];
  if (!open || text.slice(tokens[last]?.end ?? 0, open.start) !== ' (') return last + 1;
  for (let i = last + 1; i < last + MAX_BRACKET_WORDS; i++) {
    const between = text.slice(tokens[i]?.end ?? 0, tokens[i + 1]?.start ?? 0);
    if (between.startsWith(')')) return /^\),? $/.test(between) ? i + 1 : last + 1;
  }
  return last + 1;
}
