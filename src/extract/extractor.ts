import type { Lexicon } from '../lexicon/lexicon.ts';
import { EXTRACTION } from './configuration.ts';
import { createEngine, type Extractor } from './engine.ts';

export type { Extractor } from './engine.ts';

/** The extractor with every rule of the configuration. */
export function createExtractor(lexicon: Lexicon): Extractor {
  return createEngine(lexicon, EXTRACTION);
}
