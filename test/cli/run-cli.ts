import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname;

/** What a command line printed and how it ended. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `beehive-graph …args` in a process of its own. */
export async function runCli(...args: readonly string[]): Promise<CliResult> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, stdout, stderr };
}
