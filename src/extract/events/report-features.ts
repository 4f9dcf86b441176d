import { mix } from './hash.ts';
import type { Features } from './linear.ts';
import type { Reading } from './reading.ts';
import type { ReleaseFacts } from './sentence-features.ts';
import { FeatureSink, template } from './sink.ts';

const BIAS = template('report bias');
const TITLE = template('report title');
const TITLE_PAIR = template('report title pair');
const TITLE_KIND = template('report title kind');
const LEAD = template('report lead');
const LEAD_PAIR = template('report lead pair');
const LEAD_TRIGGER = template('report lead trigger');
const PORTFOLIO = template('report portfolio');

const SINK = new FeatureSink();

/** Features of "what kind of event does this release exist to report": its title, its lead, who signed for what. */
export function reportFeatures(reading: Reading, facts: ReleaseFacts): Features {
  const sink = SINK;
  sink.clear();
  sink.add(BIAS, 0);
  for (let index = 0; index < facts.firstBody; index++) addSteps(sink, reading, index, TITLE, TITLE_PAIR);
  for (const kind of facts.titleTriggers) sink.add(TITLE_KIND, kind);
  const lead = reading.sentences[facts.firstBody];
  if (lead) {
    addSteps(sink, reading, lead.index, LEAD, LEAD_PAIR);
    for (const { senses, firstToken } of lead.triggers) {
      for (const { typeIndex } of senses) sink.add(LEAD_TRIGGER, typeIndex);
      sink.add(LEAD_TRIGGER, mix(1, reading.words[firstToken]?.stemHash ?? 0));
    }
  }
  for (const portfolio of facts.portfolios) sink.add(PORTFOLIO, portfolio);
  const dense = new Float32Array(3 * facts.encoding.channels);
  facts.encoding.writeReport(dense, facts.firstBody);
  return { sparse: sink.features.slice(), dense };
}

function addSteps(sink: FeatureSink, reading: Reading, index: number, word: number, pair: number): void {
  const steps = reading.sentences[index]?.steps ?? [];
  for (let at = 0; at < steps.length; at++) {
    const hash = steps[at]?.hash ?? 0;
    sink.add(word, hash);
    sink.add(pair, mix(hash, steps[at + 1]?.hash ?? 1));
  }
}
