import { type Command, CommanderError } from 'commander';
import { AppError } from '../model/errors.ts';
import { DataProblems } from './exit.ts';
import { printError } from './print.ts';

/** Exit codes of every command. */
export const EXIT = { done: 0, unexpected: 1, usage: 2, dataProblems: 3 } as const;

/** Runs one command line and says how the process should end; failures are printed to standard error. */
export async function runProgram(program: Command, args: readonly string[]): Promise<number> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof DataProblems) {
      printError(error.message);
      return EXIT.dataProblems;
    }
    if (error instanceof AppError) {
      printError(`${error.message} (${error.code})`);
      return EXIT.usage;
    }
    printError(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return EXIT.unexpected;
  }
}
