import type { Decomposition } from '../../src/model/decomposition.ts';
import { sha256 } from '../../src/model/ids.ts';
import type { Release } from '../../src/model/release.ts';
import type { IngestedFile } from '../../src/store/writer.ts';
import { makeDay, pick, type Random, some } from './random.ts';

/** How much a world holds. */
export interface Size {
  readonly releases: number;
  readonly events: number;
  readonly countries: number;
  readonly ministers: number;
  readonly portfolios: number;
  readonly officials: number;
  /** Characters of a release's text, about. */
  readonly textLength?: number;
  readonly mentionsPerRelease?: number;
}

export const ROOT = '/made-up/releases';
const WORDS = [
  'Minister',
  'visits',
  'Māori',
  'trade',
  'talks',
  'defence',
  'café',
  'budget',
  'signs',
  'Hanoi',
];

/** One file with its release, some without date, title, url or body. */
export function makeFile(random: Random, number: number, size: Size): IngestedFile {
  const date = random() < 0.05 ? null : makeDay(random);
  const id = `${date ?? '0001-01-01'}-release-${number}`;
  const title = random() < 0.1 ? null : `Title of ${number}`;
  const length = size.textLength ?? 120;
  let body = '';
  while (body.length < length) body += `${pick(random, WORDS)} `;
  if (random() < 0.05) body = '';
  const start = title === null ? '' : `${title}\n\n`;
  const text = `${start}${body}`;
  const path = `${id.slice(0, 4)}/${id}.md`;
  const release: Release = {
    id,
    path,
    title,
    date,
    url: random() < 0.5 ? null : `https://example.org/${number}`,
    ministers: ['Hon A B'],
    portfolios: some(random, WORDS, 2),
    attachments: [],
    body: `*${body}*`,
    text,
    bodyStart: start.length,
    hash: sha256(`${number} ${body}`),
  };
  const end = Math.min(text.length, 12);
  const decomposition: Decomposition = {
    releaseId: id,
    countries: [],
    countriesByPlace: [],
    ministers: [],
    officials: [],
    mentions: [],
    events: [
      {
        start: 0,
        end,
        sentence: { start: 0, end: text.length },
        type: 'VISIT',
        headline: true,
        date: null,
        status: 'PLANNED',
        countries: [],
        ministers: [],
        offices: [],
        officials: [],
        place: null,
        name: null,
        rule: 'test/visit',
      },
    ],
  };
  return {
    root: ROOT,
    path,
    hash: release.hash,
    version: 'v1',
    release,
    decomposition: JSON.stringify(decomposition),
    problems:
      body === '' ? [{ code: 'BODY_EMPTY', file: path, field: null, message: 'expected a body' }] : [],
  };
}
