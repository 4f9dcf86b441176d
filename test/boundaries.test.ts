import { globSync, readFileSync } from 'node:fs';
import { builtinModules, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { init, parse } from 'es-module-lexer';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Who may import whom: a folder of src, a single file of one, or a folder of data. `web` talks HTTP only. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lexicon: ['model', 'data/lexicon'],
  read: ['model'],
  extract: ['model', 'lexicon', 'data/lexicon'],
  link: ['model', 'lexicon'],
  store: ['model'],
  ask: ['model', 'lexicon', 'store/store.ts', 'store/filters.ts', 'store/paging.ts'],
  ingest: ['read', 'extract', 'link', 'store', 'model', 'lexicon'],
  // The store's interfaces, and nothing that does their work.
  graph: [
    'model',
    'ask',
    'store/store.ts',
    'store/analytics.ts',
    'store/filters.ts',
    'store/node-types.ts',
    'store/paging.ts',
    'data/accuracy.json',
  ],
  serve: ['graph', 'store', 'model'],
  evaluate: ['model'],
  web: [],
  cli: [
    'model',
    'lexicon',
    'read',
    'extract',
    'link',
    'store',
    'ask',
    'ingest',
    'graph',
    'serve',
    'evaluate',
  ],
};

/** A source file and what it imports, types included: paths under src, or names of packages. */
interface Source {
  readonly path: string;
  readonly code: string;
  readonly imports: readonly string[];
}

/**
 * What a file imports. Types count as well, so `import type` and `export type` become plain imports, which type
 * stripping (and no regular expression) then cuts down to the statements that a parser of JavaScript can read.
 */
function importsOf(path: string, code: string): readonly string[] {
  const withTypes = code.replace(/^(import|export)\s+type\s+(?=[{*]|\w+\s+from\b)/gm, '$1 ');
  const [imports] = parse(stripTypeScriptTypes(withTypes), path);
  // `n` is undefined for import.meta and for import(expression), which no boundary could hold.
  return imports.flatMap(({ n, d }) => {
    if (n === undefined && d >= 0) throw new Error(`expected a literal in import() of ${path}`);
    if (n === undefined) return [];
    return n.startsWith('.') ? join(dirname(path), n).replace(/^\.\.\//, '') : n;
  });
}

/** `a/b.ts` is in layer `a`, and may stand for itself in the table. */
function allows(from: string, to: string): boolean {
  const [layer = ''] = from.split('/');
  if (to.startsWith(`${layer}/`)) return true;
  return (LAYERS[layer] ?? []).some((entry) => to === entry || to.startsWith(`${entry}/`));
}

/** A ring of files that import each other, as the path around it; null where there is none. */
function findCycle(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const next of imports.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of imports.keys()) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return null;
}

/** The package that a specifier is of: `@a/b/c` is of `@a/b`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

let sources: readonly Source[] = [];
beforeAll(async () => {
  await init;
  const paths = globSync('**/*.ts', { cwd: join(ROOT, 'src') }).sort();
  sources = paths.map((path) => {
    const code = readFileSync(join(ROOT, 'src', path), 'utf8');
    return { path, code, imports: importsOf(path, code) };
  });
});

const isOwn = (path: string): boolean => /^[^@:]+\.(?:ts|json)$/.test(path) && path.includes('/');
const isBuiltin = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier);

