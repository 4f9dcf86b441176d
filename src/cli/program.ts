import { Command } from 'commander';
import { evaluateCommand } from './commands/evaluate.ts';
import { explainCommand } from './commands/explain.ts';
import { extractCommand } from './commands/extract.ts';
import { ingestCommand } from './commands/ingest.ts';
import { countsCommand, digestCommand, problemsCommand } from './commands/inspect.ts';
import { queryCommand } from './commands/query.ts';
import { schemaCommand } from './commands/schema.ts';
import { serveCommand } from './commands/serve.ts';
import { startCommand } from './commands/start.ts';

/** All commands, in the order in which `--help` lists them. */
export function createProgram(): Command {
  const program = new Command('beehive-graph')
    .description('The knowledge graph of what a government does, read from its press releases.')
    .showHelpAfterError()
    .exitOverride();
  for (const command of [
    startCommand(),
    ingestCommand(),
    serveCommand(),
    queryCommand(),
    extractCommand(),
    evaluateCommand(),
    explainCommand(),
    digestCommand(),
    countsCommand(),
    problemsCommand(),
    schemaCommand(),
  ]) {
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}
