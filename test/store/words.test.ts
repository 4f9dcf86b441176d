import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { queryOfAll, vectorOf, wordsOf } from '../../src/store/postgres/words.ts';

const SAMPLES = new URL('../../data/releases/', import.meta.url);
/**
 * Letters with two marks each, which FTS5's own table happens to leave as they are. It knows Unicode as it was in 2012
 * and takes what has come since for letters; no such sign is asked about here.
 */
const LEFT_BY_FTS5 = [0x1e0, 0x1e1];

/** The words that FTS5 itself finds in each text. */
function fts5Words(texts: readonly string[]): string[][] {
  const database = new DatabaseSync(':memory:');
  database.exec(`create virtual table t using fts5 (x, tokenize='unicode61 remove_diacritics 2');
    create virtual table v using fts5vocab (t, instance)`);
  const insert = database.prepare('insert into t (rowid, x) values (?, ?)');
  for (const [index, text] of texts.entries()) insert.run(index + 1, text);
  const found: string[][] = texts.map(() => []);
  for (const { doc, term } of database.prepare('select doc, term from v order by doc, offset').all()) {
    found[Number(doc) - 1]?.push(String(term));
  }
  database.close();
  return found;
}

describe('the words of a text', () => {
  it('are those that FTS5 finds in the sample releases', () => {
    const texts = readdirSync(SAMPLES).map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'));
    expect(texts.map(wordsOf)).toEqual(fts5Words(texts));
  });

  it('are those that FTS5 finds, for every letter, digit, sign and mark that Latin writing has', () => {
    const ranges = [
      [0x20, 0x24f],
      [0x300, 0x36f],
      [0x1e00, 0x1eff],
      [0x2000, 0x2064],
      [0x206a, 0x20b9],
      [0x2100, 0x214f],
    ] as const;
    const texts = ranges
      .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
      .filter((code) => !LEFT_BY_FTS5.includes(code) && !/\p{Cn}/u.test(String.fromCodePoint(code)))
      .map((code) => `q${String.fromCodePoint(code)}z Ā${String.fromCodePoint(code)}`);
    const expected = fts5Words(texts);
    for (const [index, text] of texts.entries()) expect(wordsOf(text), text).toEqual(expected[index]);
  });

  it('have places, as far as a tsvector has any, and no phrase reaches from one text into the next', () => {
    expect(vectorOf('Trade, trade: talks')).toEqual({ vector: 'trade:1,2 talks:3', length: 3 });
    expect(vectorOf('Hanoi visit', 'He went to Hanoi')).toEqual({
      vector: 'hanoi:1A,7 visit:2A he:4 went:5 to:6',
      length: 6,
    });
    expect(vectorOf('a '.repeat(20_000)).vector).toMatch(/,16382,16383(,16383)*$/);
    expect(vectorOf(Array.from({ length: 300_000 }, (_, index) => `w${index}`).join(' ')).length).toBe(
      300_000,
    );
  });

  it('asked for become a tsquery, whatever stands between them', () => {
    const term = (words: string, rest = {}) => ({ words, prefix: false, excluded: false, ...rest });
    expect(queryOfAll([term("Free-Trade's"), term('Māo', { prefix: true })])).toBe(
      "('free' <-> 'trade' <-> 's') & ('mao':*)",
    );
    expect(queryOfAll([term('talks'), term('Hanoi visit', { excluded: true })])).toBe(
      "('talks') & !('hanoi' <-> 'visit')",
    );
    expect(queryOfAll([term('talks'), term('—')])).toBeNull();
    expect(queryOfAll([term('talks'), term('—', { excluded: true })])).toBe("('talks')");
  });
});
