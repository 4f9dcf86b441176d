import type { Clause } from './clauses.ts';
import { mix } from './hash.ts';
import type { Reading, SentenceReading } from './reading.ts';
import type { ReleaseFacts } from './sentence-features.ts';
import { type FeatureSink, template } from './sink.ts';
import { TENSES } from './tense.ts';

const BIAS = template('clause bias');
const WORD = template('clause word');
const FORM = template('clause form');
const COARSE = template('clause coarse');
const FINE = template('clause fine');
const OUTER_COARSE = template('outer coarse');
const TRIGGER_CLUSTER = template('clause trigger cluster');
const PAIR = template('clause pair');
const HEAD = template('clause head');
const BEFORE = template('clause before');
const KIND = template('clause kind');
const OUTER = template('outer word');
const OUTER_KIND = template('outer kind');
const TRIGGER = template('clause trigger');
const FIRST_TRIGGER = template('clause first trigger');
const STEM_TENSE = template('clause stem tense');
const TENSE = template('clause tense');
const TYPE_TENSE = template('clause type tense');
const PLACE = template('clause place');
const POSITION = template('clause position');
const QUOTED = template('clause quoted');
const DATE = template('clause date');
const TITLE = template('clause title');
const TITLE_WORD = template('title word');
const TITLE_TRIGGER = template('clause title trigger');
const VERB = template('clause verb');

/** Features of a clause: what it states, as which type, with which status. */
export function addClauseFeatures(
  sink: FeatureSink,
  reading: Reading,
  facts: ReleaseFacts,
  sentence: SentenceReading,
  clause: Clause,
): void {
  const source = reading.document.sentences[sentence.index];
  if (!source) return;
  const position = Math.min(sentence.index - facts.firstBody, 3);
  const quoted = source.quoted ? 1 : source.quotes.length > 0 ? 2 : 0;
  sink.add(BIAS, 0);
  sink.add(PLACE, clause.index === 0 ? 0 : clause.index === clause.count - 1 ? 2 : 1);
  sink.add(PLACE, 10 + Math.min(clause.count, 5));
  sink.add(POSITION, position);
  sink.add(QUOTED, quoted);
  addWords(sink, reading, sentence, clause);
  addTriggers(sink, reading, facts, clause, position);
  addDates(sink, reading, sentence, clause);
}

function addWords(sink: FeatureSink, reading: Reading, sentence: SentenceReading, clause: Clause): void {
  const { steps } = sentence;
  let inside = 0;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i];
    if (!step) continue;
    const word = reading.words[step.firstToken];
    sink.add(OUTER, step.hash);
    if (step.class === 'WORD' && word) sink.add(OUTER_COARSE, word.vector?.coarse ?? -1);
    if (word)
      for (let kind = 0, bits = word.kinds; bits !== 0; kind++, bits >>= 1)
        if (bits & 1) sink.add(OUTER_KIND, kind);
    if (step.lastToken < clause.first) continue;
    if (step.firstToken > clause.last) continue;
    sink.add(WORD, step.hash);
    if (inside < 3) sink.add(HEAD, mix(inside, step.hash));
    if (inside === 0 && i > 0) sink.add(BEFORE, steps[i - 1]?.hash ?? 0);
    inside++;
    if (word && step.class === 'WORD') {
      sink.add(FORM, word.wordHash);
      sink.add(COARSE, word.vector?.coarse ?? -1);
      sink.add(FINE, word.vector?.fine ?? -1);
      for (let kind = 0, bits = word.kinds; bits !== 0; kind++, bits >>= 1)
        if (bits & 1) sink.add(KIND, kind);
    }
    const next = steps[i + 1];
    if (next && next.firstToken <= clause.last) sink.add(PAIR, mix(step.hash, next.hash));
  }
}

function addTriggers(
  sink: FeatureSink,
  reading: Reading,
  facts: ReleaseFacts,
  clause: Clause,
  position: number,
): void {
  let first = true;
  for (const stem of facts.titleStems) sink.add(TITLE_WORD, mix(stem, position === 0 ? 1 : 0));
  for (const trigger of clause.triggers) {
    const tense = TENSES.indexOf(trigger.tense) * 2 + (trigger.negated ? 1 : 0);
    let stem = 0;
    for (let at = trigger.firstToken; at <= trigger.lastToken; at++)
      stem = mix(stem, reading.words[at]?.stemHash ?? 0);
    sink.add(STEM_TENSE, mix(stem, tense));
    sink.add(VERB, stem);
    const word = reading.words[trigger.firstToken];
    sink.add(TRIGGER_CLUSTER, mix(word?.vector?.fine ?? -1, tense));
    sink.add(TRIGGER_CLUSTER, mix(1000 + (word?.vector?.coarse ?? -1), tense));
    sink.add(TRIGGER_CLUSTER, 5000 + (word?.vector?.fine ?? -1));
    if (first) sink.add(TRIGGER_CLUSTER, 7000 + (word?.vector?.coarse ?? -1));
    sink.add(TENSE, tense);
    if (first) sink.add(TENSE, 100 + tense);
    for (const sense of trigger.senses) {
      const kind = sense.typeIndex * 2 + (sense.form === 'VERB' ? 1 : 0);
      sink.add(TRIGGER, kind);
      if (first) sink.add(FIRST_TRIGGER, kind);
      sink.add(TYPE_TENSE, kind * 64 + tense);
      if (facts.titleTriggers.has(sense.typeIndex)) sink.add(TITLE_TRIGGER, kind);
    }
    first = false;
  }
  for (const type of facts.titleTriggers) sink.add(TITLE, type * 4 + position);
}

/** Whether the dates of the clause and its sentence lie before, on or after the release's day, however read. */
function addDates(sink: FeatureSink, reading: Reading, sentence: SentenceReading, clause: Clause): void {
  const release = reading.document.release.date ?? '';
  let count = 0;
  for (const date of sentence.dates) {
    const own = date.firstToken >= clause.first && date.firstToken <= clause.last ? 0 : 50;
    const { past, future } = date.reading;
    const side =
      past !== future ? 0 : past.slice(0, 10) > release.slice(0, past.length) ? 1 : past === release ? 2 : 3;
    sink.add(DATE, own + side);
    sink.add(DATE, own + 10 + past.length);
    if (own === 0) count++;
  }
  sink.add(DATE, 100 + Math.min(count, 2));
}
