import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { wikidataOf } from '../../src/graph/minister-identifiers.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { openGraph } from './harness.ts';

const FILE = new URL('../../data/lexicon/minister-identifiers.yaml', import.meta.url);
const { wikidata } = load(readFileSync(FILE, 'utf8')) as {
  readonly wikidata: Readonly<Record<string, string>>;
};

describe('the identifiers of ministers', () => {
  it('are those of ministers of the lexicon, by the name they have there', () => {
    const names = new Set(loadLexicon().ministers.map(({ name }) => name));
    expect(Object.keys(wikidata).filter((name) => !names.has(name))).toEqual([]);
  });

  it('give no item to two people', () => {
    const items = Object.values(wikidata);
    expect(items.filter((item, index) => items.indexOf(item) !== index)).toEqual([]);
  });

  it('are found by the id of a minister; who has none has null', async () => {
    expect([wikidataOf('phil-goff'), wikidataOf('damien-oconnor')]).toEqual(['Q597909', 'Q5212493']);
    expect(wikidataOf('nobody-of-that-name')).toBeNull();
    const graph = await openGraph();
    expect(await graph.data('{ minister(slug: "phil-goff") { name wikidata } }')).toEqual({
      minister: { name: 'Phil Goff', wikidata: 'Q597909' },
    });
  });
});
