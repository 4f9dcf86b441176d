import { Command } from 'commander';
import { createExtractor } from '../../extract/extractor.ts';
import { loadLexicon } from '../../lexicon/load.ts';
import type { Decomposition, EventMention } from '../../model/decomposition.ts';
import type { Release } from '../../model/release.ts';
import { columns, print } from '../print.ts';
import { releasesOf } from '../release-files.ts';

/** `explain FILE`: which rule gave what, where. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('show which rule gave what, and where in the text')
    .argument('<paths...>', 'folders or files of releases')
    .action((paths: string[]) => {
      const extract = createExtractor(loadLexicon());
      for (const release of releasesOf(paths)) explain(release, extract(release));
    });
}

function explain(release: Release, { mentions, events }: Decomposition): void {
  print(`${release.id}  ${release.title ?? '(no title)'}`);
  print(`\nmentions (offsets in the plain text)`);
  const rows = mentions.map(({ kind, start, end, target, rule }) => [
    `  ${start}–${end}`,
    kind,
    release.text.slice(start, end),
    target,
    rule,
  ]);
  for (const line of columns(rows)) print(line);
  print('\nevents');
  for (const event of events) explainEvent(release, event);
  print();
}

function explainEvent({ text }: Release, event: EventMention): void {
  const { type, status, date, headline, countries, ministers, offices, officials, place, name, rule } = event;
  print(
    `  ${type} ${status} ${date ? `${date.edtf} (${date.basis})` : 'no date'}${headline ? ' headline' : ''}`,
  );
  print(`    rule    ${rule}`);
  print(`    ${event.start}–${event.end} “${text.slice(event.start, event.end)}”`);
  const parts = { countries, ministers, offices, officials };
  for (const [part, ids] of Object.entries(parts))
    if (ids.length > 0) print(`    ${part}: ${ids.join(', ')}`);
  if (place !== null) print(`    place: ${place}`);
  if (name !== null) print(`    name: ${name}`);
}
