import matter from 'gray-matter';
import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../src/read/front-matter.ts';
import { problem, readLines } from './file.ts';

/** What a file of these lines is refused for; it must be no release. */
function refusal(...lines: readonly string[]) {
  const { release, problems } = readLines(...lines);
  expect(release).toBeNull();
  expect(problems).toHaveLength(1);
  return problems[0];
}

describe('a file without a usable header is skipped and reported', () => {
  it('has no front matter', () => {
    const missing = problem(
      'HEADER_MISSING',
      null,
      'expected YAML front matter between two lines "---", got none',
    );
    expect(refusal('Phil Goff met his counterpart.')).toEqual(missing);
    expect(refusal('', '---', 'title: A', '---', 'Body')).toEqual(missing);
    expect(refusal('----', 'title: A', '----', 'Body')).toEqual(missing);
  });

  it('has front matter that does not end', () => {
    const unclosed = problem(
      'HEADER_UNCLOSED',
      null,
      'expected a line "---" that ends the front matter, got none',
    );
    expect(refusal('---', 'title: A', '', 'Body')).toEqual(unclosed);
    expect(refusal('---')).toEqual(unclosed);
    expect(refusal('---', 'title: A', '----', 'Body')).toEqual(unclosed);
  });

  it.each([
    ['an open bracket', 'title: [A', 'unexpected end of the stream within a flow collection (2:10)'],
    ['a key given twice', 'title: A\ntitle: B', 'duplicated mapping key (3:1)'],
    ['two documents', 'title: A\n--- \t x\nurl: B', null],
    ['nesting without end', '['.repeat(100_000), 'nesting exceeded maxDepth (100) (2:100)'],
    ['an alias that nothing defines', 'title: *nobody', null],
  ])('does not parse as YAML: %s', (_, header, reason) => {
    const refused = refusal('---', header, '---', 'Body');
    expect(refused).toMatchObject({ code: 'HEADER_NOT_YAML', field: null });
    expect(refused?.message).toMatch(/^expected front matter that parses as YAML: ./);
    if (reason !== null)
      expect(refused?.message).toBe(`expected front matter that parses as YAML: ${reason}`);
  });

  it.each([
    ['a list', '- title\n- date', 'a list'],
    ['a line of text', 'Phil Goff', 'a string'],
    ['a number', '2006', 'a number'],
    ['nothing', '', 'nothing'],
    ['blank lines', ' \n\n', 'nothing'],
    ['a comment', '# title: A', 'nothing'],
    ['null', '~', 'nothing'],
    ['an empty mapping', '{}', 'nothing'],
  ])('has a header that is %s', (_, header, got) => {
    expect(refusal('---', header, '---', 'Body')).toEqual(
      problem('HEADER_NOT_A_MAPPING', null, `expected keys and values in the front matter, got ${got}`),
    );
  });
});

describe('the header ends where a line is "---" and nothing else', () => {
  it.each([
    ['the body follows', '---\na: b\n---\nBody\n', 'Body\n'],
    ['blanks behind the fences', '---  \na: b\n--- \t\nBody', 'Body'],
    ['nothing follows', '---\na: b\n---', ''],
    ['the body has a rule', '---\na: b\n---\nOne\n\n---\n\nTwo', 'One\n\n---\n\nTwo'],
    ['the language is named', '---yaml\na: b\n---\nBody', 'Body'],
    ['blank lines in the header', '---\n\n \na: b\n\n---\nBody', 'Body'],
  ])('%s', (_, text, body) => {
    expect(parseFrontMatter(text, 'x.md')).toEqual({ data: { a: 'b' }, body });
  });

  it('is not ended by a longer rule', () => {
    const text = '---\na: |\n  b\n  ---\n  c\n---\nBody';
    expect(parseFrontMatter(text, 'x.md')).toEqual({ data: { a: 'b\n---\nc\n' }, body: 'Body' });
  });
});

describe('nothing in a header is evaluated', () => {
  it.each(['js', 'javascript', 'JS', 'JavaScript', ' js ', 'json', 'coffee', 'cson', 'toml', 'constructor'])(
    'refuses a header that calls itself "%s"',
    (language) => {
      const header = '(globalThis.headerHasRun = true, { title: "A" })';
      expect(refusal(`---${language}`, header, '---', 'Body')).toEqual(
        problem('HEADER_NOT_YAML', null, `expected YAML front matter, got "${language.trim()}"`),
      );
      expect(globalThis).not.toHaveProperty('headerHasRun');
    },
  );

  it('shows that the same header would run if gray-matter were left to itself', () => {
    matter('---js\n(globalThis.headerHasRun = true, { title: "A" })\n---\nBody', {});
    expect(globalThis).toHaveProperty('headerHasRun', true);
    Reflect.deleteProperty(globalThis, 'headerHasRun');
  });

  it.each([
    ['!!js/function', 'title: !!js/function "function () { globalThis.headerHasRun = true }"'],
    ['!!js/undefined', 'title: !!js/undefined ""'],
    ['!!js/regexp', 'title: !!js/regexp /a/'],
    ['!!python/object/apply', 'title: !!python/object/apply:os.system ["touch /tmp/x"]'],
    ['a tag of its own', 'title: !run x'],
  ])('refuses the YAML tag %s', (_, header) => {
    expect(refusal('---', header, '---', 'Body')).toMatchObject({ code: 'HEADER_NOT_YAML' });
    expect(globalThis).not.toHaveProperty('headerHasRun');
  });

  it('takes __proto__ and constructor for keys like any other', () => {
    const { release } = readLines(
      '---',
      'title: A',
      '__proto__: { url: "http://evil.example" }',
      '---',
      'Body',
    );
    expect(release).toMatchObject({ title: 'A', url: null });
    expect({}).not.toHaveProperty('url');
  });

  it('survives aliases that stand for a billion nodes', () => {
    const names = 'abcdefghi'.split('');
    const bomb = names.map((name, i) => {
      const above = i === 0 ? '"lol"' : `*${names[i - 1]}`;
      return `${name}: &${name} [${Array(10).fill(above).join(', ')}]`;
    });
    const { release, problems } = readLines('---', ...bomb, 'title: *i', 'ministers: *i', '---', 'Body');
    expect(release).toMatchObject({ title: null, ministers: [] });
    expect(problems.filter(({ field }) => field === 'ministers')).toHaveLength(10);
    for (const { message } of problems) expect(message.length).toBeLessThan(160);
  });

  it('survives an alias that stands for itself', () => {
    const { release, problems } = readLines('---', 'title: &a [*a]', '---', 'Body');
    expect(release).toMatchObject({ title: null });
    expect(problems[0]).toMatchObject({ code: 'HEADER_FIELD_INVALID', field: 'title' });
  });
});

it('reads a hundred thousand blank lines in a header at once', () => {
  const started = performance.now();
  const { release } = readLines('---', '\n \n'.repeat(50_000), 'title: A', '---', 'Body');
  expect(release?.title).toBe('A');
  expect(performance.now() - started).toBeLessThan(1000);
});

it('keeps no file in the cache of gray-matter', () => {
  const cache = (matter as typeof matter & { readonly cache: object }).cache;
  const before = Object.keys(cache).length;
  for (let i = 0; i < 50; i++) readLines('---', `title: Release ${i}`, '---', 'Body');
  readLines('---', 'title: [', '---', 'Body');
  expect(Object.keys(cache)).toHaveLength(before);
});
