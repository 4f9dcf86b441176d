import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../scripts/compile-assemblyscript.ts';
import { Kernel } from '../../../src/extract/events/convolve/kernel.ts';

const ROWS = 5;
const FILE = new URL('../../../src/extract/events/convolve/convolve.wasm', import.meta.url);

/** Any table of a few rows for a few channels, and a document of a few sentences over those rows. */
const cases = fc.integer({ min: 1, max: 20 }).chain((channels) =>
  fc.record({
    channels: fc.constant(channels),
    table: fc.array(
      fc.array(fc.integer({ min: -32_768, max: 32_767 }), {
        minLength: 3 * channels,
        maxLength: 3 * channels,
      }),
      { minLength: ROWS, maxLength: ROWS },
    ),
    sentences: fc.array(fc.array(fc.integer({ min: 0, max: ROWS - 1 }), { maxLength: 9 }), { maxLength: 5 }),
  }),
);

/** A sum of two that stops at the ends of 16 bits. */
function add(a: number, b: number): number {
  return Math.max(-32_768, Math.min(32_767, a + b));
}

describe('the compiled convolution', () => {
  it('is what its source gives', async () => {
    expect(
      Buffer.compare(await compile('src/extract/events/convolve/convolve.as.ts'), readFileSync(FILE)),
    ).toBe(0);
  });

  it('gives what plain sums give', () => {
    fc.assert(
      fc.property(cases, ({ channels, table, sentences }) => {
        const kernel = new Kernel(ROWS, channels);
        for (const [row, numbers] of table.entries()) {
          const out = kernel.rowOf(row);
          numbers.forEach((number, at) => {
            out[Math.floor(at / channels) * kernel.stride + (at % channels)] = number;
          });
        }
        const rows = Int32Array.from(sentences.flat());
        const starts = Int32Array.from({ length: sentences.length + 1 }, (_, at) =>
          sentences.slice(0, at).reduce((sum, { length }) => sum + length, 0),
        );
        const { acts, pools } = kernel.run(rows, starts);
        const part = (row: number | undefined, side: number, channel: number): number =>
          row === undefined ? 0 : (table[row]?.[side * channels + channel] ?? 0);
        sentences.forEach((items, sentence) => {
          for (let channel = 0; channel < channels; channel++) {
            const sums = items.map((item, at) => {
              const beside = add(part(items[at - 1], 0, channel), part(item, 1, channel));
              return Math.max(0, add(beside, part(items[at + 1], 2, channel)));
            });
            sums.forEach((sum, at) => {
              expect(acts[((starts[sentence] ?? 0) + at) * kernel.stride + channel]).toBe(sum);
            });
            expect(pools[sentence * kernel.stride + channel]).toBe(Math.max(0, ...sums));
          }
        });
      }),
    );
  });

  it('takes documents of any size one after another', () => {
    const kernel = new Kernel(ROWS, 8);
    kernel.rowOf(1).fill(7, 8, 16);
    const long = kernel.run(new Int32Array(50_000).fill(1), Int32Array.of(0, 50_000));
    expect(long.acts.every((act) => act === 7)).toBe(true);
    const short = kernel.run(Int32Array.of(1, 0), Int32Array.of(0, 1, 2));
    expect([...short.pools]).toEqual([...Array(8).fill(7), ...Array(8).fill(0)]);
  });
});
