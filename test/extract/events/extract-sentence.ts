import { createExtractor } from '../../../src/extract/extractor.ts';
import { loadLexicon } from '../../../src/lexicon/load.ts';
import type { EventMention } from '../../../src/model/decomposition.ts';
import type { Release } from '../../../src/model/release.ts';

/** A release of Friday 2006-11-17, signed by the Minister of Foreign Affairs. */
export function releaseOf(title: string, body: string): Release {
  return {
    id: '2006-11-17-made-up',
    path: '2006-11-17-made-up.md',
    title,
    date: '2006-11-17',
    url: null,
    ministers: ['Phil Goff'],
    portfolios: ['Foreign Affairs'],
    attachments: [],
    body,
    text: `${title}\n\n${body}`,
    bodyStart: title.length + 2,
    hash: '',
  };
}

/** The events of a made-up release. */
export function eventsOf(title: string, body: string): readonly EventMention[] {
  return createExtractor(loadLexicon())(releaseOf(title, body)).events;
}

/** An event as one line: type, date, status. */
export function summary({ type, date, status }: EventMention): string {
  return `${type} ${date?.edtf ?? 'undated'} ${status}`;
}
