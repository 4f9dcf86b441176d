import { describe, expect, it } from 'vitest';
import { fitChoices, fitClasses, quantise } from '../../scripts/train/fit.ts';
import { distribution, NO_NUMBERS, scoreOf } from '../../src/extract/events/linear.ts';

const of = (...sparse: number[]) => ({ sparse, dense: NO_NUMBERS });
const options = { bits: 6, epochs: 20, rate: 0.1 };

describe('fitting', () => {
  it('learns which feature tells the classes apart', () => {
    const examples = [0, 1, 2, 3].flatMap((noise) => [
      { features: of(10, 20 + noise), label: 0 },
      { features: of(11, 20 + noise), label: 1 },
    ]);
    const head = quantise(fitClasses(examples, { ...options, classes: 2 }));
    expect(distribution(head, of(10))[0]).toBeGreaterThan(0.8);
    expect(distribution(head, of(11))[1]).toBeGreaterThan(0.8);
    const single = quantise(fitClasses(examples, { ...options, classes: 1 }));
    expect(scoreOf(single, of(11))).toBeGreaterThan(0);
    expect(scoreOf(single, of(10))).toBeLessThan(0);
  });

  it('learns which candidate to choose', () => {
    const choices = [{ candidates: [of(1), of(2), of(3)], label: 1 }];
    const head = quantise(fitChoices(choices, options));
    expect(scoreOf(head, of(2))).toBeGreaterThan(scoreOf(head, of(1)));
  });

  it('learns from numbers', () => {
    const examples = [
      { features: { sparse: [], dense: Float32Array.of(1) }, label: 1 },
      { features: { sparse: [], dense: Float32Array.of(-1) }, label: 0 },
    ];
    const head = quantise(fitClasses(examples, { ...options, classes: 1, denseRate: 0.1 }));
    expect(scoreOf(head, { sparse: [], dense: Float32Array.of(1) })).toBeGreaterThan(0);
  });

  it('gives the same weights for the same examples', () => {
    const examples = [
      { features: of(1, 2), label: 1 },
      { features: of(3), label: 0 },
    ];
    const train = () => quantise(fitClasses(examples, { ...options, classes: 1 }));
    expect(train()).toEqual(train());
  });
});
