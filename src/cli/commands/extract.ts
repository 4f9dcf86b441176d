import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { createExtractor } from '../../extract/extractor.ts';
import { goldFormat } from '../../extract/gold-format.ts';
import { loadLexicon } from '../../lexicon/load.ts';
import { count, print } from '../print.ts';
import { releasesOf } from '../release-files.ts';

/** `extract FILES… --out DIR`: answers in the form in which readers annotate, without a store. */
export function extractCommand(): Command {
  return new Command('extract')
    .description('print what releases decompose into, in the gold format, one JSON a release')
    .argument('<paths...>', 'folders or files of releases')
    .option('--out <folder>', 'write <release id>.json files there instead of printing lines')
    .action((paths: string[], options: { readonly out?: string }) => {
      const extract = createExtractor(loadLexicon());
      if (options.out) mkdirSync(options.out, { recursive: true });
      let releases = 0;
      for (const release of releasesOf(paths)) {
        const answer = goldFormat(release, extract(release));
        releases += 1;
        if (options.out === undefined) print(JSON.stringify(answer));
        else writeFileSync(join(options.out, `${release.id}.json`), `${JSON.stringify(answer, null, 2)}\n`);
      }
      if (options.out) print(`${count(releases)} answers in ${options.out}`);
    });
}
