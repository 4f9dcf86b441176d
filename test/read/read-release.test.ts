import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/model/ids.ts';
import { MAX_FILE_BYTES, readBytes, readRelease } from '../../src/read/read-release.ts';
import { PATH, problem } from './file.ts';

const HEADER = [
  '---',
  'title: Goff in Hanoi',
  'date: 2006-11-17',
  'url: https://www.beehive.govt.nz/release/goff-hanoi',
  'ministers: [Phil Goff]',
  'portfolios: [Defence]',
  '---',
  '',
].join('\n');

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a release', () => {
  const bytes = bytesOf(`${HEADER}\nHe said [this](http://x.example).\n\n- One\n- Two\n\n`);

  it('has every part of its file', () => {
    expect(readRelease(bytes, PATH)).toEqual({
      release: {
        id: '2006-11-17-goff-in-hanoi',
        path: PATH,
        title: 'Goff in Hanoi',
        date: '2006-11-17',
        url: 'https://www.beehive.govt.nz/release/goff-hanoi',
        ministers: ['Phil Goff'],
        portfolios: ['Defence'],
        attachments: [],
        body: 'He said [this](http://x.example).\n\n- One\n- Two',
        text: 'Goff in Hanoi\n\nHe said this.\n\nOne\nTwo',
        bodyStart: 15,
        hash: sha256(bytes),
      },
      problems: [],
    });
  });

  it('is plain data that JSON holds', () => {
    const { release } = readRelease(bytes, PATH);
    expect(JSON.parse(JSON.stringify(release))).toEqual(release);
  });

  it('is the same each time, and depends on nothing that was read before', () => {
    const first = readRelease(bytes, PATH);
    readRelease(bytesOf(`${HEADER}Another`), 'other.md');
    expect(readRelease(bytes, PATH)).toEqual(first);
  });

  it.each([
    ['2006/11/2006-11-17-goff.md', '2006-11-17-goff', []],
    ['2006-11-17-goff.MD', '2006-11-17-goff', []],
    ['2006-11-17-goff.md.md', '2006-11-17-goff.md', []],
    ['goff.md', 'goff', ['expected a file name YYYY-MM-DD-slug.md, got goff.md']],
    ['2006/11/17.md', '17', ['expected a file name YYYY-MM-DD-slug.md, got 17.md']],
    ['2006-11-17-.md', '2006-11-17-', ['expected a file name YYYY-MM-DD-slug.md, got 2006-11-17-.md']],
  ])('%s has the id %s', (path, id, messages) => {
    const { release, problems } = readRelease(bytes, path);
    expect(release?.id).toBe(id);
    expect(problems).toEqual(
      messages.map((message) => ({ code: 'FILE_NAME', file: path, field: null, message })),
    );
  });

  it('has the same hash only for the same bytes', () => {
    expect(readRelease(bytes, PATH).release?.hash).toBe(readRelease(bytes, 'other.md').release?.hash);
    const { release } = readRelease(bytesOf(`${new TextDecoder().decode(bytes)}\n`), PATH);
    expect(release?.hash).not.toBe(sha256(bytes));
    expect(release?.body).toBe(readRelease(bytes, PATH).release?.body);
  });
});

describe('text and the start of the body', () => {
  const textOf = (header: string, body: string) => {
    const { release } = readRelease(bytesOf(`---\n${header}\n---\n${body}`), PATH);
    return [release?.text, release?.bodyStart];
  };

  it.each([
    ['a title and a body', 'title: Goff', 'Body', ['Goff\n\nBody', 6]],
    ['no title', 'url: x', 'Body', ['Body', 0]],
    ['no body', 'title: Goff', '', ['Goff', 4]],
    ['a body that has no words', 'title: Goff', '<!--THE END-->\n\n* * *', ['Goff', 4]],
    ['neither', 'url: x', '', ['', 0]],
  ])('%s', (_, header, body, expected) => {
    expect(textOf(header, body)).toEqual(expected);
  });
});

