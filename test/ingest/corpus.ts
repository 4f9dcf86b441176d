import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SAMPLES = new URL('../../data/releases/', import.meta.url);

/** A fresh empty folder. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'beehive-'));
}

/** A folder with the sample releases as they are. */
export function sampleFolder(): string {
  const folder = freshFolder();
  cpSync(SAMPLES, folder, { recursive: true });
  return folder;
}

/**
 * A folder of `copies` times the sample releases, each copy some years away from the others, by year and month as the
 * real corpus is laid out: enough files for worker threads and for a run that can be killed in its middle.
 */
export function largeFolder(copies: number): string {
  const folder = freshFolder();
  for (const name of readdirSync(SAMPLES).filter((file) => /^\d/.test(file))) {
    const text = readFileSync(new URL(name, SAMPLES), 'utf8');
    for (let copy = 0; copy < copies; copy++) {
      const year = String(1950 + copy);
      const date = `${year}${name.slice(4, 10)}`;
      const month = join(folder, year, name.slice(5, 7));
      mkdirSync(month, { recursive: true });
      writeFileSync(join(month, `${date}${name.slice(10)}`), text.replace(/^date: .*$/m, `date: ${date}`));
    }
  }
  return folder;
}
