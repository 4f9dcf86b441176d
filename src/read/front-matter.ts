import matter from 'gray-matter';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Problem, ProblemCode } from '../model/problem.ts';

/** A file cut in two: the header's mapping and the Markdown below it. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const FENCE = /^---(?!-)[^\S\n]*([^\n]*)/;
const CLOSING_FENCE = /\n---[^\S\n]*(?:\n|$)/;

const refuse = (): never => {
  throw new Error('only YAML is read');
};

/**
 * gray-matter evaluates headers that call themselves `js` as code, so every engine but YAML refuses. YAML is read by
 * the core schema, which has no time stamps: `date: 2006-11-17` stays the text it is and can't move a day through a
 * time zone. Passing options at all also keeps gray-matter from caching every file it ever saw.
 */
const OPTIONS = {
  language: 'yaml',
  // Else gray-matter ends the header at the first line that begins with "---", such as "---- Original Message".
  delimiters: ['---', '---\n'],
  engines: {
    yaml: (header: string) => load(header, { schema: CORE_SCHEMA }) as object,
    json: refuse,
    javascript: refuse,
    js: refuse,
  },
} satisfies Parameters<typeof matter>[1];

/** Cuts a file's text (LF line ends) in two; a Problem where it has no header that is a YAML mapping. Never throws. */
export function parseFrontMatter(text: string, file: string): FrontMatter | Problem {
  const problem = (code: ProblemCode, message: string): Problem => ({ code, file, field: null, message });
  const fence = FENCE.exec(text);
  if (!fence) {
    return problem('HEADER_MISSING', 'expected YAML front matter between two lines "---", got none');
  }
  const [opening, language = ''] = fence;
  if (!/^(?:ya?ml)?\s*$/i.test(language)) {
    return problem('HEADER_NOT_YAML', `expected YAML front matter, got "${language.slice(0, 40).trim()}"`);
  }
  const closing = CLOSING_FENCE.exec(text);
  if (!closing) {
    return problem('HEADER_UNCLOSED', 'expected a line "---" that ends the front matter, got none');
  }
  try {
    const data: unknown = matter(fenced(text.slice(opening.length, closing.index)), OPTIONS).data;
    if (isMapping(data)) return { data, body: text.slice(closing.index + closing[0].length) };
    const got = Array.isArray(data) ? 'a list' : typeof data === 'object' ? 'nothing' : `a ${typeof data}`;
    return problem('HEADER_NOT_A_MAPPING', `expected keys and values in the front matter, got ${got}`);
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return problem('HEADER_NOT_YAML', `expected front matter that parses as YAML: ${reason}`);
  }
}

/** The header alone, without blank lines: gray-matter's search for comments takes quadratic time over them. */
function fenced(header: string): string {
  const lines = header.split('\n').filter((line) => line.trim() !== '');
  return ['---', ...lines, '---', ''].join('\n');
}

function isMapping(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && Object.keys(data).length > 0;
}
