import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const SDL = 'schema/schema.graphql';

/** What of a change from one schema to another breaks clients, in words; empty where nothing does. */
export async function breakingChanges(before: string, after: string): Promise<string[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}

function git(...args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** A state of the repository to compare with, and why this one. */
interface Base {
  readonly revision: string;
  readonly words: string;
}

/**
 * What is given on the command line, else the last tag before this commit, else where this branch left the main one,
 * else the commit before this one. Null in a repository of one commit.
 */
function baseOf(given: string | undefined): Base | null {
  if (given) return { revision: given, words: `${given}, as asked` };
  const tag = git('describe', '--tags', '--abbrev=0');
  if (tag) return { revision: tag, words: `the last tag, ${tag}` };
  const head = git('rev-parse', 'HEAD');
  for (const main of ['origin/main', 'main']) {
    const fork = git('merge-base', 'HEAD', main);
    const words = `${fork?.slice(0, 12)}, where this branch left ${main}, for there is no tag`;
    if (fork && fork !== head) return { revision: fork, words };
  }
  const parent = git('rev-parse', 'HEAD^');
  if (!parent) return null;
  const words = `${parent.slice(0, 12)}, the commit before this one, for there is no tag`;
  return { revision: parent, words };
}

/**
 * Compares the schema of the work tree with that of an earlier state, which it names. Ends with code 1 where clients of
 * a tag, or of a state that was asked for, would break; what was never published may still change, and is only told.
 */
async function main(): Promise<void> {
  const [given] = process.argv.slice(2);
  const base = baseOf(given);
  const before = base && git('show', `${base.revision}:${SDL}`);
  if (!base || !before) {
    console.log(
      base
        ? `Compared with nothing: ${base.words}, has no ${SDL}.`
        : 'Compared with nothing: this is the first commit.',
    );
    if (given) process.exitCode = 1;
    return;
  }
  const breaking = await breakingChanges(before, readFileSync(SDL, 'utf8'));
  for (const message of breaking) console.log(message);
  console.log(`Compared with ${base.words}: ${breaking.length} breaking changes.`);
  const published = given !== undefined || git('describe', '--tags', '--abbrev=0') !== null;
  if (breaking.length > 0 && published) process.exitCode = 1;
}

if (import.meta.main) await main();
