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

/** Compares the schema with that of the last tag; ends with code 1 where clients of that one would break. */
async function main(): Promise<void> {
  const tag = git('describe', '--tags', '--abbrev=0');
  const before = tag && git('show', `${tag}:${SDL}`);
  if (!before) {
    console.log(tag ? `${tag} has no ${SDL}: nothing to compare with.` : 'There is no tag to compare with.');
    return;
  }
  const breaking = await breakingChanges(before, readFileSync(SDL, 'utf8'));
  for (const message of breaking) console.log(message);
  console.log(`${breaking.length} breaking changes since ${tag}.`);
  if (breaking.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
