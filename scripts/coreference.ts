/**
 * Scores which mentions linking joins, against test/gold/coreference.yaml:
 *   node scripts/coreference.ts [STORE]
 * STORE (default sqlite:var/beehive.db) holds the whole corpus, read by `ingest`. Writes nothing.
 */
import { readFileSync } from 'node:fs';
import { loadLexicon } from '../src/lexicon/load.ts';
import { loadCorrections } from '../src/link/corrections.ts';
import { link } from '../src/link/link.ts';
import { parseCoreferenceGold, scoreCoreference } from '../src/link/score-coreference.ts';
import { openStore } from '../src/store/open.ts';

const GOLD = new URL('../test/gold/coreference.yaml', import.meta.url);

const store = await openStore(process.argv[2] ?? 'sqlite:var/beehive.db', { create: true });
try {
  const gold = parseCoreferenceGold(readFileSync(GOLD, 'utf8'));
  const graph = await link(() => store.writer.linkInputs(), loadLexicon(), loadCorrections());
  const { wrong, missed, ...figures } = scoreCoreference(graph, gold);
  for (const [name, figure] of Object.entries(figures)) process.stdout.write(`${name}: ${figure}\n`);
  process.stdout.write(`pairs missed: ${missed.length}\n`);
  for (const { type, about, releases } of wrong)
    process.stdout.write(`joined in error: ${type} ${releases.join(' ')}: ${about}\n`);
} finally {
  await store.close();
}
