import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAnnotations } from '../../src/evaluate/gold.ts';
import { releaseOf } from '../extract/events/extract-sentence.ts';
import { freshFolder } from '../ingest/corpus.ts';

const RELEASE = releaseOf('Goff in Viet Nam', 'Mr Goff visited Hanoi today.');
const EVENT = {
  type: 'VISIT',
  headline: true,
  date: '2006-11-17',
  status: 'OCCURRED',
  countries: ['VNM'],
  ministers: ['Phil Goff'],
  officials: [],
};
const RECORD = {
  release: RELEASE.id,
  countries: ['VNM'],
  countriesByPlace: [],
  ministers: ['Phil Goff'],
  officials: [],
};

function load(...lines: string[]) {
  const path = join(freshFolder(), 'annotations.jsonl');
  writeFileSync(path, lines.join('\n'));
  return loadAnnotations(path, new Map([[RELEASE.id, RELEASE]]));
}

describe('annotations without text', () => {
  it('take their quotes from the release: its body by offsets, its title by none', () => {
    const events = [
      { ...EVENT, quote: [8, 27] },
      { ...EVENT, quote: [0, 0] },
    ];
    const quotes = load(JSON.stringify({ ...RECORD, events }))
      .get(RELEASE.id)
      ?.events.map(({ quote }) => quote);
    expect(quotes).toEqual(['visited Hanoi today', 'Goff in Viet Nam']);
  });

  it('of releases whose text is not at hand are left out', () => {
    expect(load(JSON.stringify({ ...RECORD, release: 'other', events: [] })).size).toBe(0);
  });

  it.each([
    ['no JSON', '{', 'expected JSON in'],
    ['no record', '{"release": "r"}', 'line 1'],
  ])('with a line that is %s are refused, with its place', (_what, line, message) => {
    expect(() => load(line)).toThrow(message);
  });

  it('are refused where there is no such file', () => {
    expect(() => loadAnnotations('/nowhere/annotations.jsonl', new Map())).toThrow(
      'expected a file of annotations',
    );
  });
});
