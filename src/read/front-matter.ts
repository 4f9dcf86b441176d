import matter from 'gray-matter';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Problem, ProblemCode } from '../model/problem.ts';

/** A file cut in two: the header's mapping and the Markdown below it. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const FENCE = /^---(?!-)/;
const CLOSING_FENCE = /\n---[^\S\n]*(?:\n|$)/;

const refuse = (language: string) => () => {
  throw new Error(`expected YAML front matter, got ${language}`);
};

/**
 * gray-matter evaluates `---js` headers as code, so every engine but YAML refuses. YAML is read by the core schema,
 * which has no time stamps: `date: 2006-11-17` stays the text it is and can't move a day through a time zone.
 * Passing options at all also keeps gray-matter from caching every file it ever saw.
 */
const OPTIONS = {
  language: 'yaml',
  engines: {
    yaml: (header: string) => load(header, { schema: CORE_SCHEMA }) as object,
    json: refuse('JSON'),
    javascript: refuse('JavaScript'),
    js: refuse('JavaScript'),
  },
};

/** Cuts a file's text (LF line ends) in two; a Problem where it has no header that is a YAML mapping. Never throws. */
export function parseFrontMatter(text: string, file: string): FrontMatter | Problem {
  const problem = (code: ProblemCode, message: string): Problem => ({ code, file, field: null, message });
  if (!FENCE.test(text)) {
    return problem('HEADER_MISSING', 'expected YAML front matter between two lines "---", got none');
  }
  if (!CLOSING_FENCE.test(text)) {
    return problem('HEADER_UNCLOSED', 'expected a line "---" that ends the front matter, got none');
  }
  try {
    const { data, content, isEmpty } = matter(text, OPTIONS) as ReturnType<typeof matter> & {
      isEmpty?: boolean;
    };
    if (isEmpty || data === null || typeof data !== 'object' || Array.isArray(data)) {
      const got = Array.isArray(data) ? 'a list' : isEmpty || data === null ? 'nothing' : typeof data;
      return problem('HEADER_NOT_A_MAPPING', `expected keys and values in the front matter, got ${got}`);
    }
    return { data, body: content };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return problem('HEADER_NOT_YAML', `expected front matter that parses as YAML: ${reason}`);
  }
}
