import { CUES, cuesIn } from './cues.ts';
import { type Encoder, type Encoding, itemsOf } from './encoder.ts';
import { hashText, mix } from './hash.ts';
import type { Reading, SentenceReading } from './reading.ts';
import { type FeatureSink, template } from './sink.ts';
import { TENSES } from './tense.ts';
import { bitOf } from './words.ts';

const BIAS = template('bias');
const WORD = template('word');
const PAIR = template('pair');
const HEAD = template('head');
const TAIL = template('tail');
const PLACE = template('place');
const QUOTED = template('quoted');
const LENGTH = template('length');
const KIND = template('kind');
const CLASS = template('class');
const TRIGGER = template('trigger');
const TRIGGER_TENSE = template('trigger tense');
const TRIGGER_COUNT = template('trigger count');
const TYPE_TENSE = template('type tense');
const TENSE = template('tense');
const DATE = template('date');
const DATE_TENSE = template('date tense');
const TITLE = template('title');
const TITLE_TRIGGER = template('title trigger');
const BEFORE = template('before');
const NEIGHBOUR = template('neighbour');
const RELEASE = template('release');
const CUE = template('sentence cue');
const PORTFOLIO = template('sentence portfolio');

const SPEECH = bitOf('speech');

/** How many sentences back a repetition is looked for; bounds the cost on long texts. */
const OVERLAP_REACH = 40;

/** Facts of a release that the features of all its sentences share. */
export interface ReleaseFacts {
  readonly titleStems: ReadonlySet<number>;
  readonly titleTriggers: ReadonlySet<number>;
  /** Index of the first sentence below the title. */
  readonly firstBody: number;
  readonly sentenceCount: number;
  /** Hashes of the offices that the release was signed for. */
  readonly portfolios: readonly number[];
  /** What the convolution saw. */
  readonly encoding: Encoding;
  /** For each sentence the share of its content stems that the one before with the most of them has. */
  readonly repeats: readonly number[];
  /** Content stems of each sentence. */
  readonly stems: readonly ReadonlySet<number>[];
  /** For each sentence 1 where it has a word of speech. */
  readonly speech: Uint8Array;
}

/** What the features of a release's sentences share. */
export function readFacts(reading: Reading, encoder: Encoder): ReleaseFacts {
  const titleStems = new Set<number>();
  const titleTriggers = new Set<number>();
  let firstBody = 0;
  const stems = reading.sentences.map((sentence) => contentStems(reading, sentence));
  for (const sentence of reading.document.sentences) {
    if (!sentence.title) break;
    firstBody = sentence.index + 1;
    for (const stem of stems[sentence.index] ?? []) titleStems.add(stem);
    for (const trigger of reading.sentences[sentence.index]?.triggers ?? []) {
      for (const sense of trigger.senses) titleTriggers.add(sense.typeIndex);
    }
  }
  const portfolios = reading.document.release.portfolios.map((name) => hashText(name.toLowerCase()));
  return {
    portfolios,
    encoding: encoder.encode(itemsOf(reading), firstBody),
    repeats: repeatsOf(stems, firstBody),
    titleStems,
    titleTriggers,
    firstBody,
    sentenceCount: reading.sentences.length,
    stems,
    speech: Uint8Array.from(reading.sentences, (sentence) => (speaks(reading, sentence) ? 1 : 0)),
  };
}

function speaks({ words }: Reading, { first, last }: SentenceReading): boolean {
  for (let at = first; at <= last; at++) if ((words[at]?.kinds ?? 0) & SPEECH) return true;
  return false;
}

/** Features of "this sentence states an event". */
export function addSentenceFeatures(
  sink: FeatureSink,
  reading: Reading,
  facts: ReleaseFacts,
  index: number,
): void {
  const sentence = reading.sentences[index];
  const source = reading.document.sentences[index];
  if (!sentence || !source) return;
  const position = bucket(index - facts.firstBody);
  const fromEnd = Math.min(facts.sentenceCount - 1 - index, 3);
  const quoted = source.quoted ? 1 : source.quotes.length > 0 ? 2 : 0;
  sink.add(BIAS, 0);
  sink.add(PLACE, position);
  sink.add(PLACE, 100 + fromEnd);
  sink.add(PLACE, 200 + position * 10 + quoted);
  sink.add(QUOTED, quoted);
  sink.add(LENGTH, Math.min(9, (sentence.last - sentence.first) >> 2));
  sink.add(RELEASE, bucket(facts.sentenceCount));
  const first = reading.document.sentences[index - 1]?.paragraph !== source.paragraph ? 1 : 0;
  sink.add(PLACE, 300 + first);
  addWords(sink, reading, sentence, quoted);
  addTriggers(sink, reading, sentence, facts, quoted);
  addDates(sink, sentence);
  addOverlap(sink, facts, index);
  addNeighbours(sink, reading, facts, index);
  const cues = cuesIn(reading.words, sentence.first, sentence.last);
  for (const cue of cues) sink.add(CUE, CUES.indexOf(cue) * 4 + quoted);
  sink.add(CUE, 100 + (cues[0] ? CUES.indexOf(cues[0]) : 99));
  for (const portfolio of facts.portfolios) {
    sink.add(PORTFOLIO, portfolio);
    sink.add(PORTFOLIO, mix(portfolio, 10 + position));
  }
}

