import { afterAll, describe, expect, it } from 'vitest';
import { openGraph } from './harness.ts';

interface Row {
  readonly field: string;
  readonly eventType: string | null;
  readonly precision: number;
  readonly recall: number | null;
  readonly sampleSize: number;
}

describe('accuracy', async () => {
  const graph = await openGraph();
  afterAll(() => graph.store.close());
  const rows = async (args: string): Promise<readonly Row[]> => {
    const source = `{ accuracy${args} { field eventType precision recall sampleSize } }`;
    return (await graph.data<{ accuracy: readonly Row[] }>(source)).accuracy;
  };

  it('says of all parts of the data how far to trust them, without asking the store', async () => {
    const all = await rows('');
    expect(all.length).toBeGreaterThan(20);
    for (const { precision, sampleSize } of all) {
      expect(precision).toBeGreaterThanOrEqual(0);
      expect(precision).toBeLessThanOrEqual(1);
      expect(sampleSize).toBeGreaterThan(0);
    }
    expect(graph.statements).toEqual([]);
  });

  it('can be asked of one part and of one type of event', async () => {
    expect(await rows('(field: TYPED_EVENTS, eventType: VISIT)')).toMatchObject([
      { field: 'TYPED_EVENTS', eventType: 'VISIT' },
    ]);
    expect(await rows('(field: MINISTERS)')).toHaveLength(1);
  });
});
