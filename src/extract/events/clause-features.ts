import type { DateExpression } from '../dates/find-dates.ts';
import type { Clause } from './clauses.ts';
import { CUES, cuesIn } from './cues.ts';
import { mix } from './hash.ts';
import type { Reading, SentenceReading } from './reading.ts';
import type { ReleaseFacts } from './sentence-features.ts';
import { type FeatureSink, template } from './sink.ts';
import { TENSES } from './tense.ts';

const BIAS = template('clause bias');
const WORD = template('clause word');
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
const OUTER_TRIGGER = template('outer trigger');
const CUE = template('cue');
const FIRST_CUE = template('first cue');
const CUE_PAIR = template('cue pair');
const GOVERNING = template('governing cue');
const OUTER_CUE = template('outer cue');
const CUE_DATE = template('cue date');
const CUE_TRIGGER = template('cue trigger');
const PORTFOLIO = template('portfolio');

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
  const dated = sentence.dates.some(({ firstToken: at }) => at >= clause.first && at <= clause.last) ? 1 : 0;
  const cued = cuesIn(reading.words, clause.first, clause.last).length > 0 ? 2 : 0;
  sink.add(PLACE, mix(100 + Math.min(clause.index === 0 ? 0 : clause.count, 5), dated + cued));
  sink.add(POSITION, position);
  sink.add(QUOTED, quoted);
  addWords(sink, reading, sentence, clause);
  addTriggers(sink, reading, facts, sentence, clause, position);
  addDates(sink, reading, sentence, clause);
  addCues(sink, reading, sentence, clause);
  for (const portfolio of facts.portfolios) {
    sink.add(PORTFOLIO, portfolio);
    sink.add(PORTFOLIO, mix(portfolio, 1 + position));
    const kind = clause.triggers[0]?.senses[0]?.typeIndex ?? 99;
    sink.add(PORTFOLIO, mix(portfolio, 100 + kind));
  }
}

/** What the verbs and adverbs say of when, alone and together with the side on which the dates lie. */
function addCues(sink: FeatureSink, reading: Reading, sentence: SentenceReading, clause: Clause): void {
  const cues = cuesIn(reading.words, clause.first, clause.last);
  const outer = clause.count > 1 ? cuesIn(reading.words, sentence.first, sentence.last) : cues;
  const first = cues.length > 0 ? CUES.indexOf(cues[0] ?? 'PRESENT') : 99;
  const kind = clause.triggers[0]?.senses[0]?.typeIndex ?? 99;
  const governing =
    clause.index > 0 ? cuesIn(reading.words, sentence.first, clause.first - 1).at(-1) : undefined;
  const govern = governing ? CUES.indexOf(governing) : 50;
  sink.add(GOVERNING, govern);
  sink.add(GOVERNING, 100 + govern * 128 + first);
  sink.add(FIRST_CUE, first);
  sink.add(FIRST_CUE, 1000 + first * 32 + kind);
  for (const cue of cues) {
    const index = CUES.indexOf(cue);
    sink.add(CUE, index);
    sink.add(CUE_TRIGGER, index * 32 + kind);
    for (const other of cues) if (other !== cue) sink.add(CUE_PAIR, index * 32 + CUES.indexOf(other));
  }
  for (const cue of outer) sink.add(OUTER_CUE, CUES.indexOf(cue));
  if (outer.length > 0) sink.add(OUTER_CUE, 100 + CUES.indexOf(outer[0] ?? 'PRESENT'));
  for (const date of sentence.dates) {
    const inside = date.firstToken >= clause.first && date.firstToken <= clause.last ? 0 : 8;
    const side = inside + sideOf(reading, date);
    sink.add(CUE_DATE, side * 32 + (first % 32));
    for (const cue of cues) sink.add(CUE_DATE, 1000 + side * 32 + CUES.indexOf(cue));
  }
}

function addWords(sink: FeatureSink, reading: Reading, sentence: SentenceReading, clause: Clause): void {
  const { steps } = sentence;
  let inside = 0;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i];
    if (!step) continue;
    const word = reading.words[step.firstToken];
    sink.add(OUTER, step.hash);
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
  sentence: SentenceReading,
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
  for (const trigger of sentence.triggers) {
    const inside = trigger.firstToken >= clause.first && trigger.firstToken <= clause.last ? 0 : 1;
    const before = trigger.firstToken < clause.first ? 1 : 0;
    for (const sense of trigger.senses) {
      const kind = sense.typeIndex * 2 + (sense.form === 'VERB' ? 1 : 0);
      if (inside === 1) sink.add(OUTER_TRIGGER, kind * 2 + before);
      sink.add(OUTER_TRIGGER, 1000 + kind);
    }
    sink.add(OUTER_TRIGGER, mix(inside + 2 * before, reading.words[trigger.lastToken]?.stemHash ?? 0));
  }
}

/** Whether the dates of the clause and its sentence lie before, on or after the release's day, however read. */
function addDates(sink: FeatureSink, reading: Reading, sentence: SentenceReading, clause: Clause): void {
  let count = 0;
  for (const date of sentence.dates) {
    const own = date.firstToken >= clause.first && date.firstToken <= clause.last ? 0 : 50;
    const { past } = date.reading;
    const side = sideOf(reading, date);
    sink.add(DATE, own + side);
    sink.add(DATE, own + 10 + past.length);
    if (own === 0) count++;
  }
  sink.add(DATE, 100 + Math.min(count, 2));
}

/** 0 where the direction decides, 1 ahead of the release, 2 on its day, 3 around it, 4 before it. */
function sideOf(reading: Reading, { reading: { past, future } }: DateExpression): number {
  const release = reading.document.release.date ?? '';
  if (past !== future) return 0;
  if (past === release) return 2;
  const start = past.slice(0, 10);
  const end = past.includes('/') ? past.slice(past.indexOf('/') + 1) : past;
  if (start > release.slice(0, start.length)) return 1;
  return end < release.slice(0, end.length) ? 4 : 3;
}
