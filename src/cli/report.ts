import type { IngestReport } from '../ingest/ingest.ts';
import { NODE_KINDS } from '../model/graph.ts';
import type { Counts } from '../store/store.ts';
import { columns, count, print } from './print.ts';

/** Prints what an ingest did and what the store holds after it. */
export function printReport(report: IngestReport, counts: Counts): void {
  const { seconds } = report;
  print(
    `${count(report.files)} files: ${count(report.changed)} read, ${count(report.unchanged)} unchanged, ` +
      `${count(report.skipped)} skipped, ${count(report.removed)} removed`,
  );
  print(
    `${seconds.total.toFixed(1)} s: reading ${seconds.read.toFixed(1)}, linking ${seconds.link.toFixed(1)}, ` +
      `storing ${seconds.store.toFixed(1)}${report.linked ? '' : ' (nothing changed, the graph stands)'}`,
  );
  printCounts(counts);
}

/** Prints the number of nodes, evidence and problems by code. */
export function printCounts(counts: Counts): void {
  const nodes = NODE_KINDS.map((kind) => `${count(counts.nodes[kind])} ${plural(kind)}`);
  print(`graph: ${nodes.join(', ')}`);
  print(
    `       ${count(counts.evidence)} evidence, ${count(counts.mentions)} mentions, ${count(counts.terms)} terms`,
  );
  const problems = Object.entries(counts.problems).sort(([a], [b]) => (a < b ? -1 : 1));
  if (problems.length === 0) return;
  print('problems in the data (beehive-graph problems lists them):');
  for (const line of columns(problems.map(([code, number]) => [`  ${code}`, number]))) print(line);
}

function plural(kind: string): string {
  return kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
