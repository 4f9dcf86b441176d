/**
 * Learns from a corpus folder what company each word keeps, and writes data/models/words.json (or the file named):
 *   node scripts/train-words.ts CORPUS [FILE]
 * Skip-gram with negative sampling (Mikolov et al. 2013), then k-means for the classes of words. Takes some ten
 * minutes. The same corpus gives the same file on the same kind of machine.
 */
import { writeFileSync } from 'node:fs';
import { tokenize } from '../src/lexicon/tokens.ts';
import { byCode } from '../src/model/ids.ts';
import { findFiles } from '../src/read/find-files.ts';
import { readBytes, readRelease } from '../src/read/read-release.ts';
import { classesOf } from './train/clusters.ts';
import { learnVectors } from './train/vectors.ts';

const FILE = new URL('../data/models/words.json', import.meta.url).pathname;
/** Words seen less often are left out. */
const LEAST_COUNT = 20;
const DIMENSIONS = 80;
/** Length of a row as bytes: no component comes near the limit of 127 at half of it. */
const ROW_LENGTH = 254;

const [corpus, file = FILE] = process.argv.slice(2);
if (corpus === undefined) {
  process.stderr.write('usage: node scripts/train-words.ts CORPUS [FILE]\n');
  process.exit(2);
}

const texts: string[][] = [];
const counts = new Map<string, number>();
const { folder, files } = findFiles(corpus);
for (const path of files) {
  const bytes = readBytes(folder, path);
  const release = bytes instanceof Uint8Array ? readRelease(bytes, path).release : null;
  if (!release) continue;
  const words = tokenize(release.text).map(({ key, shape }) => (shape === 'NUMBER' ? numberWord(key) : key));
  texts.push(words);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
}
const vocabulary = [...counts]
  .filter(([, count]) => count >= LEAST_COUNT)
  .sort(([a, countA], [b, countB]) => countB - countA || byCode(a, b));
const rowOf = new Map(vocabulary.map(([word], row) => [word, row]));
const rows = texts.map((words) => Int32Array.from(words.flatMap((word) => rowOf.get(word) ?? [])));
const vectors = learnVectors(
  rows,
  vocabulary.map(([, count]) => count),
  DIMENSIONS,
);
const bytes = Int8Array.from(vectors, (value) =>
  Math.max(-127, Math.min(127, Math.round(value * ROW_LENGTH))),
);
const content = {
  dimensions: DIMENSIONS,
  words: vocabulary.map(([word]) => word).join(' '),
  counts: vocabulary.map(([, count]) => count),
  coarse: [...classesOf(vectors, DIMENSIONS, 100)],
  fine: [...classesOf(vectors, DIMENSIONS, 400)],
  vectors: Buffer.from(bytes.buffer).toString('base64'),
};
writeFileSync(file, `${JSON.stringify(content)}\n`);
process.stdout.write(`${vocabulary.length} words of ${texts.length} releases: ${file}\n`);

function numberWord(key: string): string {
  return /^(?:19|20)\d\d$/.test(key) ? '<year>' : '<num>';
}