describe('the files of src', () => {
  it('are found, in the layers of the table alone', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.map(({ path }) => path).filter((path) => !(path.split('/')[0] ?? '' in LAYERS))).toEqual(
      [],
    );
  });

  it('import only what their layer may import', () => {
    const forbidden = sources.flatMap(({ path, imports }) =>
      imports
        .filter((target) => isOwn(target) && !allows(path, target))
        .map((target) => `${path} → ${target}`),
    );
    expect(forbidden).toEqual([]);
  });

  it('import each other in no ring', () => {
    expect(findCycle(new Map(sources.map(({ path, imports }) => [path, imports])))).toBeNull();
  });

  it('import files that are there, with their ending', () => {
    const paths = new Set(sources.map(({ path }) => path));
    const missing = sources.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.endsWith('.ts') && isOwn(target) && !paths.has(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('import no package that package.json does not list, and built-ins by "node:"', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const unlisted = sources.flatMap(({ path, imports }) => {
      // The page is built before it is served, so that its packages need not be installed with the server.
      const listed = path.startsWith('web/') ? { ...dependencies, ...devDependencies } : dependencies;
      return imports
        .filter((target) => !isOwn(target) && !target.startsWith('node:') && !(packageOf(target) in listed))
        .map((target) => `${path} → ${target}`);
    });
    expect(unlisted).toEqual([]);
    expect(
      sources.flatMap(({ imports }) => imports.filter((name) => isBuiltin(name) && !/^node:/.test(name))),
    ).toEqual([]);
  });

  it('have fewer than 300 lines', () => {
    const long = sources.filter(({ code }) => code.split('\n').length > 300).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('write to the console and end the process in cli alone', () => {
    const loud = sources
      .filter(({ path }) => !/^(?:cli|web)\//.test(path))
      .filter(({ code }) => /\bconsole\s*[.[]|\bprocess\s*\.\s*exit\b/.test(stripComments(code)))
      .map(({ path }) => path);
    expect(loud).toEqual([]);
  });
});

function stripComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g, '');
}

it('there is one copy of graphql, for two do not know each other’s types', () => {
  const copies = globSync('node_modules/**/graphql/package.json', { cwd: ROOT }).filter((path) =>
    /(?:^|\/)node_modules\/graphql\/package\.json$/.test(path),
  );
  expect(copies).toEqual(['node_modules/graphql/package.json']);
});

describe('these tests see', () => {
  it('imports of every form, those of types too', () => {
    const code = [
      "import type { A } from './a.ts';",
      "import { type B, b } from '../model/b.ts';",
      "import type * as C from './c.ts';",
      "import type D from 'd';",
      "import 'e/f';",
      "export type { G } from './g.ts';",
      "export * from './h.ts';",
      "type I = string; const j = await import('@j/k/l');",
      "import {\n  type M,\n  type N,\n} from './m.ts';",
      '// import "./comment.ts"',
      'const text = \'import "./text.ts"\'; const { url } = import.meta;',
    ].join('\n');
    const expected = [
      'read/a.ts',
      'model/b.ts',
      'read/c.ts',
      'd',
      'e/f',
      'read/g.ts',
      'read/h.ts',
      '@j/k/l',
      'read/m.ts',
    ];
    expect(importsOf('read/x.ts', code)).toEqual(expected);
    expect(() => importsOf('read/x.ts', 'await import(name)')).toThrow('expected a literal');
  });

  it.each([
    ['read/a.ts', 'model/b.ts', true],
    ['read/a.ts', 'read/deep/b.ts', true],
    ['model/a.ts', 'read/b.ts', false],
    ['extract/a.ts', 'store/store.ts', false],
    ['graph/a.ts', 'store/store.ts', true],
    ['graph/a.ts', 'store/sqlite/open.ts', false],
    ['serve/a.ts', 'store/sqlite/open.ts', true],
    ['link/a.ts', 'data/lexicon/a.json', false],
    ['lexicon/a.ts', 'data/lexicon/a.json', true],
    ['lexicon/a.ts', 'data/releases/a.json', false],
    ['graph/a.ts', 'model-like/b.ts', false],
    ['cli/a.ts', 'web/main.ts', false],
    ['new/a.ts', 'model/b.ts', false],
  ])('whether %s may import %s', (from, to, allowed) => {
    expect(allows(from, to)).toBe(allowed);
  });

  it('rings, long and short', () => {
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toBeNull();
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
    expect(findCycle(new Map([['a', ['a']]]))).toEqual(['a', 'a']);
  });

  it('packages by their names', () => {
    expect(packageOf('@lezer/markdown/x')).toBe('@lezer/markdown');
    expect(packageOf('graphql/utilities')).toBe('graphql');
  });
});