describe('bytes that are no clean text', () => {
  const utf8 = problem('FILE_NOT_UTF8', null, 'expected UTF-8, got other bytes, which became U+FFFD');
  const nul = problem('FILE_NUL', null, 'expected text, got NUL characters, which were removed');
  const empty = problem('BODY_EMPTY', 'body', 'expected text below the front matter, got none');

  it.each([
    ['other bytes', [...bytesOf(`${HEADER}M`), 0xe4, ...bytesOf('ori')], 'M\ufffdori', [utf8]],
    ['a cut-off character', [...bytesOf(`${HEADER}Maori `), 0xc4], 'Maori \ufffd', [utf8]],
    ['U+FFFD itself', bytesOf(`${HEADER}M\ufffdori`), 'M\ufffdori', []],
    ['a byte-order mark', bytesOf(`\ufeff${HEADER}Body`), 'Body', []],
    ['CRLF', bytesOf(`${HEADER}One\n\nTwo`.replaceAll('\n', '\r\n')), 'One\n\nTwo', []],
    ['CR', bytesOf(`${HEADER}One\n\nTwo`.replaceAll('\n', '\r')), 'One\n\nTwo', []],
    ['NUL', bytesOf(`${HEADER}Ha\0noi`), 'Hanoi', [nul]],
    ['an empty body', bytesOf(HEADER), '', [empty]],
    ['a blank body', bytesOf(`${HEADER}\n \u00a0\n`), '', [empty]],
    ['no line end behind the header', bytesOf(HEADER.trimEnd()), '', [empty]],
  ])('%s: the release is kept, with the same header', (_, bytes, body, problems) => {
    const read = readRelease(Uint8Array.from(bytes), PATH);
    expect(read.release).toMatchObject({ title: 'Goff in Hanoi', date: '2006-11-17', body });
    expect(read.problems).toEqual(problems);
  });

  it('skips an empty file', () => {
    const message = 'expected front matter and a body, got an empty file';
    expect(readRelease(new Uint8Array(), PATH)).toEqual({
      release: null,
      problems: [problem('FILE_EMPTY', null, message)],
    });
  });

  it.each([
    ['a byte-order mark alone', [0xef, 0xbb, 0xbf], ['HEADER_MISSING']],
    ['UTF-16', [0xff, 0xfe, 0x2d, 0, 0x2d, 0, 0x2d, 0], ['FILE_NOT_UTF8', 'FILE_NUL', 'HEADER_MISSING']],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], ['FILE_NOT_UTF8', 'HEADER_MISSING']],
  ])('skips %s', (_, bytes, codes) => {
    const { release, problems } = readRelease(Uint8Array.from(bytes), PATH);
    expect(release).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe('the bytes of a file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'read-'));
    mkdirSync(join(folder, 'folder.md'));
    writeFileSync(join(folder, 'sound.md'), 'Body');
    writeFileSync(join(folder, 'full.md'), Buffer.alloc(MAX_FILE_BYTES, 'a'));
    writeFileSync(join(folder, 'large.md'), Buffer.alloc(20_000_000, 'a'));
    symlinkSync('nowhere.md', join(folder, 'dangling.md'));
    // A file that is there and opens, and whose first byte can't be read, not even by root.
    symlinkSync('/proc/self/mem', join(folder, 'broken.md'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are given as they are, up to the limit', () => {
    expect(readBytes(folder, 'sound.md')).toEqual(new TextEncoder().encode('Body'));
    expect(readBytes(folder, 'full.md')).toHaveLength(MAX_FILE_BYTES);
  });

  it.each([
    ['large.md', 'FILE_TOO_LARGE', 'expected at most 1048576 bytes, got 20000000'],
    ['missing.md', 'FILE_UNREADABLE', 'expected a readable file, got ENOENT'],
    ['dangling.md', 'FILE_UNREADABLE', 'expected a readable file, got ENOENT'],
    ['folder.md', 'FILE_UNREADABLE', 'expected a readable file, got EISDIR'],
  ])('are a problem where they can not be had: %s', (file, code, message) => {
    expect(readBytes(folder, file)).toEqual({ code, file, field: null, message });
  });

  it.runIf(process.platform === 'linux')('are a problem where reading fails half way', () => {
    expect(readBytes(folder, 'broken.md')).toEqual({
      code: 'FILE_UNREADABLE',
      file: 'broken.md',
      field: null,
      message: 'expected a readable file, got EIO',
    });
  });
});
