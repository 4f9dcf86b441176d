import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decidingFiles, linkingVersion, readingVersion } from '../../src/ingest/pipeline-version.ts';

const LEXICON = new URL('../../data/lexicon/', import.meta.url);

it('files are read again after a change of the lexicon, but for what is only served', () => {
  const served = ['minister-identifiers.yaml'];
  const deciding = decidingFiles().flatMap((file) =>
    file.startsWith('data/lexicon/') ? file.slice('data/lexicon/'.length) : [],
  );
  expect([...deciding, ...served].sort()).toEqual(readdirSync(LEXICON).sort());
  expect(decidingFiles()).toEqual(expect.arrayContaining(['src/extract/engine.ts', 'src/model/ids.ts']));
});

it('versions say the same each time, and are not each other', () => {
  expect(readingVersion()).toBe(readingVersion());
  expect(readingVersion()).not.toBe(linkingVersion());
});
