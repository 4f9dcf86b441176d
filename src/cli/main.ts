#!/usr/bin/env node
import { createProgram } from './program.ts';
import { runProgram } from './run.ts';

// Who reads the output may have seen enough (`query … | head`); all that is left then is to end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runProgram(createProgram(), process.argv.slice(2));
