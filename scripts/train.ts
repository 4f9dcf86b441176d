/**
 * Trains data/models/events.json from data/annotations/events.jsonl and the releases of a corpus folder:
 *   node scripts/train.ts CORPUS [--all]
 * CORPUS holds `YYYY/MM/<release>.md`. Without `--all` the releases of fold KEPT are left out, so that figures on
 * them mean something. The same input gives the same file, byte by byte.
 */
import { writeFileSync } from 'node:fs';
import { EXTRACTION } from '../src/extract/configuration.ts';
import { readMentions } from '../src/extract/engine.ts';
import { encodeModel } from '../src/extract/events/model.ts';
import { loadLexicon } from '../src/lexicon/load.ts';
import { joinText, loadAnnotations } from './train/annotations.ts';
import { readTraining } from './train/examples.ts';
import { THRESHOLDS, trainModel } from './train/train-model.ts';

const ANNOTATIONS = ['events.jsonl', 'pointed.jsonl'].map(
  (name) => new URL(`../data/annotations/${name}`, import.meta.url),
);
const MODEL = new URL('../data/models/events.json', import.meta.url);

const [corpus] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (corpus === undefined) {
  process.stderr.write('usage: node scripts/train.ts CORPUS [--all]\n');
  process.exit(2);
}

const all = process.argv.includes('--all');
const lexicon = loadLexicon();
const releases = ANNOTATIONS.flatMap(({ pathname }) => loadAnnotations(pathname))
  .filter(({ fold }) => all || fold === 'TRAIN')
  .map((record) => {
    const annotated = joinText(record, corpus);
    return {
      annotated,
      document: readTraining(readMentions(annotated.release, lexicon, EXTRACTION), annotated),
    };
  });
const start = performance.now();
const report = (line: string): void => {
  process.stdout.write(`${((performance.now() - start) / 1000).toFixed(0)} s: ${line}\n`);
};
writeFileSync(MODEL, `${JSON.stringify(encodeModel(trainModel(releases, THRESHOLDS, report)))}\n`);
process.stdout.write(`trained on ${releases.length} releases: ${MODEL.pathname}\n`);
