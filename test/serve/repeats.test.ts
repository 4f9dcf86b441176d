import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadDocuments } from '../../src/serve/documents.ts';
import { DEFAULT_LIMITS } from '../../src/serve/limits.ts';
import { countRepeats } from '../../src/serve/repeats.ts';

const MOST = 1000;

describe('pairs of objects of one name', () => {
  it.each([
    ['none', '{ a b c { a b } }', 0],
    ['not of plain values', '{ a a a b }', 0],
    ['in one set', '{ a { b } a { c } a { d } }', 3],
    ['that an alias makes', '{ x: a { b } x: b { b } }', 1],
    ['that an alias sets apart', '{ a { b } b: a { b } c: a { b } }', 0],
    ['inside of objects that are one', '{ a { b { c } } a { b { c } } a { b { c } } }', 6],
    ['not between objects apart', '{ a { c { d } } b { c { d } } }', 0],
    ['brought in by fragments', '{ a { id } ...F ... { a { id } } } fragment F on Query { a { id } }', 3],
    ['in a fragment that nothing spreads', '{ a } fragment F on Query { b { c } b { d } }', 1],
    ['not between operations', 'query A { a { b } } query B { a { b } }', 0],
    ['with a fragment that is not there', '{ a ...F }', 0],
  ])('%s', (_what, query, pairs) => {
    expect(countRepeats(parse(query), MOST)).toBe(pairs);
  });

  it('are not counted to the end where there are too many', () => {
    const pairs = countRepeats(parse(`{ ${'a { b { c } } '.repeat(400)} }`), MOST);
    expect(pairs).toBeGreaterThan(MOST);
    expect(pairs).toBeLessThan(100 * MOST);
  });

  it('are few in what a client makes of many parts of a page', () => {
    const parts = Array.from(
      { length: 30 },
      (_, index) =>
        `fragment Part${index} on Event { __typename id key date { edtf } countries { name } f${index}: summary }`,
    );
    const query = `{ event(id: "x") { ${parts.map((_, index) => `...Part${index}`).join(' ')} } } ${parts.join(' ')}`;
    expect(countRepeats(parse(query), DEFAULT_LIMITS.repeats)).toBeLessThanOrEqual(DEFAULT_LIMITS.repeats);
    for (const document of loadDocuments()) expect(countRepeats(parse(document.query), MOST)).toBe(0);
  });
});
