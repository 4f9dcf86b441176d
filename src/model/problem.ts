/**
 * What can be wrong with the data. Bad data is a value: reported, counted, queryable; it never stops a run.
 * HEADER_*: the YAML front matter; FILE_*: the file as such; BODY_*: the text below the header;
 * SIGNER_* and PORTFOLIO_*: strings of the header that name no person or office; CORRECTION_*: data/corrections.
 */
export const PROBLEM_CODES = [
  'FILE_UNREADABLE',
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_NOT_UTF8',
  'FILE_NAME',
  'FILE_NUL',
  'HEADER_MISSING',
  'HEADER_UNCLOSED',
  'HEADER_NOT_YAML',
  'HEADER_NOT_A_MAPPING',
  'HEADER_FIELD_MISSING',
  'HEADER_FIELD_INVALID',
  'BODY_EMPTY',
  'RELEASE_DUPLICATE_ID',
  'SIGNER_NOT_A_PERSON',
  'PORTFOLIO_NOT_AN_OFFICE',
  'EXTRACT_FAILED',
  'CORRECTION_STALE',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing wrong with one file: where, and what was expected instead. */
export interface Problem {
  readonly code: ProblemCode;
  /** Path of the file relative to its root, with `/` on every system. */
  readonly file: string;
  /** Header key, or null where the file as a whole is meant. */
  readonly field: string | null;
  /** Plain words: "expected X, got Y". */
  readonly message: string;
}
