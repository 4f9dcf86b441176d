import cliProgress from 'cli-progress';
import type { IngestOptions, IngestPhase } from '../ingest/options.ts';
import { count, print } from './print.ts';

const PHASES: Readonly<Record<IngestPhase, string>> = {
  read: 'reading',
  link: 'linking',
  store: 'storing the graph',
};

/** Shows how far an ingest is: a bar on a terminal, a line for every tenth elsewhere. `finish` ends the bar. */
export function showProgress(): Pick<IngestOptions, 'onPhase' | 'onProgress'> & {
  readonly finish: () => void;
} {
  return process.stdout.isTTY ? progressBar() : progressLines();
}

function progressBar(): ReturnType<typeof showProgress> {
  const bar = new cliProgress.SingleBar(
    {
      format: '{phase} {bar} {percentage}% | {value}/{total} files | {eta_formatted} left',
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  return {
    onPhase: (phase, total) => {
      if (phase === 'read') bar.start(total, 0, { phase: PHASES.read });
      else {
        bar.stop();
        print(`${PHASES[phase]} …`);
      }
    },
    onProgress: (done) => bar.update(done),
    finish: () => bar.stop(),
  };
}

function progressLines(): ReturnType<typeof showProgress> {
  let total = 0;
  let shown = 0;
  return {
    onPhase: (phase, files) => {
      if (phase === 'read') total = files;
      print(phase === 'read' ? `${PHASES.read} ${count(files)} files` : PHASES[phase]);
    },
    onProgress: (done) => {
      const tenth = Math.floor((done / total) * 10);
      if (tenth <= shown || done === total) return;
      shown = tenth;
      print(`  ${count(done)} of ${count(total)} files`);
    },
    finish: () => {},
  };
}