function addWords(sink: FeatureSink, reading: Reading, sentence: SentenceReading, quoted: number): void {
  const { steps } = sentence;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i];
    if (!step) continue;
    sink.add(WORD, step.hash);
    const word = reading.words[step.firstToken];
    if (step.class === 'WORD' && word) {
      for (let kind = 0, bits = word.kinds; bits !== 0; kind++, bits >>= 1) {
        if (bits & 1) sink.add(KIND, kind * 3 + quoted);
      }
    } else sink.add(CLASS, step.hash + quoted);
    const next = steps[i + 1];
    sink.add(PAIR, mix(step.hash, next?.hash ?? 1));
    if (i < 3) sink.add(HEAD, mix(i, step.hash));
    if (i >= steps.length - 2) sink.add(TAIL, mix(steps.length - i, step.hash));
  }
}

function addTriggers(
  sink: FeatureSink,
  reading: Reading,
  sentence: SentenceReading,
  facts: ReleaseFacts,
  quoted: number,
): void {
  let count = 0;
  for (const trigger of sentence.triggers) {
    const tense = TENSES.indexOf(trigger.tense) * 2 + (trigger.negated ? 1 : 0);
    const stem = reading.words[trigger.firstToken]?.stemHash ?? 0;
    sink.add(TRIGGER_TENSE, mix(stem, tense));
    sink.add(TENSE, tense * 3 + quoted);
    for (const sense of trigger.senses) {
      const kind = sense.typeIndex * 2 + (sense.form === 'VERB' ? 1 : 0);
      sink.add(TRIGGER, kind);
      sink.add(TYPE_TENSE, kind * 64 + tense);
      if (facts.titleTriggers.has(sense.typeIndex)) sink.add(TITLE_TRIGGER, kind);
    }
    count++;
  }
  sink.add(TRIGGER_COUNT, Math.min(count, 6));
}

function addDates(sink: FeatureSink, sentence: SentenceReading): void {
  sink.add(DATE, Math.min(sentence.dates.length, 3));
  for (const date of sentence.dates) {
    const shape = date.reading.near.length + (date.named ? 50 : 0);
    sink.add(DATE, 10 + shape);
    sink.add(DATE, date.basis === 'RELATIVE' ? 4 : 5);
    for (const trigger of sentence.triggers) {
      for (const sense of trigger.senses) sink.add(DATE_TENSE, sense.typeIndex * 100 + shape);
    }
  }
}

/** How much of the sentence the title and the sentences before it have said already. */
function addOverlap(sink: FeatureSink, facts: ReleaseFacts, index: number): void {
  const own = facts.stems[index];
  if (!own || own.size === 0) return;
  let shared = 0;
  for (const stem of own) if (facts.titleStems.has(stem)) shared++;
  sink.add(TITLE, Math.min(shared, 5));
  sink.add(TITLE, 10 + Math.floor((5 * shared) / own.size));
  const most = facts.repeats[index] ?? 0;
  sink.add(BEFORE, Math.floor(most * 8));
}

function addNeighbours(sink: FeatureSink, reading: Reading, facts: ReleaseFacts, index: number): void {
  const next = reading.sentences[index + 1];
  const previous = reading.sentences[index - 1];
  for (const [side, sentence] of [
    [0, previous],
    [1, next],
  ] as const) {
    if (!sentence) continue;
    sink.add(NEIGHBOUR, side * 100 + Math.min(sentence.triggers.length, 4));
    sink.add(NEIGHBOUR, side * 100 + 10 + Math.min(sentence.dates.length, 2));
    sink.add(NEIGHBOUR, side * 100 + 20 + (facts.speech[sentence.index] as number));
  }
}

/** See `ReleaseFacts.repeats`; only the last `OVERLAP_REACH` sentences that share a stem are looked at. */
function repeatsOf(stems: readonly ReadonlySet<number>[], firstBody: number): number[] {
  const sentencesOf = new Map<number, number[]>();
  const counts = new Int32Array(stems.length);
  return stems.map((own, index) => {
    let most = 0;
    if (index < firstBody) return most;
    counts.fill(0, 0, index);
    for (const stem of own) {
      const before = sentencesOf.get(stem);
      if (!before) {
        sentencesOf.set(stem, [index]);
        continue;
      }
      for (let at = Math.max(0, before.length - OVERLAP_REACH); at < before.length; at++) {
        const other = before[at] as number;
        const count = (counts[other] as number) + 1;
        counts[other] = count;
        if (count > most) most = count;
      }
      before.push(index);
    }
    return own.size === 0 ? 0 : most / own.size;
  });
}

function contentStems(reading: Reading, sentence: SentenceReading): ReadonlySet<number> {
  const stems = new Set<number>();
  for (let at = sentence.first; at <= sentence.last; at++) {
    const word = reading.words[at];
    if (word && word.stem.length > 3 && word.kinds === 0) stems.add(word.stemHash);
  }
  return stems;
}

function bucket(count: number): number {
  return count < 6 ? count : count < 9 ? 6 : count < 13 ? 7 : count < 20 ? 8 : 9;
}
