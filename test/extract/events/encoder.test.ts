import { describe, expect, it } from 'vitest';
import { EXTRACTION } from '../../../src/extract/configuration.ts';
import { readMentions } from '../../../src/extract/engine.ts';
import { clausesOf } from '../../../src/extract/events/clauses.ts';
import {
  clauseRanges,
  Encoder,
  ITEM_CLASSES,
  ITEM_DIMENSIONS,
  itemsOf,
  RANGES,
  reportRanges,
  sentenceRanges,
  WINDOW,
} from '../../../src/extract/events/encoder.ts';
import { readDocument } from '../../../src/extract/events/reading.ts';
import { VOCABULARY_SIZE } from '../../../src/extract/events/vectors.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import { releaseOf } from './extract-sentence.ts';

const CHANNELS = 2;
const BODY =
  'Mr Goff visited Hanoi today and met his counterpart.\n\nHe returns next Monday, and will go to Peru.';
const reading = readDocument(readMentions(releaseOf('Goff in Viet Nam', BODY), loadLexicon(), EXTRACTION));
const items = itemsOf(reading);
const FIRST_BODY = 1;

/** A convolution whose channels see different things everywhere. */
function convolution() {
  const kernel = Float32Array.from({ length: ITEM_DIMENSIONS * WINDOW * CHANNELS }, (_, at) =>
    Math.sin(at * 1.7),
  );
  return { channels: CHANNELS, kernel, bias: Float32Array.of(0.5, -0.25) };
}

/** The most of each channel over a range of items, worked out the plain way from one-item ranges. */
function pooled(ranges: readonly number[]): number[] {
  const encoder = new Encoder(convolution());
  const single = (item: number): Float32Array => {
    // A document whose sentences are cut so that `item` is a title of its own would change its neighbours; so the
    // channels of one item are read as a clause of one token.
    const token = items.itemOfToken.indexOf(item);
    const out = new Float32Array(RANGES * CHANNELS);
    const clause = { first: token, last: token, triggers: [], index: 0, count: 2 };
    encoder.encode(items, FIRST_BODY).writeClause(out, 0, clause);
    return out.slice(0, CHANNELS);
  };
  const result: number[] = [];
  for (let at = 0; at < ranges.length; at += 2) {
    const most = new Float32Array(CHANNELS);
    for (let item = ranges[at] ?? 0; item < (ranges[at + 1] ?? 0); item++) {
      single(item).forEach((value, channel) => {
        most[channel] = Math.max(most[channel] ?? 0, value);
      });
    }
    result.push(...most);
  }
  return result;
}

describe('items', () => {
  it('stand for names, dates and amounts by their class, for words by themselves', () => {
    const [first = 0, end = 0] = items.starts.slice(FIRST_BODY, FIRST_BODY + 2);
    const kinds = [...items.rows.slice(first, end)].map((row) =>
      row < VOCABULARY_SIZE ? 'word' : ITEM_CLASSES[row - VOCABULARY_SIZE],
    );
    expect(kinds.slice(0, 5)).toEqual(['word', 'MINISTER', 'word', 'PLACE', 'DATE_TODAY']);
  });

  it('tell on which side of the release a date lies', () => {
    const last = [...items.rows.slice(items.starts[FIRST_BODY + 1])];
    expect(last.map((row) => ITEM_CLASSES[row - VOCABULARY_SIZE])).toContain('DATE_AHEAD');
  });
});

describe('an encoding', () => {
  const encoding = new Encoder(convolution()).encode(items, FIRST_BODY);

  it('gives of a sentence what its ranges say', () => {
    const out = new Float32Array(RANGES * CHANNELS);
    encoding.writeSentence(out, FIRST_BODY + 1, FIRST_BODY);
    expect([...out]).toEqual(pooled(sentenceRanges(items, FIRST_BODY + 1, FIRST_BODY)));
  });

  it('gives of a clause what its ranges say', () => {
    const sentence = reading.sentences[FIRST_BODY];
    if (!sentence) throw new Error('expected a sentence');
    const clauses = clausesOf(reading, sentence);
    expect(clauses).toHaveLength(2);
    for (const clause of clauses) {
      const out = new Float32Array(RANGES * CHANNELS);
      encoding.writeClause(out, FIRST_BODY, clause);
      expect([...out]).toEqual(pooled(clauseRanges(items, FIRST_BODY, clause, FIRST_BODY)));
    }
  });

  it('gives of a release what its ranges say', () => {
    const out = new Float32Array(RANGES * CHANNELS);
    encoding.writeReport(out, FIRST_BODY);
    expect([...out]).toEqual(pooled(reportRanges(items, FIRST_BODY)));
  });
});
