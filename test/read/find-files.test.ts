import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFiles } from '../../src/read/find-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'find-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Makes files of one letter, and their folders. */
function touch(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), 'x');
  }
}

const unreadable = (file: string, message: string) => ({
  code: 'FILE_UNREADABLE',
  file,
  field: null,
  message,
});

describe('a folder', () => {
  it('gives its Markdown files at any depth, relative to it, in code order', () => {
    touch('2006/11/b.md', '2006/11/a.md', '2006/11-a.md', '2005/z.MD', 'Z.md', 'a.md', '2006/ā.md');
    expect(findFiles(root)).toEqual({
      folder: root,
      files: ['2005/z.MD', '2006/11-a.md', '2006/11/a.md', '2006/11/b.md', '2006/ā.md', 'Z.md', 'a.md'],
      problems: [],
    });
  });

  it('may be empty', () => {
    expect(findFiles(root)).toEqual({ folder: root, files: [], problems: [] });
  });

  it('gives no other files, none that tell about the releases, and none that tools keep', () => {
    touch('a.md', 'README.md', '2006/readme.md', 'LICENSE.md', 'CHANGELOG.md', 'CONTRIBUTING.md');
    touch('a.txt', 'md', 'a.md~', 'a.mdx', '.git/b.md', 'node_modules/p/c.md', 'my-readme.md');
    expect(findFiles(root)).toEqual({ folder: root, files: ['a.md', 'my-readme.md'], problems: [] });
  });

  it('follows links to files, and not those to folders, which can loop', () => {
    touch('2006/a.md');
    symlinkSync('2006/a.md', join(root, 'link.md'));
    symlinkSync('.', join(root, 'again'));
    symlinkSync('2006', join(root, 'folder.md'));
    expect(findFiles(root)).toEqual({
      folder: root,
      files: ['2006/a.md', 'link.md'],
      problems: [
        unreadable('folder.md', 'expected a file, got something else (folder link, pipe or device)'),
      ],
    });
  });

  it('reports links that lead nowhere or to themselves, and goes on', () => {
    touch('z.md');
    symlinkSync('nowhere.md', join(root, 'dangling.md'));
    symlinkSync('loop.md', join(root, 'loop.md'));
    expect(findFiles(root)).toEqual({
      folder: root,
      files: ['z.md'],
      problems: [
        unreadable('dangling.md', 'expected a file, got a link that leads nowhere (ENOENT)'),
        unreadable('loop.md', 'expected a file, got a link that leads nowhere (ELOOP)'),
      ],
    });
  });

  it('reports a folder that is named like a file, and reads what it holds', () => {
    touch('x.md/2006-11-17-a.md');
    expect(findFiles(root)).toEqual({
      folder: root,
      files: ['x.md/2006-11-17-a.md'],
      problems: [unreadable('x.md', 'expected a file, got a folder; its files are read')],
    });
  });

  it.runIf(process.platform !== 'win32')('reports a pipe, which would never end', () => {
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    expect(findFiles(root)).toEqual({
      folder: root,
      files: [],
      problems: [unreadable('pipe.md', 'expected a file, got something else (folder link, pipe or device)')],
    });
  });
});

describe('a root that is no folder', () => {
  it('is one file, whatever its name', () => {
    touch('README.md', 'b.md');
    expect(findFiles(join(root, 'README.md'))).toEqual({
      folder: root,
      files: ['README.md'],
      problems: [],
    });
  });

  it('is a link to a file', () => {
    touch('a.md');
    symlinkSync('a.md', join(root, 'link.md'));
    expect(findFiles(join(root, 'link.md'))).toEqual({ folder: root, files: ['link.md'], problems: [] });
  });

  it.each([
    ['missing', 'ENOENT'],
    ['a.md/deeper', 'ENOTDIR'],
    ['loop', 'ELOOP'],
  ])('leads nowhere: %s', (path, code) => {
    touch('a.md');
    symlinkSync('loop', join(root, 'loop'));
    const full = join(root, path);
    expect(() => findFiles(full)).toThrow(
      expect.objectContaining({
        name: 'AppError',
        code: 'PATH_NOT_FOUND',
        message: `expected a folder or file of releases, got "${full}", which leads nowhere (${code})`,
      }),
    );
  });

  it.runIf(process.platform !== 'win32')('is a device', () => {
    expect(findFiles('/dev/null')).toEqual({
      folder: '/dev/null',
      files: [],
      problems: [unreadable('.', 'expected a readable folder, got ENOTDIR')],
    });
  });
});
