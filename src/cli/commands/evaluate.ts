import { Command } from 'commander';
import { type Answer, loadAnswers } from '../../evaluate/gold.ts';
import { type ListScore, type Score, score } from '../../evaluate/score.ts';
import { createExtractor } from '../../extract/extractor.ts';
import { goldFormat } from '../../extract/gold-format.ts';
import { loadLexicon } from '../../lexicon/load.ts';
import { columns, print } from '../print.ts';
import { releasesOf } from '../release-files.ts';

/** `evaluate GOLD RELEASES`: extracts the releases and scores the answers against readers' annotations. */
export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('score extraction against a folder of annotated releases')
    .argument('<gold>', 'folder of <release id>.json, annotated')
    .argument('<releases>', 'folder of the releases themselves')
    .option('--json', 'print the figures as JSON')
    .action((gold: string, releases: string, options: { readonly json?: boolean }) => {
      const expected = loadAnswers(gold);
      const extract = createExtractor(loadLexicon());
      const answers = new Map<string, Answer>();
      for (const release of releasesOf([releases])) {
        if (expected.has(release.id)) answers.set(release.id, goldFormat(release, extract(release)));
      }
      const result = score(expected, answers);
      if (options.json) print(JSON.stringify(result, null, 2));
      else printScore(result);
    });
}

function printScore({ releases, byType, ...figures }: Score): void {
  print(`${releases} releases`);
  const rows = Object.entries(figures).map(([name, figure]) =>
    typeof figure === 'number' ? [name, '', '', figure.toFixed(3), ''] : listRow(name, figure),
  );
  const types = Object.entries(byType).map(([type, list]) => listRow(type, list));
  for (const line of columns([
    ['', 'precision', 'recall', 'F1', 'hits / gold / answered'],
    ...rows,
    ['by type', '', '', '', ''],
    ...types,
  ])) {
    print(line);
  }
}

function listRow(name: string, { precision, recall, f1, hits, gold, answered }: ListScore): string[] {
  return [name, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3), `${hits} / ${gold} / ${answered}`];
}
