import type { Snippet } from '../../analytics.ts';
import { fold, type TextTerm } from '../../fold.ts';

/** Length of a snippet in UTF-16 code units, about; it begins and ends at words. */
const LENGTH = 240;
/** What stands before the first match. */
const LEAD = 60;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

interface Match {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretch of a text around the first place of what was searched for, with all places in it; the text's beginning,
 * without places, where it has none. Line breaks become spaces.
 */
export function snippetOf(text: string, terms: readonly TextTerm[]): Snippet {
  const words = wordsOf(text);
  const matches = terms
    .filter(({ excluded }) => !excluded)
    .flatMap((term) => placesOf(words, term))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const first = matches[0]?.start ?? 0;
  const start = wordStart(text, first <= LEAD ? 0 : first - LEAD, first);
  const end = wordEnd(text, start + LENGTH, start);
  const kept: Match[] = [];
  for (const match of matches) {
    if (match.end > end) continue;
    if (match.start >= (kept.at(-1)?.end ?? start)) kept.push(match);
  }
  return {
    text: text.slice(start, end).replace(/\s/g, ' '),
    matches: kept.map((match) => ({ start: match.start - start, end: match.end - start })),
  };
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Where the words of a term stand next to each other. */
function placesOf(words: readonly Word[], term: TextTerm): readonly Match[] {
  const wanted = wordsOf(term.words).map(({ folded }) => folded);
  if (wanted.length === 0) return [];
  const fits = (word: Word | undefined, index: number): boolean => {
    const part = wanted[index] ?? '';
    const isLast = index === wanted.length - 1;
    return (
      word !== undefined && (term.prefix && isLast ? word.folded.startsWith(part) : word.folded === part)
    );
  };
  return words.flatMap((word, at) => {
    if (!wanted.every((_, index) => fits(words[at + index], index))) return [];
    return [{ start: word.start, end: words[at + wanted.length - 1]?.end ?? word.end }];
  });
}

/** The first place from `at` on, and by `latest`, where a word begins after white space. */
function wordStart(text: string, at: number, latest: number): number {
  if (at === 0) return 0;
  for (let place = at; place < latest; place += 1) if (/\s/.test(text[place - 1] ?? '')) return place;
  return latest;
}

/** The last place up to `at` before white space; `at` itself where there is none after `start`. */
function wordEnd(text: string, at: number, start: number): number {
  if (at >= text.length) return text.length;
  for (let place = at; place > start; place -= 1) if (/\s/.test(text[place] ?? '')) return place;
  return at;
}
