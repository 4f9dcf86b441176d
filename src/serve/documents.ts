import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../model/errors.ts';
import { byCode } from '../model/ids.ts';

/** A query with a name, kept in `schema/documents`: a tab of GraphiQL, a command line's argument, a link. */
export interface NamedDocument {
  /** File name without ending and leading number, `all-vietnam-defence-events`. */
  readonly name: string;
  /** First line of the file's leading comment. */
  readonly title: string;
  readonly description: string;
  /** The file as it is, comment included. */
  readonly query: string;
  /** Values to start from; every variable that the operation requires has one. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The folder of the documents that come with the program. */
export const DOCUMENTS_FOLDER = fileURLToPath(new URL('../../schema/documents', import.meta.url));

/** All documents of a folder in the order of their file names. Throws AppError CONFIG_INVALID for one without title. */
export function loadDocuments(folder: string = DOCUMENTS_FOLDER): NamedDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort(byCode)
    .map((file) => parseDocument(file, readFileSync(join(folder, file), 'utf8')));
}

/** The document of this name or title, whatever its case; undefined where there is none. */
export function findDocument(documents: readonly NamedDocument[], name: string): NamedDocument | undefined {
  const wanted = name.trim().toLowerCase();
  return documents.find((document) => document.name === wanted || document.title.toLowerCase() === wanted);
}

const VARIABLES = 'Variables:';

/**
 * Reads the leading comment: a title line, lines of description, and the default variables as JSON after
 * `Variables:`, which may go over several lines and end the comment.
 */
export function parseDocument(file: string, query: string): NamedDocument {
  const lines = query.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const comment = lines.slice(0, end === -1 ? lines.length : end).map((line) => line.replace(/^# ?/, ''));
  const [title = '', ...rest] = comment;
  if (!title)
    throw new AppError('CONFIG_INVALID', `expected a leading comment with a title in ${file}, got none`);
  const start = rest.findIndex((line) => line.startsWith(VARIABLES));
  const description = (start === -1 ? rest : rest.slice(0, start)).join(' ').trim();
  const json = start === -1 ? '{}' : rest.slice(start).join('\n').slice(VARIABLES.length);
  return {
    name: file.replace(/^\d+-/, '').replace(/\.graphql$/, ''),
    title,
    description,
    query,
    variables: parseVariables(file, json),
  };
}

function parseVariables(file: string, json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch (cause) {
    throw new AppError(
      'CONFIG_INVALID',
      `expected JSON after "${VARIABLES}" in ${file}, got ${json.trim()}`,
      { cause },
    );
  }
  throw new AppError(
    'CONFIG_INVALID',
    `expected a JSON object after "${VARIABLES}" in ${file}, got ${json.trim()}`,
  );
}
