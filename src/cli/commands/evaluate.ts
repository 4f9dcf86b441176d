import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { accuracyOf } from '../../evaluate/accuracy.ts';
import { errorKinds } from '../../evaluate/error-kinds.ts';
import { type Answer, loadAnnotations, loadAnswers } from '../../evaluate/gold.ts';
import { type ListScore, type Score, score } from '../../evaluate/score.ts';
import { createExtractor } from '../../extract/extractor.ts';
import { goldFormat } from '../../extract/gold-format.ts';
import { loadLexicon } from '../../lexicon/load.ts';
import { columns, print } from '../print.ts';
import { releasesOf } from '../release-files.ts';

interface Options {
  readonly json?: boolean;
  readonly errors?: boolean;
  readonly publish?: string;
}

/** `evaluate GOLD RELEASES`: extracts the releases and scores the answers against readers' annotations. */
export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('score extraction against a folder of annotated releases')
    .argument(
      '<gold>',
      'folder of <release id>.json, annotated; or a file of annotations without text (.jsonl)',
    )
    .argument('<releases>', 'folder of the releases themselves')
    .option('--json', 'print the figures as JSON')
    .option('--errors', 'print the kinds of error about events, the commonest first')
    .option('--publish <file>', 'write what the API tells of accuracy (data/accuracy.json)')
    .action((gold: string, folder: string, options: Options) => {
      const releases = new Map([...releasesOf([folder])].map((release) => [release.id, release]));
      const expected = gold.endsWith('.jsonl') ? loadAnnotations(gold, releases) : loadAnswers(gold);
      const extract = createExtractor(loadLexicon());
      const answers = new Map<string, Answer>();
      for (const id of expected.keys()) {
        const release = releases.get(id);
        if (release) answers.set(id, goldFormat(release, extract(release)));
      }
      const result = score(expected, answers);
      if (options.publish) writeFileSync(options.publish, `${JSON.stringify(accuracyOf(result), null, 2)}\n`);
      if (options.json) print(JSON.stringify(result, null, 2));
      else printScore(result);
      if (!options.errors) return;
      for (const { kind, count } of errorKinds(expected, answers)) print(`${count}  ${kind}`);
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
