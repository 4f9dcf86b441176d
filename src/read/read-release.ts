import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sha256 } from '../model/ids.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import type { Release } from '../model/release.ts';
import { codeOf } from './find-files.ts';
import { parseFrontMatter } from './front-matter.ts';
import { readHeader } from './header.ts';
import { plainText } from './plain-text.ts';

/** Longest file that is read, in bytes; ten times the longest real release. A hostile one can't hold up a run. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** What came of one file: a release, or null and at least one Problem that says why. */
export interface ReadResult {
  readonly release: Release | null;
  readonly problems: readonly Problem[];
}

/**
 * The bytes of a file, or a Problem FILE_UNREADABLE or FILE_TOO_LARGE. `path` is relative to `folder`, with `/`.
 */
export function readBytes(folder: string, path: string): Uint8Array | Problem {
  try {
    return readSmall(join(folder, path), path);
  } catch (error) {
    return {
      code: 'FILE_UNREADABLE',
      file: path,
      field: null,
      message: `expected a readable file, got ${codeOf(error)}`,
    };
  }
}

/** Opens a file once and reads it with as few calls as can be: there are tens of thousands. */
function readSmall(file: string, path: string): Uint8Array | Problem {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size > MAX_FILE_BYTES) {
      const message = `expected at most ${MAX_FILE_BYTES} bytes, got ${size}`;
      return { code: 'FILE_TOO_LARGE', file: path, field: null, message };
    }
    // Files of the system say that they are empty and are not.
    if (size === 0) return readFileSync(descriptor);
    const bytes = new Uint8Array(size);
    let end = 0;
    while (end < size) {
      const count = readSync(descriptor, bytes, end, size - end, null);
      if (count === 0) break;
      end += count;
    }
    return bytes.subarray(0, end);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Reads one release. Never throws: what is wrong becomes Problems; a file without a usable header is no release.
 * `path` is relative to its root, with `/`, and gives the id (its stem); `hash` is the sha256 of the bytes.
 */
export function readRelease(bytes: Uint8Array, path: string, hash: string = sha256(bytes)): ReadResult {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, field: string | null, message: string): void => {
    problems.push({ code, file: path, field, message });
  };
  if (bytes.length === 0) {
    report('FILE_EMPTY', null, 'expected front matter and a body, got an empty file');
    return { release: null, problems };
  }

  const frontMatter = parseFrontMatter(decode(bytes, report), path);
  if ('code' in frontMatter) return { release: null, problems: [...problems, frontMatter] };

  const { header, problems: headerProblems } = readHeader(frontMatter.data, path);
  problems.push(...headerProblems);
  const id = basename(path).replace(/\.md$/i, '');
  if (!/^\d{4}-\d{2}-\d{2}-./.test(id)) {
    report('FILE_NAME', null, `expected a file name YYYY-MM-DD-slug.md, got ${basename(path)}`);
  }

  const body = frontMatter.body.trim();
  if (body === '') report('BODY_EMPTY', 'body', 'expected text below the front matter, got none');
  const { text } = plainText(body);
  const lead = header.title === null ? '' : `${header.title}\n\n`;
  return {
    release: {
      id,
      path,
      ...header,
      body,
      text: text === '' ? lead.trimEnd() : lead + text,
      bodyStart: text === '' ? lead.trimEnd().length : lead.length,
      hash,
    },
    problems,
  };
}

const UTF8 = new TextDecoder('utf-8');

/** UTF-8 with LF line ends, without byte-order mark and NUL characters. */
function decode(
  bytes: Uint8Array,
  report: (code: ProblemCode, field: string | null, message: string) => void,
): string {
  let text = UTF8.decode(bytes);
  if (text.includes('\ufffd') && !isUtf8(bytes)) {
    report('FILE_NOT_UTF8', null, 'expected UTF-8, got other bytes, which became U+FFFD');
  }
  if (text.includes('\0')) {
    report('FILE_NUL', null, 'expected text, got NUL characters, which were removed');
    text = text.replaceAll('\0', '');
  }
  return text.replace(/\r\n?/g, '\n');
}
