import { describe, expect, it } from 'vitest';
import { fitJoint, type JointDocument, type JointSettings } from '../../scripts/train/joint.ts';
import { Encoder, ITEM_CLASSES, RANGES } from '../../src/extract/events/encoder.ts';
import { scoreOf } from '../../src/extract/events/linear.ts';
import { VOCABULARY_SIZE } from '../../src/extract/events/vectors.ts';

const [COUNTRY, MONEY, NAME] = (['COUNTRY', 'MONEY', 'NAME'] as const).map(
  (name) => VOCABULARY_SIZE + ITEM_CLASSES.indexOf(name),
) as [number, number, number];

const SETTINGS: JointSettings = {
  channels: 4,
  epochs: 40,
  denseRate: 0.1,
  wordDropout: 0,
  poolDropout: 0,
  heads: [{ classes: 1, bits: 4, rate: 0.01, ranges: RANGES }],
};

/** One sentence of the items, and whether it states an event. */
function documentOf(rows: readonly number[], label: number): JointDocument {
  const items = {
    rows: Int32Array.from(rows),
    starts: Int32Array.of(0, rows.length),
    itemOfToken: Int32Array.from(rows.keys()),
  };
  const ranges = [0, rows.length, 0, 0, 0, 0];
  return { items, examples: [{ head: 0, ranges, sparse: new Int32Array(0), label }] };
}

describe('fitting a convolution with what reads it', () => {
  // Only the order of two items tells the classes apart: no head could learn that without the convolution.
  const documents = [
    documentOf([COUNTRY, MONEY, NAME], 1),
    documentOf([NAME, COUNTRY, MONEY], 1),
    documentOf([MONEY, COUNTRY, NAME], 0),
    documentOf([NAME, MONEY, COUNTRY], 0),
  ];

  it('learns an order of items', () => {
    const { convolution, heads } = fitJoint(documents, SETTINGS);
    const encoder = new Encoder(convolution);
    const scores = documents.map(({ items }) => {
      const dense = new Float32Array(RANGES * SETTINGS.channels);
      encoder.encode(items, 0).writeSentence(dense, 0, 0);
      const [head] = heads;
      if (!head) throw new Error('expected a head');
      return scoreOf(head, { sparse: [], dense });
    });
    expect(scores.map((score) => score > 0)).toEqual([true, true, false, false]);
  });

  it('gives the same weights for the same documents', () => {
    expect(fitJoint(documents, SETTINGS)).toEqual(fitJoint(documents, SETTINGS));
  });
});
